"""Who speaks and acts: names that mean one person or body put together, with roles that the text gives."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from dossier.analysis import Analysis
from dossier.drafting.write import Proposal, Seen, is_whole, seen
from dossier.folding import without_accents
from dossier.investigation import ActorEntry
from dossier.lexicons import given_names, load_lexicon
from dossier.names import english, is_document
from dossier.records import Claim, Mention, Quotation, Statement
from dossier.registry import general_registry
from dossier.syntax.vocabulary import is_personal, is_personal_role
from dossier.view import find_holders

ENOUGH = 2  # occurrences of an actor that is proposed
OFTEN, COLOURS = 3, 7  # occurrences of a country that is a side; sides that have a colour of their own
LONGEST = 40  # actors in one draft
_TITLED = re.compile(rf"^(?:{'|'.join(map(re.escape, load_lexicon('drafting')['titles']))})\s+")
_INITIAL = re.compile(r"^[A-ZÀ-Ý]\.(?:-?[A-ZÀ-Ý]\.)*$")
_ROLE_WORDS = 3  # a role with fewer words fits too many: "président"


Sides = tuple[tuple[str, tuple[str, ...]], ...]


def find_actors(analysis: Analysis, sides: Sides = ()) -> tuple[Proposal, ...]:
    """Return the actors that *analysis* names often enough, each with its other names and its roles.

    One has the side, of *sides*, whose country its roles name ("le ministre danois de la Défense"), if they
    name one alone.
    """
    places, bodies = _places(analysis), _bodies(analysis)
    names = [name for name in places if (_is_name(name) or name in bodies) and not is_country(name)]
    names += [name for name in places if name not in names and _named_in(name, names)]
    short = [name for name in names if name.isupper()]
    names += [
        name for name in places if name[:1].islower() and any(_means([], s, _folded(name)) for s in short)
    ]
    whole = sorted((n for n in names if not _is_short(n)), key=lambda n: (-len(places[n]), n))
    owners = {name: _owner(name, [other for other in whole if other != name]) for name in names}
    texts = [article.text for article in analysis.articles]
    for name in names:
        if owner := _named_in(name, whole) or _spelt_out(name, whole, texts):
            owners[name] = owner
    roles, kinds = _told(analysis, attrgetter("role"), _ROLE_WORDS), _told(analysis, _category, 1)
    for office, (who, _article) in find_holders(analysis).items():
        roles[who].update([office] * (" " in office))
    groups: dict[str, list[str]] = {}
    for name in (*whole, *names):
        held = groups.setdefault(_last(name, owners), [])
        if name not in held:
            held.append(name)
    groups = {name: [other for other in held if other != name] for name, held in groups.items()}
    actors = []
    for name, others in groups.items():
        found = [place for each in (name, *others) for place in places[each]]
        if len(found) >= ENOUGH and not _is_no_actor(name, analysis):
            entry = _with_side(_entry(name, others, roles, kinds), sides)
            actors.append((entry, seen(found)))
    actors.sort(key=lambda actor: (-actor[1].times, actor[0].name))
    return tuple(_apart(actors[:LONGEST]))


def _last(name: str, owners: dict[str, str]) -> str:
    """Return the name that *name* is short for, and that one, and so on; longer ones have no owner."""
    while owner := owners.get(name, ""):
        name = owner
    return name


def find_sides(analysis: Analysis) -> Sides:
    """Return the countries that act or speak often, each as a side: its label and its French name."""
    places = _places(analysis)
    often = [name for name in places if is_country(name) and len(places[name]) >= OFTEN]
    often.sort(key=lambda name: -len(places[name]))
    return tuple((english(name), (name,)) for name in often[:COLOURS])


def is_country(name: str) -> bool:
    """Return whether *name* is that of a country, which needs no entry to be known."""
    return name in _countries()


@functools.cache
def _countries() -> frozenset[str]:
    lines = load_lexicon("countries")["countries"].splitlines()
    return frozenset(line.partition(";")[0].strip() for line in lines if line.strip())


def _places(analysis: Analysis) -> dict[str, list[tuple[str, str]]]:
    """Return for each name the articles and words of the records that it stands in.

    The words are what it says, where it says a whole sentence, else the sentences that have its name.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    texts = analysis.texts
    statements = {statement.statement_id: statement for statement in analysis.statements}
    speakers = {name for q in analysis.quotations if is_whole(q.text) for name in q.speaker}

    def take(name: str, record: Claim | Quotation | Mention | Statement) -> None:
        words, held = record.text, statements.get(record.statement_id)
        if name in speakers:
            words = words if isinstance(record, Quotation) else ""
        elif held:
            words = texts[held.article_id][held.sentence_start : held.sentence_end]
            words = words if name.rsplit(maxsplit=1)[-1] in words else ""
        found[name].append((record.article_id, words))

    said: list[tuple[tuple[str, ...], Claim | Quotation | Mention]] = [
        *((claim.claimant, claim) for claim in analysis.claims),
        *((quotation.speaker, quotation) for quotation in analysis.quotations),
        *((mention.actors, mention) for mention in analysis.events),
    ]
    for names, record in said:
        for name in names:
            take(name, record)
    told = {record.statement_id for _names, record in said}
    for statement in analysis.statements:
        for name in statement.agent if statement.statement_id not in told else ():
            if name in found:  # of what acts, these are known to be names
                take(name, statement)
    return found


def _is_no_actor(name: str, analysis: Analysis) -> bool:
    """Tell whether *name* is that of a text, or of a place where things happen and that says nothing."""
    speaks = any(name in q.speaker for q in analysis.quotations)
    there = [s for s in analysis.statements if f" {s.place}".endswith(f" {name}")]
    return is_document(name) or (len(there) >= ENOUGH and not speaks)


def _bodies(analysis: Analysis) -> set[str]:
    """Return the bodies that speak under a name of several words in small letters: "parquet de Lens"."""
    said = (quotation for quotation in analysis.quotations if _category(quotation) == "organisation")
    return {name for quotation in said for name in quotation.speaker if len(name.split()) >= _ROLE_WORDS}


def _is_name(name: str) -> bool:
    """Return whether *name* is written as one, and says more than a title or an initial."""
    first = name.split(maxsplit=1)[0] if name else ""
    plain = first.casefold().replace("’", "'")
    bare = _TITLED.sub("", name)
    return first[:1].isupper() and plain not in load_lexicon("drafting")["no_names"] and len(bare) > 2


def _is_short(name: str) -> bool:
    """Return whether *name* is a surname with a title or an initial: "M. Durand", "A. Durand"."""
    return bool(_TITLED.match(name) or _INITIAL.match(name.split(maxsplit=1)[0]))


def _folded(name: str) -> list[str]:
    return without_accents(_TITLED.sub("", name).casefold().replace("-", " ")).split()


def _owner(name: str, others: Iterable[str]) -> str:
    """Return the one of *others* that *name* is short for: its surname, or the first letters of its words."""
    words = _folded(name)
    proper = (other for other in others if other[:1].isupper() or name.isupper())
    owners = [other for other in proper if _means(words, name, _folded(other))]
    return owners[0] if len(owners) == 1 else ""


def _named_in(name: str, others: Iterable[str]) -> str:
    """Return the body of *others* in which *name* ends, in small letters: "siège de Ports du Lot".

    Whoever is named after a person is another, "avocate de Luc Roy"; so is "directeur de Kairos".
    """
    if is_personal(name.partition(" ")[0]):
        return ""
    ends = [other for other in others if " " in other and name.endswith(f" {other}")]
    told = [other for other in ends if other.split(maxsplit=1)[0] not in given_names()]
    return told[0] if name[:1].islower() and told else ""


def _spelt_out(name: str, others: Iterable[str], texts: Sequence[str]) -> str:
    """Return the one of *others* behind which *name* stands in brackets: "Office des eaux (ODE)"."""
    return next((o for o in others if o != name and any(f"{o} ({name})" in text for text in texts)), "")


def _means(words: list[str], name: str, other: list[str]) -> bool:
    if name.isupper() and 3 <= len(name) <= 6:
        return name.casefold() == "".join(word[0] for word in other if len(word) > 3)
    initial = bool(words) and len(words[0].rstrip(".")) == 1
    if initial and len(words) > 1:
        return other[0][:1] == words[0][:1] and words[-1] == other[-1] and len(other) > 1
    return len(words) < len(other) and bool(words) and words == other[-len(words) :]


def _category(quotation: Quotation) -> str:
    """Return the category of who speaks; a person who speaks for a body is none."""
    titled = _TITLED.match(quotation.speaker_text)
    person = titled or is_personal_role(quotation.role)
    return "" if person and quotation.category == "organisation" else quotation.category


def _told(analysis: Analysis, field: Callable[[Quotation], str], words: int) -> dict[str, Counter[str]]:
    """Return for each who speaks alone what *field* tells of the quotations, if in so many *words*."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for quotation in analysis.quotations:
        said = field(quotation)
        if len(quotation.speaker) == 1 and len(said.split()) >= words:
            found[quotation.speaker[0]][said] += 1
    return found


def _entry(
    name: str, others: list[str], roles: dict[str, Counter[str]], kinds: dict[str, Counter[str]]
) -> ActorEntry:
    named = sum((roles.get(each, Counter()) for each in (name, *others)), Counter[str]())
    kind = sum((kinds.get(each, Counter()) for each in (name, *others)), Counter[str]())
    category = kind.most_common(1)[0][0] if kind else ""
    told = [role for role, _ in named.most_common(3) if _is_role(role)]
    own = tuple(role for role in told if not any(f" {one}" in role for one in told))
    if category == "unnamed" or _is_untrue(category, name, own):
        category = ""
    return ActorEntry(
        name=name,
        aliases=tuple(sorted(others)),
        category=category,
        kind="organisation" if category == "organisation" else "person" if _is_person(name, others) else "",
        roles=own,
    )


def _is_untrue(category: str, name: str, roles: Iterable[str]) -> bool:
    """Tell whether *name* is not of *category*: "Marcel Roy, ancien cimentier", "Luc Roy, capitaine"."""
    if category == "organisation":
        return name.split(maxsplit=1)[0] in given_names()
    of_teams = load_lexicon("drafting")["of_teams"]
    return category == "official" and any(role.split(maxsplit=1)[0] in of_teams for role in roles)


def _with_side(entry: ActorEntry, sides: Sides) -> ActorEntry:
    of_country = {country: side for side, countries in sides for country in countries}
    states = (general_registry().state(role) for role in entry.roles)
    found = {of_country.get(state.name, "") for state in states if state}
    return replace(entry, side=found.pop()) if len(found) == 1 else entry


def _is_role(role: str) -> bool:
    """Return whether *role* begins as a role does: with a common noun."""
    words = load_lexicon("drafting")
    return role[:1].islower() and role.split(maxsplit=1)[0] not in {*words["no_names"], *words["joints"]}


def _is_person(name: str, others: list[str]) -> bool:
    """Return whether *name* is that of a person: first name and surname, the surname used alone.

    Capitals at its head are those of a club or a body, "ES Vernelle".
    """
    first, surname = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    capitals = first.isupper() and len(first) > 1 and not _INITIAL.match(first)
    return (
        len(name.split()) > 1
        and not capitals
        and any(_TITLED.match(other) or other == surname for other in others)
    )


def _apart(actors: Iterable[tuple[ActorEntry, Seen]]) -> Iterator[Proposal]:
    """Yield *actors* as proposals, each without the names and roles that an earlier one has taken."""
    taken: set[str] = set()
    for entry, where in actors:
        if entry.name.casefold() in taken:
            continue
        taken.add(entry.name.casefold())
        kept = []
        for words in (entry.aliases, entry.roles):
            kept.append(tuple(word for word in words if word.casefold() not in taken))
            taken |= {word.casefold() for word in kept[-1]}
        yield Proposal(replace(entry, aliases=kept[0], roles=kept[1]), where)

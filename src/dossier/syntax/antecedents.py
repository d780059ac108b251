"""Whom a relative pronoun stands for: "…, Jeanne Roy, directrice du port, qui affirme que …"."""

from spacy.tokens import Token

from dossier.syntax.apposition import with_apposition
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import around_head, is_speaker, opens_phrase, scan_left, with_name_before
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary


def find_antecedent(sentence: Sentence, place: int, verb: Token) -> Nominal | None:
    """Return the phrase that the relative pronoun at *place* stands for."""
    end = place - 1 if sentence.word(place - 1) == "," else place
    if end <= 0 or sentence.quotes[end - 1]:
        return None
    named = _name_at(sentence, end)
    if named:
        return with_name_before(sentence, named)
    nominal, head = None, sentence.position(verb.head)
    if verb.dep_ == "acl:relcl" and 0 <= head < end:
        nominal = around_head(sentence, head, end)
        if nominal and is_speaker(nominal) and not nominal.pronoun:
            return nominal
    found = scan_left(sentence, end, governed=True)
    return with_name_before(sentence, found) if found else nominal


def _name_at(sentence: Sentence, end: int) -> Nominal | None:
    """Return the proper name that ends at item *end* and stands apart: ", notamment la Suède, qui …"."""
    for start in range(end - 1, max(-1, end - 8), -1):
        if sentence.words[start] in {",", *vocabulary("for_example")}:
            proper = any(sentence.tokens[i].ent_type_ for i in range(start + 1, end))
            whole = opens_phrase(sentence, start + 1) and phrase_end(sentence, start + 1, stop=end) == end
            nominal = read_nominal(sentence, start + 1, end) if proper and whole else None
            return _with_role_before(sentence, nominal) if nominal else None
    return None


def _with_role_before(sentence: Sentence, nominal: Nominal) -> Nominal:
    """Return *nominal*, a name between commas, with the role it stands beside."""
    if not nominal.person:
        return nominal
    for start in range(nominal.start - 2, max(-1, nominal.start - 16), -1):
        if sentence.words[start] in (",", ";") or sentence.quotes[start]:
            break
        if (
            opens_phrase(sentence, start)
            and phrase_end(sentence, start, stop=nominal.start - 1) == nominal.start - 1
        ):
            role = read_nominal(sentence, start, nominal.start - 1)
            if role and role.noun and not role.person:
                return with_apposition(sentence, role)[0]
    return nominal

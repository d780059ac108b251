"""How firmly a figure is told: by the grammar of its own words where that is sure, else by its source."""

from itertools import pairwise, takewhile

from dossier.claims.changes import is_offered, is_size, is_sought
from dossier.claims.periods import up_to_verb
from dossier.claims.sources import is_known
from dossier.language import Paragraph
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities import clause_of, is_beside, is_negated
from dossier.records import Attribution, Quantity
from dossier.syntax.inflection import finite_tense, is_foreseen, is_participle, is_supposed
from dossier.syntax.sentence import is_infinitive
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Span, Token

_HEADING = 6  # words before a colon that may call what its list holds a fear


def manner_of(
    quantity: Quantity, source: Attribution | None, paragraph: Paragraph, figure: Span
) -> tuple[str, str]:
    """Return stance and modality: the speaker's, turned by the grammar of the clause around the figure."""
    stance, modality = (source.stance, source.modality) if source else ("affirm", "asserted")
    if source and stance == "deny" and (source.kind == "direct" or source.cue_start >= source.content_end):
        stance = "affirm"  # "« Ils étaient 80 », rectifie la gendarmerie"
    clause = None if is_beside(figure) else clause_of(figure)
    if _is_rejected(figure) and not (source and source.content_start == quantity.start):
        return "deny", modality
    if stance == "affirm" and _is_feared(figure):
        return "hypothetical", "asserted"
    if clause is not None and stance == "affirm":
        said = source and source.content_start <= paragraph.offset(clause) < source.content_end
        capped = quantity.comparator == "at_most"  # "la perte ne dépasse pas deux millions" affirms
        if said and quantity.high != 0 and not capped and is_negated(clause, figure):
            stance = "deny"
        elif is_supposed(clause):
            stance = "hypothetical"
    cue = paragraph.char_span(source.cue_start, source.cue_end) if source and source.cue_start >= 0 else None
    led = modality == "sought" and _is_led(cue, figure) and not is_offered(figure)
    sought = is_sought(figure) or led
    if modality == "sought" or (sought and (stance, modality) == ("affirm", "asserted")):
        return stance, "sought" if sought else "asserted"
    done = is_known(figure) or (clause is not None and _is_done(figure, clause))
    beside = (modality == "planned" and done) or (modality == "estimated" and not _is_reckoned(cue, figure))
    if beside:  # "n'a promis que 300 euros, votés par 14 voix"
        return stance, "asserted"
    before = figure.doc[figure.start - 1].lower_ if figure.start else ""
    # in brackets, or what somebody has: a fact in any clause, "le wagon, de 60 tonnes, sera examiné"
    if modality != "asserted" or before in vocabulary("given") or is_size(figure):
        return stance, modality
    return stance, _by_grammar(quantity, figure, stance, clause)


def _by_grammar(quantity: Quantity, figure: Span, stance: str, clause: Token | None) -> str:
    """Return the modality of *figure* by its own *clause*, where nobody's words say it."""
    if quantity.conditional:
        foretold = clause is not None and clause.lemma_ in load_lexicon("claims")["foretelling"]
        return "planned" if foretold or (clause is not None and is_foreseen(clause)) else "conditional"
    if stance != "affirm":
        return "asserted"
    if _will_be(figure, clause) or (quantity.predicate and _is_intended(figure)):
        return "planned"
    return "estimated" if _is_estimated(figure) else "asserted"


def _will_be(figure: Span, clause: Token | None) -> bool:
    """Return whether *figure* is right under its *clause*: not "la prime, de 300 euros, ira"."""
    if clause is None or finite_tense(clause) != "Fut" or figure.root.dep_ == "appos":
        return False
    nouns, verb = up_to_verb(figure.root)
    direct = not nouns or (len(nouns) == 1 and nouns[0].dep_ in ("obj", "nsubj:pass", "conj"))
    rest = _is_done(figure, clause) or is_known(figure) or _is_whole(figure, clause)
    return verb is not None and direct and not rest


def _is_reckoned(cue: Span | None, figure: Span) -> bool:
    """Return whether *figure* is what *cue* reckons.

    Not "misent sur une centrale de 120 mégawatts", "chiffre la perte à 2 millions, pour un budget de 4".
    """
    nouns = up_to_verb(figure.root)[0]
    bets = cue is not None and cue.root.lemma_ in load_lexicon("reporting")["betting"]
    cases = {t.lower_ for noun in (figure.root, *nouns) for t in noun.children if t.dep_ == "case"}
    return not (bets and nouns) and cases.isdisjoint(load_lexicon("claims")["beside"])


def _is_estimated(figure: Span) -> bool:
    """Return whether *figure* is what a thing is reckoned at, by nobody in particular: "est estimé à 300"."""
    led = figure.start and figure.doc[figure.start - 1].lower_ in vocabulary("to")
    verb = next((token for token in figure.root.ancestors if token.pos_ in ("VERB", "ADJ")), None)
    return bool(led and verb is not None and is_participle(verb) and verb.lemma_ in vocabulary("estimating"))


def _is_led(cue: Span | None, figure: Span) -> bool:
    """Return whether *cue* is over *figure*, and no preposition parts them, or that takes it up."""
    between = figure.doc[cue.end : figure.start] if cue else ()
    under = cue is None or not {*cue}.isdisjoint(figure.root.ancestors)
    return under and all(token.pos_ != "ADP" or token.lower_ in vocabulary("of") for token in between)


def _is_intended(figure: Span) -> bool:
    """Return whether *figure* is of a plan: "un plan de 300 départs", "s'engage à « fermer 30 usines »"."""
    above = takewhile(lambda t: t.pos_ not in ("VERB", "AUX") or is_infinitive(t), figure.root.ancestors)
    plan = next((t for t in above if t.lemma_ in load_lexicon("claims")["plans"]), None)
    verb = figure.root.head
    quoted = [token.text for token in figure.doc[max(0, verb.i - 2) : verb.i]] == ["à", "«"]
    # "contre le projet d'incinérateur, 300 selon la police"
    apart = figure.start > 0 and figure.doc[figure.start - 1].text == ","
    return (quoted and is_infinitive(verb)) or (plan is not None and not apart)


def _is_feared(figure: Span) -> bool:
    """Return whether *figure* is of what is feared, not told: "craignent 300 départs", in a list of fears."""
    before = figure.doc[figure.sent.start : figure.start]
    colon = next((token.i for token in reversed(before) if token.text == ":"), 0)
    heads = figure.doc[max(before.start, colon - _HEADING) : 0 if _is_intended(figure) else colon]
    fears = load_lexicon("claims")["fears"]
    above = (token for token in figure.root.ancestors if token.i < figure.start)
    return any(token.lemma_ in fears for token in (*heads, *above))


def _is_done(figure: Span, clause: Token) -> bool:
    """Return whether a participle stands between *figure* and its clause: "tenant 300 ponts, il pourra"."""
    above = (token for token in figure.root.ancestors if token in clause.subtree and token != clause)
    return any(is_participle(token) and token.dep_ in ("acl", "advcl") for token in above)


def _is_rejected(figure: Span) -> bool:
    """Return whether *figure* is set aside for another: "douze pièces, pas neuf", "et non 300"."""
    lexicon, before = load_lexicon("claims"), figure.doc[max(0, figure.start - 2) : figure.start]
    return (
        len(before) == 2
        and before[0].lower_ in lexicon["setting_aside"]
        and before[1].lower_ in lexicon["aside"]
    )


def _is_whole(figure: Span, clause: Token) -> bool:
    """Return whether only a part of *figure* is what will be: "des neuf blessés, trois partiront"."""
    opens = figure.doc[figure.sent.start].lower_ in word_set("quantities", "borrowing.out_of")
    behind = figure.doc[figure.end : clause.i]
    return opens and any(a.text == "," and (b.like_num or b.pos_ == "NUM") for a, b in pairwise(behind))

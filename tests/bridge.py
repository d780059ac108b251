"""A made-up corpus of two articles about a bridge, with its records made by hand: no model is needed."""

from __future__ import annotations

from dataclasses import replace

from dossier.analysis import Analysis
from dossier.investigation import ActorEntry, EventType, Investigation, Side, Theme, Topic
from dossier.records import (
    Article,
    Assessment,
    Claim,
    Discrepancy,
    Mention,
    Published,
    Quotation,
    Reuse,
    stable_id,
)

FIRST = (
    "Le conseil a voté la fermeture du pont le 3 mai 2021. Selon la préfecture, au moins 200 riverains "
    "sont touchés. « Le pont tiendra », a déclaré Anne Le Goff, tribologue. "
    "La fermeture coûtera cher à la ville."
)
SECOND = (
    "La fermeture du pont a été votée le 4 mai 2021. "
    "Le maire a affirmé que jusqu'à 500 riverains attendaient. "
    "La préfecture dément ces chiffres. La fermeture coûtera cher à la ville."
)
ASKED = Investigation(
    title="The bridge",
    subtitle="Who says it will hold",
    authors=("A. Reader",),
    date="2021-06-01",
    version="1.2",
    url="https://example.org/bridge",
    topics=(Topic("residents", "Residents"), Topic("money", "Money")),
    event_types=(EventType("vote", "Vote on the closure", lane="Council"),),
    path=("vote",),
    themes=(Theme("safety", "Safety"),),
    sides=(Side("Town", ("maire",)),),
    actors=(ActorEntry("préfecture", side="State", category="official"),),
)


def article(article_id: str, text: str, published: str = "2021-05-04", title: str = "") -> Article:
    """Return a readable article that holds *text*."""
    return Article(
        article_id=article_id,
        file=f"{article_id}.txt",
        sha256="0" * 64,
        status="ok",
        text=text,
        title=title,
        outlet="La Gazette",
        language="fr",
        words=len(text.split()),
        published=Published(published, published, "stated"),
    )


def sentences(one: Article) -> tuple[tuple[str, int, int], ...]:
    """Return the spans of the sentences of *one*."""
    found, start = [], 0
    for piece in one.text.split(". "):
        end = min(start + len(piece) + 1, len(one.text))
        found.append((one.article_id, start, end))
        start = end + 1
    return tuple(found)


def place(one: Article, words: str, prefix: str) -> tuple[str, str, int, int, str]:
    """Return id, article, start, end and text of *words* in *one*."""
    start = one.text.index(words)
    end = start + len(words)
    return stable_id(prefix, one.article_id, start, end), one.article_id, start, end, words


def mention(one: Article, words: str, event_id: str, date: str, **more: object) -> Mention:
    """Return a mention of the vote."""
    key, article_id, start, end, text = place(one, words, "m")
    kind = {"type": "vote", "label": "Vote on the closure"} | more
    return Mention(key, event_id, article_id, start, end, text, start, end, date=date, **kind)  # type: ignore[arg-type]


def claim(one: Article, words: str, **more: object) -> Claim:
    """Return a claim about residents."""
    return Claim(*place(one, words, "c"), **({"topic": "residents"} | more))  # type: ignore[arg-type]


def build(first: str = FIRST, second: str = SECOND, title: str = "Le pont fermé") -> Analysis:
    """Return the analysis of the two articles; other texts must hold the same passages."""
    a, b = article("001_abc", first, title=title), article("002_def", second, "2021-05-06")
    votes = (
        mention(a, "fermeture du pont le 3 mai 2021", "e-vote0000", "2021-05-03"),
        mention(b, "fermeture du pont a été votée le 4 mai 2021", "e-vote0000", "2021-05-04"),
    )
    claims = (
        claim(a, "au moins 200 riverains", low=200.0, comparator="at_least", claimant=("préfecture",)),
        claim(
            b,
            "jusqu'à 500 riverains",
            high=500.0,
            comparator="at_most",
            claimant=("maire",),
            said_on="2021-05-05",
        ),
        claim(b, "dément ces chiffres", claimant=("préfecture",), stance="deny"),
    )
    quoted = place(a, "Le pont tiendra", "q")
    quotation = Quotation(
        *quoted, "direct", quoted[2], quoted[3], ("Anne Le Goff",), "Anne Le Goff", "tribologue", "",
        "expert", "a déclaré", ("safety",),
    )  # fmt: skip
    ids = tuple(vote.mention_id for vote in votes)
    statement = "Vote on the closure: dated 2021-05-03 in 001 but 2021-05-04 in 002."
    shared = "La fermeture coûtera cher à la ville"
    start_a, start_b = a.text.index(shared), b.text.index(shared)
    return Analysis(
        investigation=ASKED,
        articles=(a, b),
        dates=(),
        events=votes,
        claims=claims,
        quotations=(quotation,),
        discrepancies=(Discrepancy("x-00000001", "date", "e-vote0000", statement, "conflict", ids, "Once."),),
        reuse=(
            Reuse("r-00000001", a.article_id, start_a, start_a + len(shared), b.article_id, start_b,
                  start_b + len(shared), shared, 1.0, 7),
        ),
        assessments=(
            Assessment(votes[0].mention_id, "high", (), 2, 2, "accepted"),
            Assessment(claims[0].claim_id, "medium", ("the claimant is named",), 1, 1, "corrected"),
            Assessment("x-00000001", "medium", (), 2, 2),
        ),
        sentences=(*sentences(a), *sentences(b)),
    )  # fmt: skip


def empty() -> Analysis:
    """Return the analysis of nothing, by an investigation that asks nothing."""
    return Analysis(Investigation(), (), (), (), (), ())


def crowd(articles: int) -> Analysis:
    """Return the analysis of many articles, each with an event, a claim and a speaker of its own."""
    made = build()
    texts = [article(f"{n:03}_x", FIRST, f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(articles)]
    events = tuple(
        mention(one, "fermeture du pont le 3 mai 2021", f"e-{n:08}", f"2021-{n % 12 + 1:02}-{n % 28 + 1:02}",
                label=f"A vote with quite a long name, number {n}")
        for n, one in enumerate(texts)
    )  # fmt: skip
    claims = tuple(
        claim(
            one,
            "au moins 200 riverains",
            low=200.0 + n,
            comparator="at_least",
            claimant=(f"association {n}",),
        )
        for n, one in enumerate(texts)
    )
    long = "Une association de riverains au nom interminable"
    wide = {"high": 9000.0, "comparator": "between", "claimant": (long,), "modality": "conditional"}
    claims = (replace(claims[0], **wide), *claims[1:])
    quotations = tuple(
        Quotation(*place(one, "Le pont tiendra", "q"), "direct", 0, 1, (f"Personne Numéro {n}",),
                  category="witness", themes=("safety",))
        for n, one in enumerate(texts)
    )  # fmt: skip
    spans = tuple(span for one in texts for span in sentences(one))
    return Analysis(made.investigation, tuple(texts), (), events, claims, quotations, sentences=spans)

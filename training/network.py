"""What speaks for a contradiction of two sentences: the lower layers of the base, and a head on the means."""

import torch
from torch import nn
from torch.nn import functional

from training.base import PAD, Base

LAYERS = 6
_DROPPED = 0.1
_TINY = 1e-12


class Layer(nn.Module):
    """One layer of a BERT encoder."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        """Make a layer of *width*, with *inner* units between and so many *heads*."""
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.aln, self.oln = nn.LayerNorm(width, eps=_TINY), nn.LayerNorm(width, eps=_TINY)
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return *x* (pairs, pieces, width) one layer further; *mask* tells pieces from padding."""
        pairs, pieces, width = x.shape
        q, k, v = (f(x).view(pairs, pieces, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.aln(x + self.drop(self.ao(seen.transpose(1, 2).reshape(pairs, pieces, width))))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Network(nn.Module):
    """The encoder over both sentences, and a head that compares the means of the two."""

    def __init__(self, base: Base, kept: list[int]) -> None:
        """Take the weights of *base*, of its pieces those that are *kept*."""
        super().__init__()
        w = base.width
        self.word = nn.Embedding(len(kept), w)
        self.pos, self.side = nn.Embedding(512, w), nn.Embedding(2, w)
        self.eln = nn.LayerNorm(w, eps=_TINY)
        self.layers = nn.ModuleList(Layer(w, base.inner, base.heads) for _ in range(LAYERS))
        self.drop = nn.Dropout(_DROPPED)
        self.head = nn.Sequential(nn.Linear(4 * w, w), nn.GELU(), nn.Dropout(_DROPPED), nn.Linear(w, 2))
        fresh = {name for name in self.state_dict() if name.startswith("head")}
        taken = {}
        for name, own in self.state_dict().items():
            if name in fresh:
                continue
            flat = torch.from_numpy(base.weights[_name_in_base(name)].copy())
            taken[name] = flat.view(-1, w)[kept] if name == "word.weight" else flat.view(own.shape)
        taken["side.weight"][1] = taken["side.weight"][0] + 0.02 * torch.randn(w)  # the second was never used
        self.load_state_dict(taken, strict=False)
        for part in (self.word, self.pos, *self.layers[:2]):  # what the few examples could only spoil
            part.requires_grad_(requires_grad=False)

    def forward(self, pieces: torch.Tensor, sides: torch.Tensor) -> torch.Tensor:
        """Return for each pair what speaks against and for a contradiction; *sides* tells the two apart."""
        there = pieces != PAD
        places = torch.arange(pieces.shape[1])[None]
        x = self.drop(self.eln(self.word(pieces) + self.pos(places) + self.side(sides)))
        for layer in self.layers:
            x = layer(x, there[:, None, None, :])
        one, other = (_mean(x, there & (sides == side)) for side in (0, 1))
        both = torch.cat([one + other, (one - other).abs(), one * other, (one - other) ** 2], 1)
        return self.head(both)


def _mean(x: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
    weight = chosen.to(x.dtype)[..., None]
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


def _name_in_base(name: str) -> str:
    """Return what the base calls the weights that the network calls *name*: "layers.3.q.weight", "l3.q.w"."""
    start, _, kind = name.rpartition(".")
    if start in ("word", "pos", "side"):
        return f"emb.{'type' if start == 'side' else start}"
    start = start.replace("eln", "emb.ln").replace("layers.", "l")
    return f"{start}.{kind[0]}"

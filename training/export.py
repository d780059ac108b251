"""The trained network as an ONNX file, and its pieces of words as a file of the sentencepiece package."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.base import BLOCK, model_of
from training.network import Network

_OPSET = 21  # the first with weights of four bits in blocks
_LARGE = 4096  # numbers from which weights are packed
_FOUR, _EIGHT = 7, 127
_FINE = 1e-3  # share of a weight that four bits may change


def write(network: Network, pieces: list[tuple[str, float]], files: tuple[Path, Path]) -> None:
    """Write *network* and its *pieces* into *files*: what four bits hold exactly in four, else eight."""
    model, cut = files
    example = torch.zeros(2, 16, dtype=torch.int64)
    axes = {"pieces": {0: "pairs", 1: "length"}, "sides": {0: "pairs", 1: "length"}, "told": {0: "pairs"}}
    torch.onnx.export(
        network,
        (example, example),
        str(model),
        input_names=["pieces", "sides"],
        output_names=["told"],
        dynamic_axes=axes,
        opset_version=20,
        dynamo=False,
    )
    made = onnx.load(str(model))
    made.opset_import[0].version = _OPSET
    made.ir_version = 10
    graph = made.graph
    packed: list[onnx.NodeProto] = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.ndim == 2 and values.size > _LARGE:
            graph.initializer.remove(tensor)
            new, node = _packed(tensor.name, values)
            graph.initializer.extend(new)
            packed.append(node)
    nodes = [*packed, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(made)
    onnx.save(made, str(model))
    cut.write_bytes(model_of(pieces))


def _packed(name: str, values: np.ndarray) -> tuple[list[onnx.TensorProto], onnx.NodeProto]:
    """Return the weights and scales of *values*, and the node that unpacks them."""
    for axis in (1, 0):
        blocks = np.moveaxis(values, axis, -1)
        if blocks.shape[-1] % BLOCK:
            continue
        rows = blocks.reshape(*blocks.shape[:-1], -1, BLOCK)
        scale = _scale_of_four(rows)
        whole = np.clip(np.rint(rows / scale[..., None]), -8, 7)
        if np.abs(whole * scale[..., None] - rows).max() <= _FINE * np.abs(rows).max():
            back = np.moveaxis(whole.reshape(blocks.shape), -1, axis).astype(np.int8)
            scales = np.moveaxis(scale, -1, axis).astype(np.float32)
            weights = helper.make_tensor(f"{name}.4", TensorProto.INT4, values.shape, back.reshape(-1))
            return _unpacking(name, weights, scales, axis=axis, block_size=BLOCK)
    scales = np.maximum(np.abs(values).max(axis=0), 1e-12).astype(np.float32) / _EIGHT
    weights = numpy_helper.from_array(np.rint(values / scales).astype(np.int8), f"{name}.8")
    return _unpacking(name, weights, scales, axis=1)


def _scale_of_four(rows: np.ndarray) -> np.ndarray:
    """Return the scale of each block: its value farthest from nought is -8, or the like, in the base."""
    farthest = np.take_along_axis(rows, np.abs(rows).argmax(-1)[..., None], -1)[..., 0]
    return np.where(farthest == 0, 1, farthest / -8)


def _unpacking(
    name: str, weights: onnx.TensorProto, scales: np.ndarray, **how: int
) -> tuple[list[onnx.TensorProto], onnx.NodeProto]:
    scale = numpy_helper.from_array(scales, f"{name}.scale")
    node = helper.make_node("DequantizeLinear", [weights.name, scale.name], [name], **how)
    return [weights, scale], node

"""Records to plain JSON values and back, led by their type annotations: nothing but records can come out."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

Reader = Callable[[Any], Any]


def to_plain(value: Any) -> Any:
    """Return *value* as lists, strings and numbers; a record becomes the list of its fields."""
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(map(to_plain, value))
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        kind: Any = type(value)
        return [to_plain(getattr(value, name)) for name in _names(kind)]
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """Return the *kind* that `to_plain` made *value* of.

    Raises:
        ValueError: *value* is not shaped as *kind* is.
    """
    return _reader(kind)(value)


@functools.cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@functools.cache
def _reader(kind: Any) -> Reader:
    """Return the function that reads a plain value as *kind*."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (_reader(a) for a in arguments if a is not type(None))
        return lambda value: None if value is None else inner(value)
    if origin in (tuple, frozenset):
        return _tuple_reader(arguments) if origin is tuple else _set_reader(arguments[0])
    if origin in (dict, Mapping):
        item = _reader(arguments[1])
        return lambda value: {key: item(each) for key, each in _checked(dict, value).items()}
    if is_dataclass(kind):
        return _record_reader(kind)
    return _freeze if kind is Any else functools.partial(_checked, (int, float) if kind is float else kind)


def _tuple_reader(arguments: tuple[Any, ...]) -> Reader:
    if arguments[-1] is Ellipsis:
        item = _reader(arguments[0])
        return lambda value: tuple([item(each) for each in _checked(list, value)])
    items = [_reader(argument) for argument in arguments]
    return lambda value: tuple([read(v) for read, v in zip(items, _checked(list, value), strict=True)])


def _set_reader(kind: Any) -> Reader:
    item = _reader(kind)
    return lambda value: frozenset([item(each) for each in _checked(list, value)])


def _record_reader(kind: Any) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = [_reader(hints[name]) for name in _names(kind)]
    return lambda value: kind(*[read(v) for read, v in zip(readers, _checked(list, value), strict=True)])


def _freeze(value: Any) -> Any:
    return tuple(map(_freeze, value)) if isinstance(value, list) else value


def _checked(kind: Any, value: Any) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"{type(value).__name__} found where {kind} belongs")
    return value

r"""A library as JSON Lines: one record a line, the kind of `record` first, a span as [document, start, end].

    {"record": "document", "name": "000_….txt", "sha256": "…"}
    {"record": "entry", "position": 21, "span": ["000_….txt", 20054, 20869], "name": {"state": "stated", …}, …}

The words themselves stand beside each span ("quote") for whoever reads or compares the file; on reading back, they and
the documents' hashes prove that the spans still are those of the same documents.
"""

from __future__ import annotations

import hashlib
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from ingest.document import Document, Span
from ingest.entry import Cell, Entry
from ingest.errors import LibraryError

VERSION = 1
_REMEDY = "relancez « coopsante index » pour la refaire."


def write_records(path: Path, documents: tuple[Document, ...], records: Mapping[str, tuple[Any, ...]]) -> None:
    """Write records by kind, in order; the same records always give the same bytes."""
    lines: list[dict[str, Any]] = [{"record": "library", "version": VERSION}]
    lines += [{"record": "document", "name": d.name, "sha256": _hash(d)} for d in documents]
    for kind, group in records.items():
        lines += [{"record": kind, **_encode(record)} for record in group]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="\n")


def read_records(path: Path, documents: tuple[Document, ...], kinds: Mapping[str, type[Any]]) -> dict[str, list[Any]]:
    """The records of each kind. Raises `LibraryError` where the file isn't a whole library of these documents."""
    by_name = {document.name: document for document in documents}
    found: dict[str, list[Any]] = {kind: [] for kind in kinds}
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if not rows or rows[0].get("version") != VERSION:
            raise LibraryError(f"La bibliothèque {path} est d'une autre version : {_REMEDY}")
        hashes = {row["name"]: row["sha256"] for row in rows[1:] if row["record"] == "document"}
        if hashes != {document.name: _hash(document) for document in documents}:
            raise LibraryError(f"La bibliothèque {path} vient d'autres documents que ceux du corpus : {_REMEDY}")
        for row in rows[1:]:
            if (kind := row.pop("record")) != "document":
                found[kind].append(_decode(kinds[kind], row, by_name))
    except FileNotFoundError as error:
        raise LibraryError(f"La bibliothèque {path} est introuvable : {_REMEDY}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LibraryError(f"La bibliothèque {path} est endommagée ({error}) : {_REMEDY}") from error
    return found


def _hash(document: Document) -> str:
    return hashlib.sha256(document.text.encode("utf-8")).hexdigest()


def _encode(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.name, value.start, value.end]
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value):
        row = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
        span = getattr(value, "span", None)
        if isinstance(span, Span) and not isinstance(value, Entry) and row.get("value") != span.quote:
            row["quote"] = span.quote
        return row
    return value


def _decode(hint: Any, value: Any, documents: Mapping[str, Document]) -> Any:
    if value is None:
        return None
    if hint is Span:
        name, start, end = value
        return Span(documents[name], start, end)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return tuple(_decode(arguments[0], item, documents) for item in value)
    if origin in (types.UnionType, Union):
        return _decode(next(a for a in arguments if a is not type(None)), value, documents)
    kind = origin or hint
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if is_dataclass(kind):
        return _decode_record(kind, arguments, value, documents)
    return value


def _decode_record(
    kind: Any, arguments: tuple[Any, ...], row: dict[str, Any], documents: Mapping[str, Document]
) -> Any:
    quote = row.pop("quote", None)
    hints = _hints(kind)
    if kind is Cell:
        hints = {**hints, "value": arguments[0]}
    record = kind(**{name: _decode(hints[name], value, documents) for name, value in row.items()})
    if quote is not None and record.span.quote != quote:
        raise ValueError(f"{record.span.name} {record.span.start}:{record.span.end} n'est plus « {quote[:40]} »")
    return record


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)

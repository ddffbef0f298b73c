"""Replies to judge, read from the JSON of the batch interface and from nothing else.

    {"id": "attribut-001", "replies": [{"answer": "819 684-1234 [1]", "abstained": false, "clarifying": false,
     "cooperatives": [{"document": "000_….txt", "position": 23, "name": "…"}],
     "citations": [{"marker": 1, "quote": "819 684-1234", …}]}]}

Fields that aren't judged are ignored, so the interface may grow. `computed`, where given, lists the figures of the
answer that no quotation holds because they were computed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


class ReplyError(Exception):
    """A reply isn't in the batch format; the message is French."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One quotation and where it claims to come from."""

    marker: int
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Cooperative:
    """One co-op that a reply presents: its rank in the table of a document, from 1, and the name it is given there."""

    document: str
    position: int
    name: str
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply, with the co-ops that it presents, in its order."""

    answer: str
    abstained: bool
    clarifying: bool
    cooperatives: tuple[Cooperative, ...]
    citations: tuple[Citation, ...]
    computed: tuple[str, ...] = ()

    @property
    def positions(self) -> tuple[int, ...]:
        return tuple(one.position for one in self.cooperatives)


def parse_reply(raw: Mapping[str, Any]) -> Reply:
    """The reply that a batch object says; `ReplyError` names the field that is missing or of the wrong kind."""
    citations = tuple(
        Citation(
            _field(one, "marker", int),
            _field(one, "document", str),
            _field(one, "start", int),
            _field(one, "end", int),
            _field(one, "quote", str),
        )
        for one in _field(raw, "citations", list)
    )
    return Reply(
        _field(raw, "answer", str),
        _field(raw, "abstained", bool),
        _field(raw, "clarifying", bool),
        tuple(
            Cooperative(
                _field(one, "document", str),
                _field(one, "position", int),
                _field(one, "name", str),
                None if one.get("distance_km") is None else float(_field(one, "distance_km", (int, float))),
            )
            for one in _field(raw, "cooperatives", list)
        ),
        citations,
        tuple(str(value) for value in (_field(raw, "computed", list) if "computed" in raw else ())),
    )


def read_replies(path: Path) -> dict[str, tuple[Reply, ...]]:
    """The replies of a batch file, by the id of their conversation; a conversation that failed has none."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # an answer may hold the other ends of line
    except (OSError, UnicodeDecodeError) as error:
        raise ReplyError(f"Le fichier de réponses {path} est illisible : {error}.") from error
    replies: dict[str, tuple[Reply, ...]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            failed = isinstance(raw, dict) and "error" in raw
            replies[_field(raw, "id", str)] = (
                () if failed else tuple(parse_reply(reply) for reply in _field(raw, "replies", list))
            )
        except (json.JSONDecodeError, ReplyError) as error:
            raise ReplyError(f"{path.name}, ligne {number} : {error}") from error
    return replies


def replies_text(replies: Mapping[str, Iterable[Reply]]) -> str:
    """Replies as a batch file holds them, one conversation a line; `read_replies` gives them back."""
    rows = ({"id": key, "replies": [asdict(reply) for reply in said]} for key, said in replies.items())
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _field(raw: Any, name: str, kind: type | tuple[type, ...]) -> Any:
    if not isinstance(raw, Mapping) or not isinstance(raw.get(name), kind):
        raise ReplyError(f"le champ « {name} » manque ou n'est pas de la bonne sorte")
    return raw[name]

"""Every sentence of the wording is said somewhere, and every sentence said is in the wording: read from the code."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import assistant

PACKAGE = Path(assistant.__file__).parent
SENTENCES = {
    f"{section}.{key}": text
    for section, said in tomllib.loads((PACKAGE / "sentences" / "fr.toml").read_text(encoding="utf-8")).items()
    for key, text in said.items()
}
SAY = {"say", "add", "join", "has"}
BY_DEFAULT = {"joined"}  # takes the name of a sentence as its last argument


@dataclass(frozen=True)
class Said:
    """A name of a sentence in the code: a pattern, for names that are put together (f"field.{field}")."""

    where: str
    pattern: str
    values: frozenset[str] | None  # given to the sentence; None where they can't be told from the code
    exact: bool


def _literals(node: ast.expr) -> Iterator[tuple[str, bool]]:
    """The patterns of names that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.escape(node.value), True
    elif isinstance(node, ast.JoinedStr):
        parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"\w*" for p in node.values]
        yield "".join(parts), False
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _said() -> Iterator[Said]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path.relative_to(PACKAGE)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                name = node.func.attr
                known = None if any(k.arg is None for k in node.keywords) else {k.arg or "" for k in node.keywords}
                if name in SAY:
                    values = frozenset(known) if known is not None and name != "has" else None
                    for pattern, exact in _literals(node.args[0]):
                        yield Said(where, pattern, values, exact)
                elif name in BY_DEFAULT:
                    for argument in node.args[1:]:
                        for pattern, exact in _literals(argument):
                            yield Said(where, pattern, frozenset(), exact)
            elif isinstance(node, ast.FunctionDef | ast.Dict | ast.Tuple | ast.IfExp):
                for constant in ast.iter_child_nodes(node):  # names kept in a table, chosen or given by default
                    if isinstance(constant, ast.Constant) and constant.value in SENTENCES:
                        yield Said(where, re.escape(str(constant.value)), None, True)
            elif isinstance(node, ast.arguments):
                for default in (*node.defaults, *node.kw_defaults):
                    if isinstance(default, ast.Constant) and default.value in SENTENCES:
                        yield Said(where, re.escape(str(default.value)), None, True)


ALL_SAID = tuple(s for s in _said() if re.match(r"[a-z_]+\\\.", s.pattern))


def _wanted(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("said", [pytest.param(s, id=f"{s.where} {s.pattern}") for s in ALL_SAID])
def test_what_the_code_says_is_in_the_wording(said: Said) -> None:
    assert any(re.fullmatch(said.pattern, name) for name in SENTENCES)


@pytest.mark.parametrize(
    "said", [pytest.param(s, id=f"{s.where} {s.pattern}") for s in ALL_SAID if s.exact and s.values is not None]
)
def test_a_sentence_gets_every_value_it_wants(said: Said) -> None:
    name = said.pattern.replace("\\", "")
    assert said.values is not None
    assert _wanted(SENTENCES[name]) <= said.values


def test_no_sentence_is_never_said() -> None:
    unused = [name for name in SENTENCES if not any(re.fullmatch(said.pattern, name) for said in ALL_SAID)]
    assert unused == []

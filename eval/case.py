"""Evaluation cases: a conversation, what each of its replies must hold, and the words of the source that prove it.

One case a line of `cases/*.jsonl`; staff add one without writing code:

    {"id": "attribut-001", "class": "attribut",
     "turns": [{"ask": "Le téléphone de la coop d'Aylmer ?",
                "expect": {"cooperatives": {"exactly": [23]}, "facts": ["819 684-1234"], "max_chars": 600}}],
     "proof": [{"document": "000_….txt", "quote": "819 684-1234", "start": 20311}]}

A fact is one string, its alternatives between bars ("8|huit"). `start` may be left out of a proof. A case that expects
something to be said has a proof; one that expects silence or a question back may have none. A turn that follows others
may give the same question asked whole (`alone`) and how it changes what was asked (`edit`). Every line is read before
anything is refused, so that one run shows all that has to be mended. `cases/LISEZ-MOI.md` is the same for staff.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.document import Document, Span

CASES = Path(__file__).parent / "cases"
SPLITS = ("dev", "test")
LANGUAGES = ("fr", "en")
# How one person asks what another asks otherwise; a family has a case for each.
WAYS = ("formel", "mots_cles", "parle", "sans_accents", "fautes", "sms")
# What a turn changes of the question before it; "neuf": nothing, it is a new question that inherits nothing.
EDITS = (
    *("lieu", "service", "champ", "annee", "rayon", "filtre", "retrait", "agregat", "forme"),
    *("pronom", "rang", "correction", "choix", "retour", "pourquoi", "neuf"),
)


class CaseError(Exception):
    """One or several lines of a file of cases can't be used; the message is French, one line for each problem."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The co-ops wanted, by their rank in the table; None where a condition isn't set."""

    exactly: tuple[int, ...] | None = None
    at_least: tuple[int, ...] | None = None
    none_of: tuple[int, ...] | None = None
    first: int | None = None
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one reply must hold. None: not checked; no `language`: French.

    `emergency`: an emergency line comes first, or none is pushed. `documents`: file names that must be cited, and which
    first. `social`: a greeting or thanks, where nothing is to be proved.
    """

    cooperatives: Expected | None = None
    facts: tuple[tuple[str, ...], ...] = ()
    not_facts: tuple[tuple[str, ...], ...] = ()
    cites: tuple[tuple[str, ...], ...] = ()
    documents: tuple[str, ...] = ()
    first_document: str | None = None
    abstained: bool | None = None
    clarifying: bool | None = None
    emergency: bool | None = None
    language: str | None = None
    social: bool = False
    max_chars: int | None = None

    @property
    def silent(self) -> bool:
        """Whether this reply states nothing that the source could prove."""
        none = self.cooperatives is not None and self.cooperatives.empty and not self.cites
        return bool(self.abstained or self.clarifying or self.emergency or self.social or none)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person types and what the reply must hold; `alone` asks the same of someone who heard nothing before."""

    ask: str
    expect: Expectation
    alone: str | None = None
    edit: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation with its checks. Cases of one `family` ask the same thing, each in its `way`.

    `note` says why the case is there: who met the bad answer, what is disputable in it.
    """

    id: str
    kind: str  # "class" in the file
    split: str
    turns: tuple[Turn, ...]
    proof: tuple[Span, ...]
    family: str | None = None
    way: str | None = None
    note: str | None = None


def load_cases(path: Path, documents: Sequence[Document]) -> tuple[Case, ...]:
    """The cases of one file, in order; the file's name is their split."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"Le fichier de cas {path} est illisible : {error}.") from error
    cases: list[Case] = []
    problems: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = parse_case(line, path.stem, documents)
            if case.id in {other.id for other in cases}:
                raise CaseError(f"l'identifiant « {case.id} » sert déjà plus haut")
            cases.append(case)
        except CaseError as problem:
            problems.append(f"{path.name}, ligne {number} : {problem}.")
    if problems:
        raise CaseError("\n".join(problems))
    return tuple(cases)


def parse_case(line: str, split: str, documents: Sequence[Document]) -> Case:
    """The case of one line. Raises `CaseError`, whose message is the end of a sentence, without its full stop."""
    by_name = {document.name: document for document in documents}
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise CaseError(f"ce n'est pas du JSON valide ({error.msg}, colonne {error.colno})") from error
    needed = {"id", "class", "turns", "proof"}
    raw = _keys(raw, "le cas", needed | {"family", "way", "note"}, needed)
    if not isinstance(raw["turns"], list) or not raw["turns"]:
        raise CaseError("« turns » doit être une liste d'au moins un tour")
    turns = tuple(_turn(turn, rank, by_name) for rank, turn in enumerate(raw["turns"], start=1))
    if turns[-1].expect == Expectation():
        raise CaseError("« expect » du dernier tour est vide : rien ne serait vérifié")
    if not isinstance(raw["proof"], list):
        raise CaseError("« proof » doit être une liste")
    proof = tuple(_proof(item, by_name) for item in raw["proof"])
    if not proof and not all(turn.expect.silent or turn.expect == Expectation() for turn in turns):
        raise CaseError("il manque une preuve : citez les mots du document qui rendent la réponse juste")
    family = _text(raw, "family") if "family" in raw else None
    way = _one_of(raw, "way", WAYS) if "way" in raw else None
    if way and not family:
        raise CaseError("« way » est une manière de poser la question d'une famille : il manque « family »")
    note = _text(raw, "note") if "note" in raw else None
    return Case(_text(raw, "id"), _text(raw, "class"), split, turns, proof, family, way, note)


def _turn(raw: Any, rank: int, documents: Mapping[str, Document]) -> Turn:
    raw = _keys(raw, f"le tour {rank}", {"ask", "expect", "alone", "edit"}, {"ask", "expect"})
    if not isinstance(raw["ask"], str):
        raise CaseError(f"au tour {rank}, « ask » doit être un texte")
    if rank == 1 and {"alone", "edit"} & set(raw):
        raise CaseError("le premier tour ne suit rien : « alone » et « edit » sont pour les suivants")
    alone = _text(raw, "alone") if "alone" in raw else None
    edit = _one_of(raw, "edit", EDITS) if "edit" in raw else None
    fields = set(Expectation.__dataclass_fields__)
    wanted = _keys(raw["expect"], f"« expect » du tour {rank}", fields, set())
    read: dict[str, Any] = {}
    for name, value in wanted.items():
        if name == "cooperatives":
            read[name] = _cooperatives(value)
        elif name in ("facts", "not_facts", "cites"):
            read[name] = _facts(name, value)
        elif name == "language":
            read[name] = _one_of(wanted, name, LANGUAGES)
        elif name == "documents":
            read[name] = _names(value, documents)
        elif name == "first_document":
            (read[name],) = _names([value], documents)
        elif name == "max_chars":
            read[name] = _number(name, value)
        elif isinstance(value, bool):
            read[name] = value
        else:
            raise CaseError(f"« {name} » doit valoir true ou false")
    return Turn(raw["ask"], Expectation(**read), alone, edit)


def _cooperatives(raw: Any) -> Expected:
    raw = _keys(raw, "« cooperatives »", set(Expected.__dataclass_fields__), set())
    if not raw or raw.get("empty") is False:
        raise CaseError("« cooperatives » ne demande rien : exactly, at_least, none_of, first ou empty (true)")
    read: dict[str, Any] = {}
    for name, value in raw.items():
        if name == "empty":
            read[name] = bool(value)
        elif name == "first":
            read[name] = _number(name, value)
        elif isinstance(value, list) and value:
            read[name] = tuple(_number(name, position) for position in value)
        else:
            raise CaseError(f"« {name} » doit être une liste de rangs du tableau, non vide")
    return Expected(**read)


def _facts(name: str, raw: Any) -> tuple[tuple[str, ...], ...]:
    if not isinstance(raw, list) or not raw or not all(isinstance(fact, str) for fact in raw):
        raise CaseError(f"« {name} » doit être une liste de textes, leurs variantes séparées par une barre « | »")
    facts = tuple(tuple(part.strip() for part in fact.split("|")) for fact in raw)
    if not all(all(alternatives) for alternatives in facts):
        raise CaseError(f"« {name} » a une variante vide, que tout texte contiendrait")
    return facts


def _names(raw: Any, documents: Mapping[str, Document]) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw or not all(name in documents for name in raw):
        raise CaseError(f"« documents » doit être une liste de noms parmi : {', '.join(sorted(documents))}")
    return tuple(raw)


def _proof(raw: Any, documents: Mapping[str, Document]) -> Span:
    raw = _keys(raw, "la preuve", {"document", "quote", "start"}, {"document", "quote"})
    name, quote = _text(raw, "document"), _text(raw, "quote")
    if name not in documents:
        raise CaseError(f"la preuve nomme un document inconnu, « {name} »")
    text = documents[name].text
    start = raw["start"] if "start" in raw else text.find(quote)
    if not isinstance(start, int) or start < 0 or text[start : start + len(quote)] != quote:
        where = f" au caractère {start}" if "start" in raw else ""
        raise CaseError(f"la preuve « {quote} » n'est pas mot à mot dans {name}{where}")
    return Span(documents[name], start, start + len(quote))


def _keys(raw: Any, what: str, known: set[str], needed: set[str]) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise CaseError(f"{what} doit être un objet JSON")
    if unknown := sorted(set(raw) - known):
        raise CaseError(f"{what} a un champ inconnu : {', '.join(unknown)}")
    if missing := sorted(needed - set(raw)):
        raise CaseError(f"{what} n'a pas le champ : {', '.join(missing)}")
    return raw


def _text(raw: dict[str, Any], name: str) -> str:
    value = raw[name]
    if not isinstance(value, str) or not value:
        raise CaseError(f"« {name} » doit être un texte non vide")
    return value


def _one_of(raw: dict[str, Any], name: str, known: Sequence[str]) -> str:
    value = _text(raw, name)
    if value not in known:
        raise CaseError(f"« {name} » vaut « {value} », au lieu de : {', '.join(known)}")
    return value


def _number(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise CaseError(f"« {name} » veut un nombre entier, à partir de 1")
    return value

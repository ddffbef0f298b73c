"""`eval/MUTATIONS.md`: what each mutation breaks, which cases flip, which checks see it, which floors would."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.floors import Floors
from eval.judge import Result
from eval.mutations.mutation import Mutation
from eval.mutations.survivors import SURVIVORS, Survivor
from eval.tally import by_class, failed_checks, families, losses

MOST = 4  # classes and checks named in a cell
INTRO = """\
# Ce que le contrôle attraperait

Chaque ligne casse une seule chose dans une copie de l'assistant, puis pose les {cases} cas de mise au point (recherche
par mots seulement). Une mutation est *prise* si un cas juste devient faux : c'est un changement de note inexpliqué, et
`coopsante eval` se ferme. « Plancher » : les classes qui passent aussi sous le leur. « Tirages » : ce qui est cassé est
tiré au sort, et tant de tirages sur tant sont vus ; les cas renversés sont ceux du premier.{partly}

**{total} mutations : {caught} prises, {survivors} survivent.**{floors}

Écrit par `python -m eval.mutations`.
"""
PARTLY = """ Ils sont comptés ici
sur {sample} cas tirés au sort, trop peu pour des planchers ; une mutation qu'aucun d'eux ne voit est soumise à tous."""
HEAD = """\
| Mutation | Ce qui est cassé | Prise | Tirages | Cas renversés, par classe | Contrôles | Plancher |
| --- | --- | --- | --- | --- | --- | --- |"""


@dataclass(frozen=True, slots=True)
class Row:
    """One mutation after all the cases: what flipped, a case that saw each draw that was seen, of how many draws,
    classes below floors."""

    mutation: Mutation
    flips: tuple[Result, ...]
    seen_by: tuple[Result, ...]
    draws: int
    below: tuple[str, ...]

    @property
    def caught(self) -> bool:
        return bool(self.seen_by)


def sunk(results: Sequence[Result], floors: Floors) -> frozenset[str]:
    """The classes below their floor; "suites" where follow-ups lose too much."""
    marks = [*by_class(results), families(results)]
    low = {mark.name for mark in marks if mark.total and mark.rate < floors.least.get(mark.name, 0.0)}
    lost = losses(results)[-1:]
    return frozenset(low | {"suites" for one in lost if one.points > floors.follow_up_loss})


def markdown(groups: Mapping[str, Sequence[Row]], sample: int, cases: int) -> str:
    """The whole report: flips are counted over a `sample` of the cases."""
    rows = [row for group in groups.values() for row in group]
    alive = [row for row in rows if not row.caught]
    sunk_by = sum(bool(row.below) for row in rows)
    intro = INTRO.format(
        cases=cases,
        partly=PARTLY.format(sample=sample) if sample < cases else "",
        total=len(rows),
        caught=len(rows) - len(alive),
        survivors=len(alive),
        floors=f" {sunk_by} feraient passer une classe sous son plancher." if sample == cases else "",
    )
    tables = [f"## {title}\n\n{HEAD}\n" + "\n".join(map(_line, group)) for title, group in groups.items() if group]
    return "\n".join([intro, "\n\n".join(tables), "", _survivors(alive)])


def _line(row: Row) -> str:
    mutation = row.mutation
    draws = f"{len(row.seen_by)} / {row.draws}" if mutation.drawn else ""
    cells = (
        f"`{mutation.name}`",
        mutation.what,
        "oui" if row.caught else "**non**",
        draws,
        _most(Counter(one.case.kind for one in row.flips).most_common()),
        _most(failed_checks(row.flips)),
        ", ".join(sorted(row.below)),
    )
    return f"| {' | '.join(cells)} |"


def _most(counts: Iterable[tuple[str, int]]) -> str:
    """ "service 12, lieu 4"."""
    all_of_them = list(counts)
    told = ", ".join(f"{name} {count}" for name, count in all_of_them[:MOST])
    return told + (f" et {len(all_of_them) - MOST} autres" if len(all_of_them) > MOST else "")


def _survivors(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    lines = [
        "## Celles qui survivent",
        "",
        "Chacune avec une question dont elle change la réponse : c'est le cas à ajouter.",
        "",
    ]
    for row in rows:
        known = SURVIVORS.get(row.mutation.name, Survivor("à expliquer", ()))
        witness = " / ".join(f"« {message} »" for message in known.witness)
        lines.append(f"- `{row.mutation.name}`, {row.mutation.what} : {known.why}. {witness}".rstrip())
    return "\n".join(lines) + "\n"

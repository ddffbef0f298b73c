"""What the terminal shows: the marks by class with the interval that so few cases leave, the flips, why cases failed.

classe          justes / cas    taux   intervalle à 95 %
attribut             33 / 35    94 %        81 à 98 %
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eval.judge import Result
from eval.outcome import Part
from eval.recorded import Flips
from eval.tally import Loss, Tally, by_class, by_way, failed_checks, families, losses


def table(results: Sequence[Result]) -> str:
    """The marks by class and of all the cases; then families, ways of asking and follow-ups, where there are some."""
    parts = [[f"{'classe':<16}{'justes / cas':>14}{'taux':>8}   intervalle à 95 %", *map(_line, by_class(results))]]
    if (whole := families(results)).total:
        parts.append([_line(whole), *map(_line, by_way(results))])
    if lost := losses(results):
        head = f"{'suite':<16}{'justes / tours':>14}{'posées seules':>16}{'perte':>12}"
        parts.append([head, *map(_loss, lost)])
    return "\n\n".join("\n".join(lines) for lines in parts)


def told(part: Part, details: bool = False) -> str:
    """What the terminal shows of one split: marks and flips and, with `details`, each failure where it may be read."""
    sections = [f"=== {part.name}", table(part.results)]
    if details and part.readable:
        sections.insert(1, failures(part.results))
    sections.append((flipped if part.readable else flip_counts)(part.changed, part.results))
    return "\n\n".join(section for section in sections if section)


def flipped(changed: Flips, results: Sequence[Result]) -> str:
    """Each case that flipped since the recorded run, with why it fails now; how many others changed. "" if none did."""
    by_id = {one.case.id: one for one in results}
    lines = [f"  + {id_} : juste à présent" for id_ in changed.better]
    lines += [f"  - {id_} : {'; '.join(one.why for one in by_id[id_].failures)}" for id_ in changed.worse]
    others = [
        (len(changed.reworded), "réponses dites autrement"),
        (len(changed.new), "cas jamais inscrits"),
        (len(changed.gone), "cas inscrits qui n'existent plus"),
    ]
    lines += [f"  {count} {what}" for count, what in others if count]
    return "\n".join(["Depuis la note inscrite :", *lines]) if lines else ""


def flip_counts(changed: Flips, results: Sequence[Result]) -> str:
    """The same for cases that are not to be read: counts by class, no case named."""
    kinds = {one.case.id: one.case.kind for one in results}
    lines = [
        f"  {sign} {[kinds[id_] for id_ in ids].count(kind)} {kind}"
        for sign, ids in (("+", changed.better), ("-", changed.worse))
        for kind in sorted({kinds[id_] for id_ in ids})
    ]
    if changed.new:
        lines.append(f"  {len(changed.new)} cas jamais inscrits")
    return "\n".join(["Depuis la note inscrite :", *lines]) if lines else ""


def failures(results: Iterable[Result]) -> str:
    """Each failed case: what was asked, what went wrong, and the beginning of what was answered."""
    told = [_failure(result) for result in results if not result.passed]
    counts = [f"{name:<18}{count:>5}" for name, count in failed_checks(results)]
    return "\n\n".join([*told, "\n".join(counts)]) if told else ""


def _line(tally: Tally) -> str:
    interval = f"{100 * tally.low:.0f} à {100 * tally.high:.0f} %"
    return f"{tally.name:<16}{tally.right:>6} / {tally.total:<5}{100 * tally.rate:>6.0f} %   {interval}"


def _loss(loss: Loss) -> str:
    return f"{loss.edit:<16}{loss.followed:>6} / {loss.total:<5}{loss.alone:>16}{loss.points:>6.1f} points"


def _failure(result: Result) -> str:
    lines = [f"{result.case.id}  ({result.case.kind})"]
    for rank, turn in enumerate(result.case.turns, start=1):
        lines.append(f"  {rank}. {_short(turn.ask)}")
        if rank <= len(result.replies):
            lines.append(f"     → {_short(result.replies[rank - 1].answer)}")
        lines += [f"     ✗ {one.check} : {one.why}" for one in result.failures if one.turn == rank]
    lines += [f"  ✗ {one.check} : {one.why}" for one in result.failures if one.turn == 0]
    return "\n".join(lines)


def _short(text: str, most: int = 300) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"

"""The studies as Markdown, put between the two marks of `eval/RETRIEVAL.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

from eval.retrieval.labels import Labelled
from eval.retrieval.measures import DECIDES, MEASURES, Values, means
from eval.retrieval.settings import CHOSEN, GRID, MEANING, WORDS
from eval.retrieval.study import Study

BEGIN, END = "<!-- begin: written by coopsante eval sweep -->", "<!-- end -->"
SURE = 0.05  # a setting that chance makes look as good less often than this is taken to be better


def section(group: str, study: Study) -> Iterator[str]:
    """The ways of ranking one group of questions, what the test says of them, and the whole grid."""
    yield f"### {group.capitalize()}: {counted(study.questions)}"
    yield ""
    yield from _head("ranking", f"{DECIDES} against the chosen (95 %)")
    best = study.best_other
    for setting in (WORDS, MEANING, CHOSEN, *({best} - {WORDS, MEANING})):
        mark = " (chosen)" if setting == CHOSEN else ", the best other" if setting == best else ""
        yield _row(f"{setting.name}{mark}", study.settings[setting], _gain(study, study.settings[setting]))
    for model, settings in study.models.items():
        for setting, values in settings.items():
            yield _row(f"{model}: {setting.name}", values, _gain(study, values))
    yield ""
    yield verdict(study)
    yield ""
    yield from grid(study)


def verdict(study: Study) -> str:
    """What the test says of the best other setting."""
    chance = study.by_chance
    so = "more than chance" if chance < SURE else "no more than chance"
    return (
        f"Of the {len(study.settings) - 1} other settings, the best is *{study.best_other.name}*. Chance alone makes "
        f"one of them look as much better in {100 * chance:.2g} % of draws: {so}."
    )


def grid(study: Study) -> Iterator[str]:
    """The deciding measure of every fusion: a line for each weight of meaning, a column for each damping."""
    dampings = sorted({setting.damping for setting in GRID})
    yield f"| {DECIDES}: weight of meaning | " + " | ".join(f"k = {damping}" for damping in dampings) + " |"
    yield "| ---: |" + " ---: |" * len(dampings)
    for weight in sorted({setting.dense for setting in GRID}):
        line = [setting for setting in GRID if setting.dense == weight]
        cells = [f"{fmean(study.settings[setting][DECIDES]):.3f}" for setting in line]
        marked = [f"**{cell}**" if setting == CHOSEN else cell for setting, cell in zip(line, cells, strict=True)]
        yield f"| {weight:g} | " + " | ".join(marked) + " |"


def held_out(groups: Sequence[tuple[str, Sequence[Labelled], Values]]) -> Iterator[str]:
    """The chosen setting alone on questions that nothing was chosen by."""
    yield f"### Test split, {CHOSEN.name} only"
    yield ""
    yield from _head("questions")
    for group, questions, values in groups:
        yield _row(f"{group}: {counted(questions)}", values)


def counted(questions: Sequence[Labelled]) -> str:
    """How many questions, and how many that don't share their answer's place with another."""
    return f"{len(questions)} questions, {len({one.relevant for one in questions})} kin"


def write(lines: Sequence[str], path: Path) -> None:
    """Put the report between its two marks; what stands around them is kept."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    path.write_text("\n".join([before + BEGIN, *lines, END]) + (after or "\n"), encoding="utf-8")


def _head(first: str, *last: str) -> Iterator[str]:
    names = [*MEASURES, *last]
    yield f"| {first} | " + " | ".join(names) + " |"
    yield "| --- |" + " ---: |" * len(names)


def _row(name: str, values: Values, *last: str) -> str:
    cells = [*(f"{mean:.3f}" for mean in means(values).values()), *last]
    return f"| {name} | " + " | ".join(cells) + " |"


def _gain(study: Study, values: Values) -> str:
    if values == study.settings[CHOSEN]:
        return "–"
    gain = study.gain(values)
    return f"{gain.mean:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})"

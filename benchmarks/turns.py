"""What the fiftieth turn of a conversation costs, against the second: the same message after the same one before it.

    python -m benchmarks.turns

The messages of `questions/conversation.txt`, follow-ups and questions of their own, go round; each is asked where it is
the second turn and where it is the fiftieth. Times are what the processor spent, medians of several runs.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

import click

from benchmarks.run import CORPUS, HERE, write

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.conversation import Conversation

INDEX = HERE.parent / "var" / "index"
SECOND, FIFTIETH = 2, 50
MOST = 1.25  # times the second turn that the fiftieth may cost, for any message; this much is noise
MARKS = ("<!-- begin: written by benchmarks.turns -->", "<!-- end: written by benchmarks.turns -->")


def talk(assistant: Assistant, messages: list[str], last: int, length: int) -> Conversation:
    """A conversation of so many turns, going round the messages, that ends with the one at `last`."""
    from assistant.conversation import Conversation

    conversation = Conversation()
    for turn in range(length):
        message = messages[(last - length + 1 + turn) % len(messages)]
        conversation = conversation.then(assistant.reply(message, conversation))
    return conversation


def cost(assistant: Assistant, message: str, conversation: Conversation, runs: int) -> float:
    """The processor's milliseconds for one message, the median of `runs`."""
    assistant.reply(message, conversation)  # what is read once, is read
    spent = []
    for _ in range(runs):
        start = time.process_time()
        assistant.reply(message, conversation)
        spent.append((time.process_time() - start) * 1000)
    return median(spent)


def table(assistant: Assistant, messages: list[str], runs: int) -> Iterator[str]:
    """Every message as the second turn and as the fiftieth, with their ratios and the size saved, as Markdown."""
    from assistant.saved import saved

    yield f"| message | turn {SECOND}, ms | turn {FIFTIETH}, ms | {FIFTIETH} / {SECOND} |"
    yield "| --- | ---: | ---: | ---: |"
    ratios = []
    for at, message in enumerate(messages):
        spent = [
            cost(assistant, message, talk(assistant, messages, at - 1, turn - 1), runs) for turn in (SECOND, FIFTIETH)
        ]
        ratios.append(spent[1] / spent[0])
        yield f"| {message} | {spent[0]:.1f} | {spent[1]:.1f} | {ratios[-1]:.2f} |"
    kept = "yes" if max(ratios) <= MOST else "**no**"
    yield ""
    yield f"Ratio: median {median(ratios):.2f}, worst {max(ratios):.2f}; promised: at most {MOST}; kept: {kept}."
    size = len(json.dumps(saved(talk(assistant, messages, -1, FIFTIETH)), ensure_ascii=False).encode())
    yield f"Saved, the {FIFTIETH} turns take {size} bytes."


@click.command(
    help="Mesure ce que coûte le cinquantième tour d'une conversation, et l'écrit dans benchmarks/README.md."
)
@click.option("--runs", default=7, show_default=True, help="Nombre de mesures, dont on garde la médiane.")
def main(runs: int) -> None:
    """Measure, print, write."""
    from assistant.assistant import Assistant
    from index.embedding import SentenceTransformerEmbedder
    from index.store import open_index

    index = open_index(CORPUS, INDEX, SentenceTransformerEmbedder)
    messages = (HERE / "questions" / "conversation.txt").read_text(encoding="utf-8").splitlines()
    when = time.strftime("%Y-%m-%d")
    head = f"Measured on {when}: {os.cpu_count()} cores, one thread; medians of {runs} runs."
    lines = [head, "", *table(Assistant(index), messages, runs)]
    click.echo("\n".join(lines))
    write(lines, HERE / "README.md", MARKS)


if __name__ == "__main__":
    main()

"""Several answers said as one, their marks numbered anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer, Outcome


def joined(answers: Sequence[Answer], of_each: bool) -> Answer:
    """Several answers as one: marks renumbered, the last list as the result where it narrows the first.

    Where each is `of_each` its own co-op, all of them are the result.
    """
    citations = list(dict.fromkeys(span for a in answers for span in a.citations))
    texts = []
    for answer in answers:
        numbers = {str(n): str(citations.index(s) + 1) for n, s in enumerate(answer.citations, 1)}
        texts.append(re.sub(r"\[(\d+)\]", lambda m, n=numbers: f"[{n.get(m.group(1), m.group(1))}]", answer.text))  # type: ignore[misc]
    shown = answers[-1].entries or answers[0].entries
    if of_each:
        shown = tuple({f.entry.position: f for a in answers for f in a.entries}.values())
    last = answers[-1]
    outcome = Outcome.ANSWERED if any(a.outcome is Outcome.ANSWERED for a in answers) else last.outcome
    computed = tuple(dict.fromkeys(c for a in answers for c in a.computed))
    return Answer(outcome, "\n\n".join(texts), shown, tuple(citations), computed, None, last.suggestions)

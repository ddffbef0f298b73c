"""A mutation before the cases: which of those that the assistant passes as it is fail once something is broken."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from random import Random

from eval.case import Case
from eval.door import ReplyTo, answers
from eval.judge import Given, Result, conversations, judge
from eval.mutations.mutation import Mutation
from eval.mutations.whole import Whole
from eval.reply import Reply
from eval.sources import Sources


class Trial:
    """The cases, and what the assistant as it is gives in each, asked once."""

    def __init__(self, cases: Sequence[Case], sources: Sources, whole: Whole) -> None:
        self.cases = tuple(cases)
        self.whole = whole
        self._sources = sources
        self._sound: dict[str, tuple[Given, Result]] = {}
        # One order for all the mutations, that nobody chose.
        self._shuffled = Random(0).sample(self.cases, len(self.cases))

    def first_flip(
        self, mutation: Mutation, draw: int = 0, most: int | None = None, seen_by: Collection[str] = ()
    ) -> Result | None:
        """The first case found that flips from right to wrong, None where none does.

        Those `seen_by` before come first, then the classes that the mutation concerns, in no chosen order; `most`
        cases are asked, None: all.
        """
        reply_to = mutation.door(self.whole, draw)
        cases = sorted(self._shuffled, key=lambda case: (case.id not in seen_by, case.kind not in mutation.concerns))[
            :most
        ]
        return next(filter(self._flipped, (self._judged(case, reply_to) for case in cases)), None)

    def results(self, mutation: Mutation, sample: int) -> tuple[Result, ...]:
        """What `sample` cases give, drawn by lot, the same ones for every mutation."""
        reply_to = mutation.door(self.whole)
        return tuple(self._judged(case, reply_to) for case in self._shuffled[:sample])

    def flips(self, results: Sequence[Result]) -> tuple[Result, ...]:
        """Those of these results that were right."""
        return tuple(filter(self._flipped, results))

    def sound_results(self, sample: int) -> tuple[Result, ...]:
        """What the same cases give as long as nothing is broken."""
        return tuple(self._as_it_is(case)[1] for case in self._shuffled[:sample])

    def _flipped(self, result: Result) -> bool:
        return not result.passed and self._as_it_is(result.case)[1].passed

    def _judged(self, case: Case, reply_to: ReplyTo) -> Result:
        """The same replies as before have the same verdict: most mutations leave most cases alone."""
        given = _given(case, reply_to)
        as_it_was, sound = self._as_it_is(case)
        return sound if given == as_it_was else judge(case, given, self._sources)

    def _as_it_is(self, case: Case) -> tuple[Given, Result]:
        """What the assistant as it is replies, and how that is judged."""
        if case.id not in self._sound:
            given = _given(case, self.whole.reply_to)
            self._sound[case.id] = given, judge(case, given, self._sources)
        return self._sound[case.id]


def _given(case: Case, reply_to: ReplyTo) -> Given:
    return {key: _replies(messages, reply_to) for key, messages in conversations([case]).items()}


def _replies(messages: Sequence[str], reply_to: ReplyTo) -> tuple[Reply, ...]:
    """What is answered; nothing where what was broken makes it crash, as the batch command gives then."""
    try:
        return answers(messages, reply_to)
    except Exception:
        return ()

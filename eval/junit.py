"""The results as JUnit XML, for the tools that read it: a suite for each class of a split, a test for each case."""

from __future__ import annotations

import re

from junitparser import Failure, JUnitXml, TestCase, TestSuite

from eval.judge import Result
from eval.outcome import Outcome, Part
from eval.wording import CHECKS

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(outcome: Outcome) -> str:
    """The whole file. A failure of a split that isn't to be read names the checks, without a word of the case."""
    found = JUnitXml("coopsante eval")
    for part in outcome.parts:
        for kind in sorted({result.case.kind for result in part.results}):
            suite = TestSuite(_clean(f"{part.name}.{kind}"))
            suite.timestamp = outcome.began.isoformat(timespec="seconds")
            suite.add_testcases([_test(part, result) for result in part.results if result.case.kind == kind])
            found.add_testsuite(suite)
    found.update_statistics()
    found.time = round(outcome.seconds, 1)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{str(found.tostring(), "utf-8")}\n'


def _test(part: Part, result: Result) -> TestCase:
    test = TestCase(_clean(result.case.id), _clean(f"eval.{part.name}.{result.case.kind}"))
    if not result.passed:
        names = dict.fromkeys(one.check for one in result.failures)
        failure = Failure(" ; ".join(CHECKS.get(name, name) for name in names), ", ".join(names))
        if part.readable:
            failure.message = _clean(" ; ".join(one.why for one in result.failures))
            failure.text = _clean(_told(result))
        test.result = [failure]
    return test


def _told(result: Result) -> str:
    """The conversation with what is wrong in it, turn by turn."""
    lines = []
    for rank, turn in enumerate(result.case.turns, start=1):
        lines.append(f"{rank}. {turn.ask}")
        lines += [f"→ {reply.answer}" for reply in result.replies[rank - 1 : rank]]
        lines += [f"✗ {one.check} : {one.why}" for one in result.failures if one.turn == rank]
    lines += [f"✗ {one.check} : {one.why}" for one in result.failures if one.turn == 0]
    return "\n".join(lines)


def _clean(text: str) -> str:
    """`text` with a mark for each sign that XML can't hold."""
    return _NOT_XML.sub("\ufffd", text)

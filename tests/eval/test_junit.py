from __future__ import annotations

from dataclasses import replace

from junitparser import Failure, JUnitXml, TestSuite

from eval.junit import junit
from tests.eval.runs import ATTACK, DEV, OUTCOME, SECRET, SECRET_ANSWER, TEST


def read(text: str) -> dict[str, TestSuite]:
    return {suite.name: suite for suite in JUnitXml.fromstring(text.encode())}


def test_a_suite_for_each_class_of_a_split_and_a_test_for_each_case() -> None:
    suites = read(junit(OUTCOME))
    counts = {name: (suite.tests, suite.failures) for name, suite in suites.items()}
    assert counts == {"dev.attribut": (2, 1), "dev.injection": (2, 1), "test.attribut": (2, 1)}
    assert [case.name for case in suites["dev.attribut"]] == ["attribut-1", "attribut-2"]
    whole = JUnitXml.fromstring(junit(OUTCOME).encode())
    assert (whole.tests, whole.failures, whole.time) == (6, 3, 61.0)


def test_a_failure_tells_its_reason_its_question_and_its_answer_whatever_they_hold() -> None:
    suites = read(junit(OUTCOME))
    (failure,) = [one for case in suites["dev.injection"] for one in case.result]
    assert isinstance(failure, Failure)
    assert failure.type == "no_markup"
    assert failure.message == f"balisage : {ATTACK}"
    assert failure.text.splitlines() == [f"1. {ATTACK}", f"→ {ATTACK}", f"✗ no_markup : balisage : {ATTACK}"]


def test_the_reserved_split_names_the_checks_without_a_word_of_the_case() -> None:
    hidden = junit(OUTCOME)
    shown = junit(replace(OUTCOME, parts=(DEV, replace(TEST, readable=True))))
    for words in (SECRET, SECRET_ANSWER, "gardé"):
        assert words not in hidden
        assert words in shown
    (failure,) = [one for case in read(hidden)["test.attribut"] for one in case.result]
    assert (failure.type, failure.message, failure.text) == ("facts", "à dire", None)


def test_signs_that_xml_can_t_hold_don_t_break_the_file() -> None:
    odd = replace(DEV.results[3], failures=DEV.results[1].failures)
    (failure,) = [
        one
        for case in read(junit(replace(OUTCOME, parts=(replace(DEV, results=(odd,)),))))["dev.injection"]
        for one in case.result
    ]
    assert "nul\ufffd, échappement\ufffd, moitié \ufffd" in failure.text

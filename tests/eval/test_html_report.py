from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval import wording
from eval.case import EDITS, SPLITS, WAYS, Expectation, Expected
from eval.checks import ALWAYS, EXPECTED
from eval.floors import load_floors
from eval.history_chart import HEIGHT, WIDTH, chart
from eval.html_report import MOST_REWORDED, PAGE, advice, compared, page
from eval.outcome import Outcome
from eval.places import places
from eval.recorded import Flips, Verdict
from eval.sources import Sources
from tests.eval.runs import ATTACK, DEV, HISTORY, OUTCOME, RIGHT, SECRET, SECRET_ANSWER, TEST, WRONG

VOID = {"meta", "br", "img", "link", "input", "hr"}


class Reader(HTMLParser):
    """Every element with its attributes, and the text; an element closed by another's tag is a mistake."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


@pytest.fixture
def read(sources: Sources) -> Reader:
    return Reader(page(OUTCOME, sources))


def values(read: Reader, *names: str) -> Iterator[str]:
    yield from (attributes[name] or "" for _, attributes in read.elements for name in names if name in attributes)


def test_attacks_are_text_and_nothing_runs(read: Reader) -> None:
    tags = {tag for tag, _ in read.elements}
    assert tags & {"script", "img", "iframe", "object", "embed", "form", "link", "base"} == set()
    assert [name for _, attributes in read.elements for name in attributes if name.startswith("on")] == []
    assert [name for _, attributes in read.elements for name in attributes if name == "style"] == []
    assert "".join(read.texts).count(ATTACK) >= 3  # question, answer, reason: as typed, never computed
    assert "49" not in read.text


def test_every_link_stays_in_the_page_and_leads_somewhere(read: Reader) -> None:
    links = list(values(read, "href", "src", "srcset", "action"))
    assert links
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(values(read, "id"))
    assert len(set(values(read, "id"))) == len(list(values(read, "id")))


def test_the_page_refuses_all_that_is_outside_and_the_look_is_its_own(sources: Sources) -> None:
    html = page(OUTCOME, sources)
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in html
    assert "unsafe" not in html
    css = (PAGE / "style.css").read_text(encoding="utf-8")
    assert f"<style>{css}</style>" in html
    assert not re.search(r"url\(|@import|//", css)


def test_the_reserved_split_is_told_by_class_only(sources: Sources) -> None:
    hidden = page(OUTCOME, sources)
    shown = page(replace(OUTCOME, parts=(DEV, replace(TEST, readable=True))), sources)
    for words in (SECRET, SECRET_ANSWER, ">t-1<", ">t-2<", "gardé"):
        assert words not in hidden
        assert words in shown
    assert "1 sur 2" in hidden
    assert "faux à présent" in hidden


def test_a_flip_is_shown_before_and_after(read: Reader, sources: Sources) -> None:
    assert "Justes avant, faux maintenant" in read.text
    assert "www.exemple.ca" in read.text
    unknown = replace(OUTCOME, parts=(replace(DEV, before={}), TEST))
    assert "www.exemple.ca" not in page(unknown, sources)
    assert "n’a pas gardé la réponse d’avant" in page(unknown, sources)


def test_what_differs_between_two_answers_is_marked_and_escaped() -> None:
    was, now = compared("Il y en a **huit** <b>", "Il y en a neuf <b>")
    assert str(was) == "Il y en a <del>huit</del> &lt;b&gt;"
    assert str(now) == "Il y en a <ins>neuf</ins> &lt;b&gt;"


def test_answers_said_otherwise_are_shown_up_to_a_number(sources: Sources) -> None:
    many = tuple(replace(RIGHT, case=replace(RIGHT.case, id=f"a-{rank}")) for rank in range(MOST_REWORDED + 2))
    ids = tuple(one.case.id for one in many)
    recorded = {id_: Verdict(id_, (), "0") for id_ in ids}
    part = replace(DEV, results=many, changed=Flips((), (), ids, (), ()), recorded=recorded, before={})
    html = page(replace(OUTCOME, parts=(part,)), sources)
    assert "2\u00a0autres réponses" in html
    assert html.count("n’a pas gardé") == MOST_REWORDED


def test_each_case_is_shown_with_its_reason_what_was_expected_and_its_citations(read: Reader) -> None:
    for words in (
        *("Le site d'Aylmer ?", "Je ne sais pas.", "à dire : non dit : « www »", "présente exactement 1 coop : n° 23"),
        *("tient en 300 caractères", "9 500 membres — Brochure, ligne 1", "n° 22 : Coop de Thurso"),
    ):
        assert words in read.text, words
    assert ("strong", {}) in read.elements  # **9 500**


def test_the_figures_are_written_beside_their_drawing(read: Reader) -> None:
    assert "50 % 2 sur 4" in read.text
    assert "de 15 à 85 % ; plancher 0 %" in read.text
    assert "Jeu de travail (dev) : de 25 % le 21 novembre 2026 à 50 % le 22 novembre 2026." in read.text
    assert "100 points" in read.text  # what its one follow-up loses
    drawn = [attributes for tag, attributes in read.elements if tag == "svg"]
    assert all(one.get("aria-hidden") == "true" or one.get("role") == "img" for one in drawn)


def test_a_class_without_floor_or_below_it_is_said_so(sources: Sources) -> None:
    for least, words in (({}, "pas de plancher"), ({"attribut": 0.9}, "sous le plancher")):
        floors = replace(DEV.floors, least=least)
        assert words in page(replace(OUTCOME, parts=(replace(DEV, floors=floors),)), sources)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (replace(OUTCOME, problems=()), "rien à faire"),
        (OUTCOME, "gâté"),
        (replace(OUTCOME, parts=(replace(DEV, changed=Flips(("attribut-1",), (), (), (), ())),)), "--record"),
        (replace(OUTCOME, parts=(replace(DEV, floors=replace(DEV.floors, least={})),)), "plancher"),
        (replace(OUTCOME, parts=()), "raisons"),
    ],
)
def test_the_verdict_says_what_to_do(outcome: Outcome, words: str) -> None:
    assert words in advice(outcome)


def test_an_open_gate_and_a_recorded_reason_are_told(sources: Sources) -> None:
    html = page(replace(OUTCOME, problems=(), reason="tout relu", history=()), sources)
    assert "Barrière ouverte" in html
    assert "«\u00a0tout relu\u00a0»" in html
    assert "Aucune note n’a encore été inscrite" in html


def test_the_page_is_french_to_its_spaces(read: Reader, sources: Sources) -> None:
    assert ("html", {"lang": "fr"}) in read.elements
    part = replace(DEV, results=(RIGHT, WRONG), changed=Flips((), (), (), (), ()))
    ours = Reader(page(replace(OUTCOME, parts=(part,)), sources))
    asked = [turn.ask for one in (RIGHT, WRONG) for turn in one.case.turns]
    said = [text for text in ours.texts if text not in asked and ATTACK not in text]
    assert [text for text in said if re.search(r" [:;?!»%]|« ", text)] == []


def test_what_can_t_be_seen_is_made_visible(read: Reader, sources: Sources) -> None:
    assert "nul␀, échappement␛, moitié \ufffd, retournement \ufffd" in read.text
    page(OUTCOME, sources).encode()
    silent = replace(RIGHT, case=replace(RIGHT.case, turns=(replace(RIGHT.case.turns[0], ask=" "),)), replies=())
    part = replace(DEV, results=(silent,), changed=Flips((), (), (), (), ()))
    told = Reader(page(replace(OUTCOME, parts=(part,)), sources)).text
    assert "(rien que des espaces)" in told
    assert "(aucune)" in told


def test_a_citation_whose_place_is_wrong_is_said_so(sources: Sources) -> None:
    place = places(sources)
    assert place("t.txt", 2, 5) == "Brochure, ligne 1"
    for wrong in (("t.txt", 5, 2), ("t.txt", 0, 10**6), ("<b>", 0, 1)):
        assert "n'existe pas" in place(*wrong)


def test_a_place_in_the_table_names_its_co_op(sources: Sources) -> None:
    rows = {("t.txt", 9): sources.documents["t.txt"].text[10:50]}
    assert places(replace(sources, rows=rows))("t.txt", 12, 15) == "Brochure, tableau, coop n° 9, ligne 1"


EVERYTHING = Expectation(
    Expected(exactly=(1,), at_least=(2,), none_of=(3,), first=4, empty=True),
    facts=(("8", "huit"),),
    not_facts=(("12",),),
    cites=(("mot",),),
    documents=("t.txt",),
    abstained=True,
    clarifying=False,
    emergency=True,
    first_document="t.txt",
    language="en",
    social=True,
    max_chars=600,
)
WORDED = {
    "cooperatives": "présente exactement 1\u00a0coop : no 1",
    "facts": "dit « 8 » ou « huit »",
    "not_facts": "ne dit pas « 12 »",
    "cites": "cite les mots « mot »",
    "documents": "cite le document « titre de t.txt »",
    "abstained": "s'abstient",
    "clarifying": "ne demande pas de précision",
    "first_document": "cite d'abord le document « titre de t.txt »",
    "language": "est en anglais",
    "emergency": "donne d'abord le numéro d'urgence, seul",
    "social": "peut ne rien prouver (salutation, remerciement ou message vide)",
    "max_chars": "tient en 600 caractères au plus",
}


def worded(expect: Expectation) -> tuple[str, ...]:
    return wording.wanted(expect, lambda rank: f"no {rank}", lambda name: f"titre de {name}")


@pytest.mark.parametrize("field", [field.name for field in fields(Expectation)])
def test_each_part_of_an_expectation_is_worded(field: str) -> None:
    alone = replace(Expectation(), **{field: getattr(EVERYTHING, field)})
    assert WORDED[field] in worded(alone)
    assert set(worded(alone)) <= set(worded(EVERYTHING))


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Expected(at_least=(2, 3)), "présente au moins : no 2 ; no 3"),
        (Expected(none_of=(3,)), "ne présente pas : no 3"),
        (Expected(first=4), "présente d'abord : no 4"),
        (Expected(empty=True), "ne présente aucune coop"),
        (Expected(exactly=tuple(range(9, 0, -1))), "n° 1, 2, 3, 4, 5, 6, 7, 8, 9 (leurs noms"),
    ],
)
def test_each_condition_on_co_ops_is_worded(wanted: Expected, words: str) -> None:
    (told,) = worded(Expectation(wanted))
    assert words in told


def test_what_is_wanted_and_what_is_refused_differ() -> None:
    for field in ("abstained", "clarifying", "emergency"):
        assert worded(Expectation(**{field: True})) != worded(Expectation(**{field: False}))
    assert worded(Expectation()) == ()


def test_every_check_way_edit_and_split_has_its_french_name() -> None:
    source = (Path(wording.__file__).parent / "judge.py").read_text(encoding="utf-8")
    of_judge = set(re.findall(r'Failure\(0, "(\w+)"|scores\["(\w+)"\]', source))
    names = {name for pair in of_judge for name in pair if name}
    assert names == {"replies", "same_twice", "as_alone"}
    assert set(wording.CHECKS) == {*EXPECTED, *ALWAYS, *names}
    assert set(wording.WAYS) == set(WAYS)
    assert set(wording.EDITS) == {*EDITS, "autre", "ensemble"}
    assert set(wording.SPLITS) == set(SPLITS)
    assert all(load_floors(split).labels for split in SPLITS)


def test_both_splits_of_one_day_stand_one_above_the_other_inside_the_box() -> None:
    drawn = chart(HISTORY)
    (first, last), (other,) = drawn.lines["dev"], drawn.lines["test"]
    assert first.x == other.x < last.x
    assert other.y < last.y < first.y
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in (first, last, other))
    assert [point.run.date for point in drawn.dates] == ["2026-11-21", "2026-11-22"]
    assert chart(()).lines == {}
    (alone,) = chart(HISTORY[:1]).lines["dev"]
    assert 0 < alone.x < WIDTH

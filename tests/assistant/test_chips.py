"""The understood question as chips: what they show, and what dropping or changing one of them asks."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

from assistant.change import Change, ChangeError, Chip, Part
from assistant.check import unproved
from assistant.conversation import Conversation, Turn
from assistant.wording import Wording
from tests.assistant.asking import ROOT, ask, assistant, essentials

NEAR = "quelles coops à moins de 30 km de Gatineau offrent de la physiothérapie et de la nutrition ?"
EVERY = 16  # of the first turns, one in so many: all of them take minutes


def said_then(change: Change, *messages: str) -> Turn:
    """The turn that a change makes after these messages."""
    return assistant().change(change, Conversation(ask(*messages)))


def shown(turn: Turn) -> tuple[int, ...]:
    return tuple(f.entry.position for f in turn.answer.entries)


def parts(turn: Turn) -> dict[tuple[Part, str], str]:
    return {(chip.part, chip.of): chip.text for chip in turn.chips}


@cache
def first_turns() -> tuple[Turn, ...]:
    """Those of the cases to work with that give chips."""
    lines = (ROOT / "eval" / "cases" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    asked = dict.fromkeys(json.loads(line)["turns"][0]["ask"] for line in lines)
    turns = (assistant().reply(message, Conversation()) for message in list(asked)[::EVERY])
    return tuple(turn for turn in turns if turn.chips)


def test_the_parts_understood_are_shown_in_french() -> None:
    assert [(chip.label, chip.text, chip.removable) for chip in ask(NEAR)[0].chips] == [
        ("service", "physiothérapie", True),
        ("service", "nutrition", True),
        ("lieu", "Gatineau", True),
        ("rayon", "30 km", True),
    ]


@pytest.mark.parametrize(
    ("message", "part", "text"),
    [
        ("Combien de coops en Mauricie ?", Part.REGION, "Mauricie"),
        ("coops dans la MRC d'Acton", Part.AREA, "Acton"),
        ("quelles coops recrutent des médecins ?", Part.FILTER, "cherchant des médecins"),
        ("quelle coop a le plus de membres ?", Part.MEASURE, "membres"),
        ("quelles coops n'offrent pas de physiothérapie ?", Part.LACKING, "physiothérapie"),
        ("le téléphone de la coop d'Aylmer", Part.FIELD, "téléphone"),
        ("la coop d'Aylmer", Part.COOP, "Coopérative de solidarité de soins de santé d'Aylmer"),
        ("Quel est l'excédent de la Fédération en 2021-2022 ?", Part.PERIOD, "2021-2022"),
        ("physio près de Gatineau", Part.RADIUS, "30 km"),
        ("physio près de Zorgville", Part.PLACE, "Zorgville"),
    ],
)
def test_every_kind_of_part_has_its_chip(message: str, part: Part, text: str) -> None:
    assert [chip.text for chip in ask(message)[0].chips if chip.part is part] == [text]


@pytest.mark.parametrize("message", ["bonjour", "je fais un infarctus", "", "quel temps fera-t-il demain ?"])
def test_what_asks_nothing_of_the_documents_has_no_chips(message: str) -> None:
    assert ask(message)[0].chips == ()


def test_dropping_any_chip_drops_that_part_alone_and_is_answered_with_proof() -> None:
    tried = 0
    for turn in first_turns():
        for chip in turn.chips:
            if chip.removable:
                tried += 1
                _dropped(turn, chip)
    assert tried > 50


def _dropped(turn: Turn, chip: Chip) -> None:
    after = assistant().change(Change(chip.part, chip.of), Conversation((turn,)))
    kept, told = parts(turn), parts(after)
    del kept[chip.part, chip.of]
    if chip.part is Part.PLACE:
        kept.pop((Part.RADIUS, ""), None)  # a radius is of its place
    if chip.part in (Part.RADIUS, Part.PERIOD):  # no longer said: the one that is usual
        assert not any(c.removable for c in after.chips if c.part is chip.part)
        del told[chip.part, ""]
    assert told == kept, (turn.message, after.message)
    wording = Wording(after.question.language)
    assert unproved(after.answer, wording.vocabulary()) == (), (turn.message, after.message)
    assert after.answer.text != wording.say("abstain.unproved"), (turn.message, after.message)


def test_setting_any_chip_sets_that_part_and_is_answered_with_proof() -> None:
    for turn in first_turns()[::2]:
        for chip in turn.chips:
            for choice in [c for c in chip.choices if c.value != chip.now][:1]:
                after = assistant().change(Change(chip.part, chip.of, choice.value), Conversation((turn,)))
                assert choice.name in {c.text for c in after.chips if c.part is chip.part}, (turn.message, chip)
                assert after.answer.text != Wording(after.question.language).say("abstain.unproved")


SAME_AS_WORDS = [
    (NEAR, Change(Part.SERVICE, "nutrition"), "laisse faire la nutrition"),
    (NEAR, Change(Part.RADIUS, "", "100"), "dans un rayon de 100 km"),
    (NEAR, Change(Part.RADIUS, "", "5"), "5 km plutôt"),
    ("physio près de Gatineau", Change(Part.PLACE), "peu importe la ville"),
    ("physio près de Zorgville", Change(Part.PLACE), "peu importe la ville"),
    ("coops en Mauricie qui recrutent", Change(Part.REGION, "4"), "peu importe la région"),
    ("coops en Mauricie qui recrutent", Change(Part.FILTER, "cherchant des médecins"), "oublie le recrutement"),
    ("physio en Montérégie", Change(Part.SERVICE, "physiotherapie", "nutrition"), "et la nutrition ?"),
    ("quelle coop a le plus de membres ?", Change(Part.MEASURE, "", "files"), "et de dossiers ?"),
    ("téléphone de Thurso", Change(Part.FIELD, "phones", "address"), "et l'adresse ?"),
    ("Quel est l'excédent de la Fédération en 2021-2022 ?", Change(Part.PERIOD, "", "2014"), "et en 2014 ?"),
]


@pytest.mark.parametrize(("first", "change", "words"), SAME_AS_WORDS)
def test_a_click_asks_the_same_as_the_words(first: str, change: Change, words: str) -> None:
    clicked, typed = said_then(change, first), ask(first, words)[-1]
    assert shown(clicked) == shown(typed)
    assert clicked.answer.outcome is typed.answer.outcome
    assert clicked.answer.citations == typed.answer.citations


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(Part.SERVICE, "physiotherapie"), "Sans la physiothérapie"),
        (Change(Part.SERVICE, "nutrition", "dentiste"), "Service : dentiste"),
        (Change(Part.RADIUS, "", "20"), "Rayon : 20 km"),
        (Change(Part.PLACE), "Peu importe le lieu (Gatineau)"),
    ],
)
def test_a_change_is_a_short_sentence_of_the_transcript(change: Change, message: str) -> None:
    turn = said_then(change, NEAR)
    assert (turn.message, turn.change) == (message, change)


def test_what_is_said_after_a_click_follows_it() -> None:
    turns = Conversation(ask(NEAR))
    turns = turns.then(assistant().change(Change(Part.SERVICE, "nutrition"), turns))
    after = assistant().reply("et à Thurso ?", turns)
    assert after.question.services == ("physiotherapie",)
    undone = assistant().reply("annule ça", turns)
    assert essentials(undone.question) == essentials(turns.turns[0].question)


def test_an_english_question_stays_english() -> None:
    turn = said_then(Change(Part.RADIUS, "", "50"), "which co-ops near Gatineau offer physiotherapy?")
    assert turn.question.language == "en"
    assert "co-op" in turn.answer.text


@pytest.mark.parametrize(
    "change",
    [
        Change(Part.SERVICE, "dentiste"),
        Change(Part.RADIUS, "", "30"),
        Change(Part.RADIUS, "", "37"),
        Change(Part.SERVICE, "nutrition", "nowhere"),
        Change(Part.REGION, "4"),
    ],
)
def test_what_no_chip_offers_is_refused(change: Change) -> None:
    with pytest.raises(ChangeError, match="n'a pas cette partie"):
        said_then(change, NEAR)


def test_the_first_turn_can_not_be_a_change() -> None:
    with pytest.raises(ChangeError):
        assistant().change(Change(Part.PLACE), Conversation())


@pytest.mark.parametrize(
    "written", [None, [], {}, {"part": "x"}, {"part": "place", "of": 1}, {"part": "place", "to": 2}]
)
def test_what_is_no_change_is_refused(written: object) -> None:
    with pytest.raises(ChangeError):
        Change.read(written)


def test_a_change_is_written_and_read_back() -> None:
    for change in (Change(Part.PLACE), Change(Part.RADIUS, "", "20"), Change(Part.SERVICE, "a|b", "c")):
        assert Change.read(json.loads(json.dumps(change.written()))) == change


def test_the_question_itself_is_left_as_it_was() -> None:
    turns = ask(NEAR)
    before = replace(turns[0].question)
    assistant().change(Change(Part.PLACE), Conversation(turns))
    assert turns[0].question == before

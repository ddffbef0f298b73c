import json
from html import unescape

import pytest

from assistant.change import Change, Chip, Choice, Part
from tests.web.attacks import ATTACKS
from tests.web.test_markup import Tags
from web.chips import LONGEST, chips_html

RADIUS = Chip(Part.RADIUS, "rayon", "30 km", "", True, "30", (Choice("20", "20 km"), Choice("30", "30 km")))


def test_no_chips_take_no_room() -> None:
    assert chips_html(()) == ""


def test_a_chip_shows_what_it_is_and_its_value() -> None:
    html = chips_html((Chip(Part.COOP, "coop", "Coop de Thurso", "22"),))
    assert '<span class="what">coop</span> <b>Coop de Thurso</b>' in html
    assert "<button" not in html and "<select" not in html


def test_a_removable_chip_has_a_button_that_says_what_it_takes_away() -> None:
    html = chips_html((Chip(Part.SERVICE, "service", "physiothérapie", "physiotherapie", True),))
    (button,) = [attributes for tag, attributes in Tags(html).seen if tag == "button"]
    assert button["aria-label"] == "Retirer : physiothérapie"
    assert button["type"] == "button"
    assert Change.read(json.loads(button["data-change"] or "")) == Change(Part.SERVICE, "physiotherapie")


def test_a_changeable_chip_has_a_labelled_list_with_its_value_chosen() -> None:
    html = chips_html((RADIUS,))
    tags = Tags(html).seen
    assert '<label><span class="what">rayon</span> <select' in html
    assert [attributes["value"] for tag, attributes in tags if tag == "option"] == ["20", "30"]
    assert [attributes["value"] for tag, attributes in tags if tag == "option" and "selected" in attributes] == ["30"]


def test_a_co_op_is_told_by_the_end_of_its_name() -> None:
    name = "Coopérative de solidarité en soins de santé de Thurso"
    html = chips_html((Chip(Part.COOP, "coop", name, "22"),))
    assert f'<b title="{name}">…soins de santé de Thurso</b>' in html


def test_a_long_condition_is_cut_and_whole_in_its_title() -> None:
    text = "ayant plus de trois médecins de famille en place, et cherchant au moins deux médecins"
    html = chips_html((Chip(Part.FILTER, "condition", text, text, True),))
    (bold,) = [attributes for tag, attributes in Tags(html).seen if tag == "b"]
    assert bold["title"] == text
    assert len(html.split("</b>")[0].rsplit(">", 1)[1]) <= LONGEST


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_a_question_becomes_markup(attack: str) -> None:
    chips = (
        Chip(Part.WORDS, "mots non reconnus", attack, attack, True),
        Chip(Part.SERVICE, "service", attack, attack, True, attack, (Choice(attack, attack),)),
    )
    html = chips_html(chips)
    tags = Tags(html).seen
    assert {tag for tag, _ in tags} == {"div", "span", "ul", "li", "b", "button", "label", "select", "option"}
    assert {name for _, attributes in tags for name in attributes} <= {
        *("class", "role", "aria-hidden", "aria-label", "title", "type", "data-change", "value", "selected")
    }
    changes = [json.loads(attributes["data-change"] or "") for _, attributes in tags if "data-change" in attributes]
    assert [change["of"] for change in changes] == [attack] * 3
    assert unescape(html).count(attack) >= 3 or attack != " ".join(attack.split()) or len(attack) > LONGEST

from dataclasses import replace

import pytest

from assistant.answer import Found
from tests.web.attacks import ATTACKS
from tests.web.factory import an_entry
from tests.web.test_markup import Tags
from web.cards import SHOWN_AT_ONCE, cards_html, distance, phone_html


def card(**fields: object) -> str:
    return cards_html((Found(an_entry(**fields)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("418-497-3903", "tel:+14184973903"),
        ("418 549-8016", "tel:+14185498016"),
        ("(819) 985.2661", "tel:+18199852661"),
        ("1 866 277-3553", "tel:+18662773553"),
        ("819 555-0123, poste 22", "tel:+18195550123;ext=22"),
    ],
)
def test_a_phone_is_a_link_that_dials_it(phone: str, dialled: str) -> None:
    assert phone_html(phone) == f'<a href="{dialled}">{phone}</a>'


@pytest.mark.parametrize("phone", ["418 549-80161", "549-8016", "?", "418-549-8016 <b>"])
def test_a_phone_that_cannot_be_dialled_is_no_link(phone: str) -> None:
    assert "<a" not in phone_html(phone)
    assert phone_html(phone).endswith("(à vérifier)")


@pytest.mark.parametrize(("kilometres", "shown"), [(0.0, "0,0\xa0km"), (3.14, "3,1\xa0km"), (128.4, "128\xa0km")])
def test_a_distance_is_read_in_french_and_holds_on_one_line(kilometres: float, shown: str) -> None:
    assert distance(kilometres) == shown


def test_a_card_gives_what_the_document_says_and_its_year() -> None:
    html = cards_html(
        (
            Found(
                an_entry("Coop de Thurso", ["819 985-2661"], ["info@coop.ca"], [], "1, rue Galipeau", year="2014"), 12.3
            ),
        )
    )
    for shown in ("Coop de Thurso", "tel:+18199852661", "mailto:info@coop.ca", "1, rue Galipeau", "à 12\xa0km"):
        assert shown in html
    assert "Données de 2014" in html


def test_what_the_document_does_not_say_is_said_not_to_be_said() -> None:
    assert card().count("non indiqué") == 3  # phone, address and services; an e-mail or a site is simply left out
    assert "Courriel" not in card()


def test_planned_services_stand_apart_and_absent_ones_are_not_listed() -> None:
    html = card(offered=["nutrition"], planned=["psychologie"], absent=["dentiste"])
    offered, planned = html.split("Services prévus")
    assert "Nutrition" in offered and "Psychologie" not in offered
    assert "Psychologie" in planned
    assert "entiste" not in html


def test_words_that_name_two_services_are_shown_once() -> None:
    entry = an_entry(offered=["avec et sans rendez-vous"])
    (service,) = entry.services
    both = replace(entry, services=(service, replace(service, code="walk_in")))
    assert cards_html((Found(both),)).count("<li>") == 1


def test_a_co_op_that_had_not_opened_says_so() -> None:
    assert "En démarrage en 2014" in card(status="starting")
    assert "En projet en 2014" in card(status="planned")
    assert 'class="status"' not in card(status="active")


def test_a_website_is_text_because_the_address_may_have_changed_hands() -> None:
    assert Tags(card(websites=["www.coop.ca"])).seen.count(("a", {})) == 0
    assert "href" not in card(websites=["www.coop.ca"])


def test_a_long_list_keeps_every_card_the_last_ones_folded() -> None:
    entries = tuple(Found(an_entry(f"Coop {n}", position=n)) for n in range(1, 54))
    html = cards_html(entries)
    assert html.count("<article") == 53
    assert html.split("<details")[0].count("<article") == SHOWN_AT_ONCE
    assert "Voir les 47 coopératives suivantes" in html


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_document_becomes_markup(attack: str) -> None:
    html = card(name=attack, phones=[attack], emails=[attack], websites=[attack], address=attack, offered=[attack])
    tags = Tags(html).seen
    assert {tag for tag, _ in tags} <= {"div", "article", "h3", "dl", "dt", "dd", "ul", "li", "p", "span"}
    assert all(set(attributes) <= {"class"} for _, attributes in tags)

"""Numbers in words and digits, compared with a measure or with a distance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.numbers import conditions, radius
from assistant.phrases import Message
from ingest.french import words


def message(text: str) -> Message:
    return Message(text, words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plus de 5 médecins de famille", ("family_doctors", ">", 5, None)),
        ("plus de 3 omnipraticiens", ("family_doctors", ">", 3, None)),
        ("au moins trois mille membres", ("members", ">=", 3000, None)),
        ("plus de mille membres", ("members", ">", 1000, None)),
        ("moins de 1 000 membres", ("members", "<", 1000, None)),
        ("quelles coops ont 1 médecin", ("doctors", "=", 1, None)),
        ("cinq cents membres", ("members", "=", 500, None)),
        ("deux cent cinquante membres", ("members", "=", 250, None)),
        ("vingt-cinq membres", ("members", "=", 25, None)),
        ("soixante et un membres", ("members", "=", 61, None)),
        ("trois mille deux cents dossiers", ("files", "=", 3200, None)),
        ("plus de 10k membres", ("members", ">", 10_000, None)),
        ("5 médecins ou plus", ("doctors", ">=", 5, None)),
        ("10 médecins ou moins", ("doctors", "<=", 10, None)),
        ("pas plus de 3 médecins", ("doctors", "<=", 3, None)),
        ("au plus 10 dossiers", ("files", "<=", 10, None)),
        ("exactement 2 docteurs", ("doctors", "=", 2, None)),
        ("0 médecin", ("doctors", "=", 0, None)),
        ("plus de 20 000 habitants", ("population", ">", 20_000, None)),
        ("entre 2 et 4 médecins", ("doctors", ">=", 2, 4)),
        ("entre mille et trois mille membres", ("members", ">=", 1000, 3000)),
        ("entre 4 et 2 médecins", ("doctors", ">=", 2, 4)),
        ("more than five doctors", ("doctors", ">", 5, None)),
        ("une bonne dizaine de médecins", ("doctors", ">=", 10, None)),
        ("une centaine de membres", ("members", ">=", 90, 110)),
        ("une demi-douzaine de médecins", ("doctors", "=", 6, None)),
        ("de 4 à 6 médecins", ("doctors", ">=", 4, 6)),
        ("environ 2000 membres", ("members", ">=", 1800, 2200)),
        ("franchi le cap des 6 000 membres", ("members", ">", 6000, None)),
        ("dont le membership excède 9 000 personnes", ("members", ">", 9000, None)),
        ("côté médecins, lesquelles en ont plus de 10 ?", ("doctors", ">", 10, None)),
        ("qui n'atteignent pas 1 800 membres", ("members", "<", 1800, None)),
        ("celles qui n'ont pas encore atteint les 900 dossiers", ("files", "<", 900, None)),
        ("sans atteindre les 1 000 membres", ("members", "<", 1000, None)),
        ("qui n'arrivent pas à 700 membres", ("members", "<", 700, None)),
        ("pas encore rendues à 2 000 membres", ("members", "<", 2000, None)),
        ("elles n'ont même pas 300 membres", ("members", "<", 300, None)),
        ("qui ne dépassent pas 400 membres", ("members", "<=", 400, None)),
        ("sans dépasser trois médecins", ("doctors", "<=", 3, None)),
        ("n'ont jamais franchi le cap des 2 000 dossiers", ("files", "<=", 2000, None)),
        ("pas au-dessus de 700 membres", ("members", "<=", 700, None)),
        ("sous la barre des 600 dossiers", ("files", "<", 600, None)),
        ("dont les dossiers atteignent ou dépassent 8 000", ("files", ">=", 8000, None)),
        ("un membership supérieur ou égal à 5 000", ("members", ">=", 5000, None)),
        ("qui égalent ou excèdent 4 000 membres", ("members", ">=", 4000, None)),
        ("inférieur ou égal à trois médecins", ("doctors", "<=", 3, None)),
        ("rien qu'avec deux ou trois médecins de famille", ("family_doctors", ">=", 2, 3)),
        ("qui peinent à atteindre 1 000 membres", ("members", "<", 1000, None)),
        ("n'ont guère plus de 500 membres", ("members", "<=", 500, None)),
        ("un membership d'au plus 300 personnes", ("members", "<=", 300, None)),
        ("sans avoir dix médecins", ("doctors", "<", 10, None)),
        ("avec rien que quatre médecins", ("doctors", "=", 4, None)),
    ],
)
def test_a_condition_on_a_number_is_read(text: str, expected: tuple[str, str, float, float | None]) -> None:
    (found,) = conditions(message(text))
    assert (found.measure, found.comparison.value, found.number, found.upper) == expected


@pytest.mark.parametrize(
    "text",
    [
        "un médecin",
        "une personne",
        "plus de 5 km",
        "il y a 5 ans",
        "2014",
        "le 819 684-1234",
        "cinq infirmières",
        "plus de services",
        "des médecins",
        "1,5 médecin",
        "les médecins d'au moins 2 cliniques",
    ],
)
def test_what_is_no_condition_is_not_read_as_one(text: str) -> None:
    assert conditions(message(text)) == ()


def test_two_conditions_are_read_in_their_order() -> None:
    found = conditions(message("plus de 3 000 membres et moins de 2 médecins"))
    assert [(c.measure, c.comparison.value, c.number) for c in found] == [("members", ">", 3000), ("doctors", "<", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "plus de 2 médecins à recruter",
        "qui recrutent plus de 2 médecins",
        "cherche plus de 2 docteurs",
        "qui cherchent à embaucher deux médecins",
        "sans médecin et veulent en recruter deux",
    ],
)
def test_doctors_that_are_looked_for_are_not_doctors_in_place(text: str) -> None:
    (found,) = conditions(message(text))
    assert [c.name for c in found.criteria()] == ["recruiting"]  # type: ignore[attr-defined]


def test_a_range_is_two_conditions() -> None:
    (found,) = conditions(message("entre 2 et 4 médecins"))
    assert [(c.comparison.value, c.number) for c in found.criteria()] == [(">=", 2), ("<=", 4)]  # type: ignore[attr-defined]


@given(st.integers(0, 999_999))
def test_a_number_is_read_however_its_thousands_are_spaced(number: int) -> None:
    spaced = f"{number:,}".replace(",", " ")
    for written in (str(number), spaced, spaced.replace(" ", "\u202f"), spaced.replace(" ", "\xa0")):
        (found,) = conditions(message(f"plus de {written} membres"))
        assert found.number == number


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("à moins de 40 km de Drummondville", 40),
        ("20km", 20),
        ("à 25Km de Granby", 25),
        ("dans un rayon de vingt kilomètres", 20),
        ("40 kilometres max", 40),
        ("à vingt-cinq kilomètres", 25),
        ("à 12,5 km", 12.5),
        ("à 30 minutes de route", 30),
        ("within 15 km of Gatineau", 15),
        ("à une heure de route", 60),
    ],
)
def test_a_radius_is_read_in_kilometres(text: str, km: float) -> None:
    found = radius(message(text))
    assert found is not None
    assert found[0] == km


@pytest.mark.parametrize("text", ["km", "plus de 40 médecins", "à côté", "819 684-1234", "ouvert 24 heures", ""])
def test_what_is_no_distance_is_not_read_as_one(text: str) -> None:
    assert radius(message(text)) is None

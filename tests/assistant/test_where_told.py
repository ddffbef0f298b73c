"""Where a message looks: homonyms told apart, places left out, the way between two, and what is said around them."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("Saint-Isidore, pas celui de la Beauce : y a-t-il une coop ?", "Saint-Isidore"),
        ("Saint-Damien, celui de Bellechasse et pas celui de Lanaudière : quelle coop ?", "Saint-Damien-de-Buckland"),
        ("Sainte-Félicité (pas celle de L'Islet), la coop ?", "Sainte-Félicité"),
        ("Je reste à Saint-Léonard sur l'île de Montréal, ma coop la plus proche ?", "Saint-Léonard"),
        ("de Drummondville à Shawinigan, quelle coop en chemin ?", "entre Drummondville et Shawinigan"),
        ("une coop entre Granby et Sherbrooke par la 10", "entre Granby et Sherbrooke"),
        ("De Québec, la coop la plus proche avec un physio ?", "Québec"),
    ],
)
def test_the_place_that_is_meant(message: str, place: str) -> None:
    heard = understood(message).place
    assert heard is not None and heard.name == place


def test_an_excluded_homonym_leaves_the_other_one_of_the_table() -> None:
    heard = understood("Je parle du Saint-Isidore de la Montérégie, pas de celui en Beauce. Une coop ?").place
    assert heard is not None and heard.region == 16


@pytest.mark.parametrize("message", ["N'y a-t-il pas à Gatineau une coop ?", "une coop pas loin de Gatineau"])
def test_a_negation_that_excludes_no_place(message: str) -> None:
    question = understood(message)
    assert question.place is not None and question.place.name == "Gatineau" and not question.filters


@pytest.mark.parametrize(
    "message",
    [
        "En tant que conseillère à Thurso, quelle coop est la plus rapprochée ?",
        "À titre de maire d'un village près de Thurso, quelle est la coop la moins éloignée ?",
        "Thurso, quelle coop est la plus proche à vol d'oiseau ?",
        "dans l'ancienne ville de Thurso, avant les fusions, la coop la plus proche ?",
    ],
)
def test_words_around_a_place_ask_nothing(message: str) -> None:
    question = understood(message)
    assert question.place is not None and question.limit == 1 and not question.unsaid_words


def test_whether_a_coop_is_of_a_territory_is_told_by_its_address_and_region() -> None:
    assert understood("La coop de Saint-Isidore, c'est Saint-Isidore en Beauce ?").fields == ("address", "region")
    assert understood("la coop du secteur Aylmer à Gatineau").fields == ()


@pytest.mark.parametrize(
    "message",
    ["une coop à Gatineau avec des médecins", "coop à Gatineau avec médecin", "a co-op with doctors in Gatineau"],
)
def test_a_co_op_with_doctors_is_any_that_has_some(message: str) -> None:
    turn = ask(message)[-1]
    assert turn.question.task is Task.LIST
    assert {found.entry.position for found in turn.answer.entries} == {20, 21, 23}


def test_a_distance_is_measured_from_the_town() -> None:
    home = ask("je reste à Laval, c'est quoi la coop la plus proche")[-1].answer.entries[0].distance_km
    asked = ask("quelle coop est la plus proche de Laval ?")[-1].answer.entries[0].distance_km
    assert home == asked


@pytest.mark.parametrize(
    ("message", "position"),
    [
        ("Saint-Isidore, c'est le village de la Beauce ou celui de la Montérégie ?", 42),
        ("La coop de Thurso, c'est sur la Rive-Sud ?", 22),
    ],
)
def test_a_coop_that_opens_the_message_is_what_its_place_is_asked_of(message: str, position: int) -> None:
    question = understood(message)
    assert question.subjects == (position,) and set(question.fields) >= {"address"}


def test_the_one_coop_of_homonymous_places_is_the_one_that_stands_there() -> None:
    assert understood("La clinique qui se trouve à Ville-Marie a-t-elle un physio ?").subjects == (26,)
    assert understood("Y a-t-il une coop à Ville-Marie ?").task is Task.CLARIFY_PLACE


@pytest.mark.parametrize("there", ["dans ce coin-là", "dans ce bout-là", "pas loin de là", "dans le boutte"])
def test_there_is_around_the_place_just_told(there: str) -> None:
    question = understood(f"On déménage à Granby cet été. Y a-tu une coop {there} ?")
    assert question.place is not None and question.place.name == "Granby" and not question.strict


def test_my_corner_is_around_the_place_said() -> None:
    assert not understood("J'habite Cantley. Une coop dans mon coin ?").strict


@pytest.mark.parametrize("name", ["Sainte-Sabine", "Sainte-Monique", "Saint-Lambert", "Saint-Stanislas"])
def test_of_two_municipalities_one_of_unknown_size_is_no_less_likely(name: str) -> None:
    assert understood(f"une coop près de {name} ?").task is Task.CLARIFY_PLACE


def test_a_homonym_of_a_far_larger_town_is_not_asked_about() -> None:
    assert understood("une coop près de Saint-Lazare ?").task is Task.LIST


@pytest.mark.parametrize(
    ("message", "nearest"),
    [
        ("La coop la moins loin de Saint-Léonard, celui de Montréal, pas d'Aston", 18),
        (
            "La coop la plus proche de Saint-Léonard, le quartier de Montréal, non celui du Centre-du-Québec",
            18,
        ),
        ("La coop la plus proche de Saint-Léonard-d'Aston et non de Saint-Léonard à Montréal", 50),
        ("J'habite Saint-Léonard d'Aston, pas Saint-Léonard à Montréal. La coop la plus proche ?", 50),
        (
            "Où aller si j'habite Saint-Léonard, l'arrondissement de Montréal "
            "(et non le village près de Drummondville) ? La plus proche, s'il vous plaît.",
            18,
        ),
        ("La plus proche de Saint-Hubert à Longueuil, à ne pas confondre avec Saint-Hubert-de-Rivière-du-Loup ?", 47),
        ("J'habite Saint-Isidore en Montérégie (pas celui de la Beauce) : quelle coop est la plus proche ?", 42),
    ],
)
def test_the_homonym_that_is_said_is_the_place_and_the_other_left_out(message: str, nearest: int) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == [nearest]


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Saint-Léonard, oui mais l'arrondissement montréalais, pas la paroisse : des coops proches ?", [18, 19, 47]),
        ("Les coops de la Mauricie, mais pas à Shawinigan", [7, 9, 10, 11, 13, 14]),
        ("Quelles coops de la Mauricie ne se trouvent pas à Shawinigan ?", [7, 9, 10, 11, 13, 14]),
    ],
)
def test_what_tells_homonyms_apart_filters_nothing_and_a_place_left_out_does(
    message: str, positions: list[int]
) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == positions

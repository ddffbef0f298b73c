"""What a sequel points at: those kept of several, the one that a word tells, what stands under an item."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answerers.one_item import only_the_item
from assistant.question import Task
from tests.assistant.asking import ask, assistant, understood

MASSAGE = "quelles coops ont un massothérapeute ?"
SECOND = ("quelles sont les orientations ?", "la deuxième ?")
DUBUC = ("le numéro de la coop où la personne à rejoindre s'appelle Dubuc", "les deux")


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


KEPT = [
    ((MASSAGE, "leurs téléphones en tableau", "garde juste celles des Laurentides"), (34, 38)),
    ((MASSAGE, "leurs numéros", "seulement celles de la Montérégie"), (42,)),
    ((MASSAGE, "leurs courriels", "limite-toi à celles de la Mauricie"), (9,)),
    (("coops près de Châteauguay", "qui a le plus de membres là-dedans ?"), (47,)),
    (("coops en Mauricie", "laquelle a le moins de membres dans ce lot ?"), (11,)),
    (("coops de l'Estrie avec un psychologue", "celle de l'université, son adresse ?"), (15,)),
    ((*DUBUC, "à laquelle des deux Chantal est-elle directrice ?"), (43,)),
    ((*DUBUC, "laquelle des deux est celle de René ?"), (42,)),
]


@pytest.mark.parametrize(("messages", "positions"), KEPT)
def test_those_shown_that_are_pointed_at(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


LIKE = [  # the conversation, and the question that asks the same alone
    (("un pédiatre près de Saint-Bernard", "et pas loin de Gatineau ?"), "un pédiatre près de Gatineau"),
    (("un psychologue à Sherbrooke ?", "et pas trop loin de Gatineau ?"), "un psychologue près de Gatineau"),
    (("inhalo près de Granby", "et partout au Québec, l'inhalothérapie, c'est où ?"), "quelles coops ont un inhalo ?"),
    (("membres à Thurso ?", "et partout au Québec, la nutrition, ça se trouve où ?"), "quelles coops ont un nutri ?"),
    (("gynéco près de Châteauguay", "peu importe le service, c'est quoi toutes les coops du coin ?"),
     "coops près de Châteauguay"),
    (("dentiste près de Québec", "oublie le dentiste, qu'est-ce qu'il y a comme coops dans ce coin-là ?"),
     "coops près de Québec"),
    (("physio en Estrie", "peu importe le service, quelles sont les coops de la région ?"), "coops en Estrie"),
    (("coops de la Mauricie de plus de 3 000 membres", "et les 5 000 ?"),
     "coops de la Mauricie de plus de 5 000 membres"),
    (("ergothérapie, quelle coop ?", "quel temps fera-t-il demain ?", "et la pédiatrie ?"), "pédiatrie, quelle coop ?"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "alone"), LIKE)
def test_a_sequel_asks_as_the_whole_question_does(messages: tuple[str, ...], alone: str) -> None:
    assert shown(*messages) == shown(alone) != ()


def test_how_far_and_not_far_are_two_questions() -> None:
    for asks in ("c'est-tu loin de Gatineau ?", "c'est pas trop loin de Gatineau ?", "et de Gatineau, c'est loin ?"):
        assert ask("une coop à Thurso ?", asks)[-1].question.task is Task.DISTANCE


def test_the_first_ones_are_no_number_to_exceed() -> None:
    question = ask("coops de plus de 5 médecins de famille", "et les deux premières ?")[-1].question
    assert len(question.scope) == 2


def test_what_was_of_no_coop_is_not_what_is_followed() -> None:
    assert ask("ergothérapie, quelle coop ?", "quel temps fera-t-il à Nicolet ?", "leur numéro ?")[-1].answer.entries
    assert ask("un urologue ?", "quel temps fera-t-il ?", "pourquoi ?")[-1].question.task is not Task.WHY


@pytest.mark.parametrize(
    ("message", "place", "km"),
    [
        ("Je reste à Shawinigan. Quelle coop, à 15 km maximum, a un psychologue ?", "Shawinigan", 15),
        ("J'habite à Gatineau. Quelle coop dans un rayon de 40 km offre de la physio ?", "Gatineau", 40),
        ("I live in Granby. Which co-op within 30 km has a nurse?", "Granby", 30),
        ("Je suis de Saint-Jérôme. Combien de coops à moins de 50 km ?", "Saint-Jérôme", 50),
    ],
)
def test_kilometres_are_counted_from_the_town_told(message: str, place: str, km: float) -> None:
    question = understood(message)
    assert question.place is not None and (question.place.name, question.radius_km) == (place, km)


@pytest.mark.parametrize(
    "message", ["Je reste à Shawinigan. La coop a-t-elle un psychologue ?", "Je suis à Thurso. Leur numéro ?"]
)
def test_the_coop_of_the_town_told_is_still_asked(message: str) -> None:
    question = understood(message)
    assert len(question.subjects) == 1 and question.place is None


def test_an_item_asked_by_its_rank_is_told_alone_with_what_stands_under_it() -> None:
    turn = ask("quelles sont les orientations ?")[-1]
    items = replace(turn.answer, citations=turn.answer.citations[1:])  # each quoted for itself, under no common title
    knowledge = assistant()._knowledge
    for asks, said in (
        ("Quelle est la deuxième orientation ?", "2.1"),
        ("C'est quoi la dernière orientation ?", "4.1"),
    ):
        told = only_the_item(replace(turn.question, message=asks), items, knowledge)
        assert said in told.text and "notoriété" not in told.text
    other = replace(turn.question, message="Quelle est la deuxième recommandation ?")
    assert only_the_item(other, items, knowledge) is items


@pytest.mark.parametrize(
    "asks",
    [
        "quels objectifs y sont rattachés ?",
        "et les objectifs qui en découlent ?",
        "c'est quoi les objectifs qui vont avec ?",
        "qu'est-ce qui s'y rattache ?",
        "ses objectifs",
    ],
)
def test_what_stands_under_an_item(asks: str) -> None:
    text = ask(*SECOND, asks)[-1].answer.text
    assert "2.1" in text and "2.3" in text and "3.1" not in text


def test_nothing_stands_under_what_was_not_answered() -> None:
    turns = ask("Quelle est la deuxième recette de tarte ?", "quels objectifs y sont rattachés ?")
    assert turns[-1].question.topic != "under"


OTHERS = [
    (("quelles coops de la Mauricie recrutent ?", "et les autres ?"), (10, 13, 14)),
    (("coops de l'Estrie avec un psychologue", "les autres, c'est lesquelles ?"), (17,)),
    (("le pharmacien du Centre-du-Québec ?", "les autres de la région, c'est lesquelles ?"), (50, 51, 52)),
    (("quelles coops en région 17 ?", "l'adresse de la première ?", "et les autres ?"), (51, 52, 53)),
]


@pytest.mark.parametrize(("messages", "positions"), OTHERS)
def test_the_others_of_a_place_are_those_not_shown(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


def test_the_others_of_the_whole_table_are_not_listed() -> None:
    assert not shown("quelles coops offrent la physio ?", "et les autres ?")


MORE_THAN = [
    (("membres à Thurso ?", "a-t-elle plus de membres que celle d'Eastman ?"), (22, 16)),
    (("le téléphone de Saint-Boniface", "est-elle plus grosse que la coop de Shawinigan ?"), (8, 9)),
    (("le téléphone de la coop d'Aylmer", "ont-ils plus de dossiers que Shawinigan ?"), (23, 8)),
    (("members of the Thurso co-op?", "does it have fewer members than the Eastman one?"), (16, 22)),
]


@pytest.mark.parametrize(("messages", "positions"), MORE_THAN)
def test_the_one_spoken_of_is_compared_with_the_one_named(
    messages: tuple[str, ...], positions: tuple[int, ...]
) -> None:
    assert shown(*messages) == positions


@pytest.mark.parametrize("asks", ["a-t-elle plus que 3 médecins ?", "y a-t-il plus d'une infirmière là ?"])
def test_a_number_to_exceed_is_no_other_coop(asks: str) -> None:
    assert ask("le téléphone de la coop de Saint-Boniface", asks)[-1].question.task is not Task.RANK


@pytest.mark.parametrize(
    ("messages", "position"),
    [
        (("coops avec infirmière praticienne", "À celle des Monts de Bellechasse, il y en a combien ?"), 27),
        (("téléphone de La Prairie", "membres à Thurso", "je reviens à la prairie : combien de dossiers ?"), 47),
        (("téléphone de La Prairie", "membres à Thurso", "revenons à la coop de La Prairie, ses membres"), 47),
    ],
)
def test_the_one_named_is_asked_as_the_last_was(messages: tuple[str, ...], position: int) -> None:
    assert shown(*messages) == (position,)


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("ostéo au sud de Montréal, genre Saint-Jean-sur-Richelieu", "Saint-Jean-sur-Richelieu"),
        ("une coop en Outaouais, mettons à Thurso ?", "Thurso"),
        ("un dentiste en Montérégie, disons autour de Granby", "Granby"),
    ],
)
def test_the_place_given_as_an_example_is_the_one_meant(message: str, place: str) -> None:
    question = understood(message)
    assert question.place is not None and question.place.name == place

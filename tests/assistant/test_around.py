"""Follow-ups around a place: the next in the order of nearness, another circle, the list sought again or narrowed."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, understood


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


NEAREST = "quelle est la coop la plus proche de Drummondville ?"  # 53, then 50, then 44
RANKS = [
    ((NEAREST, "et la suivante ?"), (50,)),
    ((NEAREST, "la deuxième plus proche c'est laquelle"), (50,)),
    ((NEAREST, "pis la prochaine", "celle d'après ?"), (44,)),
    ((NEAREST, "son numéro ?", "la suivante ?"), (50,)),
    ((NEAREST, "et la suivante ?", "la première, son adresse"), (53,)),
    ((NEAREST, "et la suivante ?", "la première, son adresse", "la troisième plus proche ?"), (44,)),
    ((NEAREST, "et la suivante ?", "et de Rimouski ?"), (1,)),
    (("une coop à Shawinigan avec un psychologue", "la deuxième plus proche ?"), (9,)),
    (("physio près de Gatineau", "la suivante ?"), (50,)),
    (("C'est quoi la plus grosse coop en Mauricie, en membres ?", "la suivante ?"), (7,)),
    (("C'est quoi la plus grosse coop en Mauricie, en membres ?", "la troisième", "et en médecins ?"), (12,)),
    (("coops à 55 km de Cowansville avec prise de sang", "la première, son téléphone", "la suivante"), (45,)),
    (("quelle est la 2e coop la plus proche de Drummondville ?",), (50,)),
    (("la coop la plus proche de Laval", "ses services ?", "la suivante qui a des médecins"), (47,)),
    (("neuropsychologue à Trois-Rivières", "je me suis trompé, psychologue", "la prochaine plus proche"), (9,)),
    ((NEAREST, "la deuxième et la troisième ?"), (50, 44)),
    ((NEAREST, "les deux suivantes"), (50, 44)),
    (("Quelle coop a le plus de dossiers ?", "son adresse ?", "et qui arrive en deuxième pour les dossiers ?"), (23,)),
    (("le téléphone de la coop d'Aylmer", "y en a d'autres pas loin ?"), (25, 21)),
    (("le téléphone de la coop d'Aylmer", "y a-t-il une autre coop proche avec un physio ?"), (21,)),
    (("closest co-op to Granby?", "the next one?"), (48,)),
    (("closest co-op to Granby?", "the next two?"), (48, 45)),
    (("médecin à Saint-Jérôme", "la 2e plus proche ?"), (36,)),
    (("quelle est la 2e coop la plus proche de Saint-Jérôme avec un médecin de famille ?",), (36,)),
]


@pytest.mark.parametrize(("messages", "expected"), RANKS)
def test_the_order_of_nearness_has_ranks(messages: tuple[str, ...], expected: tuple[int, ...]) -> None:
    assert shown(*messages) == expected


def test_the_rank_is_said_and_the_order_ends() -> None:
    second = ask(NEAREST, "et la suivante ?")[-1].answer.text
    assert "2e coop la plus proche" in second and "26 km" in second
    ended = ask("quelle coop avec un denturologiste est la plus proche de Laval ?", "et la suivante ?")[-1].answer
    assert not ended.entries and "il n'y a pas de 2e" in ended.text


GYNECO = "gynécologue à 40 km de Granby"
CIRCLES = [
    ((GYNECO, "25 km?"), "gynécologue à 25 km de Granby"),
    ((GYNECO, "bon, 35 d'abord"), "gynécologue à 35 km de Granby"),
    ((GYNECO, "20", "remets 40"), GYNECO),
    ((GYNECO, "son numéro", "à moins de 80 km svp"), "gynécologue à 80 km de Granby"),
    (("coops proches de Saint-Hyacinthe", "20"), "coops à 20 km de Saint-Hyacinthe"),
    (("massothérapie à Magog", "un rayon de 80"), "massothérapie à 80 km de Magog"),
    (("massothérapie à Magog", "100 mettons"), "massothérapie à 100 km de Magog"),
    (("nutrition à Montréal", "dans 60 km"), "nutrition à 60 km de Montréal"),
    (("quelle coop à Trois-Rivières avec médecin de famille ?", "et plus loin, jusque 40 km ?"),
     "médecin de famille à 40 km de Trois-Rivières"),
    (("dentiste à 10 km de Gatineau", "ok 40"), "dentiste à 40 km de Gatineau"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "twin"), CIRCLES)
def test_another_circle_said_shortly(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


def test_the_circle_is_changed_before_what_is_asked_next() -> None:
    last = ask(GYNECO, "25 km?", "remets 40 pis c'est quoi le numéro")[-1]
    assert "450 546-3245" in last.answer.text and [f.entry.position for f in last.answer.entries] == [44]


FEET = "soins de pieds près de Saint-Hyacinthe"
AGAIN = [
    (("prise de sang à 55 km de Cowansville", "la deuxième, téléphone", "pis pour un orthésiste"),
     "un orthésiste à 55 km de Cowansville"),
    (("physio près de Gatineau", "son numéro", "et pour un dentiste ?"), "dentiste près de Gatineau"),
    ((FEET, "soins de pieds mais n'importe où"), "quelles coops offrent des soins de pieds ?"),
    ((FEET, "n'importe où", "et seulement dans les Laurentides"), "soins de pieds dans les Laurentides"),
    (("coops de la Mauricie", "avec un médecin de famille"), "coops de la Mauricie avec un médecin de famille"),
    (("coops de la Mauricie", "avec médecin de famille"), "coops de la Mauricie avec un médecin de famille"),
    (("psychologue en Montérégie", "avec au moins 3 médecins"), "psychologue en Montérégie avec au moins 3 médecins"),
    (("gynéco dans les Laurentides", "tel", "montérégie"), "gynéco en Montérégie"),
    (("nutrition en Mauricie", "le numéro de la première", "et en Estrie ?"), "nutrition en Estrie"),
    (("physio près de Victoriaville", "son numéro", "pis à Gatineau ?"), "physio à Gatineau"),
    (("gynéco près de Granby", "son numéro", "et la plus proche de Joliette"), "gynéco le plus proche de Joliette"),
    (("sans rendez-vous en Outaouais", "sans celle d'Aylmer, elle est pleine"),
     "quelles coops de l'Outaouais ont le sans rendez-vous, sauf celle d'Aylmer ?"),
    (("inhalothérapeute près de Granby", "combien de coops en ont au total"), "qui offre de l'inhalothérapie ?"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "twin"), AGAIN)
def test_a_list_is_sought_again_or_narrowed(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin) != ()


def test_the_nearest_stays_the_nearest() -> None:
    assert shown("quelle est la coop la plus proche de Rimouski ?", "et à Gatineau ?") == (21,)
    nearest = "quelle coop avec un psychologue est la plus proche de Rimouski ?"
    assert shown(nearest, "et un nutritionniste ?") == (1,)
    most = "quelle coop a le plus de médecins en Montérégie ?"
    assert shown(most, "et la suivante", "et la plus proche de Granby ?") == (49,)
    assert shown("coop à 10 km de Val-d'Or", "la plus proche d'abord") == (26,)


POINTED = [
    (("le téléphone de la coop de Thurso", "celle de Val-Morin", "celle d'avant, son adresse"), (22,)),
    (("physio près de Victoriaville", "pis à Gatineau ?", "celle d'avant, proche de Victo, le numéro"), (50,)),
    (("le téléphone de la coop Villeray", "non pas Villeray, Espace-Temps, le téléphone"), (19,)),
    (("coops en Outaouais", "celle proche de Buckingham"), (20,)),
    (("une clinique d'urgence proche de Sorel", "pourquoi pas la coop de Massueville",
      "et celle-là, elle vaccine ?"), (40,)),
    (("pédiatre près de Lévis", "tel"), (30,)),
    (("quelles coops donnent la santé voyage ?", "la plus proche de Sorel ?",
      "je dis n'importe quoi : on a déménagé à Châteauguay cet été ! Alors laquelle ?"), (47,)),
    (("de la physio à la coop Sainte-Gertrude ?", "la plus proche de Bécancour ?"), (50,)),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "expected"), POINTED)
def test_the_one_pointed_at(messages: tuple[str, ...], expected: tuple[int, ...]) -> None:
    assert ask(*messages)[-1].answer.outcome is Outcome.ANSWERED
    assert shown(*messages) == expected


def test_what_one_thought_asks_why() -> None:
    asked = ("combien de médecins cherche la coop de Ferme-Neuve ?", "t sur? jpensais 2")
    assert ask(*asked)[-1].question.task is Task.WHY
    assert ask("le téléphone de la coop de Thurso", "j'ai mal dit, de Val-Morin")[-1].question.task is Task.FIELDS


def test_a_whole_question_takes_no_rank_and_no_circle() -> None:
    assert ask(NEAREST, "combien de coops en Mauricie ?")[-1].question.nth == 1
    assert shown("dentiste près de Gatineau", "23") == (23,) == shown("coops de l'Outaouais", "la 4")
    assert ask(GYNECO, "quelles coops ont 40 médecins ou plus ?")[-1].question.place is None


def test_around_said_behind_a_place_told_looks_around_it() -> None:
    told = "Je m'installe à Matane. Quelles coops y a-t-il autour ?"
    assert shown(told) == shown("quelles coops près de Matane ?") == (2,)
    assert shown("plus au sud, autour de Mont-Tremblant, quelles coops ?") == shown("coops autour de Mont-Tremblant")
    assert not ask("quelles coops à Matane ?")[-1].answer.entries


def test_a_circle_said_with_a_service_after_one_was_told_is_of_the_search() -> None:
    told = ("une coop proche de Cowansville ?", "y a-t-il un médecin là ?")
    assert shown(*told, "plus loin, genre 40 km, avec un psychologue") == shown("un psychologue à 40 km de Cowansville")
    assert shown(told[0], "son numéro ?", "dans 50 km, avec une nutritionniste") == shown(
        "une nutritionniste à 50 km de Cowansville"
    )


def test_those_just_listed_are_counted_whatever_was_measured_before() -> None:
    told = ("quelles coops de la Mauricie recrutent ?", "laisse faire le recrutement, toutes celles de la Mauricie")
    assert shown(*told, "ça fait combien en tout ?") == shown("les coops de la Mauricie")
    total = ask("la coop avec le plus de membres en Estrie ?", "son adresse ?", "et au total ?")[-1].question
    assert (total.task, total.measure) == (Task.SUM, "members")


def test_a_number_beside_what_is_asked_counts_in_the_list_shown() -> None:
    near = "coops près de Magog"  # 16, 17, 15
    assert shown(near, "la 2, elle a un psy ?") == shown(near, "pis la 2, c'est quoi son adresse ?") == (17,)
    assert shown(near, "la 3, est-ce qu'elle a une infirmière ?") == (15,)
    assert shown(near, "la 49, elle est où ?") == shown("la 49, elle est où ?")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Quelles coops vers la Mauricie ?", 4),
        ("Un dentiste du côté de la Montérégie ?", 16),
        ("Dans le bout de l'Estrie, y a-tu des coops ?", 5),
        ("Les coops aux alentours du Bas-Saint-Laurent", 1),
        ("J'habite en Outaouais, quelles coops sont près de chez moi ?", 7),
        ("co-ops around the Laurentians?", 15),
    ],
)
def test_a_region_looked_around_is_the_region(text: str, region: int) -> None:
    question = understood(text)
    assert question.regions == (region,) and question.place is None


@pytest.mark.parametrize(
    "text",
    ["Les coops à 50 km de Lanaudière", "La coop la plus proche de l'Estrie ?", "Des coops autour de Montréal ?"],
)
def test_what_is_measured_from_a_region_or_is_a_town_too_stays_a_circle(text: str) -> None:
    question = understood(text)
    assert question.place is not None and not question.regions


def test_a_region_behind_small_words_is_no_county_misspelt() -> None:
    assert understood("Les coops dans le coin de l'Outaouais").regions == (7,)


@pytest.mark.parametrize(
    "then",
    [
        "revenons à 30. Lesquelles ont un inhalothérapeute ?",
        "finalement 30 km, celles qui ont un inhalothérapeute ?",
        "on remet ça à 30 : lesquelles ont un inhalothérapeute ?",
        "retour à 30 km. Celles avec un inhalothérapeute ?",
    ],
)
def test_another_circle_is_gone_back_to_with_a_condition(then: str) -> None:
    around = "coops dans un rayon de 30 km de Sorel-Tracy"
    assert [f.entry.position for f in ask(around, "15 km, pas plus", then)[-1].answer.entries] == [43, 52]

"""What a follow-up keeps of the list before it: its place under another service, its rows without a condition."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, essentials

MAURICIE = "Qui a un psychologue en Mauricie ?"
MONTEREGIE = "Quelles coops de la Montérégie ont un psychologue ?"
SOREL = "Une coop pas loin de Sorel pour une prise de sang ?"
CAPITALE = "Les coops de la Capitale-Nationale"
ESTRIE = "En Estrie, qui offre la gynécologie ?"


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents."""
    return tuple(f.entry.position for f in ask(*messages)[-1].answer.entries)


ANOTHER_SERVICE = [
    (
        (MONTEREGIE, "et pour la nutrition, c'est lesquelles ?"),
        "Quelles coops de la Montérégie ont une nutritionniste ?",
    ),
    ((MONTEREGIE, "même chose avec la nutrition"), "Quelles coops de la Montérégie ont une nutritionniste ?"),
    ((MONTEREGIE, "et celles où l'on trouve une nutritionniste ?"), "Qui a une nutritionniste en Montérégie ?"),
    ((MONTEREGIE, "pis celles qui font de la massothérapie ?"), "Qui fait de la massothérapie en Montérégie ?"),
    ((MAURICIE, "et côté massothérapie, lesquelles ?"), "Qui fait de la massothérapie en Mauricie ?"),
    ((MAURICIE, "pour ce qui est des prises de sang, laquelle en fait ?"), "Les prises de sang en Mauricie, où ?"),
    ((MAURICIE, "ma mère aurait aussi besoin d'une nutritionniste"), "Qui a une nutritionniste en Mauricie ?"),
    ((SOREL, "mon fils aurait aussi besoin d'orthèses, y en a-tu une dans le coin ?"), "Un orthésiste près de Sorel ?"),
    ((SOREL, "pis dans le même secteur, pour un orthésiste ?"), "Un orthésiste près de Sorel ?"),
]


@pytest.mark.parametrize(("messages", "twin"), ANOTHER_SERVICE)
def test_another_service_is_sought_where_the_first_was(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


ONE_MORE = [
    "celles qui ont aussi une nutritionniste ?",
    "lesquelles ont une nutritionniste en plus ?",
    "et celles qui ont également une nutritionniste ?",
    "parmi elles, lesquelles ont une nutritionniste ?",
    "et qui offrent aussi de la nutrition, les deux à la fois",
]


@pytest.mark.parametrize("message", ONE_MORE)
def test_a_service_said_to_come_besides_narrows_the_list(message: str) -> None:
    both = "Quelles coops de la Montérégie ont un psychologue et une nutritionniste ?"
    assert shown(MONTEREGIE, message) == shown(both)


DROPPED = [
    ((MAURICIE, "oublie ça les traitements, nomme-moi toutes les coops du coin"), "Les coops de la Mauricie"),
    (
        (MAURICIE, "peu importe ce qu'elles offrent, je veux toutes les coops de cette région"),
        "Les coops de la Mauricie",
    ),
    ((MAURICIE, "quels que soient les services, liste toutes les coops de ce coin-là"), "Les coops de la Mauricie"),
    ((MAURICIE, "laisse tomber les soins, montre toutes les cliniques de la région"), "Les coops de la Mauricie"),
    (
        (CAPITALE, "celles qui ont un médecin", "oublie ça, avec ou sans médecin en place : lesquelles recrutent ?"),
        "Quelles coops de la Capitale-Nationale recrutent ?",
    ),
    (
        (CAPITALE, "celles qui ont un médecin", "qu'elles aient un médecin ou non, je veux celles qui recrutent"),
        "Quelles coops de la Capitale-Nationale recrutent ?",
    ),
    ((ESTRIE, "élargis à tout le Québec, je suis pas obligée de rester dans ma région"), "Qui offre la gynécologie ?"),
    ((ESTRIE, "ouvre ça à l'ensemble de la province"), "Qui offre la gynécologie ?"),
    ((ESTRIE, "on n'est pas limités à notre coin, cherche partout"), "Qui offre la gynécologie ?"),
    ((ESTRIE, "à l'échelle de la province ?"), "Qui offre la gynécologie ?"),
]


@pytest.mark.parametrize(("messages", "twin"), DROPPED)
def test_what_no_longer_counts_is_taken_out(messages: tuple[str, ...], twin: str) -> None:
    assert shown(*messages) == shown(twin)


def test_what_is_dismissed_before_another_question_is_gone() -> None:
    last = ask(CAPITALE, "celles qui ont un médecin", "Oublie ça. Combien de membres a la coop de Thurso ?")[-1]
    assert essentials(last.question) == essentials(ask("Combien de membres a la coop de Thurso ?")[-1].question)


EASTMAN, CONTRECOEUR, BEDFORD, THURSO, LA_PRAIRIE = 16, 43, 39, 22, 47
SAME_FIELD = [
    (("Combien de médecins a la coop de Bedford ?", "à Eastman, y sont combien ?"), (EASTMAN,), "doctors"),
    (("La coop de Shawinigan recrute combien de médecins ?", "Ceux de Bedford, combien ?"), (BEDFORD,), "recruiting"),
    (("Combien de dossiers a la coop d'Acton Vale ?", "Eastman, combien ?"), (EASTMAN,), "files"),
    (("Combien de membres a la coop de Thurso ?", "même chiffre, mais pour Eastman"), (EASTMAN,), "members"),
    (("Combien de membres a la coop de Thurso ?", "le même nombre pour celle de Bedford"), (BEDFORD,), "members"),
    (("Le téléphone de la coop de Thurso ?", "même info mais pour Bedford"), (BEDFORD,), "phones"),
    (("Combien de médecins a la coop de Bedford ?", "et pour Thurso, ça donne quoi ?"), (THURSO,), "doctors"),
    (("Combien de membres a la coop de Thurso ?", "pis Eastman, à côté de ça ?"), (THURSO, EASTMAN), "members"),
    (("Combien de membres a la coop de Thurso ?", "Eastman, en comparaison ?"), (THURSO, EASTMAN), "members"),
    (("Combien de membres a la coop de Thurso ?", "et vis-à-vis de Bedford ?"), (THURSO, BEDFORD), "members"),
    (
        ("Combien de membres a la coop de Thurso ?", "par rapport à Eastman, ça dit quoi ?"),
        (THURSO, EASTMAN),
        "members",
    ),
]


@pytest.mark.parametrize(("messages", "positions", "field"), SAME_FIELD)
def test_the_same_field_of_another_coop(messages: tuple[str, ...], positions: tuple[int, ...], field: str) -> None:
    question = ask(*messages)[-1].question
    assert (question.subjects, question.fields) == (positions, (field,))


@pytest.mark.parametrize("message", ["combien de coops à Gatineau ?", "En Estrie, il y en a combien, des coops ?"])
def test_coops_that_are_counted_are_no_field(message: str) -> None:
    assert shown("Combien de membres a la coop de Thurso ?", message) == shown(message)


VILLAGES = "quelles coops sont en région 17 ?"
OSTEO = "Qui fait de l'ostéopathie en Montérégie ?"
DRUMMOND = "Quelles coops à 40 km de Drummondville ?"
RANKED = [
    ((VILLAGES, "combien de médecins dans les deux qui sont à la fin ?"), (52, 53)),
    ((VILLAGES, "le courriel des deux du haut"), (50, 51)),
    ((VILLAGES, "les téléphones des trois au début de la liste"), (50, 51, 52)),
    ((VILLAGES, "le courriel des deux premières", "et celui des deux qui restent ?"), (52, 53)),
    ((VILLAGES, "les médecins des deux dernières ?", "Et les deux premières, elles ?"), (50, 51)),
    ((OSTEO, "La première de ces deux-là, à quel numéro on l'appelle ?"), (42,)),
    ((OSTEO, "le courriel de la deuxième de celles-là"), (46,)),
    ((OSTEO, "le courriel de la première", "donne-moi aussi celui de la deuxième"), (46,)),
    ((DRUMMOND, "de toutes, la moins loin a combien de médecins ?"), (53,)),
    ((DRUMMOND, "la moins éloignée, son courriel ?"), (53,)),
    (("À quel numéro on rejoint la coop de santé à Montréal ?", "celle de Villeray", "et celui de la deuxième"), (19,)),
    (("le nombre de médecins de la coop Robert", "celle de Robert-Verrier", "pis la deuxième, elle ?"), (28,)),
    ((OSTEO, "le courriel de la première", "mets ces deux-là en tableau, téléphones inclus"), (42, 46)),
]


@pytest.mark.parametrize(("messages", "positions"), RANKED)
def test_a_rank_is_counted_in_the_list(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


COWANSVILLE = ("La coop la plus proche de Cowansville ?", "ils ont-tu un docteur là-bas ?")
WITHIN = [
    ((*COWANSVILLE, "dans un rayon de 40 km, où c'est qu'il y a des médecins en place ?"), (16, 46, 49)),
    ((*COWANSVILLE, "à moins de 40 km, lesquelles en ont ?"), (16, 46, 49)),
    (
        ("La coop la plus proche de Magog ?", "son téléphone ?", "à 60 km à la ronde, qui a une nutritionniste ?"),
        (15, 16, 44),
    ),
    (("Les coops de l'Estrie", "dans un rayon de 40 km", "autour de Magog"), (15, 16, 17)),
    (("un dentiste à moins de 30 km ?", "Gatineau"), (23,)),
]


@pytest.mark.parametrize(("messages", "positions"), WITHIN)
def test_a_circle_is_around_the_place_looked_from(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert tuple(sorted(shown(*messages))) == positions


UNTOLD = [
    ("dans un rayon de 50 km",),
    ("Les coops à moins de 20 km",),
    ("Les coops de la Mauricie", "dans 30 km autour"),
    ("Qui a un psychologue en Outaouais ?", "à 40 km à la ronde ?"),
]


@pytest.mark.parametrize("messages", UNTOLD)
def test_the_centre_of_a_circle_is_asked_back(messages: tuple[str, ...]) -> None:
    assert ask(*messages)[-1].question.task is Task.CLARIFY_PLACE


@pytest.mark.parametrize(
    "message",
    [
        "Entre ces deux-là, laquelle a le plus de dossiers ?",
        "Des trois, laquelle a le moins de médecins ?",
        "Parmi celles-là, laquelle recrute le plus ?",
        "si on additionne les deux, ça fait combien de membres ?",
        "Entre les deux, qui a le plus de membres ?",
    ],
)
def test_some_coops_that_nothing_told_are_asked_back(message: str) -> None:
    assert ask(message)[-1].answer.outcome is Outcome.CLARIFY


@pytest.mark.parametrize(
    "message",
    [
        "Entre Thurso et Eastman, laquelle a le plus de membres ?",
        "Quelles sont les deux coops qui ont le plus de membres ?",
    ],
)
def test_two_that_are_told_are_ranked(message: str) -> None:
    assert ask(message)[-1].question.task is Task.RANK


EVERYWHERE = [
    "le total pour la province au complet ?",
    "et pour tout le Québec, ça en fait combien ?",
    "à l'échelle provinciale, le total ?",
    "combien en tout au Québec ?",
]


@pytest.mark.parametrize("message", EVERYWHERE)
def test_a_total_of_the_province_is_of_the_table(message: str) -> None:
    assert "**53 coops**" in ask("Combien de coops en Mauricie ?", "Et la Montérégie ?", message)[-1].answer.text


MEANT = [
    (("La coop de Bedford a-t-elle un site web ?", "Ah non, pardon, je voulais dire pour les appeler"), "phones"),
    (("Le courriel de la coop de Bedford ?", "oups pardon, je voulais dire pour leur téléphoner"), "phones"),
    (("Le téléphone de la coop de Bedford ?", "excusez, je voulais dire leur écrire"), "emails"),
    (("Le téléphone de la coop de Bedford ?", "désolée, je pensais au site web"), "websites"),
]


@pytest.mark.parametrize(("messages", "field"), MEANT)
def test_what_was_meant_is_told_of_the_same_coop(messages: tuple[str, ...], field: str) -> None:
    question = ask(*messages)[-1].question
    assert (question.subjects, question.fields) == ((BEDFORD,), (field,))


SERVICE_MEANT = [
    (
        (
            "Peut-on voir un psy dans une coop de Gatineau ?",
            "un psychiatre",
            "attendez, j'ai mal dit, il lui faut un psychologue",
        ),
        (20,),
    ),
    (
        (
            "Y a-t-il un dentiste à la coop de Saint-Isidore ?",
            "oups, mal dit : c'est d'un denturologiste qu'il a besoin",
        ),
        (42,),
    ),
    (("Qui a un dentiste en Montérégie ?", "minute, je me suis mal exprimé, c'est un denturologiste"), (42,)),
    (("Un podologue en Outaouais ?", "attends, erreur, c'est un psychologue que je cherche"), (20,)),
]


@pytest.mark.parametrize(("messages", "positions"), SERVICE_MEANT)
def test_the_service_meant_keeps_the_place(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


OUTAOUAIS = "En Outaouais, quelle coop a le plus de médecins ?"
ANOTHER_MEASURE = [
    "et si on regarde le nombre de membres, c'est qui la première ?",
    "pour les membres, laquelle arrive en tête ?",
    "côté membres, qui est première ?",
    "et pour le nombre de membres, qui gagne ?",
]


@pytest.mark.parametrize("message", ANOTHER_MEASURE)
def test_who_leads_by_another_number_is_sought_in_the_same_place(message: str) -> None:
    assert shown(OUTAOUAIS, message) == shown("En Outaouais, quelle coop a le plus de membres ?")


def test_a_number_of_the_first_is_told_of_her() -> None:
    first = shown(OUTAOUAIS)
    assert ask(OUTAOUAIS, "combien de membres a la première ?")[-1].question.subjects == first


@pytest.mark.parametrize(
    "message",
    ["essayons l'Estrie d'abord", "commençons par l'Estrie", "testons en Estrie", "voyons voir l'Estrie"],
)
def test_a_place_is_tried(message: str) -> None:
    assert shown(MAURICIE, message) == shown("Qui a un psychologue en Estrie ?")


def test_what_is_asked_on_going_back_is_not_what_was_asked_before() -> None:
    turns = ask(
        "La coop de Thurso a combien de membres ?", "et Eastman ?", "pour revenir à Thurso : le stationnement ?"
    )
    assert turns[-1].question.fields != ("members",)

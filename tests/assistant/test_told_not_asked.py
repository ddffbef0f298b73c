"""What a message only tells beside what it asks: who speaks, why, in which words."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.preface import without_aside
from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    ("message", "fields"),
    [
        ("La coop de la rue Saint-Régis, à Saint-Isidore, est inscrite dans quelle région ?", ("region",)),
        ("Dans quelle municipalité la coopérative Nérée-Beauchemin a-t-elle ses locaux ?", ("municipality",)),
        ("Je veux écrire à la coop de Roxton Pond : quelle est son adresse de courriel ?", ("emails",)),
        ("La coopérative SABSA a-t-elle un site web, et si oui, à quelle adresse ?", ("websites",)),
        ("La coopérative de Massueville cherche-t-elle des médecins ?", ("recruiting",)),
        ("Combien de médecins manque-t-il à la coop de Saint-Liboire ?", ("recruiting",)),
        ("Qui assure la direction de la coop Témiscavie ?", ("contact",)),
        ("Sous quelle forme juridique la coop de Saint-Barthélemy est-elle constituée ?", ("legal_form",)),
        ("lettre de Coutu, quelle coop", ("contact",)),
        ("J'ai composé le 819 985-3080, le numéro est-tu bon ?", ("phones",)),
    ],
)
def test_the_field_asked_is_not_the_word_beside_it(message: str, fields: tuple[str, ...]) -> None:
    assert understood(message).fields == fields


def test_who_speaks_is_no_service_looked_for() -> None:
    told = "Mon médecin me recommande une nutritionniste, quelles coops près de Magog en ont une ?"
    assert understood(told).services == ("nutrition",)
    assert understood("Mon médecin prend sa retraite, où en trouver un à Eastman ?").fields == ("doctors",)


def test_a_word_possessed_is_no_town() -> None:
    told = "Ma grand-mère cherche la psychologue à Bedford"
    assert [found.entry.position for found in ask(told)[-1].answer.entries] == [39]


@pytest.mark.parametrize(
    "message",
    ["Mon rendez-vous à la coop santé est demain, redonnez-moi l'adresse", "c'est ouvert aujourd'hui ?"],
)
def test_a_coop_that_nothing_tells_is_asked_back(message: str) -> None:
    assert ask(message)[-1].answer.outcome is Outcome.CLARIFY


def test_an_address_said_of_a_coop_asks_for_no_word_of_it() -> None:
    assert understood("à qui est l'adresse csssd1@live.ca").fields == ("contact",)
    assert understood("local 206, chemin du Village, c'est qui ?").task is Task.CARD


def test_where_a_coop_will_stand_is_told_beside_its_address() -> None:
    assert "75-2" in ask("Doris Larose, c'est qui et elle est où ?")[-1].answer.text


def test_an_accented_where_joins_no_services() -> None:
    assert not understood("des coops où voir un docteur sans rendez-vous en Outaouais").either
    assert understood("une coop avec physio ou massothérapie en Outaouais").either


def test_what_one_thinks_of_an_answer_is_no_part_of_the_next_question() -> None:
    asked = ("de la physio à la coop Sainte-Gertrude ?", "Donc pas encore. Où c'est qu'il y en a pour vrai ?")
    assert [f.entry.position for f in ask(*asked)[-1].answer.entries] == [21, 50]
    asked = ("le courriel de La Prairie", "Merci, vous êtes gentil. Donnez-moi donc l'adresse, mon fils ira.")
    assert ask(*asked)[-1].question.fields == ("address",)
    asked = ("la coop d'Eastman", "Elle vous remercie. Une chose encore : un psychologue à cette coop-là ?")
    assert ask(*asked)[-1].question.subjects == (16,)


def test_an_aside_behind_the_question_is_left() -> None:
    assert without_aside("Le courriel de Thurso, j'ai un papier à envoyer")[0] == "Le courriel de Thurso"
    assert without_aside("J'ai un papier à envoyer")[1] == ""


def test_a_date_that_no_clause_gives_is_not_said() -> None:
    reply = ask("La coop de Bedford déménage à Cowansville à quelle date ?")[-1].answer
    assert reply.outcome is Outcome.ABSTAIN


def test_a_first_name_of_two_contacts_shows_both() -> None:
    reply = ask("J'ai parlé à un Denis, il est le contact de quelle coop ?")[-1].answer
    assert "Denis Missud" in reply.text and "Denis Roy" in reply.text


def test_two_fields_of_two_coops_are_both_answered() -> None:
    reply = ask("Le nom du contact de Thurso puis le nombre de médecins de Val-Morin")[-1].answer
    assert "Damien Raby" in reply.text and "1 médecin de famille" in reply.text


def test_two_words_of_one_service_are_one_service() -> None:
    assert understood("apnée du sommeil dépistage où").services == ("apnee_sommeil",)
    assert len(understood("une coop avec dépistage et physiothérapie").services) == 2


def test_a_figure_claimed_of_the_federation_is_put_right() -> None:
    reply = ask("C'est bien en 2012 que la Fédération s'est ouverte aux coops de santé ?")[-1].answer
    assert reply.outcome is Outcome.ANSWERED and "2008" in reply.text
    assert ask("La Fédération a été fondée en 1900, non ?")[-1].answer.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("message", "services", "planned"),
    [
        ("Quelles coops ont un physio, pas juste en projet ?", ("physiotherapie",), False),
        ("massothérapie, mais excluez celles à venir", ("massotherapie",), False),
        ("Quelles coops n'offrent pas encore la physio mais prévoient le faire ?", ("physiotherapie",), True),
        ("soins de pieds pour un diabétique", ("soins_pieds",), False),
        ("clinique pour diabétiques à Sherbrooke", ("diabete",), False),
        ("soins de pieds et suivi du diabète", ("soins_pieds", "diabete"), False),
    ],
)
def test_plans_left_aside_and_whom_a_service_is_for(message: str, services: tuple[str, ...], planned: bool) -> None:
    question = understood(message)
    assert question.services == services and question.planned is planned


MOVES = [
    ("on déménage à Magog, il y a une coop dans ce coin-là ?", ""),
    ("ma belle-mère déménage à Thurso, y a une coop ?", ""),
    ("on prend notre retraite à Saint-Sauveur, y a-t-il une coop autour ?", ""),
    ("la coop de Thurso a-t-elle déménagé ?", "sites"),
    ("notre clinique de Thurso déménage-t-elle ?", "sites"),
    ("à Thurso, le médecin part-il à la retraite ?", "retirement"),
]


@pytest.mark.parametrize(("message", "topic"), MOVES)
def test_what_people_live_is_asked_of_no_coop(message: str, topic: str) -> None:
    assert understood(message).topic == topic


@pytest.mark.parametrize(
    ("message", "alone"),
    [
        ("Je zyeute une clinique en Mauricie : quelles coops y a-t-il ?", "Quelles coops y a-t-il en Mauricie ?"),
        ("Moi je lorgne une clinique en Estrie : quelles coops y a-t-il ?", "Quelles coops y a-t-il en Estrie ?"),
        ("On guette une place en Mauricie. Lesquelles ?", "Quelles coops y a-t-il en Mauricie ?"),
        ("Nous magasinons une coop en Outaouais : quelles coops y a-t-il ?", "Quelles coops y a-t-il en Outaouais ?"),
    ],
)
def test_what_one_does_before_which_ones_is_no_condition(message: str, alone: str) -> None:
    positions = [[f.entry.position for f in ask(m)[-1].answer.entries] for m in (message, alone)]
    assert positions[0] == positions[1] != []

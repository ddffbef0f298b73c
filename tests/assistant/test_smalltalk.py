"""Politeness and what is said to the assistant itself, told from a question that opens politely."""

from __future__ import annotations

import pytest

from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("slt cv ?", "greeting"),
        ("Mes salutations distinguées et un très bon lundi à vous", "greeting"),
        ("merci ben gros, t'es d'adon !", "thanks"),
        ("je vous remercie infiniment de votre aide", "thanks"),
        ("t'es vraiment bon", "thanks"),
        ("Ravie de faire ta connaissance", "greeting"),
        ("tout un honneur de vous rencontrer", "greeting"),
        ("bye là, bonne fin de journée", "bye"),
        ("merci, à plus !", "bye"),
        ("désolé de te déranger encore", "sorry"),
        ("t ki toi", "help"),
        ("parle-moi de toi", "help"),
        ("je voulais juste te dire merci, la dame m'a rappelée", "thanks"),
        ("Un gros merci à toute l'équipe, vous faites un travail extraordinaire", "thanks"),
        ("merci mais c'est pas ça que je voulais", "blame"),
        ("qui a fait ce programme ?", "help"),
        ("bonsoir, êtes-vous une vraie personne ou un robot ?", "help"),
        ("c'est quoi que tu sais faire ?", "help"),
        ("Qu'est-ce qu'on peut vous demander ?", "help"),
        ("Quel genre de questions puis-je te poser ici ?", "help"),
        ("les questions que je peux poser, c'est quoi ?", "help"),
        ("C'est la première fois que j'utilise ça. De quoi peut-on vous parler ?", "help"),
        ("Comment je m'y prends pour poser une question ?", "help"),
        ("Avez-vous des exemples de questions ?", "help"),
        ("comment ça marche votre affaire", "help"),
        ("tu comprends l'anglais ?", "language"),
        ("t'es donc ben niaiseux", "blame"),
    ],
)
def test_politeness_is_heard_in_any_wording(said: str, topic: str) -> None:
    question = understood(said)
    assert (question.task, question.topic) == (Task.SOCIAL, topic)
    assert ask(said)[-1].answer.text


@pytest.mark.parametrize(
    "said",
    [
        "bonjour, qui dirige la fédération ?",
        "merci, et l'adresse d'Aylmer ?",
        "tu peux-tu me trouver un dentiste ?",
        "Est-ce qu'on parle anglais à la coop de Thurso ?",
        "quelles coops parlent anglais ?",
        "ok et le téléphone ?",
        "qui a plus ?",
        "Allaire, c'est qui dans vos documents ?",
        "parle-moi de la coop d'Eastman",
    ],
)
def test_a_polite_question_is_still_a_question(said: str) -> None:
    assert understood(said).task is not Task.SOCIAL


@pytest.mark.parametrize(
    "message",
    [
        "Qu'est-ce que je peux demander à la Fédération ?",
        "Quelles questions poser à la coop de Thurso ?",
        "Qu'est-ce qu'on peut vous demander comme conseil juridique ?",
    ],
)
def test_what_may_be_asked_of_others_is_no_help(message: str) -> None:
    assert understood(message).task is not Task.SOCIAL


@pytest.mark.parametrize("message", ["Qu'est-ce que je peux vous demander ?", "What can I ask you?"])
def test_what_may_be_asked_names_no_place_that_nothing_proves(message: str) -> None:
    assert "Drummondville" not in ask(message)[-1].answer.text

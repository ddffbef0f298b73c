from __future__ import annotations

import pytest

from assistant.phrases import Message
from assistant.story import asks_nothing, told_only
from ingest.french import words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Je fais un reportage : lesquelles ont plus de 5 médecins ?", "je fais un reportage"),
        ("Mon chum est omnipraticien. Quelles coops recrutent ?", "mon chum est omnipraticien"),
        ("Quelles coops recrutent ?", ""),
        ("Je cherche un homéopathe. Quelle coop est près de Gatineau ?", ""),
        ("J'ai mal au dos. Un physio à Gatineau", ""),
    ],
)  # fmt: skip
def test_a_story_asks_nothing_where_another_clause_asks(text: str, told: str) -> None:
    message = Message(text, words(text))
    assert " ".join(w.folded for i, w in enumerate(message.words) if i in told_only(message)) == told


@pytest.mark.parametrize(
    ("text", "word", "nothing"),
    [
        ("quelles coops roulent avec deux médecins", "roulent", True),
        ("combien le tableau en recense-t-il", "recense", True),
        ("je souhaite me prévaloir d'un service", "prevaloir", True),
        ("on vient d'acheter à Gatineau", "acheter", True),
        ("quelles coops ont fermé", "ferme", False),
        ("quelles coops offrent de la danse", "danse", False),
        ("un homéopathe à Sherbrooke", "homeopathe", False),
        ("une coop avec un notaire", "notaire", False),
        ("quelles coops ont déménagé", "demenage", False),
    ],
)
def test_verbs_of_any_subject_ask_nothing(text: str, word: str, nothing: bool) -> None:
    message = Message(text, words(text))
    index = [w.folded for w in message.words].index(word)
    assert asks_nothing(message, index) is nothing


def test_a_word_in_the_place_of_a_verb_is_one() -> None:
    message = Message(text := "laquelle brasse le plus de dossiers", words(text))
    assert asks_nothing(message, 1, verb=True) and not asks_nothing(message, 1)


def test_montreal_asks_for_nothing() -> None:
    """The name of the town holds the beginning of a verb that asks: "montre-moi"."""
    text = "Je viens d'arriver à Montréal. Quelles coops recrutent ?"
    assert len(told_only(Message(text, words(text)))) == 6

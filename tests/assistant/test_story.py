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
    ("word", "nothing"),
    [("roulent", True), ("gerent", True), ("engagent", True), ("rattachees", True), ("dresse", True)]
    + [(word, False) for word in ("ferme", "fermees", "prix", "demenage", "homeopathe", "partenaire", "notaire")],
)
def test_verbs_of_any_subject_ask_nothing(word: str, nothing: bool) -> None:
    assert asks_nothing(word) is nothing

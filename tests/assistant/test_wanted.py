"""The kind of thing that a question wants, and what a sentence must hold to give it."""

from __future__ import annotations

import pytest

from assistant.wanted import wanted
from ingest.french import key


@pytest.mark.parametrize(
    ("question", "gives", "doesn_t"),
    [
        ("Quand a eu lieu la rencontre ?", "le 3 mars dernier", "les consultations 2022-2023"),
        ("En quelle année ?", "En 2008, la Fédération", "trois membres"),
        ("Combien de participants ?", "Près de 50 participants", "le 3 mars 2022"),
        ("Combien de médecins veut-elle ?", "206 médecins", "2.2 Recruter, servir et fidéliser les membres"),
        ("À combien de coops le fonds a-t-il servi ?", "Six (6) coopératives", "des coopératives"),
        ("Combien ça coûte ?", "un taux unique de 28 $", "28 membres"),
        ("Combien la Fédération a-t-elle versé à ses membres ?", "un fonds de 28 $", "28 membres"),
        ("Quel pourcentage des cliniques ?", "plus de 40% des cliniques", "40 cliniques"),
        ("Les noms des médecins ?", "M. Martin Forgue, directeur", "44 professionnels du Consortium"),
        ("Qui siège au conseil d'administration ?", "Mme Lucie Lecours", "siéger aux conseils du CQCM"),
        ("Dans quelles régions ?", "de l'Outaouais et des Laurentides", "au Québec"),
        ("Combien de monde y avait-il à l'assemblée ?", "Près de 50 participants", "1 assemblée générale annuelle"),
        ("Où a eu lieu le kiosque ?", "au Palais des congrès de Montréal", "dans le nord du Québec, au MEI"),
        ("Laquelle des ministres a posé des questions ?", "Mme Lucie Lecours", "le modèle coopératif en santé"),
    ],
)
def test_a_thing_of_the_kind_is_told_from_others(question: str, gives: str, doesn_t: str) -> None:
    kind = wanted(key(question))
    assert kind is not None and kind.must
    assert kind.pattern.search(gives)
    assert not kind.pattern.search(doesn_t)


@pytest.mark.parametrize(
    "question",
    [
        "Quelle est la mission ?",
        "Quel comté représentait-elle quand la Fédération l'a rencontrée ?",  # a time told, none asked
        "Des assurances à bon prix, c'est avec quelle compagnie ?",
    ],
)
def test_a_question_may_want_anything(question: str) -> None:
    assert wanted(key(question)) is None


@pytest.mark.parametrize(
    "question",
    [
        "Quand la Fédération s'est-elle ouverte ?",
        "Qui est venu, et quand ?",
        "C'était où pis quand ?",
        "Savez-vous quand la Fédération a rencontré la ministre ?",
    ],
)
def test_a_time_is_asked_for_beside_another_thing(question: str) -> None:
    assert wanted(key(question)) is wanted("quand")


@pytest.mark.parametrize(
    ("question", "gives", "doesn_t"),
    [
        ("Quelles sont les six coops aidées ?", "Deux coops (Lac-Champlain et Sainte-Gertrude)", "Six coops aidées"),
        ("Noms des fédérations liées à Telus Santé", "le Mouvement Desjardins", "quatre ententes avec Telus Santé"),
        ("Qui a écrit le mémoire ?", "un mémoire écrit par la Fédération", "nous avons déposé un mémoire"),
        ("montant du fonds", "un fonds de 10 $, et des assurances", "un fonds, un taux unique de 28 $"),
        ("date de la prochaine assemblée", "l'assemblée du 3 mars", "1 assemblée générale annuelle"),
    ],
)
def test_the_thing_wanted_is_said_of_what_is_asked_and_not_by_the_question(
    question: str, gives: str, doesn_t: str
) -> None:
    kind = wanted(key(question))
    assert kind is not None and kind.must
    assert kind.given(gives, key(question), lambda clause: "fonds" in clause)
    assert not kind.given(doesn_t, key(question), lambda clause: "fonds" in clause)


@pytest.mark.parametrize(
    "question",
    [
        "Était-elle ministre quand elle a demandé une présentation ?",
        "M. Carmant était bien délégué à la Santé quand la FQCS l'a vu ?",
    ],
)
def test_a_time_that_only_dates_what_is_asked_is_not_wanted(question: str) -> None:
    assert wanted(key(question)) is not wanted("quand")

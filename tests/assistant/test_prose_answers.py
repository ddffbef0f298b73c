"""Answers from the prose over the real corpus: which answerer speaks, and when none does."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Est-ce que le docteur s'occupe de la paperasse dans une coop ?", "gestion"),  # no list of co-ops
        ("Le siège social de la Fédération est à Québec, sur quelle rue ?", "Lévis"),  # no co-op of Québec
        ("numéro 1-800 de la fédération", "1.800.456.5317"),  # not entry 1
        ("Bonjour, je suis étudiante. Quels sont les mandats de la FQCS ?", "Fournir"),  # who asks asks nothing
        ("Le réseau a-t-il gagné ou perdu des médecins depuis 2014 ?", "206"),
        ("Résume la planification stratégique de la FQCS", "notoriété"),
        ("Résumez-moi en quelques points la planification stratégique de la FQCS", "notoriété"),
        ("Résume le rapport annuel", "coopératives de santé"),
        ("Y a-t-il des plans pour une coop de santé dans le Grand Nord ?", "préfaisabilité"),
        ("kel est le surplus dla federation en 2021-2022", "8 158"),
    ],
)
def test_what_is_asked_of_the_prose_is_answered_from_it(question: str, said: str) -> None:
    answer = ask(question)[-1].answer
    assert said in answer.text
    assert answer.outcome.value == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Quelle est la date limite pour la déclaration de revenus ?",
        "Qui est le premier ministre du Québec ?",
        "Qui siège au conseil d'administration de la FQCS ?",
        "Quel est le loyer du bureau de Lévis ?",
        "Quelle est l'adresse de TELUS Santé ?",
        "Quels sont les noms des 44 professionnels du Consortium ?",
        "Quel jour le mémoire prébudgétaire a-t-il été déposé ?",
        "Quel est le salaire de M. François Allaire ?",
        "Quel montant contient le fonds de meilleures pratiques d'affaires ?",  # another clause tells a rate
        "Est-ce que les physiothérapeutes sont payés à l'acte ?",  # how doctors are paid is not how others are
        "Pourquoi les docteurs quittent les coops ?",  # no sentence that speaks of doctors explains it
        "Combien la Fédération a-t-elle versé à TELUS Santé ?",  # « quatre ententes » are no money
        "Combien de personnes ont participé aux formations ?",  # the « trentaine de participants » were elsewhere
    ],
)
def test_shared_words_are_no_answer(question: str) -> None:
    assert ask(question)[-1].answer.outcome.value == "abstain"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Qui gère l'embauche des secrétaires dans une clinique coop ?", "gestion du personnel"),
        ("Quelles coopératives sont devenues membres de la Fédération en 2021-2022 ?", "Lac-Champlain"),
        ("De quels soucis le partenariat avec une coop libère-t-il le médecin ?", "risques financiers"),
        ("La Fédération fait-elle des sites web pour ses membres ?", "Développement Web"),
        ("La Fédération offre-t-elle des conseils juridiques et de la comptabilité ?", "Comptabilité"),
        ("Qu'est-ce qui est prévu pour augmenter les revenus autonomes ?", "diversification"),
        ("Combien coûte une heure de service ?", "28 $"),
    ],
)
def test_the_prose_is_preferred_where_its_words_are_those_of_a_sentence(question: str, said: str) -> None:
    assert said.lower() in ask(question)[-1].answer.text.lower()


@pytest.mark.parametrize("question", ["coops avec 10 médecins ou plus", "quelles coops cherchent des médecins ?"])
def test_a_list_of_coops_stays_one(question: str) -> None:
    assert len(ask(question)[-1].answer.entries) > 3

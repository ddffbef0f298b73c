"""Sequels over the prose that name little or nothing: a rank, a year, a kind of thing, or only "c'est rendu où ?"."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, assistant

OBJECTIVES = "Quels sont les objectifs de l'orientation 2 ?"
PROJECTS = "Quels sont les grands projets de la Fédération ?"
NURSES = "Combien d'infirmières dans le réseau en 2021-2022 ?"
COOPS = "La Fédération représente combien de coops de santé d'après son rapport 2021-2022 ?"
MEMOIR = "Quelles sont les principales recommandations du mémoire prébudgétaire ?"

SAID = [
    ((PROJECTS, "la deuxième"), "UNI-T"),
    ((PROJECTS, "pis l'autofinancement"), "TELUS"),
    (("L'étude de préfaisabilité dans le nord du Québec ?", "c'est rendu où ?"), "en cours"),
    (("Le rendez-vous 2021, combien de participants ?", "c'était quoi au juste ?"), "coopération et de la mutualité"),
    (("Qui a été rencontré à l'Assemblée nationale ?", "et qui encore ?"), "Lecours"),
    ((NURSES, "les médecins, même année"), "206"),
    (("Combien de médecins dans le réseau en 2014 ?", "pis les infirmières, pareil"), "50 infirmières"),
    ((COOPS, "en 2014, c'était combien"), "35 coopératives"),
    ((COOPS, "et en 2014 ?", "non pas en 2014 ça, en 2021-2022"), "près de 40"),
    (("C'est quoi le surplus de la Fédération ?", "pis l'an passé ?", "de combien ça a monté"), "6 100"),
    ((MEMOIR, "c'était déposé à qui ?"), "ministre des Finances"),
    ((MEMOIR, "c'était déposé à qui ?", "pour quelle année"), "2022-2023"),
    (("Quel est le téléphone de la Fédération ?", "c'est quoi leur courriel", "adresse postale aussi"), "Lévis"),
    (("C'est quoi l'objectif 2.3 ?", "pis 3.1"), "mode de calcul"),
    (("Combien de médecins selon le rapport annuel ?", "et l'autre document ?"), "130 médecins"),
    (("Combien d'infirmières dans le réseau en 2014 ?", "de plus qu'en 2022 ?"), "+87"),
    (("Qui est Roger Bertrand ?", "avec qui d'autre ?"), "Forgues"),
    (("Combien d'heures de bénévolat ?", "Sinon, quelles coops sont devenues membres cette année-là ?"), "Gertrude"),
    (("C'est quoi une coop de santé ?", "Combien de cliniques de quartier sont disparues selon la brochure ?"), "40%"),
]


@pytest.mark.parametrize(("messages", "said"), SAID)
def test_a_sequel_that_names_little_is_of_what_was_spoken_of(messages: tuple[str, ...], said: str) -> None:
    answer = ask(*messages)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.text


EVENT = "À l'événement du Rendez-vous 2021 de la coopération et de la mutualité, il y avait combien de participants ?"
MEETING = "y a-t-il eu une rencontre nationale des coops de santé en 2021-2022 ?"
OF_2014 = "La Fédération regroupait combien de coops en 2014 ?"
BESIDE = [
    ((OF_2014, "dans combien de régions ?"), "10 régions"),
    ((COOPS, "elles sont dans combien de régions ?"), "12 régions"),
    (("La fédé représente combien de coops ?", "dans combien de régions ?"), "12 régions"),
    (("La fédé représente combien de coops ?", "dans combien de régions ?"), "10 régions"),
    ((OF_2014, "ça faisait combien de membres en tout ?"), "70 000 membres"),
    ((NURSES, "et combien de coops ?", "les membres en 2014, au total ?"), "70 000 membres"),
    ((EVENT, "et à la rencontre nationale des coops de santé ?"), "50 participants"),
    ((EVENT, "et à la rencontre nationale des coops de santé ?", "c'était quel jour ?"), "3 mars"),
    ((MEETING, "M. Bertrand, c'est qui ?", "il y avait combien de monde à cette rencontre-là ?"), "50 participants"),
    (("C'est quoi le projet avec TELUS Santé ?", "Et Desjardins là-dedans ?"), "Mouvement Desjardins"),
    (("Combien de coops offrent de la physio ?", "ça fait combien de membres ?"), "6 100"),
]


@pytest.mark.parametrize(("messages", "said"), BESIDE)
def test_a_count_is_the_one_beside_what_was_told(messages: tuple[str, ...], said: str) -> None:
    assert said in ask(*messages)[-1].answer.text


OF_OTHERS = [
    ("Combien d'heures de bénévolat ont donné les administrateurs ?", "Ils sont combien, ces administrateurs-là ?"),
    (OF_2014, "ça touche combien de municipalités ?"),
    ("Qu'est-ce que la FQCS a fait pour s'autofinancer ?", "Et Desjardins, ils donnent combien d'argent ?"),
]


@pytest.mark.parametrize("messages", OF_OTHERS)
def test_a_number_of_other_things_is_no_answer(messages: tuple[str, ...]) -> None:
    assert ask(*messages)[-1].answer.outcome is Outcome.ABSTAIN


RANKED = [
    ((PROJECTS, "le 3e, ses ententes"), "le troisième projet, ses ententes"),
    ((PROJECTS, "le 3e, ses ententes", "pis le 9"), "pis le 9"),
    (
        ("Quels sont les mandats de la Fédération ?", "y en a combien en tout ?"),
        "Combien de mandats de la Fédération ?",
    ),
    ((OBJECTIVES, "pis la 4"), "Quels sont les objectifs de l'orientation 4 ?"),
    ((OBJECTIVES, "et la première ?", "la suivante"), "Quels sont les objectifs de l'orientation 2 ?"),
]


@pytest.mark.parametrize(("messages", "asked"), RANKED)
def test_a_rank_alone_is_of_the_things_listed(messages: tuple[str, ...], asked: str) -> None:
    assert ask(*messages)[-1].question.message == asked


@pytest.mark.parametrize("asks", ["quelle date ?", "depuis quand ?", "c'est pour quand ?"])
def test_no_date_of_something_else_is_given(asks: str) -> None:
    assert ask("Le kiosque à la journée carrière, c'était où ?", asks)[-1].answer.outcome is Outcome.ABSTAIN


def test_what_is_asked_behind_an_ok_is_no_thanks() -> None:
    turns = ask("Quels étaient les revenus en 2020-2021 ?", "ok et en 2014 le surplus c'etait quoi")
    assert turns[-1].question.task is Task.PROSE
    assert turns[-1].answer.outcome is Outcome.ABSTAIN


def test_who_that_is_asks_of_what_is_named_beside_it() -> None:
    assert ask("La CDROL, c'est qui ça ?")[-1].question.task is Task.PROSE
    assert ask("c'est qui ça ?")[-1].question.task is Task.SOCIAL


def test_whom_a_coop_wants_to_serve_is_told_in_its_cells() -> None:
    turns = ask("la coop Villeray a-t-elle un médecin ?", "elle veut servir qui au juste")
    assert "jeunes familles" in turns[-1].answer.text


OF_THE_FEDERATION = [
    (("le courriel de la coop de Thurso", "et celui de la Fédération ?"), "info@fcsdsq.coop"),
    (("combien de médecins à la coop d'Aylmer ?", "et dans toutes les coops de la Fédération ?"), "206"),
    (("Quel est le site web de la Fédération ?", "y a-t-il un numéro sans frais ?"), "1.800.456.5317"),
    (("L'adresse de la Fédération ?", "il y a un courriel ?"), "info@fcsdsq.coop"),
    (("Quels sont les mandats de la Fédération ?", "et sa mission ?"), "promouvoir, défendre et protéger"),
    (("Quels sont les mandats de la Fédération ?", "elle a combien de membres ?"), "24 membres"),
    (("En quelle année la Fédération s'est-elle ouverte aux coops ?", "elle en regroupe combien ?"), "près de 40"),
    (("combien de membres à la coop de Thurso ?", "et en moyenne, celles de la Fédération en ont combien ?"), "2 500"),
]


@pytest.mark.parametrize(("messages", "said"), OF_THE_FEDERATION)
def test_a_sequel_asks_of_the_federation(messages: tuple[str, ...], said: str) -> None:
    answer = ask(*messages)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.text


OF_WHAT_WAS_QUOTED = [
    (("Quelle députée la Fédération a-t-elle rencontrée ?", "qui d'autre ?"), "Carmant"),
    (("Quelle est la deuxième recommandation du mémoire ?", "et les autres ?"), "crédit d'impôt"),
    (("C'est quoi l'objectif 4.1 ?", "et les deux autres ?"), "projets novateurs"),
    (("Où la Fédération a-t-elle tenu un kiosque ?", "à quelle occasion ?"), "journée carrière"),
    (("La Fédération a-t-elle rencontré les coops de l'Outaouais ?", "avec quelle organisation ?"), "CDROL"),
    (("Qui est Bernard Gélinas ?", "il pratique où ?"), "Cantley"),
    (("Qui est Bernard Gélinas ?", "d'après lui, quelle part des cliniques a disparu ?"), "40%"),
    (("Combien d'infirmières dans le réseau ?", "et 280 000, c'est quoi ?"), "dossiers médicaux"),
    (("Quelles sont les orientations stratégiques ?", "la troisième", "ses objectifs ?"), "mode de calcul"),
    (("Quel est le premier grand projet ?", "et le deuxième, il y a quoi dedans ?"), "UNI-T"),
]


@pytest.mark.parametrize(("messages", "said"), OF_WHAT_WAS_QUOTED)
def test_a_sequel_asks_more_of_what_was_quoted(messages: tuple[str, ...], said: str) -> None:
    answer = ask(*messages)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.text


def test_the_others_leave_out_the_one_told() -> None:
    assert "Exercer une veille" not in ask("C'est quoi l'objectif 4.1 ?", "et les autres ?")[-1].answer.text


def test_who_signs_the_paragraphs_is_known_of_these_and_of_no_others() -> None:
    knowledge = assistant()._knowledge
    told = next(p for p in knowledge.library.passages if "libère le médecin" in p.text)
    other = next(p for p in knowledge.library.passages if "Lionel Carmant" in p.text)
    assert "Gélinas" in knowledge.signature_of(told)
    assert not knowledge.signature_of(other)


def test_which_they_are_is_not_told_by_a_number() -> None:
    assert ask("Dans combien de régions sont les coops de la Fédération ?", "lesquelles ?")[-1].answer.outcome is (
        Outcome.ABSTAIN
    )
    assert "Lac-Champlain" in ask("Combien de coops sont devenues membres ?", "lesquelles ?")[-1].answer.text


DISAPPEARED = "Les cliniques de quartier ont-elles disparu ?"
JOINED = "Depuis quand la Fédération accepte-t-elle les coops de santé ?"
OF_THE_SAME_THING = [
    ((DISAPPEARED, "quel pourcentage ?"), "40%"),
    ((DISAPPEARED, "combien en pourcentage ?"), "40%"),
    ((DISAPPEARED, "qui a écrit ça ?"), "Gélinas"),
    (("Qui a dit que ce partenariat libère le médecin de la gestion ?",), "Gélinas"),
    (("Où la Fédération a-t-elle tenu un kiosque ?", "ils en ont vu combien ?"), "30 médecins résidents"),
    (("TELUS Santé a-t-il signé des ententes ?", "elle en a signé combien ?"), "quatre ententes"),
    (("Les revenus de la FQCS ont-ils augmenté en 2021-2022 ?", "et les dépenses ?"), "132 644"),
    (("Combien la FQCS a-t-elle dépensé en 2020-2021 ?", "il lui restait combien ?"), "**2 058 $**"),
    (("Les frais de la FQCS ont-ils monté ?", "et les produits ?", "il leur restait combien à la fin ?"), "8 158"),
    (("Quels sont les revenus de la FQCS ?", "il lui reste combien au bout ?", "et l'année d'avant ?"), "**2 058 $**"),
    ((JOINED, "et astheure, c'est quoi son nom ?"), "Fédération québécoise des coopératives de santé"),
    (("Combien de patients en 2014 ?", "et le dernier rapport, ils parlent de combien de dossiers ?"), "280 000"),
    (("Qui s'occupe des tâches administratives du médecin ?", "et je serais payé comment ?"), "acte"),
]


@pytest.mark.parametrize(("messages", "said"), OF_THE_SAME_THING)
def test_what_a_sequel_leaves_out_is_that_of_the_question_before(messages: tuple[str, ...], said: str) -> None:
    answer = ask(*messages)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert said in answer.text


NOT_TOLD = [
    ("Quelle est la mission de la FQCS ?", "elle en a combien ?"),
    ("Combien d'heures de bénévolat les administrateurs ont-ils données ?", "c'est qui ces administrateurs-là ?"),
    ("Comment les médecins sont-ils rémunérés ?", "autour de combien par année ?"),
    ("Quel est le nom de la Fédération ?", "quand a-t-elle changé de nom ?"),
    ("Pourquoi la Fédération a-t-elle changé de nom ?",),
]


@pytest.mark.parametrize("messages", NOT_TOLD)
def test_what_was_quoted_does_not_tell_it(messages: tuple[str, ...]) -> None:
    assert ask(*messages)[-1].answer.outcome is Outcome.ABSTAIN


def test_a_rise_is_asked_of_every_year_and_a_year_of_itself() -> None:
    assert (
        "**227 320 $**" in ask("Combien de revenus a eus la FQCS en 2021-2022 ?", "et les dépenses ?")[-1].answer.text
    )
    assert "132 644" not in ask("Combien de revenus a eus la FQCS en 2021-2022 ?", "et les dépenses ?")[-1].answer.text


KIOSK = "Où la Fédération a-t-elle tenu un kiosque ?"
OFFICE = "Où est le bureau de la Fédération ?"
NEAR_WHAT_WAS_TOLD = [
    ((KIOSK, "y a-t-il des coops près de là ?"), "Montréal"),
    ((OFFICE, "y a-tu une coop pas loin de là avec un psychologue ?"), "Lévis"),
    ((OFFICE, "quelles coops sont dans ce coin-là ?"), "Lévis"),
    (("Qui est Bernard Gélinas ?", "y a-tu d'autres coops proche de là ?"), "Cantley"),
]


@pytest.mark.parametrize(("messages", "place"), NEAR_WHAT_WAS_TOLD)
def test_there_is_the_place_that_was_quoted(messages: tuple[str, ...], place: str) -> None:
    question = ask(*messages)[-1].question
    assert question.place is not None
    assert question.place.name == place


def test_there_is_no_place_where_none_or_two_were_quoted() -> None:
    for before in ("Quelle est la mission de la FQCS ?", "Quelles coops sont devenues membres ?"):
        assert ask(before, "y a-t-il des coops près de là ?")[-1].question.place is None


OF_THE_DOCUMENT = [
    (("Qui a financé la brochure de 2014 ?", "elle est de quel mois ?"), "La brochure"),
    (("Que dit la brochure sur les cliniques de quartier ?", "elle a été publiée quand ?"), "La brochure"),
    (("Quel est le titre du rapport annuel ?", "il couvre quelle année ?"), "Le rapport annuel"),
]


@pytest.mark.parametrize(("messages", "document"), OF_THE_DOCUMENT)
def test_what_only_a_document_has_is_asked_of_the_one_named(messages: tuple[str, ...], document: str) -> None:
    assert ask(*messages)[-1].question.message.startswith(document)


def test_what_the_federation_does_is_not_asked_of_its_report() -> None:
    turns = ask("Selon le rapport annuel, quelle est la mission de la Fédération ?", "elle siège où ?")
    assert not turns[-1].question.message.startswith("Le rapport")


MET = "Combien de médecins résidents la FQCS a-t-elle rencontrés ?"
NOT_GRANTED = [
    (MET, "et combien ont été embauchés après ?"),
    (MET, "combien d'entre eux ont choisi une coop ?"),
    ("Combien de participants à la rencontre nationale ?", "et combien ont signé ?"),
    (MEMOIR, "le gouvernement a-tu dit oui ?"),
    (MEMOIR, "le ministre a-t-il dit non ?"),
    (MEMOIR, "est-ce que ça a été accepté ?"),
    ("le gouvernement a-tu dit oui ?",),
]


@pytest.mark.parametrize("messages", NOT_GRANTED)
def test_what_became_of_it_is_not_what_was_asked_or_counted(messages: tuple[str, ...]) -> None:
    assert ask(*messages)[-1].answer.outcome is Outcome.ABSTAIN


def test_what_was_granted_is_told() -> None:
    assert "46" in ask("La FQCS a-t-elle été acceptée par Co-operators ?")[-1].answer.text


def test_who_somebody_is_is_no_telephone_number() -> None:
    turns = ask(
        "Qui la présidente a-t-elle rencontré à l'Assemblée nationale ?", "Comment s'appelle-t-elle, la présidente ?"
    )
    assert turns[-1].answer.outcome is Outcome.ABSTAIN

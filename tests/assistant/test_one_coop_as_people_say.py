"""One co-op, asked of in roundabout ways: who it is, what of it is asked, and that no row bears a name."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from tests.assistant.asking import ask, understood


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("Quel est le téléphone de la coop de Guy Tremblay ?", "Guy Tremblay"),
        ("le numéro de la coop à Réjean Tremblay svp", "Réjean Tremblay"),
        ("Comment joindre la coop que dirige Sylvie Vachon ?", "Sylvie Vachon"),
        ("Le téléphone de la coop dont Luc Tanguay est président", "Luc Tanguay"),
        ("phone number of John Smith's co-op", "John Smith"),
        ("Le courriel de la coop Santé Plus", "Santé Plus"),
        ("Quelle est l'adresse de la coopérative Horizon Vert ?", "Horizon Vert"),
        ("le numéro de la coop Les Trois Saules", "Les Trois Saules"),
        ("Qui préside la coop Vie-Nouvelle ?", "Vie-Nouvelle"),
    ],
)
def test_a_name_of_no_row_is_said_to_be_none(message: str, name: str) -> None:
    answer = ask(message)[0].answer
    assert answer.outcome is Outcome.ABSTAIN
    assert name in answer.text
    assert not answer.citations


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("Le téléphone de la coop de Damien Raby", "819 985-3080"),
        ("La coop de santé Robert Cliche, son tel", "418 774-9878"),
        ("Le courriel de la Coopérative de solidarité santé La Prairie", "info@santelaprairie.coop"),
        # of one town among the streets of one name, of a territory said apart, of a name with its town behind it
        ("Qui est la personne à joindre à la coop de la rue Georges, à Pierreville ?", "Lacasse"),
        ("Au Témiscamingue, la coop de santé a quelqu'un à sa tête : c'est qui ?", "Katia Boucher"),
        ("Au Témiscamingue, qui dirige la coop ?", "Katia Boucher"),
        ("Dans Charlevoix, la coop a combien d'adresses ?", "3 établissements"),
        ("L'adresse de Quartier en santé (Gatineau) ?", "boulevard Saint-Joseph"),
        ("156 Galipeau, c'est la coop de quelle place ?", "Thurso"),
        ("Si je compose le 418 914-9295, je tombe sur quelle coop ?", "418 914-9295"),
    ],
)
def test_the_one_co_op_meant(message: str, says: str) -> None:
    answer = ask(message)[0].answer
    assert answer.outcome is Outcome.ANSWERED
    assert len(answer.entries) == 1
    assert says in answer.text
    assert len(answer.text) <= 600


@pytest.mark.parametrize(
    ("message", "says"),
    [
        (
            "La coop de Beauceville avait un seul point de service, je pense. Elle en a combien ?",
            "2 points de services",
        ),
        (
            "Ma voisine dit que la coop de Pierreville demande une cotisation. Elle est de combien ?",
            "contribution annuelle",
        ),
        ("Ma soeur est membre de la coop de Shawinigan. Y en a combien en tout ?", "4 900 membres"),
        ("La coop d'Acton Vale gère quel volume de dossiers ?", "10 000"),
        ("quelle quantité de membres compte la coop de Shawinigan", "4 900"),
        ("Je veux devenir membre à la coop Shooner-Jauvin. Quel montant vais-je payer ?", "contribution annuelle"),
        ("À qui s'adresser chez Quartier en santé pour y faire suivre ma mère ?", "Aucun service médical"),
        ("À La Prairie, une carte vaut pour une famille : ça donne combien de personnes ?", "11 500 personnes"),
        ("La coop de La Prairie est-elle proche de Montréal ?", "À quelques minutes de Montréal"),
        ("La coop de Thurso est-elle loin de Gatineau ?", "km de Gatineau"),
        ("Charlevoix, la coop de la MRC : combien d'établissements a-t-elle ?", "3 établissements"),
        ("Les spécialités offertes à la coop d'Acton Vale en plus de la médecine familiale ?", "urologie"),
        ("À la coop Shooner-Jauvin, qui met l'argent ?", "financement par municipalités"),
        ("Sauf erreur, la coop de Thurso a 3 médecins ?", "3 médecins"),
        ("Ma mère pense que la coop d'Aylmer a un dentiste. A-t-elle raison ?", "un dentiste"),
        ("J'ai lu que la coop de Ferme-Neuve est en Outaouais. C'est vrai ?", "Laurentides"),
        ("Une collègue soutient que la fédé regroupait 53 coops en 2014. Elle a raison ?", "35 coopératives"),
        ("Le rapport explique-t-il le départ de Lac-Champlain de la Fédération ?", "devenues membres"),
        ("Pour quelle raison les prélèvements ne sont-ils pas offerts à Thurso, à la coop ?", "prélèvement"),
    ],
)
def test_what_is_asked_of_it(message: str, says: str) -> None:
    answer = ask(message)[0].answer
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Peut-on entrer en chaise roulante au 156 rue Galipeau à Thurso, là où est la coop ?",
        "Comment recevoir par courriel l'infolettre de la coop de Contrecoeur ?",
        "La coop de Contrecoeur envoie une infolettre. Où est-ce qu'on s'inscrit ?",
        "Quelle est l'adresse de TELUS Santé, le partenaire de la Fédération ?",
        "Les bureaux de TELUS Santé sont situés où, à quel numéro pis quelle rue ?",
        "Dans quelle ville, l'endroit de l'assemblée générale annuelle de la Fédération ?",
        "À Mieux-Être en santé, y chargent combien pour se faire masser une heure ?",
    ],
)
def test_what_its_row_does_not_say(message: str) -> None:
    assert ask(message)[0].answer.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Le nom de chaque docteur de la coop d'Aylmer", "doctor_names"),
        ("Nommez les médecins de la coop d'Aylmer", "doctor_names"),
        ("Les docteurs de la coop d'Aylmer, comment s'appellent-ils ?", "doctor_names"),
        ("Le nom de famille du médecin de la coop d'Aylmer ?", "doctor_names"),
        ("What are the doctors' names at the Aylmer co-op?", "doctor_names"),
        ("Un médecin à la coop d'Aylmer fait combien par année ?", "pay"),
        ("Ça gagne bien, un médecin à la coop d'Aylmer ?", "pay"),
        ("Combien un docteur retire-t-il par année à la coop d'Aylmer ?", "pay"),
        ("Combien gagne un médecin à la coop d'Aylmer ?", "pay"),
        ("How much does a doctor make at the Aylmer co-op?", "pay"),
    ],
)
def test_names_and_pay_of_doctors_are_no_number_of_them(text: str, topic: str) -> None:
    question = understood(text)
    assert (question.task, question.topic, question.fields) == (Task.TOPIC, topic, ())


@pytest.mark.parametrize(
    "text",
    ["Combien de médecins la coop d'Aylmer a-t-elle ?", "La coop d'Aylmer recrute combien de médecins par année ?"],
)
def test_doctors_counted_are_neither(text: str) -> None:
    assert understood(text).task is Task.FIELDS


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Le docteur de la coop d'Aylmer, c'est qui ?", "doctor_names"),
        ("Les médecins de la coop d'Aylmer, qui sont-ils ?", "doctor_names"),
        ("Ça paie combien être docteur à la coop d'Aylmer ?", "pay"),
        ("Un médecin de famille fait quel salaire à la coop d'Aylmer ?", "pay"),
    ],
)
def test_names_and_pay_said_behind_are_asked_too(text: str, topic: str) -> None:
    assert (understood(text).task, understood(text).topic) == (Task.TOPIC, topic)


def test_the_pay_of_a_doctor_there_is_that_of_the_co_op_spoken_of() -> None:
    turn = ask("Le téléphone de la coop d'Aylmer ?", "Un médecin y fait combien par année ?")[-1]
    assert (turn.question.subjects, turn.question.topic) == ((23,), "pay")


def test_patients_counted_are_no_pay() -> None:
    assert understood("Combien de patients fait un médecin à la coop de Thurso ?").topic != "pay"


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("La coop de St-Liboire a démarré en quelle année ?", "mai 2010"),
        ("Début des activités de la coopérative de St-Liboire : quand ?", "mai 2010"),
        ("Quand est-ce que la coop de Saint-Liboire a débuté ?", "mai 2010"),
        ("Date de constitution de la coop de Saint-Pie, rue Saint-Pierre ?", "2012"),
        ("La coop de Saint-Pie a été mise sur pied en quelle année ?", "2012"),
        ("Année d'incorporation de la coop de Saint-Pie ?", "2012"),
    ],
)
def test_a_beginning_is_dated_however_it_is_said(message: str, says: str) -> None:
    assert says in ask(message)[-1].answer.text


def test_the_beginning_of_something_else_is_not_its_own() -> None:
    assert "14h" in ask("À quelle heure débutent les consultations à Saint-Barthélemy ?")[-1].answer.text
    assert ask("La coop de Thurso a démarré quand ?")[-1].answer.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("La coop de l'Université de Sherbrooke, c'est bien pour les étudiants ?", "Employeurs et employés"),
        ("La coop de Villeray, c'est pour les jeunes familles ?", "jeunes familles"),
        ("La coop Espace-Temps est-elle faite pour les enfants ?", "Clientèle familiale"),
        (
            "À quelle sorte de clients la coop Mieux-être en santé offre-t-elle ses massages ?",
            "services aux entreprises",
        ),
        ("Est-ce que SABSAS accepte les gens qui n'ont pas de docteur ?", "n'ont pas de médecin de famille"),
        ("Espace-Temps prend-elle le monde sans médecin de famille ?", "n'ayant pas de médecin"),
        (
            "Je ne suis pas membre : puis-je utiliser les services de la coop des Gens d'ici ?",
            "seulement par les membres",
        ),
        ("Où va déménager la coop de la Petite-Nation ?", "Hôtel-de-Ville"),
    ],
)
def test_whom_it_is_for_and_where_it_goes(message: str, says: str) -> None:
    assert says in ask(message)[-1].answer.text


def test_whom_the_question_is_for_is_not_asked() -> None:
    assert "d_raby" in ask("Je cherche le courriel de la coop de Thurso, c'est pour une étudiante")[-1].answer.text


@pytest.mark.parametrize("verb", ["eues", "enregistrées", "comptées", "données", "faites"])
def test_what_is_tallied_is_what_is_printed(verb: str) -> None:
    turn = ask(f"Combien de consultations la coop de la MRC Robert-Cliche a-t-elle {verb} en 2012 ?")[-1]
    assert "33 000 consultations" in turn.answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Combien de visites la coop de Shawinigan a-t-elle refusées ?",
        "Combien de médecins la coop d'Aylmer a-t-elle perdus ?",
        "Combien de médecins la coop de Shawinigan a-t-elle congédiés ?",
        "Combien de membres la coop de Thurso a-t-elle expulsés ?",
        "Combien de dossiers la coop d'Acton a-t-elle détruits ?",
        "Combien de consultations la coop Robert-Cliche a-t-elle eues en 2013 ?",
    ],
)
def test_what_was_done_with_them_is_no_number_of_them(message: str) -> None:
    assert ask(message)[-1].answer.outcome is Outcome.ABSTAIN


def test_the_clinic_of_ones_own_quarter_is_not_that_of_the_name() -> None:
    assert 25 not in ask("La clinique du quartier est ouverte ?")[-1].question.subjects
    turn = ask("Je reste dans Villeray. La coop santé du quartier a combien de membres ?")[-1]
    assert [f.entry.position for f in turn.answer.entries] == [18]
    for said in ("Le courriel de la coop Quartier", "le courriel de quartier en santé"):
        assert "envoyonsdavant" in ask(said)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Nom de la rue, coop d'Aylmer",
        "La coop d'Aylmer : donnez-moi le nom de la rue",
        "C'est quoi le nom de sa rue, à la coop d'Aylmer ?",
    ],
)
def test_its_street_is_its_address(message: str) -> None:
    assert "67, rue du Couvent" in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "À quelle adresse électronique joindre la coop de Roxton Pond ?",
        "Sous quel courriel puis-je contacter Roxton Pond, à la coop ?",
        "Par quel courriel rejoint-on la coop de Roxton Pond ?",
    ],
)
def test_one_way_to_reach_it_is_asked_alone(message: str) -> None:
    assert ask(message)[-1].answer.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    "message",
    [
        "Quelles personnes la coop de Villeray veut-elle aider avec ses futurs services ?",
        "Qui la coop de Villeray compte-t-elle rejoindre ?",
        "La coop de Villeray, quels gens souhaite-t-elle servir ?",
    ],
)
def test_whom_it_wants_to_help(message: str) -> None:
    assert "jeunes familles" in ask(message)[-1].answer.text


def test_a_member_each_is_no_ratio() -> None:
    assert understood("À la coop de La Prairie, c'est un membre par personne ?").task is not Task.RATIO
    assert understood("Combien de dossiers par médecin à la coop d'Acton ?").task is Task.RATIO

"""What a question takes for granted is put right with the row's own words, and nothing where the table is silent."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("Pourquoi la coop de Ferme-Neuve est-elle située en Outaouais ?", "Laurentides"),
        ("Avec ses 3 médecins, la coop de Massueville prend-elle des patients ?", "Aucun"),
        ("Les 900 membres de la coop de Frampton paient combien ?", "1 200 membres"),
        ("La coop de Gatineau est la plus grosse de l'Outaouais, non ?", "9 500"),
        ("La coop de Thurso est-elle à Gatineau ?", "rue Galipeau"),
        ("Pourquoi la coop de Saint-Isidore en Beauce fait-elle de la chirurgie ?", "Montérégie"),
        ("Vu que la coop de Pointe-du-Lac est à Shawinigan, elle dessert qui ?", "Trois-Rivières"),
        ("Est-ce vrai que la coop de Roxton Pond a 12 infirmières ?", "7 ressources"),
        ("Pourquoi Quartier en santé ne suit que des patients sans médecin ?", "Aucun service médical"),
        ("La coop de Saint-Liboire existe depuis 1998, non ?", "mai 2010"),
        ("Pourquoi la coop de Saint-Pie a-t-elle fermé en 2011 ?", "constituée en 2012"),
        ("Pourquoi la coop de Thurso n'a-t-elle plus aucun médecin ?", "3 médecins"),
        ("La coop d'Eastman est bien une coop de travailleurs ?", "SOLIDARITÉ"),
        ("La coop d'Eastman est-elle établie à Magog ?", "rue Lapointe"),
        ("Les spécialistes de la coop de Sainte-Marguerite-du-Lac-Masson sont-ils cardiologues ?", "1 urologue"),
        ("Pourquoi la coop d'Aylmer a-t-elle déménagé à Hull ?", "rue du Couvent"),
        ("Pourquoi la coop du Lac-Champlain est-elle membre depuis 1999 ?", "sont devenues membres"),
        ("SABSA est là pour aider les riches ?", "clientèles vulnérables"),
        ("Le Dr Bernard Gélinas pratique à la coop d'Eastman ?", "Cantley"),
        ("La Dre Andrée Côté soigne-t-elle à la coop de Pointe-du-Lac ?", "Directrice générale"),
        ("Combien de patients suit le docteur Gélinas, de la coop de Thurso ?", "Cantley"),
        ("Les 53 coops étaient-elles toutes membres de la Fédération ?", "35 coopératives"),
        ("Roger Bertrand, le directeur de la FQCS, a dit quoi ?", "François Allaire"),
        ("François Allaire est directeur de quelle clinique ?", "Fédération"),
        ("Nancie Allaire ou François Allaire : qui dirige la Fédération ?", "François Allaire"),
        ("Thurso a gagné le Prix Desjardins Entrepreneurs en 2012, hein ?", "Robert-Cliche"),
    ],
)
def test_a_false_premise_is_corrected(message: str, says: str) -> None:
    answer = ask(message)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Pourquoi la coop d'Aylmer a-t-elle fermé ses portes en 2014 ?",
        "Quelle est la date de naissance de Guylaine Millette ?",
        "Quelle marque de logiciel de dossiers utilise la coop de Pierreville ?",
        "Donnez-moi le nom des 12 médecins de la coop d'Eastman",
        "Comment s'appelle le psychologue bilingue de Bedford ?",
        "Combien d'hommes et de femmes sont membres de la coop de Gatineau ?",
    ],
)
def test_where_the_row_is_silent_nothing_is_put_right(message: str) -> None:
    assert ask(message)[-1].answer.outcome is Outcome.ABSTAIN


def test_a_co_op_that_is_not_open_yet_is_said_to_be() -> None:
    assert (
        "EN DÉMARRAGE" in ask("La coop de Villeray roule depuis longtemps : prend-elle des patients ?")[-1].answer.text
    )


def test_a_service_that_one_other_co_op_has_is_said_to_be_there() -> None:
    assert "Robert-Cliche" in ask("Le groupe Hans Kai de la coop de Thurso se réunit quand ?")[-1].answer.text


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("Il est où le numéro 50 du tableau ?", "deux fois"),
        ("Le nom est-il Saint-Barthélémy ou Saint-Barthélemy ?", "Saint-Barthélemy"),
        ("C'est quoi la coop numéro 60 ?", "ne porte le numéro 60"),
        ("La fédération avait 35 coops ou 53 en 2014 ?", "non membres"),
        ("J'ai composé le 819 2327-3534, y a-t-il une erreur dans le document ?", "un chiffre de trop"),
        ("Y a-t-il une erreur dans la fiche de la coop de Thurso ?", "rien relevé"),
    ],
)
def test_the_oddities_of_the_table_are_told(message: str, says: str) -> None:
    assert says in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("La fiche de la coop Robert-Cliche dit 4 médecins à recruter ou bien 7 ?", "Recrutement de 7 médecins"),
        (
            "Robert-Cliche recrute quatre médecins, mais je vois sept ailleurs, c'est combien ?",
            "Recrutement de 7 médecins",
        ),
        ("Combien de membres à Thurso, 1 175 ou 4 000 ?", "4 000 dossiers"),
    ],
)
def test_the_other_number_that_the_row_prints_is_told(message: str, says: str) -> None:
    assert says in ask(message)[-1].answer.text.replace("\u202f", " ")


@pytest.mark.parametrize(
    "message", ["À Thurso, c'est 3 médecins ou 4 ?", "La coop Robert-Cliche cherche combien de médecins ?"]
)
def test_a_number_that_the_row_prints_nowhere_is_not(message: str) -> None:
    assert "À noter" not in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("Qu'est-ce qui explique que la coop de Saint-Pie ait attendu à 2017 pour démarrer ?", "constituée en 2012"),
        ("Pourquoi la coop de Saint-Pie n'a-t-elle commencé qu'en 2016 ?", "constituée en 2012"),
        ("Pourquoi a-t-il fallu patienter jusqu'en 2014 avant que la coop de Saint-Liboire ouvre ?", "mai 2010"),
        ("La coop de Saint-Liboire a démarré seulement en 2013, comment ça se fait ?", "mai 2010"),
        ("Why did the Saint-Pie co-op only open in 2016?", "constituée en 2012"),
        ("À Pierreville, la coop nous fait payer 90 $ par année, c'est pour quoi ?", "aucune contribution annuelle"),
        (
            "Les gens paient 60 $ chaque année à la coop Shooner-Jauvin, pour quoi faire ?",
            "aucune contribution annuelle",
        ),
        ("La cotisation de 75 $ de la coop de Pierreville sert à quoi ?", "aucune contribution annuelle"),
        ("Ma contribution annuelle à la coop Shooner-Jauvin sert à quoi ?", "aucune contribution annuelle"),
    ],
)
def test_a_beginning_dated_otherwise_and_money_that_is_not_asked_are_put_right(message: str, says: str) -> None:
    answer = ask(message)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


@pytest.mark.parametrize(
    ("message", "never"),
    [
        ("Un docteur commence en 2015 à la coop de Saint-Liboire ?", "2010"),
        ("La cotisation annuelle de la coop de Thurso sert à quoi ?", "À noter"),
        ("Pourquoi la coop de Thurso n'a-t-elle ouvert qu'en 2013 ?", "À noter"),
    ],
)
def test_what_the_row_does_not_contradict_is_left(message: str, never: str) -> None:
    assert never not in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    ("message", "begins"),
    [
        ("Comment ça se fait qu'il n'y a pas de prises de sang à la coop de Ferme-Neuve ?", "Si, la"),
        ("Pour quelle raison la coop de Roxton Pond n'offre-t-elle aucun soin infirmier ?", "Si, la"),
        ("Pourquoi la coop de Roxton Pond a-t-elle cessé les soins infirmiers ?", "Si, la"),
        ("Qu'est-ce qui fait que la coop de Contrecoeur n'a plus de médecine familiale ?", "Si, la"),
        ("Est-ce que la coop de Ferme-Neuve fait des prises de sang ?", "Oui, la"),
    ],
)
def test_a_service_said_to_be_lacking_is_not_agreed_to(message: str, begins: str) -> None:
    assert ask(message)[-1].answer.text.startswith(begins)


@pytest.mark.parametrize(
    "message",
    [
        "Quelle est la cause du déficit de la Fédération en 2021-2022 ?",
        "Comment la FQCS en est-elle venue à faire des pertes ?",
        "La perte de 8 158 $ de la FQCS, elle s'explique comment ?",
        "Pourquoi la fédé a-t-elle un déficit de 8 158 $ ?",
    ],
)
def test_a_surplus_taken_for_a_loss_is_put_right(message: str) -> None:
    assert "pas de déficit" in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    ("message", "town"),
    [
        ("Le téléphone de la coop de Thurso, à Granby ?", "Thurso"),
        ("L'adresse de la coop de Bedford, à Rimouski ?", "Bedford"),
        ("Le courriel de la coop d'Eastman, à Joliette ?", "Eastman"),
    ],
)
def test_a_town_where_the_co_op_does_not_stand_is_put_right(message: str, town: str) -> None:
    assert f"le tableau la place à {town}" in ask(message)[-1].answer.text


def test_the_town_around_a_co_op_is_no_mistake() -> None:
    assert "le tableau la place" not in ask("Le téléphone de la coop d'Aylmer, à Gatineau ?")[-1].answer.text


def test_all_co_ops_of_quebec_are_none_of_its_capital() -> None:
    assert ask("Pourquoi toutes les coops du Québec sont membres de la Fédération ?")[-1].answer.entries == ()


@pytest.mark.parametrize(
    ("message", "position"),
    [
        ("Frampton offre la physio, non ?", 31),
        ("Puisque Thurso offre déjà un psychologue, comment prendre rendez-vous ?", 22),
        ("Thurso donne de l'acupuncture, je pense", 22),
        ("Vu que Bedford a un dentiste, quel est son numéro ?", 39),
    ],
)
def test_a_town_that_offers_something_is_the_co_op_there(message: str, position: int) -> None:
    assert [found.entry.position for found in ask(message)[-1].answer.entries] == [position]


@pytest.mark.parametrize("message", ["Gatineau a une coop ?", "Gatineau offre combien de coops ?"])
def test_a_town_that_has_co_ops_is_where_they_are(message: str) -> None:
    assert len(ask(message)[-1].answer.entries) == 4

"""One co-op, asked of in roundabout ways: who it is, what of it is asked, and that no row bears a name."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from tests.assistant.asking import ask


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
        "À Mieux-Être en santé, y chargent combien pour se faire masser une heure ?",
    ],
)
def test_what_its_row_does_not_say(message: str) -> None:
    assert ask(message)[0].answer.outcome is Outcome.ABSTAIN

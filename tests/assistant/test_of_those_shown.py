"""Sequels of those just shown: pointed at by a noun, the doctors they seek, those around, why one is left out."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask

MASSAGE = "quelles coops ont un massothérapeute ?"
NO_DOCTOR = "quelles coops n'ont aucun médecin ?"
SEEKING = (5, 18, 19, 24, 40, 45)
ACCOUNTS = "Quels étaient les frais d'exploitation de la Fédération en 2021-2022 ?"
WORDY = "J'aimerais savoir à combien se chiffraient les produits de la FQCS en 2021-2022 ?"


def shown(*messages: str) -> tuple[int, ...]:
    """The co-ops that the last reply presents, in the order of the table."""
    return tuple(sorted(f.entry.position for f in ask(*messages)[-1].answer.entries))


KEPT = [
    ((NO_DOCTOR, "dans ce groupe-là, qui cherche à en recruter ?"), SEEKING),
    ((NO_DOCTOR, "parmi ce groupe, lesquelles recrutent ?"), SEEKING),
    ((NO_DOCTOR, "dans cette gang-là, lesquelles en cherchent ?"), SEEKING),
    ((NO_DOCTOR, "sur ce total, combien recrutent ?"), SEEKING),
    ((NO_DOCTOR, "lesquelles en veulent ?"), SEEKING),
    ((NO_DOCTOR, "lesquelles en voudraient d'autres, des docteurs ?"), SEEKING),
    ((MASSAGE, "de ce lot-là, qui est dans les Laurentides ?"), (34, 38)),
    ((MASSAGE, "dans cet ensemble-là, combien ont plus de 2000 membres ?"), (9,)),
    (("coops des Laurentides", "où c'est que je peux me faire prélever du sang là-dedans ?"), (34, 35, 36, 38)),
    (("coops des Laurentides", "lesquelles prélèvent le sang ?"), (34, 35, 36, 38)),
    ((MASSAGE, "je me limiterais aux Laurentides"), (34, 38)),
    ((MASSAGE, "on se limiterait à la Mauricie"), (9,)),
    ((MASSAGE, "j'aimerais mieux en Montérégie"), (42,)),
    ((MASSAGE, "juste celles des Laurentides", "des deux qui restent, laquelle a le plus de membres ?"), (34,)),
    (("combien de coops en Estrie ?", "c'est quoi leurs noms ?"), (15, 16, 17)),
    (("la coop de Pointe-du-Lac", "quelles autres coops des alentours ont un psychologue ?"), (8, 9)),
    (("la coop de Shawinigan", "les coops voisines qui ont des docteurs ?"), (7, 8, 9, 12)),
    (("coops avec de l'ostéopathie", "et l'acupuncture ?", "une seule coop combine l'un et l'autre ?"), (42,)),
    (("coops avec de l'ostéopathie", "et l'acupuncture ?", "laquelle cumule les deux ?"), (42,)),
    (("qui a le plus de médecins, Thurso ou Shawinigan ?", "et si on compare le nombre de membres ?"), (8, 22)),
]


@pytest.mark.parametrize(("messages", "positions"), KEPT)
def test_those_shown_that_fit(messages: tuple[str, ...], positions: tuple[int, ...]) -> None:
    assert shown(*messages) == positions


@pytest.mark.parametrize(
    "message",
    ["en veulent-ils d'autres, des médecins ?", "en voudraient-ils plus ?", "il leur en manque ?", "y en veulent-tu ?"],
)
def test_the_doctors_that_one_seeks(message: str) -> None:
    last = ask("combien de médecins à la coop de Contrecoeur ?", message)[-1]
    assert last.question.fields == ("recruiting",)
    assert "2 médecins de famille" in last.answer.text


def test_no_doctor_sought_where_it_is_denied() -> None:
    assert not set(shown(NO_DOCTOR, "lesquelles n'en veulent pas ?")) & set(SEEKING)


@pytest.mark.parametrize(
    "message",
    [
        "pour quelle raison t'as laissé Portneuf de côté ?",
        "Portneuf n'y est pas. Pour quelle raison ?",
        "Portneuf manque, comment ça ?",
        "la raison pour laquelle Portneuf n'y figure pas ?",
    ],
)
def test_why_one_is_left_out(message: str) -> None:
    assert "En développement" in ask("quelles coops ont un podiatre ?", message)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    ["À qui faut-il s'adresser à la coop de Contrecoeur ?", "À qui doit-on s'adresser à la coop de Contrecoeur ?"],
)
def test_whom_to_ask_is_no_clientele(message: str) -> None:
    assert "Chantal Dubuc" in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "c'était combien un an plus tôt ?",
        "douze mois avant ?",
        "le précédent exercice ?",
        "le montant l'année d'avant ?",
    ],
)
def test_the_year_before(message: str) -> None:
    assert "132 644 $" in ask(ACCOUNTS, message)[-1].answer.text
    assert "134 702 $" in ask(WORDY, message)[-1].answer.text


def test_what_moved_is_of_the_row_that_is_named() -> None:
    assert (
        "94 676 $" in ask(WORDY, "et l'année d'avant ?", "les frais d'exploitation ont monté autant ?")[-1].answer.text
    )


@pytest.mark.parametrize(
    "message",
    [
        "c'est dans quel coin du Québec ça ?",
        "ils sont dans quel bout du Québec ?",
        "c'est dans quelle région du Québec ?",
        "elle est dans quelle ville du Québec ?",
    ],
)
def test_what_part_of_quebec_is_no_town(message: str) -> None:
    turn = ask("la coop de Roxton Pond, elle a combien de médecins ?", message)[-1]
    assert turn.question.subjects == (49,)
    assert set(turn.question.fields) & {"municipality", "region"}


@pytest.mark.parametrize(
    "message", ["y prennent-tu des nouveaux patients ?", "pis eux autres, y acceptent-tu des patients ?"]
)
def test_patients_are_no_praise(message: str) -> None:
    assert ask("le téléphone de la coop d'Eastman", message)[-1].question.subjects == (16,)

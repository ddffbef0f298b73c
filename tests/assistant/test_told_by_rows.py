"""Which co-ops print the words that a message quotes, or says that they speak of."""

from __future__ import annotations

import pytest

from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Un tableau de 2014 qui dit « d'ici fin 2013 » : c'est pour quelle coop ?", [23]),
        ("quelle coop écrit « 0 selon les PREM » ?", [39]),
        ('c\'est quelle fiche qui dit "Clubs sportifs et services de loisirs" ?', [17]),
        ("Quelle coop promet des services pour octobre 2013 ?", [39]),
        ("Quelle coop parle de dossiers virtuels ?", [52]),
        ("Quelles coops du tableau mentionnent des médecins résidents dans leur fiche ?", [34, 50, 52]),
        ("Quelles coops ont un défibrillateur dans leurs locaux ?", [8, 50]),
        ("Quelle coop est au 2e étage à Grand-Mère ?", [12]),
        ("J9V 1L1 correspond à quelle coop de votre liste ?", [26]),
        ("quelles coops ont un code postal en G0R ?", [27, 29]),
        ("Si j'écris à drdaniellacroix@tlb.sympatico.ca, je tombe sur quelle coop ?", [34]),
        ("www.coopcontrecoeur.com appartient à quelle coop ?", [43]),
        ("La coop au 655-A avenue de l'Église, elle dessert combien de personnes ?", [5]),
        ("Santé active de l'Estrie, qu'est-ce que ça offre au monde de Sherbrooke ?", [17]),
        ("Lesquelles n'ont pas de médecin en ce moment mais en cherchent un ou plusieurs ?", [5, 18, 19, 24, 40, 45]),
        ("Pourquoi y a-t-il deux coops numérotées 49 dans le tableau ?", [49, 50]),
        ("Le numéro 49 est là deux fois, pourquoi ?", [49, 50]),
        ("La coop de Saint-Hubert avait un sceau de qualité. Lequel ?", [1]),
        ("combien de médecins a la coop de la MRC de Mékinac ?", [11, 12, 13]),
        ("Charlevoix se cherche combien de nouveaux docteurs, à peu près ?", [4]),
        ("combien de membres ont les coops de la MRC de Mékinac ?", [11, 12]),
        ("orthésiste près de Saint-Hyacinthe", []),  # the nearest is at 30.5 km, over 30 though it rounds to it
        ("Y en a-tu gros, des coops en Mauricie ?", [7, 8, 9, 10, 11, 12, 13, 14]),
        ("J'ai parlé à une Valérie. Quel est le numéro de cette coop ?", [5, 23]),
    ],
)
def test_those_rows_are_found(text: str, positions: list[int]) -> None:
    assert [found.entry.position for found in ask(text)[-1].answer.entries] == positions


@pytest.mark.parametrize(
    "text",
    [
        "quelle coop écrit « ceci n'est imprimé nulle part » ?",
        "Quelle coop parle de téléportation ?",
        "quelle coop promet des services pour octobre 2019 ?",
    ],
)
def test_what_no_row_prints_finds_none(text: str) -> None:
    assert ask(text)[-1].answer.entries == ()


def test_a_storey_is_no_place_of_a_ranking() -> None:
    (storey,) = ask("Quelle coop a son local au 2e étage à Grand-Mère ?")
    (second,) = ask("quelle est la 2e plus grosse coop ?")
    found = [[f.entry.position for f in turn.answer.entries] for turn in (storey, second)]
    assert found == [[12], [23]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("J'ai vu que la coop de Saint-Hubert avait un sceau de qualité. Lequel ?", "Valeurs Bas-St-Laurent"),
        ("Je sais que la coop de Thurso collabore avec une université. Laquelle ?", "Université du Québec"),
        ("La coop dont la présidente est Doris Larose, elle ouvre où ?", "73, rue Principale"),
    ],
)
def test_what_is_pointed_at_stands_in_the_sentence_before(text: str, told: str) -> None:
    answer = ask(text)[-1].answer.text
    assert told in answer and "courriel" not in answer

"""What people tell around a question neither narrows nor refuses its answer; what it points at is taken from there."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from assistant.question import Task
from assistant.sentences_that_ask import sentences
from tests.assistant.asking import ask, understood


def _positions(message: str) -> list[int]:
    return [found.entry.position for found in ask(message)[-1].answer.entries]


@pytest.mark.parametrize(
    ("told", "alone"),
    [
        (
            "Ma fille s'est mariée à Rimouski, il a plu toute la journée. Quelles coops offrent de la pédiatrie ?",
            "Quelles coops offrent de la pédiatrie ?",
        ),
        (
            "Où trouver une nutritionniste dans les Laurentides ? Mon neveu songe à quitter Laval avec ses jumeaux.",
            "Où trouver une nutritionniste dans les Laurentides ?",
        ),
        (
            "Depuis que mon chien est mort, je m'ennuie, combien de membres compte la coop de Ferme-Neuve ?",
            "Combien de membres compte la coop de Ferme-Neuve ?",
        ),
        (
            "Mon chum fait une étude, pis mon boss veut savoir laquelle a le plus de dossiers. Peux-tu m'aider ?",
            "Laquelle a le plus de dossiers ?",
        ),
    ],
)
def test_what_is_told_changes_nothing(told: str, alone: str) -> None:
    assert _positions(told) == _positions(alone) != []


def test_pain_told_beside_a_question_of_the_documents_asks_for_no_advice() -> None:
    told = "J'ai encore mal aux jambes. Combien de médecins la Fédération dit-elle avoir dans ses coops ?"
    assert ask(told)[-1].answer.outcome is Outcome.ANSWERED


def test_an_emergency_told_comes_first() -> None:
    assert understood("J'ai mal dans la poitrine. Quel est le numéro de la coop de Thurso ?").task is Task.EMERGENCY


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("On vient d'acheter à Venise-en-Québec, le toit coule. Y a-t-il une coop là-bas ?", [46]),
        ("On vient d'acheter un chalet à Venise-en-Québec, il y a une coop là-bas ?", [46]),
        ("Nous avons visité Val-Morin dimanche, quelle neige. La coop du village a combien de médecins ?", [37]),
        ("On m'a parlé de la coop Robert-Verrier au bingo, j'ai gagné un jambon. C'est qui leur contact ?", [53]),
        ("Je fais un reportage sur la clinique SABSA, à quel organisme est-elle affiliée ?", [6]),
        ("Je fais un travail sur la coop SABSA : avec quel regroupement est-elle partenaire ?", [6]),
        ("Mon gendre est muté en Estrie avec le piano. Faites-moi la liste des coops de cette région ?", [15, 16, 17]),
    ],
)
def test_a_place_or_a_coop_told_is_what_the_question_points_at(message: str, positions: list[int]) -> None:
    assert sorted(_positions(message)) == positions


@pytest.mark.parametrize(
    ("message", "task"),
    [
        ("Je travaille à la coop de Thurso, quels services la Fédération offre-t-elle ?", Task.PROSE),
        ("Les docteurs de la coop J-P Despins, à Saint-Léonard, vont aussi dans quel hôpital ?", Task.TOPIC),
        ("La coop de M. Roy, à Saint-Léonard, combien de médecins ?", Task.FIELDS),
    ],
)
def test_an_initial_tells_nothing_of_oneself_and_the_federation_is_no_co_op(message: str, task: Task) -> None:
    assert understood(message).task is task


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("J'ai encore ma carte santé de l'Ontario, la coop d'Aylmer la prend-tu ?", "carte"),
        ("Ma tante reste à Shawinigan. Quelles coops ont un psychologue ?", "Shawinigan"),
        ("Je cherche un emploi en Mauricie. Quelles coops recrutent ?", "Mauricie"),
        ("Mon ado a besoin d'un psychologue. Y a-t-il une coop en Mauricie ?", "psychologue"),
        ("Ma mère a besoin d'acupuncture. La coop de Ferme-Neuve en fait-elle ?", "acupuncture"),
    ],
)
def test_what_the_question_lacks_is_kept(message: str, kept: str) -> None:
    assert kept in understood(message).message


def test_a_place_elsewhere_is_none_of_ours() -> None:
    assert not _positions("J'habite Saint-Boniface au Manitoba, y a-t-il une coop chez nous ?")


def test_a_title_ends_no_sentence() -> None:
    assert sentences("Qui est M. Roy ? Et Mme. Côté… non, Coté ?") == ["Qui est M. Roy ?", "Et Mme. Côté… non, Coté ?"]


def test_a_mark_quoted_alone_ends_no_sentence() -> None:
    assert len(sentences("Lesquelles ont un « ? » comme courriel en Mauricie")) == 1
    assert len(sentences("Il a dit « Où ça ? » en riant. Qui préside ?")) == 2


def test_what_a_place_is_sought_for_belongs_to_the_question() -> None:
    assert understood("Pour une physio, on va où parmi vos coops ?").services == ("physiotherapie",)


def test_a_measure_said_before_how_many_is_counted_of_the_network() -> None:
    assert "280 000" in ask("dossiers médicaux : combien ?")[-1].answer.text
    assert understood("combien d'infirmières travaillent dans toutes les coops ?").task is Task.PROSE
    assert understood("combien de coops ont une infirmière ?").task is Task.COUNT


def test_a_number_of_coops_then_and_now_is_no_item_of_a_list() -> None:
    for asked in (
        "La Fédération regroupe-t-elle plus de coops qu'en 2014 ?",
        "Combien de coops la Fédération représente-t-elle, et c'était combien en 2014 ?",
    ):
        said = ask(asked)[-1].answer.text
        assert "40 coopératives" in said and "35 coopératives" in said


@pytest.mark.parametrize(
    ("message", "positions"),
    [
        ("Je dois faire vacciner ma fille, on habite Drummondville. Une coop dans le coin ?", [53]),
        ("Il me faut une prise de sang, je vis à Thurso. Une coop dans le coin ?", [22]),
        ("Je veux consulter un dentiste. J'habite Gatineau. Y a-t-il une coop dans les environs ?", [23]),
        ("Nous cherchons un pédiatre aux environs de Sainte-Marie, en Beauce. Que propose le réseau ?", [30]),
        ("I need to get my son vaccinated, we live in Drummondville. Any co-op nearby?", [53]),
        ("Mon médecin a pris sa retraite, on habite Drummondville. Une coop dans le coin ?", [53, 50, 44]),
    ],
)
def test_what_is_needed_before_there_is_looked_for_there(message: str, positions: list[int]) -> None:
    assert _positions(message) == positions


def test_what_the_federation_does_is_asked_of_no_doctor_met_before() -> None:
    assert understood("J'ai rencontré un médecin à Laval. Que fait la Fédération ?").task is Task.PROSE


@pytest.mark.parametrize(
    ("message", "position"),
    [
        ("Aylmer, c'est dans l'ouest de Gatineau. Quel territoire le tableau donne-t-il à sa coop ?", 23),
        ("On arrive de Thurso. Le tableau donne-t-il le numéro de sa coop ?", 22),
    ],
)
def test_its_co_op_is_that_of_the_place_told(message: str, position: int) -> None:
    assert _positions(message) == [position]


def test_what_is_seen_there_needs_the_sentence_that_says_where() -> None:
    asked = understood("Je suis médecin et je songe à une coop. Énumérez les avantages que la brochure y voit.")
    assert "médecin" in asked.message


@pytest.mark.parametrize(
    ("told", "alone"),
    [
        (
            "Mon cousin vient de Chibougamau, il jase beaucoup. Parlant de ça, quelle coop a le plus de dossiers ?",
            "Quelle coop a le plus de dossiers ?",
        ),
        (
            "Mes parents ont vécu à Amos sans docteur. Ça me fait penser : l'Estrie en compte combien, de coops ?",
            "Combien de coops en Estrie ?",
        ),
        (
            "J'ai des timbres de Magog, des centaines. Tant qu'à être là, donnez-moi le nombre de coops en Estrie.",
            "Combien de coops en Estrie ?",
        ),
        (
            "J'ai grandi à Matane pis mon père réparait des moteurs, combien de coops y a-t-il dans Lanaudière ?",
            "Combien de coops y a-t-il dans Lanaudière ?",
        ),
        (
            "Ma belle-mère, qui a 88 ans et qui joue aux cartes, m'a demandé combien de coops il y a en Outaouais.",
            "Combien de coops y a-t-il en Outaouais ?",
        ),
        (
            "Mon oncle élève des lapins à Bedford fait que je me demandais quelle coop a le plus de membres",
            "Quelle coop a le plus de membres ?",
        ),
        (
            "Je suis née à Amqui, en 1948. Dites-moi quelle coop a le plus de médecins.",
            "Quelle coop a le plus de médecins ?",
        ),
    ],
)
def test_a_story_and_the_words_that_lead_from_it_narrow_nothing(told: str, alone: str) -> None:
    assert _positions(told) == _positions(alone) != []


@pytest.mark.parametrize(
    ("message", "alone"),
    [
        (
            "Pas de médecin de famille, pas de char, je reste à Magog : quelle coop est la plus proche ?",
            "Quelle coop est la plus proche de Magog ?",
        ),
        (
            "Sans docteur depuis trois ans, je vis à Joliette. Quelle coop est la plus proche ?",
            "Quelle coop est la plus proche de Joliette ?",
        ),
        (
            "Mes parents habitent à Joliette et ils veulent savoir quelle coop est la plus proche",
            "Quelle coop est la plus proche de Joliette ?",
        ),
    ],
)
def test_what_people_lack_is_no_condition_and_where_they_live_is(message: str, alone: str) -> None:
    assert _positions(message) == _positions(alone) != []


def test_what_co_ops_lack_is_a_condition() -> None:
    assert _positions(
        "Pas de médecin, pas de site web : quelles coops de la Montérégie sont dans ce cas ?"
    ) == _positions("Quelles coops de la Montérégie n'ont pas de médecin ni de site web ?")


@pytest.mark.parametrize(
    ("polite", "alone"),
    [
        (
            "Bon matin à toute l'équipe ! Quelle coop est la plus proche de Granby ? Bonne journée !",
            "Quelle coop est la plus proche de Granby ?",
        ),
        ("Quelle coop offre de la podologie ? Bonne fin de semaine à vous !", "Quelle coop offre de la podologie ?"),
        ("Joyeuses fêtes ! Combien de coops en Estrie ? Merci d'avance.", "Combien de coops en Estrie ?"),
        ("Combien de membres à Frampton ? Mille mercis et bonne soirée.", "Combien de membres à Frampton ?"),
    ],
)
def test_wishes_round_a_question_change_nothing(polite: str, alone: str) -> None:
    assert _positions(polite) == _positions(alone) != []


@pytest.mark.parametrize(
    ("polite", "alone"),
    [
        (
            "Combien de coops en Estrie ? Merci à l'avance et bonne continuation dans votre beau projet !",
            "Combien de coops en Estrie ?",
        ),
        ("Salut, t'es la bonne personne ? Qui recrute en Outaouais ?", "Qui recrute en Outaouais ?"),
        ("Bsr, svp nb de coops en Estrie ?", "Combien de coops en Estrie ?"),
    ],
)
def test_thanks_and_good_wishes_ask_for_nothing_good(polite: str, alone: str) -> None:
    assert _positions(polite) == _positions(alone) != []


def test_thanks_for_what_is_to_be_done_are_an_order() -> None:
    assert _positions("Merci de me donner l'adresse de la coop de Thurso. Bonne journée.") == [22]


@pytest.mark.parametrize(
    ("message", "position"),
    [
        (
            "Moi je demeure à côté de Thurso pis j'ai une enveloppe à leur remettre, fait que je me demande"
            " c'est quoi leur adresse ?",
            22,
        ),
        ("J'habite pas loin de Val-Morin pis j'ai un colis à leur porter, fait que c'est quoi leur téléphone ?", 37),
        ("Je reste près de Ferme-Neuve, j'ai une lettre à leur poster, alors quel est leur courriel ?", 34),
        ("Je vis proche de Frampton, j'ai une facture à leur payer, donc c'est quoi leur numéro de téléphone ?", 31),
    ],
)
def test_a_co_op_near_which_one_lives_is_theirs(message: str, position: int) -> None:
    assert understood(message).subjects == (position,)


@pytest.mark.parametrize(
    ("before", "then", "field"),
    [
        ("Quels services a la coop de Chénéville ?", "je vois, à venir. ça va être situé où ?", "address"),
        ("Quels services a la coop de Thurso ?", "bon, c'est clair. ça va être où, ça ?", "address"),
        ("Quels services a la coop de Thurso ?", "c'est clair. ça va être quoi leur adresse ?", "address"),
        ("Quels services a la coop de Frampton ?", "ok je comprends. ça va être quoi leur téléphone ?", "phones"),
    ],
)
def test_what_will_be_is_no_greeting(before: str, then: str, field: str) -> None:
    last = ask(before, then)[-1].question
    assert (last.subjects, field in last.fields) == (ask(before)[-1].question.subjects, True)

"""What is compared between the two documents: measures, lists, names and posts; and what one of them doesn't say."""

from __future__ import annotations

import pytest

from assistant.answerers.figures import asks_two_things
from assistant.times import undated
from ingest.french import key
from tests.assistant.asking import ask, reader


@pytest.mark.parametrize(
    ("message", "period"),
    [
        ("Y a-tu plus de docteurs dans les coops qu'il y en avait en 2014 ?", "both"),
        ("Les coops couvraient combien de régions avant pis combien depuis ?", "both"),
        ("Combien de régions de plus qu'en 2014 ?", "both"),
        ("Comparez les patients de l'époque avec le rapport le plus récent", "both"),
        ("La formation fait-elle encore partie des services en 2021-2022 ?", "both"),
        ("Combien d'infirmières dans le réseau, maintenant vs y'a une dizaine d'années ?", "both"),
        ("Voilà environ dix ans, combien de régions ? Et aujourd'hui ?", "both"),
        ("combien de membres dans les coops de la fédé en 2014 pis plus récemment", "both"),
        ("Combien de coops la fédération a-t-elle accueillies récemment ?", None),
        ("La Fédération comptait combien de coops en 2014 ?", "2014"),
        ("Quelle coop avait le plus de membres en 2014 ?", "2014"),  # the table answers
        ("Depuis quand la Fédération accepte des coops de santé ?", None),
    ],
)
def test_two_times_ask_of_both_documents(message: str, period: str | None) -> None:
    heard = reader().ear.hear(message)
    assert reader().alone(message, heard).period == period


def test_what_dates_or_compares_is_left_out_and_what_is_counted_is_kept() -> None:
    assert "docteurs" in undated("Y a-t-il plus de docteurs qu'en 2014 ?")
    assert undated("les revenus de 2014 comparés à ceux d'aujourd'hui") == "les revenus de a d"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("De quel pourcentage le nombre de médecins a-t-il grimpé depuis 2014 ?", ("206", "130", "+76", "58,5 %")),
        ("on a doublé les infirmières entre 2014 et 2022 ?", ("137", "50", "2,7 fois")),
        ("Combien de membres par coop en moyenne en 2014 et en 2021-2022 ?", ("2 500", "70 000", "2 000")),
        ("Les patients : 2014 et maintenant ?", ("280 000 dossiers", "180 000 patients", "n'est donc pas calculé")),
        ("Combien de séances du CA en 2014 et en 2021-2022 ?", ("5", "Brochure de 2014 : ce nombre n'y est pas")),
        ("La Fédération est-elle plus grosse qu'en 2014 ?", ("40", "35", "12", "10", "206", "130")),
        ("Has the number of regions gone up between the two documents?", ("12", "10", "+2")),
        ("La recherche et développement fait-elle encore partie des services en 2021-2022 ?", ("ne le mentionne pas",)),
        ("Est-ce que la Fédération offre encore des conseils juridiques ?", ("Affaires juridiques",)),
        ("Quels services de la Fédération sont nouveaux depuis 2014 ?", ("Graphisme", "SÉCURITÉ DU TRAVAIL")),
        ("La mission a-t-elle changé depuis 2014 ?", ("première ligne", "promouvoir")),
        ("Qui était le directeur en 2014, et qui l'est en 2021-2022 ?", ("Allaire", "Brochure de 2014 : aucun nom")),
        ("FCSDSQ pis FQCS, c'est la même affaire ?", ("services à domicile", "Fédération québécoise", "d'un nom")),
    ],
)
def test_both_documents_are_heard_and_silence_is_said(message: str, said: tuple[str, ...]) -> None:
    answer = ask(message)[-1].answer
    assert [words for words in said if words not in answer.text] == []
    assert answer.outcome.value == "answered"


def test_a_loss_within_one_document_is_no_comparison() -> None:
    assert ask("Combien de membres a perdus la FQCS en 2021-2022 ?")[-1].answer.outcome.value == "abstain"


@pytest.mark.parametrize(
    ("message", "positions", "said"),
    [
        ("La coop Lac-Champlain a-t-elle joint la FQCS ?", [46], "devenues membres"),
        ("La coop Lac-Champlain fait-tu partie de la Fédération ?", [46], "devenues membres"),
        ("Sainte-Gertrude fait-elle toujours partie de la FQCS ?", [51], "devenues membres"),
        ("Les deux nouvelles coops membres étaient-elles déjà au tableau de 2014 ?", [46, 51], "Tableau de novembre"),
        ("Le rapport annuel parle-t-il de la coop d'Aylmer ?", [23], "n'y est pas nommée"),
    ],
)
def test_a_coop_that_joined_is_told_by_the_report_and_stands_in_the_table(
    message: str, positions: list[int], said: str
) -> None:
    answer = ask(message)[-1].answer
    assert [found.entry.position for found in answer.entries] == positions
    assert said in answer.text


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Qui a fait le tableau ?", "services à domicile"),
        ("C'est le ministère qui a dressé la liste des coops ?", "services à domicile"),
        ("Faut-il être membre de la Fédération pour être dans le tableau ?", "non membres"),
        ("Les dépenses de 2014 versus 2021-2022 ?", "aucun chiffre de ce genre"),
        ("Le site web de la Fédération a-t-il changé depuis 2014 ?", "www.fcsdsq.coop"),
    ],
)
def test_the_sources_say_what_they_hold(message: str, said: str) -> None:
    answer = ask(message)[-1].answer
    assert said in answer.text
    assert answer.outcome.value == "answered"


@pytest.mark.parametrize(
    "message",
    [
        "En 2014, la Fédération donnait un coup de main en comptabilité. Le faisait-elle encore en 2021-2022 ?",
        "La Fédération donnait-elle déjà un coup de main en comptabilité en 2014 ?",
    ],
)
def test_help_is_said_as_people_say_it(message: str) -> None:
    said = ask(message)[-1].answer.text
    assert "COMPTABILITÉ" in said and "Comptabilité Finance" in said


@pytest.mark.parametrize(
    "message",
    [
        "Comment la FQCS a-t-elle réussi à couper ses frais d'exploitation de 71 % en 2021-2022 ?",
        "Pourquoi la Fédération a-t-elle réduit ses dépenses en 2021-2022 ?",
        "Les frais d'exploitation ont-ils baissé en 2021-2022 ?",
    ],
)
def test_a_fall_that_was_a_rise_is_told_with_both_years(message: str) -> None:
    said = ask(message)[-1].answer.text
    assert "227 320" in said and "132 644" in said


@pytest.mark.parametrize("message", ["2014 et 2021-2022", "encore ?", "depuis 2014"])
def test_a_comparison_of_nothing_is_no_answer(message: str) -> None:
    assert ask(message)[-1].answer.outcome.value != "answered"


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (("Combien d'infirmières dans le réseau en 2021-2022 ?", "et en 2014 ?", "ça fait combien de plus ?"), "+87"),
        (("Combien de régions couvre la Fédération en 2021-2022 ?", "c'est plus qu'avant ?"), "10 régions"),
        (
            ("Quels sont les revenus de la Fédération en 2021-2022 ?", "c'est combien de plus que l'année d'avant ?"),
            "100 776",
        ),
        (("Qui est le directeur de la Fédération ?", "et en 2014 ?"), "Brochure de 2014 : aucun nom"),
    ],
)
def test_a_follow_up_compares(messages: tuple[str, ...], said: str) -> None:
    assert said in ask(*messages)[-1].answer.text


@pytest.mark.parametrize(
    ("message", "two"),
    [
        ("C'était où pis combien de résidents sont venus ?", True),
        ("Where was it and how many residents came?", True),
        ("Combien de coops et combien de médecins ?", False),
        ("Qui sont les professionnels, et combien ?", False),  # as many as those asked of
    ],
)
def test_a_number_alone_answers_no_question_of_two_kinds(message: str, two: bool) -> None:
    assert asks_two_things(key(message)) is two


@pytest.mark.parametrize(
    "message",
    [
        "La coop de Sainte-Gertrude était-elle déjà membre de la fédération avant 2021, ou ça s'est fait plus tard ?",
        "La coop Lac-Champlain était-elle membre de la fédération après 2014 ou pas ?",
    ],
)
def test_when_a_coop_became_a_member_is_told_by_the_report(message: str) -> None:
    assert "devenues membres" in ask(message)[-1].answer.text


def test_two_lists_are_told_apart_where_they_are_compared_only() -> None:
    both = ask("Quels services la Fédération offre-t-elle maintenant et lesquels offrait-elle en 2014 ?")[
        -1
    ].answer.text
    compared = ask("Comparez les services-conseils de 2014 à ceux de 2021-2022")[-1].answer.text
    assert "Gestion de projets" in both and "RECHERCHE" in both and "Dans la seule liste" not in both
    assert "Dans la seule liste" in compared


@pytest.mark.parametrize(
    "message",
    [
        "La brochure parle de 35 coopératives, mais le tableau en liste bien plus. Comment ça se fait ?",
        "Vous dites 53 coops dans le tableau mais la brochure en annonce moins, pourquoi ?",
        "35 coopératives dans le texte, mais la liste en a davantage ?",
    ],
)
def test_one_count_of_coops_is_opposed_to_the_other(message: str) -> None:
    answer = ask(message)[-1].answer
    assert "53 coopératives" in answer.text and "membres et non membres" in answer.text


def test_a_number_of_the_table_is_no_count_of_coops() -> None:
    text = ask("Pourquoi la coop 35 du tableau n'a pas de courriel ?")[-1].answer.text
    assert "53 coopératives" not in text


def test_a_condition_that_no_coop_meets_is_not_sought_in_the_report() -> None:
    assert "Aucune des 53" in ask("Quelles coops ont plus de 35 médecins ?")[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Entre 2020-2021 et 2021-2022, les revenus de la Fédération sont passés de combien à combien ?",
        "Les revenus sont partis de combien pour arriver à combien ?",
        "Les revenus ont-ils été plus élevés que l'exercice précédent ?",
        "Quelle est la différence de revenus entre les exercices 2020-2021 et 2021-2022 ?",
    ],
)
def test_two_years_of_the_accounts_are_both_told(message: str) -> None:
    said = ask(message)[-1].answer.text.replace("\u202f", " ").replace("\xa0", " ")
    assert [told for told in ("235 478", "134 702", "100 776") if told not in said] == []


@pytest.mark.parametrize("message", ["Les revenus de 2020-2021, c'était combien ?", "Les revenus de l'année d'avant ?"])
def test_one_year_of_the_accounts_is_told_alone(message: str) -> None:
    assert "235" not in ask(message)[-1].answer.text


@pytest.mark.parametrize(
    "message",
    [
        "M. Forgue, ça prend un s ou pas ?",
        "L'orthographe de Martin Forgue(s) dans le rapport, c'est laquelle ?",
        "J'écris à M. Forgues : avec ou sans « s » à la fin ?",
        "Comment s'écrit le nom de Martin Forgues ?",
    ],
)
def test_a_name_spelt_two_ways_is_told_so_where_its_spelling_is_asked(message: str) -> None:
    assert "« Martin Forgue » puis « Martin Forgues »" in ask(message)[-1].answer.text


def test_who_somebody_is_asks_for_no_spelling() -> None:
    assert "puis" not in ask("Qui est Martin Forgue ?")[-1].answer.text

"""How many things a list holds, which one bears a number, and what no list and no figure answers."""

from __future__ import annotations

import pytest

from assistant.answerers.enumerated import asks_how_many_of, whole_list
from assistant.answerers.prose import numbers_another, says_no_more
from assistant.answerers.section import asks_a_summary
from assistant.wanted import asks_the_extreme
from ingest.french import key
from ingest.passage import Kind
from tests.assistant.asking import ask, assistant, library


def answer(*messages: str) -> str:
    return ask(*messages)[-1].answer.text


def test_a_number_taken_for_granted_is_put_right() -> None:
    assert "J'en compte 5, et non 7" in answer("Quels sont les sept principes d'organisation ?")
    assert "J'en compte" not in answer("Quels sont les cinq principes d'organisation ?")
    assert "J'en compte" not in answer("Quels sont les principes d'organisation des 53 coops ?")  # of what is beside


def test_only_a_whole_list_is_counted() -> None:
    listed = [p.span for p in library().passages if p.kind is Kind.ITEM and p.headings[-1].quote.startswith("Principe")]
    knowledge = assistant()._knowledge
    assert whole_list(knowledge, listed) == 5
    assert whole_list(knowledge, listed[:3]) == 0
    assert whole_list(knowledge, []) == 0


@pytest.mark.parametrize(
    ("counted", "listing", "same"),
    [
        ("Combien de recommandations dans le mémoire ?", "Quelles sont les recommandations du mémoire ?", True),
        ("Combien de grands projets ?", "Combien de grands projets y a-t-il eu ?", True),
        ("Combien de médecins veut-elle recruter ?", "Comment veut-elle recruter des membres ?", False),
        ("Quels mandats ?", "Quels mandats se donne-t-elle ?", False),
    ],
)
def test_a_count_is_of_what_is_listed(counted: str, listing: str, same: bool) -> None:
    assert asks_how_many_of(key(counted), key(listing)) is same


def test_a_point_is_given_by_its_number_or_not_at_all() -> None:
    assert "2.3 Stimuler" in answer("C'est quoi l'objectif 2.3 ?")
    assert "1.1 Développer un canal de communication efficace" in answer("l'objectif 1.1 ?")  # cut in two by the layout
    assert ask("C'est quoi l'objectif 5.1 ?")[-1].answer.outcome.value == "abstain"


def test_another_one_of_numbered_things_is_no_answer() -> None:
    assert numbers_another("Que dit l'article 4 ?", "(L.R.Q., c. C-67.2, article 3)")
    assert not numbers_another("Que dit l'article 3 ?", "(L.R.Q., c. C-67.2, article 3)")
    assert not numbers_another("Que disent les 24 membres ?", "Trois membres auxiliaires")


def test_the_noun_asked_of_is_no_answer_by_itself() -> None:
    assert says_no_more("quelles formations ont ete offertes", "Formation")
    assert not says_no_more("offrez vous de la formation", "Formation")  # yes
    assert not says_no_more("quelles formations ont ete offertes", "Formation des administrateurs")


def test_the_one_that_is_most_so_needs_words_that_say_it() -> None:
    assert asks_the_extreme(key("Quelle est la coop la plus au nord ?"), "une cooperative dans le nord du quebec")
    assert not asks_the_extreme(key("Quelle est la coop la plus au nord ?"), "celle qui est la plus au nord")
    assert not asks_the_extreme(key("Plus de 50 % des coops sont où ?"), "a moins de 15 km")


@pytest.mark.parametrize(
    "question",
    [
        "Quelle est la coop la plus au nord ?",
        "Quelles formations ont été offertes ?",
        "En 2008, combien de coops étaient membres ?",  # a year told of, of which nothing is counted
        "Pourquoi la Fédération a-t-elle perdu des membres ?",  # a bare number explains nothing
    ],
)
def test_words_shared_are_no_answer(question: str) -> None:
    assert ask(question)[-1].answer.outcome.value == "abstain"


def test_help_in_money_asks_for_no_accounts() -> None:
    assert "235 478" not in answer("Quelles aides financières ?")
    assert "235 478" in answer("Quels sont les résultats financiers ?")


@pytest.mark.parametrize(
    ("first", "correction"),
    [
        ("Combien de membres a la Fédération ?", "non je parle des administrateurs"),
        ("combien de membres ?", "je parlais des administrateurs, pas des membres"),
    ],
)
def test_a_count_put_right_counts_what_was_meant(first: str, correction: str) -> None:
    turn = ask(first, correction)[-1]
    assert "administrateurs" in turn.question.message
    assert turn.question.message.lower().startswith("combien")


def test_several_are_asked_of_those_that_were_quoted() -> None:
    shown = ask("Quelles coops sont devenues membres de la Fédération ?", "où sont-elles ?")[-1].answer
    assert [f.entry.position for f in shown.entries] == [46, 51]
    assert "Lévis" not in shown.text


def test_rows_of_the_accounts_follow_one_another() -> None:
    assert answer("Quels sont les produits ?", "et les dépenses ?").startswith("Frais d'exploitation en 2021-2022")


def test_a_date_of_somebody_else_is_none() -> None:
    turns = ask("Qui est le directeur de la Fédération ?", "depuis quand ?")
    assert "Forgue" not in turns[-1].answer.text


def test_the_next_rank_is_of_what_was_ranked() -> None:
    turns = ask("Quels sont les objectifs de la troisième orientation ?", "et de la quatrième ?")
    assert turns[-1].question.message == "Quels sont les objectifs de la quatrième orientation ?"


def test_the_numbering_of_the_table_is_told_with_what_is_odd_in_it() -> None:
    said = answer("combien d'entrées a le tableau et jusqu'à quel numéro va-t-il ?")
    assert "53 coops" in said and "de 1 à 53" in said and "49 est imprimé deux fois" in said
    assert "numéro" not in answer("combien de coops dans le tableau ?")


def test_what_was_so_is_of_what_was_spoken_of() -> None:
    assert "avenir" not in answer("Que demande le mémoire ?", "c'était adressé à qui ?")
    assert "Lévis" not in answer("Que demande le mémoire ?", "c'était adressé à qui ?")


def test_the_last_of_a_list_may_be_asked_what_it_is() -> None:
    assert "crédit d'impôt" in answer("Quelles sont les recommandations du mémoire ?", "la dernière, c'est quoi ?")


def test_a_summary_of_a_document_is_not_of_what_it_says_of_something() -> None:
    knowledge = assistant()._knowledge
    assert asks_a_summary("Résume le rapport annuel", knowledge)
    assert not asks_a_summary("De quoi parle le rapport sur les médecins ?", knowledge)


def test_how_many_lack_something_is_no_number_of_them() -> None:
    assert ask("Combien de patients sans médecin ?")[-1].answer.outcome.value == "abstain"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Quel est le deuxième mandat de la Fédération ?", "Assurer la promotion"),
        ("C'est quoi la dernière recommandation du mémoire ?", "crédit d'impôt"),
    ],
)
def test_an_item_asked_by_its_place_is_given_alone(question: str, says: str) -> None:
    text = ask(question)[-1].answer.text
    assert says in text and "\n- " not in text


def test_of_two_lists_none_is_chosen_by_a_place() -> None:
    assert "\n- " in ask("Quel est le premier service offert ?")[-1].answer.text

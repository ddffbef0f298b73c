from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from eval.case import Expectation, Expected
from eval.checks import ALWAYS, EXPECTED, check
from eval.reply import Citation, Cooperative, Reply
from eval.score import Asked
from tests.eval.samples import cite, coops

Break = Callable[[Reply], Reply]


def failing(asked: Asked) -> set[str]:
    return {name for name, score in check(asked).items() if not score.passed}


def test_a_right_reply_passes_every_check(asked: Asked) -> None:
    assert set(check(asked)) == set(EXPECTED) | set(ALWAYS)
    assert failing(asked) == set()


BROKEN: list[tuple[str, Break, str]] = [
    ("une coop manque", lambda r: replace(r, cooperatives=()), "cooperatives"),
    ("une coop de trop", lambda r: replace(r, cooperatives=coops(23, 21)), "cooperatives"),
    ("la coop exclue", lambda r: replace(r, cooperatives=coops(23, 22)), "cooperatives"),
    ("deux fois la même coop", lambda r: replace(r, cooperatives=coops(23, 23)), "cooperatives"),
    ("le chiffre n'est pas dit", lambda r: replace(r, answer="Des membres [1] et 8 médecins [2]."), "facts"),
    ("un faux est dit", lambda r: replace(r, answer=r.answer + " Soit 12 médecins."), "not_facts"),
    ("autre chose est cité", lambda r: replace(r, citations=(cite(1, "8 médecins"), cite(2, "J9H 6A2"))), "cites"),
    ("abstention à tort", lambda r: replace(r, abstained=True), "abstained"),
    ("question en retour à tort", lambda r: replace(r, clarifying=True), "clarifying"),
    ("trop long", lambda r: replace(r, answer=r.answer + " Voilà." * 40), "max_chars"),
    ("réponse vide", lambda r: replace(r, answer=" "), "not_empty"),
    ("rien n'est cité", lambda r: replace(r, citations=()), "answered_cites"),
    ("un renvoi sans citation", lambda r: replace(r, answer=r.answer + " [3]"), "marks_match"),
    ("une citation sans renvoi", lambda r: replace(r, answer=r.answer.replace("[2]", "")), "marks_match"),
    ("un numéro de citation en double", lambda r: replace(r, citations=(*r.citations, r.citations[0])), "marks_match"),
    ("une balise HTML", lambda r: replace(r, answer=r.answer + "<u>À VENIR</u>"), "no_markup"),
    ("une rangée brute", lambda r: replace(r, answer=r.answer + "\n| a | b |"), "no_markup"),
    ("un téléphone inventé", lambda r: replace(r, answer=r.answer + " 819 684-1235"), "figures_proved"),
    ("un courriel inventé", lambda r: replace(r, answer=r.answer + " Écrivez à coop@videotron.ca."), "figures_proved"),
    ("un code postal inventé", lambda r: replace(r, answer=r.answer + " J9H 6A3"), "figures_proved"),
    ("un site inventé", lambda r: replace(r, answer=r.answer + " www.coopsa.ca"), "figures_proved"),
    ("un document pas cité", lambda r: replace(r, citations=()), "documents"),
    ("un autre document d'abord", lambda r: replace(r, citations=r.citations[1:]), "first_document"),
    ("des urgences à tort", lambda r: replace(r, answer="Appelez le 911. " + r.answer), "emergency"),
    ("une coop inconnue", lambda r: replace(r, cooperatives=(Cooperative("t.txt", 99, "Coop"),)), "cooperatives_known"),
    (
        "un autre nom",
        lambda r: replace(r, cooperatives=(Cooperative("t.txt", 23, "Coop de Granby"),)),
        "cooperatives_known",
    ),
    ("un nom inventé", lambda r: replace(r, answer=r.answer + " Elle est dirigée par Guy Roy."), "names_proved"),
    ("un lieu inventé", lambda r: replace(r, answer=r.answer + " Elle est à Granby."), "names_proved"),
    (
        "deux preuves échangées",
        lambda r: replace(r, citations=(cite(1, "8 médecins"), cite(2, "9 500 membres"))),
        "marks_prove",
    ),
    ("l'année passée sous silence", lambda r: replace(r, answer=r.answer.replace("En 2014", "Alors")), "dated"),
    (
        "une distance tue",
        lambda r: replace(r, cooperatives=(replace(r.cooperatives[0], distance_km=6.4),)),
        "distances_said",
    ),
    ("en anglais", lambda r: replace(r, answer=r.answer + " The data of the table is in it."), "language"),
    ("un nombre inventé", lambda r: replace(r, answer=r.answer + " 30 000 dossiers"), "figures_proved"),
]


@pytest.mark.parametrize(("what", "harm", "caught_by"), BROKEN, ids=[row[0] for row in BROKEN])
def test_one_thing_broken_is_caught(asked: Asked, what: str, harm: Break, caught_by: str) -> None:
    assert caught_by in failing(replace(asked, reply=harm(asked.reply)))


@pytest.mark.parametrize(
    "citation",
    [
        Citation(1, "t.txt", 1, 14, "9 500 membres"),
        Citation(1, "autre.txt", 54, 67, "9 500 membres"),
        Citation(1, "t.txt", -20, -7, "9 500 membres"),
        Citation(1, "t.txt", 5, 5, ""),
    ],
)
def test_a_quotation_that_is_not_at_its_place_is_caught(asked: Asked, citation: Citation) -> None:
    reply = replace(asked.reply, citations=(citation, asked.reply.citations[1]))
    assert "quotes_verbatim" in failing(replace(asked, reply=reply))


def test_a_page_is_no_quotation(asked: Asked) -> None:
    page = Citation(1, "t.txt", 0, 901, "9 500 membres ".ljust(901, "x"))
    assert "quotes_short" in failing(replace(asked, reply=replace(asked.reply, citations=(page,))))


@pytest.mark.parametrize(
    ("wanted", "got", "passes"),
    [
        (Expected(at_least=(3, 5)), (5, 9, 3), True),
        (Expected(at_least=(3, 5)), (5, 9), False),
        (Expected(first=3), (3, 5), True),
        (Expected(first=3), (5, 3), False),
        (Expected(first=3), (), False),
        (Expected(none_of=(3,)), (), True),
        (Expected(empty=True), (), True),
        (Expected(empty=True), (3,), False),
        (Expected(exactly=(3, 5)), (5, 3), True),
    ],
)
def test_the_coops_wanted(asked: Asked, wanted: Expected, got: tuple[int, ...], passes: bool) -> None:
    expect = Expectation(cooperatives=wanted)
    scores = check(replace(asked, expect=expect, reply=replace(asked.reply, cooperatives=coops(*got))))
    assert scores["cooperatives"].passed is passes


@pytest.mark.parametrize(("abstained", "clarifying"), [(True, False), (False, True)])
def test_who_abstains_or_asks_back_may_cite_nothing(asked: Asked, abstained: bool, clarifying: bool) -> None:
    reply = Reply("Les documents ne le disent pas.", abstained, clarifying, (), ())
    expect = Expectation(abstained=abstained, clarifying=clarifying)
    assert failing(replace(asked, expect=expect, reply=reply)) == set()


def test_a_greeting_proves_nothing_but_only_where_one_was_expected(asked: Asked) -> None:
    hello = replace(asked, reply=Reply("Bonjour !", False, False, (), ()))
    assert "answered_cites" not in failing(replace(hello, expect=Expectation(social=True)))
    assert "answered_cites" in failing(replace(hello, expect=Expectation(clarifying=False)))


def test_none_found_needs_no_quotation_but_a_list_does(asked: Asked) -> None:
    expect = Expectation(cooperatives=Expected(empty=True))
    none = replace(asked, expect=expect, reply=Reply("Aucune coop dans cette région.", False, False, (), ()))
    assert failing(none) == set()
    assert "answered_cites" in failing(replace(none, reply=replace(none.reply, cooperatives=coops(3))))


@pytest.mark.parametrize(
    "said", ["6,4 km", "la moitié des 53 coops", "au 911 ou au 811", "à 25 km", "en 2014", "1 866 277-3553"]
)
def test_computed_figures_years_emergency_lines_and_the_persons_own_numbers_need_no_quotation(
    asked: Asked, said: str
) -> None:
    reply = replace(asked.reply, answer=f"{asked.reply.answer} C'est {said}.", computed=("6,4", "53"))
    given = replace(asked, messages=("à moins de 25 km ?",), reply=reply)
    assert "figures_proved" not in failing(given)
    assert ("figures_proved" in failing(replace(given, messages=(), reply=replace(reply, computed=())))) is (
        said in ("6,4 km", "la moitié des 53 coops", "à 25 km")
    )


@pytest.mark.parametrize(("extra", "shown", "passes"), [(800, (), True), (900, (), False), (900, (23,), True)])
def test_an_answer_without_a_bound_of_its_own_fits_a_screen(
    asked: Asked, extra: int, shown: tuple[int, ...], passes: bool
) -> None:
    reply = replace(asked.reply, answer=asked.reply.answer + "." * extra, cooperatives=coops(*shown))
    unbound = replace(asked, expect=replace(asked.expect, max_chars=None), reply=reply)
    assert ("not_too_long" not in failing(unbound)) is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("| Coop | Membres |\n| --- | ---: |\n| Aylmer | 9 500 |", True),
        ("| Aylmer | 9 500 |\n| Thurso | 9 500 |", False),
        ("| Coop |\n| --- |\n| <b>Aylmer</b> |", False),
        ("Voici <b>Aylmer</b>.", False),
    ],
)
def test_a_markdown_table_is_no_raw_row(asked: Asked, text: str, passes: bool) -> None:
    reply = replace(asked.reply, answer=f"{asked.reply.answer}\n\n{text}")
    assert ("no_markup" not in failing(replace(asked, reply=reply))) is passes


@pytest.mark.parametrize(
    ("answer", "coops_shown", "passes"),
    [
        ("Appelez le 911 tout de suite.", (), True),
        ("Appelez le 1 866 277-3553 ou le 988.", (), True),
        ("Prenez de l'eau.", (), False),
        ("Prenez de l'eau. " * 20 + "Sinon, le 911.", (), False),
        ("Appelez le 911. Voici une coop.", (23,), False),
    ],
)
def test_the_emergency_line_comes_first_and_alone(
    asked: Asked, answer: str, coops_shown: tuple[int, ...], passes: bool
) -> None:
    reply = Reply(answer, True, False, coops(*coops_shown), ())
    assert check(replace(asked, expect=Expectation(emergency=True), reply=reply))["emergency"].passed is passes


@pytest.mark.parametrize(
    "said", ["À la Coop de Thurso.", "Quelle coop voulez-vous ?", "Elle est à Granby.", "Au Lac Champlain."]
)
def test_names_of_the_table_first_words_and_typed_names_need_no_quotation(asked: Asked, said: str) -> None:
    reply = replace(asked.reply, answer=f"{asked.reply.answer} {said}")
    given = replace(asked, messages=("près de Granby ou du Lac Champlain ?",), reply=reply)
    assert "names_proved" not in failing(given)
    assert ("names_proved" in failing(replace(given, messages=()))) is ("Granby" in said or "Lac" in said)


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ("« 9 500 […] membres » [1] et « 8 médecins » [2]", True),
        ("« membres […] 9 500 » [1] et « 8 médecins » [2]", False),
        ("**8** médecins [1] et « 9 500 membres » [1][2]", False),
        ("**8** médecins [2] et « 9 500 membres » [2][1]", True),
        ("**17** en tout [1][2]", True),
    ],
)
def test_what_a_mark_follows_is_in_the_words_that_it_cites(asked: Asked, said: str, passes: bool) -> None:
    reply = replace(asked.reply, answer=f"En 2014 : {said}.", computed=("17",))
    assert ("marks_prove" not in failing(replace(asked, reply=reply))) is passes


@pytest.mark.parametrize(
    ("answer", "shown", "passes"),
    [
        ("3 coops sur 53 en 2014 [1] : A, B et C [2].", (3, 5, 9), True),
        ("3 coops en 2014 [1] : A, B et C [2].", (3, 5, 9), False),
        ("A et B, en 2014 [1][2].", (3, 5), True),
    ],
)
def test_a_list_says_out_of_how_many(asked: Asked, answer: str, shown: tuple[int, ...], passes: bool) -> None:
    reply = replace(asked.reply, answer=answer, cooperatives=coops(*shown))
    assert ("out_of_how_many" not in failing(replace(asked, reply=reply))) is passes


@pytest.mark.parametrize(("said", "passes"), [("6,4 km", True), ("6.4 km", True), ("6 km", True), ("4 km", False)])
def test_a_distance_is_said_as_it_is(asked: Asked, said: str, passes: bool) -> None:
    near = (replace(asked.reply.cooperatives[0], distance_km=6.4),)
    reply = replace(asked.reply, answer=f"{asked.reply.answer} À {said}.", cooperatives=near)
    assert ("distances_said" not in failing(replace(asked, reply=reply))) is passes


def test_a_case_in_english_wants_english_around_the_french_words(asked: Asked) -> None:
    reply = replace(asked.reply, answer="In 2014, it has « 9 500 membres » [1] and **8** doctors « de la coop » [2].")
    assert failing(replace(asked, expect=Expectation(language="en"), reply=reply)) == {"marks_prove"}
    assert "language" in failing(replace(asked, expect=Expectation(), reply=reply))


LISTED = "1. **Coop d'Aylmer**, Gatineau : « J9H 6A2 » [1]\n2. **Coop de Thurso** : « 8 médecins » [2]\n\nEn 2014."
EXCHANGED = LISTED.replace("[1]", "[3]").replace("[2]", "[1]").replace("[3]", "[2]")
RENAMED = LISTED.replace("d'Aylmer", "X").replace("de Thurso", "d'Aylmer").replace("X", "de Thurso")
OTHER_WAY = "\n".join(["1. **Coop de Thurso** [2]", "2. **Coop d'Aylmer** [1]", "", "En 2014."])


@pytest.mark.parametrize(
    ("answer", "caught_by"),
    [
        (LISTED, set()),
        (EXCHANGED, {"lines_cite_their_row", "marks_prove"}),
        (RENAMED, {"lines_cite_their_row"}),
        (OTHER_WAY, {"lines_in_order"}),
    ],
)
def test_a_line_cites_the_row_of_the_coop_that_it_names(asked: Asked, answer: str, caught_by: set[str]) -> None:
    reply = replace(
        asked.reply, answer=answer, cooperatives=coops(23, 22), citations=(cite(1, "J9H 6A2"), cite(2, "8 médecins"))
    )
    found = failing(replace(asked, expect=Expectation(), reply=reply))
    assert found & {"lines_cite_their_row", "lines_in_order", "marks_prove"} >= caught_by
    assert bool(found & {"lines_cite_their_row", "lines_in_order"}) is bool(caught_by)

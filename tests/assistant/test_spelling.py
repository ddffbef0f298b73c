"""Typing mistakes: put right where one known word is meant, left alone everywhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.spelling import Spelling
from tests.assistant.asking import essentials, reader, understood

KNOWN = {"adresse", "membres", "podiatre", "pediatre", "physiotherapie", "quel", "telephone", "courriel"}
SPELLING = Spelling(KNOWN, is_known=lambda word: word == "thurso")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("menbres", "membres"),
        ("phisiotherapie", "physiotherapie"),
        ("Phisiotherapie, svp !", "physiotherapie, svp !"),
        ("kel", "quel"),
        ("couriel", "courriel"),
        ("le menbres, l'adrese", "le membres, l'adresse"),
    ],
)
def test_a_mistake_is_put_right(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed).lower() == meant


@pytest.mark.parametrize("typed", ["ladresse", "dadresse"])
def test_a_forgotten_apostrophe_is_put_back(typed: str) -> None:
    assert SPELLING.corrected(typed) in (f"{typed[0]}'adresse", f"{typed[0]} adresse")


@pytest.mark.parametrize(
    "typed",
    [
        "adresse",
        "Adresse",
        "podiatre ou pédiatre ?",
        "Thurso",
        "819 684-1234",
        "J8L 2K1",
        "abc",
        "zzzzzzzz",
        "",
        "  \n ",
        "…!?",
        "Saint-Jean",
        "St-Jean",
    ],
)
def test_what_is_known_or_like_nothing_known_is_left_alone(typed: str) -> None:
    assert SPELLING.corrected(typed) == typed


@given(st.text(alphabet=" \n\t.,;:!?«»()[]<>*_-'’\"/\\…", max_size=80))
def test_what_stands_between_words_is_left_alone(text: str) -> None:
    assert SPELLING.corrected(text) == text


@given(st.text(max_size=200))
def test_anything_can_be_read(text: str) -> None:
    assert isinstance(SPELLING.corrected(text), str)


@given(st.lists(st.sampled_from(sorted(KNOWN)), max_size=8).map(" ".join))
def test_known_words_are_never_changed(text: str) -> None:
    assert SPELLING.corrected(text) == text


@given(st.lists(st.sampled_from(["menbres", "kel", "adrese", "thurso", "12", "ladresse"]), max_size=6).map(" ".join))
def test_what_was_put_right_stays_so(text: str) -> None:
    once = SPELLING.corrected(text)
    assert SPELLING.corrected(once) == once


@pytest.mark.parametrize(
    ("close", "other"),
    [
        ("podiatre", "pediatre"),
        ("psychologue", "psychiatre"),
        ("podologue", "podiatre"),
        ("audiologiste", "radiologiste"),
    ],
)
def test_close_names_of_different_services_are_both_known(close: str, other: str) -> None:
    spelling = reader().ear.spelling
    assert [spelling.corrected(word) for word in (close, other)] == [close, other]


@pytest.mark.parametrize("word", ["laveuse", "pneus", "salaire", "maux", "SOIR", "stérile"])
def test_a_word_of_french_is_no_mistake(word: str) -> None:
    assert reader().ear.spelling.corrected(word) == word


@pytest.mark.parametrize(("typed", "meant"), [("présidant", "president"), ("stérilé", "sterilet")])
def test_a_rare_form_or_a_wrong_accent_is_a_mistake(typed: str, meant: str) -> None:
    assert reader().ear.spelling.corrected(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("prise 2 sang", "prise de sang"),
        ("prise de 100", "prise de sang"),
        ("moins de 100 membres", "moins de 100 membres"),
        ("coop avec 2 docteurs", "coop avec 2 docteurs"),
        ("des prises de sans", "des prises de sang"),
        ("une prise sans rendez-vous", "une prise sans rendez-vous"),
        ("les coops de l'Estrie on aucun médecin", "les coops de l'Estrie ont aucun médecin"),
        ("peut-on pas appeler", "peut-on pas appeler"),
        ("combien deures", "combien d'heures"),
        ("les coop de l'Estrie", "les coops de l'Estrie"),
        ("la coop de l'Estrie", "la coop de l'Estrie"),
        ("les coops de la région 16 on un site", "les coops de la région 16 ont un site"),
        ("pas une cenne", "pas une cenne"),
        ("bénévola", "benevole"),
        ("sur lordinateur", "sur l'ordinateur"),
        ("veru", "verrue"),
        ("comence", "commence"),
    ],
)
def test_numbers_and_short_words_stand_for_sounds(typed: str, meant: str) -> None:
    assert reader().ear.spelling.corrected(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tel coop ailmer", "le téléphone de la coop d'Aylmer"),
        ("coop shénévil", "la coop de Chénéville"),
        ("coop férneuve", "la coop de Ferme-Neuve"),
        ("coop rég 12", "coops de la région 12"),
        ("qelle coop a le plu de membre", "quelle coop a le plus de membres"),
        ("les coop en montérégi ki on pa de medecin", "les coops en Montérégie qui n'ont pas de médecin"),
        ("ya tu un dentis a gatino", "y a-t-il un dentiste à Gatineau"),
        ("coops > 10 médecins", "coops avec plus de 10 médecins"),
        ("coop + 5000 membres", "coops avec plus de 5000 membres"),
        ("coops ≥ 10 médecins", "coops avec au moins 10 médecins"),
    ],
)
def test_typed_in_haste_it_asks_the_same(typed: str, meant: str) -> None:
    shown = ("subjects", "services", "place", "regions", "filters", "measure")
    one, other = essentials(understood(typed)), essentials(understood(meant))
    assert {name: one.get(name) for name in shown} == {name: other.get(name) for name in shown}


@pytest.mark.parametrize("typed", ["vaxins", "vaccin"])
def test_an_x_written_for_its_sound_is_read(typed: str) -> None:
    assert understood(f"{typed} à la coop de La Prairie").services == ("vaccination",)


def test_a_town_of_a_coop_stuck_together_is_read() -> None:
    assert understood("fermneuve coop podiatre oui/non").subjects == (34,)
    assert understood("coopsantévalmorincourriel").subjects == (37,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("la vaxination", "la vaccination"),
        ("drénage limfatique", "drainage lymphatique"),
        ("une psikologue", "une psychologue"),
        ("vaxinasion", "vaccination"),
        ("massage suédois", "massage suédois"),
        ("Alexandre Tremblay", "Alexandre Tremblay"),
        ("podiatre ou podologue", "podiatre ou podologue"),
    ],
)
def test_a_word_written_by_ear_is_the_one_that_sounds_so(typed: str, meant: str) -> None:
    assert reader().ear.spelling.corrected(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("près de 3 rivieres", "près de trois-rivieres"),
        ("7-iles", "sept-iles"),
        ("3 médecins", "3 médecins"),
        ("c koi 1 coop", "c quoi une coop"),
        ("1 coop à Thurso", "1 coop à Thurso"),
        ("c ki le pres dla coop", "c qui le president de la coop"),
        ("le plus pres", "le plus pres"),
    ],
)
def test_a_figure_or_a_short_form_is_read_as_what_it_stands_for(typed: str, meant: str) -> None:
    assert reader().ear.read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("adressede", "adresse de"),
        ("letelephone", "le telephone"),
        ("membreset adresse", "membres et adresse"),
        ("au moins4 membres", "au moins 4 membres"),
        ("4membres", "4 membres"),
        ("de15 membres", "de 15 membres"),
        ("DeThurso", "De Thurso"),
        ("MRCPapineau", "MRC Papineau"),
        ("adressecombien", "adresse combien"),
    ],
)
def test_words_stuck_together_are_parted(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("mebmres", "membres"), ("quwl", "quwl"), ("J8L2K1", "J8L2K1")])
def test_one_wrong_key_of_a_long_word_is_put_right(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed) == meant


def test_two_words_that_one_key_tells_apart_are_not_chosen_between() -> None:
    assert Spelling({"coopter", "coupter"}).corrected("cozpter") == "cozpter"


@pytest.mark.parametrize(
    "message",
    ["QUELLES COOPS A THURSO ONT UN DENTISTE", "LE NUMERO DE LA COOP DE BEDFORD SVP", "Y A-T-IL UN RISQUE D'ARGENT ?"],
)
def test_capitals_of_every_word_name_nothing(message: str) -> None:
    assert essentials(understood(message)) == essentials(understood(message.lower()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("la prési dence", "la presidence"), ("les instit utions", "les institutions"), ("jean marc", "jean marc")],
)
def test_a_word_cut_by_a_space_is_one(typed: str, meant: str) -> None:
    assert reader().ear.spelling.corrected(typed) == meant

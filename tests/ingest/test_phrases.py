"""Words found whatever their form: folding, plural, gender, small words, and the lexicon of services."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.french import fold, words
from ingest.phrases import PhraseBook, form
from ingest.services import build_lexicon, load_lexicon

FOLDED = [
    ("L’Œuvre  de Saint-Léonard", "l'oeuvre de saint-leonard"),
    ("DÉMÉNAGÉ à Côte‑Nord", "demenage a cote-nord"),
    ("1\u00a0200 m²", "1 200 m2"),
    ("Ægidius – n° 4", "aegidius - n° 4"),
]


@pytest.mark.parametrize(("raw", "folded"), FOLDED)
def test_folding(raw: str, folded: str) -> None:
    assert fold(raw) == folded


FORMS = [
    ("infirmière", "infirmier"),
    ("psychologues", "psychologue"),
    ("praticiennes", "praticien"),
    ("médicaux", "médical"),
    ("spécialisées", "spécialisé"),
    ("travailleuse sociale", "travailleur social"),
    ("directrices", "directeur"),
]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_plural_and_feminine_have_one_form(one: str, other: str) -> None:
    assert [form(w.folded) for w in words(one)] == [form(w.folded) for w in words(other)]


@given(st.from_regex(r"[a-z]{3,13}[a-rt-wy-z]", fullmatch=True))
def test_a_plural_has_the_form_of_its_singular(word: str) -> None:
    assert form(word + "s") == form(word)


NAMED = [
    ("Prise de sang", "prelevements"),
    ("un centre de prélèvements", "prelevements"),
    ("prélèvements sanguins", "prelevements"),
    ("Hygiène et soin des pieds", "soins_pieds"),
    ("soins de pieds", "soins_pieds"),
    ("chiropratie", "chiropratique"),
    ("Chiropraticienne", "chiropratique"),
    ("DIÉTÉTISTES", "nutrition"),
    ("Méd. familiale", "medecine_familiale"),
    ("3 omniprat.", "medecine_familiale"),
    ("infirmières praticiennes spécialisées", "infirmiere_praticienne"),
    ("podologue", "podologie"),
    ("podiatre", "podiatrie"),
    ("psychiatre", "psychiatrie"),
    ("audioprothésiste", "audioprothesiste"),
    ("bureau d'audiologie", "audiologie"),
    ("1 Labo. orthèse de pieds", "orthese"),
    ("travailleuse sociale", "travail_social"),
]


@pytest.mark.parametrize(("text", "code"), NAMED)
def test_a_service_is_known_by_the_documents_words(text: str, code: str) -> None:
    assert [mention.code for mention in load_lexicon().mentions(text)] == [code]


SAID = [
    ("physio", ["physiotherapie"]),
    ("un chiro ou un ostéo", ["chiropratique", "osteopathie"]),
    ("clinique sans rdv", ["sans_rendez_vous"]),
    ("doc de famille", ["medecine_familiale"]),
    ("blood test", ["prelevements"]),
    ("vaccins de voyage", ["sante_voyage"]),
    ("avec et sans rendez-vous", ["sans_rendez_vous", "avec_rendez_vous"]),
]


@pytest.mark.parametrize(("text", "codes"), SAID)
def test_a_service_is_known_by_peoples_words_in_a_message_only(text: str, codes: list[str]) -> None:
    assert sorted(m.code for m in load_lexicon().mentions(text, people=True)) == sorted(codes)


UNSURE = [("psy", 3), ("kiné", 2), ("podo", 2), ("médecin", 1)]


@pytest.mark.parametrize(("word", "services"), UNSURE)
def test_a_word_of_several_services_is_not_sure(word: str, services: int) -> None:
    mentions = load_lexicon().mentions(word, people=True)
    assert len(mentions) == services and not any(mention.sure for mention in mentions)
    assert load_lexicon().mentions(word) == ()


def test_a_comma_separates_what_could_be_one_phrase() -> None:
    assert PhraseBook({"soins de pieds": 1}).find("soins, pieds") == ()


NOT_SERVICES = ["un Laboratoire rural", "éducation populaire", "Groupe de Médecine Familiale de Grand-Mère"]


@pytest.mark.parametrize("text", NOT_SERVICES)
def test_a_phrase_may_hide_the_word_of_a_service(text: str) -> None:
    assert load_lexicon().mentions(text) == ()


def test_close_services_are_never_parts_of_each_other() -> None:
    lexicon = load_lexicon()
    for term in lexicon.terms.values():
        assert term.code not in term.near
        assert not set(lexicon.asked(term.code)[1:]) & {term.code}
    assert lexicon.asked("psychologie") == ("psychologie",)
    assert "infirmiere_praticienne" in lexicon.asked("soins_infirmiers")
    assert {"gynecologie", "psychiatrie"} <= set(lexicon.asked("medecine_specialisee"))


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown code b"):
        build_lexicon('[[service]]\ncode="a"\nname="a"\nle="la a"\nen="a"\nwords=["a"]\nnear=["b"]')


@given(st.lists(st.sampled_from([*"abé œ’-., ()\n", "soins de pieds", "PHYSIO", "médecins de famille"])).map("".join))
def test_what_is_found_is_in_order_and_inside(text: str) -> None:
    end = 0
    for mention in load_lexicon().mentions(text, people=True):
        assert (0 <= mention.start < mention.end <= len(text) and mention.start >= end) or mention.end == end
        end = mention.end

"""Oddities of the source: all of those known, and no other."""

from __future__ import annotations

from collections import Counter

import pytest

from ingest.entries import read_entries
from ingest.library import Library
from ingest.oddities import oddities_of_entries
from ingest.report import report
from ingest.services import load_lexicon
from tests.ingest.tables import VALUES, a_document, a_record


def test_every_oddity_of_the_corpus(library: Library) -> None:
    assert Counter(anomaly.code for anomaly in library.anomalies) == {
        "number_twice": 1,
        "letter_for_digit": 7,
        "phone_digits": 1,
        "cut_email": 1,
        "site_like_an_email": 1,
        "no_phone": 7,
        "no_postal_code": 2,
        "past_deadline": 3,
        "spelt_two_ways": 4,
        "region_of_today": 2,
        "counted_otherwise": 2,
        "empty_heading": 1,
        "missing_verb": 4,
        "cut_item": 2,
    }


WHERE = [
    ("letter_for_digit", [16, 39, 40, 41, 42, 43, 44]),
    ("no_phone", [13, 14, 15, 17, 24, 31, 53]),
    ("no_postal_code", [1, 31]),
    ("past_deadline", [23, 28, 39]),
    ("region_of_today", [39, 49]),
]


@pytest.mark.parametrize(("code", "positions"), WHERE)
def test_where_they_are(library: Library, code: str, positions: list[int]) -> None:
    assert [anomaly.position for anomaly in library.anomalies if anomaly.code == code] == positions


READINGS = [
    ("number_twice", "numéro 50"),
    ("cut_email", "cooplerocher@cgocable.ca"),
    ("site_like_an_email", "coopssb@cgocable.ca"),
    ("phone_digits", None),
    ("cut_item", "1.1 Développer un canal de communication efficace avec le réseau et les professionnels de la santé."),
]


@pytest.mark.parametrize(("code", "reading"), READINGS)
def test_what_we_propose_to_read(library: Library, code: str, reading: str | None) -> None:
    assert next(anomaly for anomaly in library.anomalies if anomaly.code == code).reading == reading


def test_names_spelt_two_ways(library: Library) -> None:
    pairs = [[span.quote for span in a.spans] for a in library.anomalies if a.code == "spelt_two_ways"]
    assert pairs == [
        ["SABSAS", "sabsa"],
        ["SAINT-BARTHÉLÉMY", "Saint-Barthélemy"],
        ["SAINTE-PIE", "Saint-Pie"],
        ["Martin Forgue", "Martin Forgues"],
    ]


def test_a_clean_entry_has_none() -> None:
    entries = read_entries(a_document(a_record()), load_lexicon())
    assert list(oddities_of_entries(entries)) == []


SAME_NAME = ["COOP SAINT-DENIS SUR ESSAI RÉGION 04", "COOP ST-DENIS-SUR-ESSAI RÉGION 04", "COOP SAINT DENIS RÉGION 04"]


@pytest.mark.parametrize("title", SAME_NAME)
def test_capitals_hyphens_and_st_are_not_another_spelling(title: str) -> None:
    text = a_record(f"1 {title}", "1, rue Neuve, St-Denis-sur-Essai (Qc) G0X 1A0, 819 555-0101")
    assert list(oddities_of_entries(read_entries(a_document(text), load_lexicon()))) == []


DEADLINES = [
    ("ouverture prévue en mars 2014", True),
    ("ouverture prévue en décembre 2014", False),
    ("fondée en 2012", False),
    ("un médecin d'ici fin 2013", True),
    ("à partir de janvier 2015", False),
]


@pytest.mark.parametrize(("text", "past"), DEADLINES)
def test_a_date_announced_is_past_or_not_when_the_document_was_printed(text: str, past: bool) -> None:
    document = a_document(a_record(values=(*VALUES[:5], text)))
    codes = [anomaly.code for anomaly in oddities_of_entries(read_entries(document, load_lexicon()))]
    assert codes == (["past_deadline"] if past else [])


def test_the_report_says_how_many_of_how_many(library: Library) -> None:
    text = report(library)
    assert "coopératives : 53 lues sur 53" in text
    assert "téléphone               46/53    0/53    7/53" in text
    assert "Notre lecture : cooplerocher@cgocable.ca" in text
    assert f"Anomalies de la source : {len(library.anomalies)}" in text

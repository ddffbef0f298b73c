"""What each co-op offers, plans or lacks, against the words of the table."""

from __future__ import annotations

import pytest

from ingest.entry import Entry, Offer
from ingest.library import Library
from ingest.services import load_lexicon

OFFERED = {
    1: "premiere_ligne medecine_familiale soins_infirmiers podologie chiropratique nutrition kinesiologie",
    2: "premiere_ligne medecine_familiale",
    3: "massotherapie drainage_lymphatique",
    4: "premiere_ligne medecine_familiale soins_infirmiers podiatrie orthese",
    5: "",
    6: "itss",
    9: "medecine_familiale psychologie massotherapie",
    10: "",
    12: "medecine_familiale soins_pieds gym prelevements",
    15: "cardiometabolique diabete soins_infirmiers psychologie kinesiologie nutrition",
    17: "activite_physique saines_habitudes",
    18: "",
    21: "medecine_familiale urgence gynecologie psychiatrie pediatrie orthopedie soins_infirmiers physiotherapie "
    "micropigmentation medecine_specialisee",
    22: "medecine_familiale sans_rendez_vous soins_infirmiers diabete prelevements infirmiere_praticienne",
    23: "medecine_familiale sans_rendez_vous laboratoire soins_infirmiers services_complementaires prevention dentiste "
    "audiologie",
    24: "",
    25: "prevention depistage saines_habitudes",
    27: "prevention saines_habitudes infirmiere_praticienne medecine_familiale",
    33: "",
    36: "medecine_familiale prelevements gynecologie urologie nutrition orthese",
    38: "medecine_familiale prelevements osteopathie soins_pieds mediation_familiale massotherapie "
    "vaccination education",
    39: "prelevements psychologie orthese nutrition",
    40: "prelevements injections vaccination sante_voyage soins_plaies suivi_postoperatoire "
    "prevention soins_infirmiers",
    43: "medecine_familiale urgence verrues sterilet culture_gorge orthese chiropratique inhalotherapie "
    "tdah prevention "
    "soins_infirmiers nutrition halotherapie psychologie",
    45: "prelevements soins_pieds",
    47: "urgence medecine_familiale avec_rendez_vous prelevements vaccination inr audiologie "
    "sante_voyage anatotherapie "
    "psychologie sexologie soins_pieds orthese audioprothesiste medecine_specialisee",
    49: "medecine_familiale soins_infirmiers inhalotherapie electrophysiologie urgence sans_rendez_vous",
    50: "medecine_familiale premiere_ligne prelevements defibrillateur soins_infirmiers clsc "
    "ergotherapie physiotherapie",
    51: "medecine_familiale sans_rendez_vous prelevements chirurgie_mineure hypertension diabete cholesterol "
    "soins_infirmiers orthotherapie",
    53: "premiere_ligne medecine_familiale pharmacie soins_infirmiers prelevements vaccination massotherapie urgence",
}
PLANNED = {
    5: "premiere_ligne medecine_familiale chiropratique nutrition massotherapie podiatrie psychologie prelevements",
    18: "services_complementaires suivi_grossesse",
    20: "services_complementaires",
    21: "prevention",
    22: "prevention",
    24: "medecine_familiale avec_rendez_vous sans_rendez_vous soins_infirmiers vaccination prelevements "
    "medecine_specialisee prevention",
    29: "services_complementaires",
    30: "services_complementaires gynecologie",
    33: "infirmiere_praticienne livraison_medicaments",
    35: "services_complementaires prevention",
    40: "medecine_familiale",
    51: "gym physiotherapie",
}


def codes(entry: Entry, offer: Offer) -> set[str]:
    return {service.code for service in entry.services if service.offer is offer}


@pytest.mark.parametrize(("position", "expected"), OFFERED.items())
def test_offered(entries: dict[int, Entry], position: int, expected: str) -> None:
    assert codes(entries[position], Offer.OFFERED) == set(expected.split())


def test_planned_is_never_offered(entries: dict[int, Entry]) -> None:
    found = {position: codes(entry, Offer.PLANNED) for position, entry in entries.items()}
    assert {position: plans for position, plans in found.items() if plans} == {
        position: set(expected.split()) for position, expected in PLANNED.items()
    }


def test_no_medical_service_makes_family_medicine_absent(entries: dict[int, Entry]) -> None:
    absent = {position: codes(entry, Offer.ABSENT) for position, entry in entries.items()}
    expected = {25: {"medecine_familiale"}, 39: {"medecine_familiale"}}
    assert {position: found for position, found in absent.items() if found} == expected


ACROSS = [
    ("physiotherapie", [21, 50]),
    ("acupuncture", [35, 37, 42]),
    ("podiatrie", [4, 34]),
    ("podologie", [1]),
    ("soins_pieds", [12, 34, 38, 42, 45, 47]),
    ("prelevements", [12, 22, 28, 30, 34, 35, 36, 38, 39, 40, 41, 42, 45, 47, 50, 51, 53]),
    ("psychiatrie", [21]),
    ("osteopathie", [26, 38, 42, 46]),
    ("dentiste", [23]),
    ("optometrie", []),
]


@pytest.mark.parametrize(("code", "positions"), ACROSS)
def test_who_offers(library: Library, code: str, positions: list[int]) -> None:
    assert [entry.position for entry in library.entries if code in codes(entry, Offer.OFFERED)] == positions


def test_a_service_is_proved_by_its_words_in_its_clause(library: Library) -> None:
    lexicon = load_lexicon()
    for entry in library.entries:
        columns = {"services": entry.services_text, "doctors": entry.doctors_text}
        columns["particularities"] = entry.particularities
        for service in entry.services:
            cell = columns[service.field].span
            assert cell is not None and cell.contains(service.clause) and service.clause.contains(service.span)
            if service.offer is not Offer.ABSENT:
                assert service.code in {mention.code for mention in lexicon.mentions(service.span.quote)}


CLAUSES = [
    (51, "physiotherapie", "Agrandissement prévu avec centre de conditionnement physique et locaux de physiothérapie."),
    (39, "orthese", "services débutant en oct. 2013."),
    (40, "medecine_familiale", "Médecine familiale en développement"),
    (24, "prelevements", "Vaccinations et prélèvements"),
    (23, "dentiste", "Locaux comprenant un dentiste et bureau d'audiologie"),
]


@pytest.mark.parametrize(("position", "code", "words"), CLAUSES)
def test_the_clause_shows_the_cue(entries: dict[int, Entry], position: int, code: str, words: str) -> None:
    service = next(service for service in entries[position].services if service.code == code)
    assert words in service.clause.quote

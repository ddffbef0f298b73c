"""Places: the data's coverage and points, names in messages, homonyms, misspellings, table entries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.places import Gazetteer, Place, PlaceKind, distance_between, distance_km
from ingest.french import key
from ingest.library import Library, read_library

CORPUS = Path(__file__).parents[2] / "corpus"
TOWNS = (PlaceKind.TOWN, PlaceKind.MUNICIPALITY)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(CORPUS)


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    return [(mention.words, mention.places[0].name) for mention in gazetteer.mentions(text)]


# The data


def test_quebec_is_covered(gazetteer: Gazetteer) -> None:
    kinds = [place.kind for place in gazetteer.places]
    assert sum(kind in TOWNS for kind in kinds) >= 1100
    assert kinds.count(PlaceKind.MRC) == 104
    assert kinds.count(PlaceKind.REGION) == 17


def test_every_key_is_its_own(gazetteer: Gazetteer) -> None:
    keys = [place.key for place in gazetteer.places]
    assert len(set(keys)) == len(keys)


def test_every_town_has_an_mrc_of_its_region_and_lies_in_quebec(gazetteer: Gazetteer) -> None:
    regions = {place.name: place.region for place in gazetteer.places if place.kind is PlaceKind.MRC}
    for place in gazetteer.places:
        if place.kind in TOWNS:
            assert regions[place.mrc] == place.region, place
            assert 44.9 < place.latitude < 62.7 and -79.9 < place.longitude < -57.0, place


def test_no_town_of_the_south_is_far_from_its_mrc(gazetteer: Gazetteer) -> None:
    """A wrong homonym would lie hundreds of kilometres from the other towns of its MRC."""
    centres = {place.name: place for place in gazetteer.places if place.kind is PlaceKind.MRC}
    for place in gazetteer.places:
        if place.kind in TOWNS and place.region not in (9, 10) and place.mrc != "La Tuque":
            assert distance_km(place, centres[place.mrc]) < 125, place


@pytest.mark.parametrize(
    ("first", "second", "kilometres"),
    [
        ("Montréal", "Québec", 233),
        ("Gatineau", "Montréal", 166),
        ("Sherbrooke", "Montréal", 131),
        ("Trois-Rivières", "Shawinigan", 29),
        ("Rimouski", "Gaspé", 301),
        ("Sept-Îles", "Baie-Comeau", 170),
        ("Val-d'Or", "Rouyn-Noranda", 93),
        ("Saint-Hyacinthe", "Drummondville", 46),
    ],
)
def test_known_distances(gazetteer: Gazetteer, first: str, second: str, kilometres: float) -> None:
    between = distance_km(gazetteer.named(first)[0], gazetteer.named(second)[0])
    assert between == pytest.approx(kilometres, abs=5 + kilometres * 0.02)


@given(*(st.floats(-90, 90), st.floats(-180, 180)) * 2)
def test_distance_is_symmetric_and_never_over_half_the_earth(a: float, b: float, c: float, d: float) -> None:
    assert distance_between(a, b, c, d) == pytest.approx(distance_between(c, d, a, b), abs=1e-6)
    assert 0 <= distance_between(a, b, c, d) <= 20_016


# Names in messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quelles coops près de Gatineau offrent de la physiothérapie ?", [("Gatineau", "Gatineau")]),
        ("une clinique a ste therese", [("ste therese", "Sainte-Thérèse")]),
        ("medecin st-jerome svp", [("st-jerome", "Saint-Jérôme")]),
        (
            "trois rivieres ou TROIS-RIVIÈRES",
            [("trois rivieres", "Trois-Rivières"), ("TROIS-RIVIÈRES", "Trois-Rivières")],
        ),
        ("les coops de l'islet", [("l'islet", "L'Islet")]),
        ("près d’Acton Vale", [("Acton Vale", "Acton Vale")]),
        ("dans la MRC d'Acton ?", [("MRC d'Acton", "Acton")]),
        ("la mrc de papineau", [("mrc de papineau", "Papineau")]),
        ("MRC Robert-Cliche", [("MRC Robert-Cliche", "Beauce-Centre")]),
        ("dans les Laurentides", [("les Laurentides", "Laurentides")]),
        ("en mauricie et dans la région 07", [("mauricie", "Mauricie"), ("région 07", "Outaouais")]),
        ("dans les Cantons-de-l'Est", [("Cantons-de-l'Est", "Estrie")]),
        ("Notre-Dame du Bon Conseil", [("Notre-Dame du Bon Conseil", "Notre-Dame-du-Bon-Conseil")]),
        ("J8T ou j0x 3b0", [("J8T", "J8T"), ("j0x 3b0", "J0X 3B0")]),
        ("JOE 1P0", [("JOE 1P0", "J0E 1P0")]),
        (
            "entre Montmagny et St-Jean-Port-Joli",
            [("Montmagny", "Montmagny"), ("St-Jean-Port-Joli", "Saint-Jean-Port-Joli")],
        ),
        ("de Hull à Ottawa", [("Hull", "Hull"), ("Ottawa", "Ottawa")]),
        ("Quartiers Villeray/ Petite-Patrie", [("Villeray", "Villeray"), ("Petite-Patrie", "La Petite-Patrie")]),
        ("à La Présentation", [("La Présentation", "La Présentation")]),
        ("une coop a la prairie", [("la prairie", "La Prairie")]),
        ("Lemieux ?", [("Lemieux", "Lemieux")]),
        ("la Beauce", [("la Beauce", "Beauce")]),
        ("au Québec", [("Québec", "Québec")]),
    ],
)
def test_places_are_read_as_people_write_them(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(gazetteer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "la présentation des services et l'avenir de la coop",
        "les sources de financement de la santé",
        "une nouvelle clinique au nord",
        "la conception et la contraception",
        "12, rue Saint-Laurent",
        "boul. St-Joseph",
        "l'hôpital Sainte-Justine",
        "le docteur Mercier",
        "Contact : Gaston Stratford",
        "le vaccin h1n1",
        "un bon conseil",
        "je vais à la pêche",
        "recette de pâté chinois",
    ],
)
def test_ordinary_words_streets_and_people_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert found(gazetteer, text) == []
    assert gazetteer.misspelt(text) == ()


@given(
    st.text(alphabet="aàéèlLdDst' -,.?JG0138Tœ\n", max_size=40) | st.sampled_from(["Saint-Jérôme", "st-jerome", "J8T"])
)
def test_mentions_quote_the_text_and_never_overlap(gazetteer_once: Gazetteer, text: str) -> None:
    last = 0
    for mention in gazetteer_once.mentions(text):
        assert text[mention.start : mention.end] == mention.words
        assert mention.places and mention.start >= last
        last = mention.end


@pytest.fixture(scope="session")
def gazetteer_once() -> Gazetteer:
    return Gazetteer.load()


def test_au_quebec_is_the_province_and_a_quebec_the_city(gazetteer: Gazetteer) -> None:
    province, city = (gazetteer.mentions(text)[0].places for text in ("au Québec", "à Québec"))
    assert province[0].kind is PlaceKind.PROVINCE and city[0].kind is PlaceKind.TOWN
    assert set(province) == set(city)


# Homonyms


@pytest.mark.parametrize(
    ("name", "mrcs"),
    [
        ("Saint-Isidore", {"La Nouvelle-Beauce", "Roussillon"}),
        ("Sainte-Félicité", {"La Matanie", "L'Islet"}),
        ("Sainte-Perpétue", {"L'Islet", "Nicolet-Yamaska"}),
        ("Ville-Marie", {"Témiscamingue", "Montréal"}),
        ("Saint-Georges", {"Beauce-Sartigan", "Shawinigan"}),
        ("Saint-Sauveur", {"Les Pays-d'en-Haut", "Québec"}),
        ("Montcalm", {"Les Laurentides", "Montcalm", "Québec"}),
        ("Clermont", {"Charlevoix-Est", "Abitibi-Ouest"}),
    ],
)
def test_homonyms_are_all_offered(gazetteer: Gazetteer, name: str, mrcs: set[str]) -> None:
    assert {place.mrc for place in gazetteer.named(name)} == mrcs


@pytest.mark.parametrize(
    ("short", "longer"),
    [
        ("Saint-Léonard", {"Saint-Léonard-d'Aston", "Saint-Léonard-de-Portneuf"}),
        ("St-Hubert", {"Saint-Hubert-de-Rivière-du-Loup"}),
        ("st-damien", {"Saint-Damien-de-Buckland"}),
        ("Saint-Bernard", {"Saint-Bernard-de-Lacolle", "Saint-Bernard-de-Michaudville"}),
        ("Bedford", {"Bedford (canton)"}),
    ],
)
def test_a_short_name_proposes_the_longer_ones(gazetteer: Gazetteer, short: str, longer: set[str]) -> None:
    assert {place.name for place in gazetteer.starting(short)} == longer


def test_a_short_name_that_is_no_place_gives_the_longer_ones(gazetteer: Gazetteer) -> None:
    names = {place.name for place in gazetteer.mentions("coop de st-etienne")[0].places}
    assert {"Saint-Étienne-des-Grès", "Saint-Étienne-de-Beauharnois"} <= names


def test_inside_an_area(gazetteer: Gazetteer) -> None:
    def one(name: str, kind: PlaceKind) -> Place:
        return next(place for place in gazetteer.named(name) if place.kind is kind)

    bedford = one("Bedford", PlaceKind.TOWN)
    aylmer, gatineau = one("Aylmer", PlaceKind.FORMER_TOWN), one("Gatineau", PlaceKind.TOWN)
    assert gazetteer.inside(bedford, one("Brome-Missisquoi", PlaceKind.MRC))
    assert gazetteer.inside(bedford, one("Estrie", PlaceKind.REGION))
    assert not gazetteer.inside(bedford, one("Montérégie", PlaceKind.REGION))
    assert gazetteer.inside(aylmer, gatineau) and not gazetteer.inside(gatineau, aylmer)
    assert gazetteer.inside(one("Beauceville", PlaceKind.TOWN), one("Beauce", PlaceKind.TERRITORY))
    assert gazetteer.inside(one("Yamachiche", PlaceKind.MUNICIPALITY), gazetteer.mentions("G0X")[0].places[0])
    assert not gazetteer.inside(one("Ottawa", PlaceKind.OUTSIDE), one("Québec", PlaceKind.PROVINCE))


# Postal codes


def test_a_rural_area_is_no_point_and_its_full_code_is_the_village(gazetteer: Gazetteer) -> None:
    area, code = gazetteer.mentions("G0X")[0].places[0], gazetteer.mentions("G0X 3L0")[0].places[0]
    assert area.radius_km > 15
    assert code.radius_km == 0 and distance_km(code, gazetteer.named("Yamachiche")[0]) < 5


def test_an_urban_code_is_a_point_of_the_right_part_of_town(gazetteer: Gazetteer) -> None:
    buckingham = gazetteer.mentions("J8L 2H5")[0].places[0]
    assert distance_km(buckingham, gazetteer.named("Buckingham")[0]) < 5


# Misspellings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gatino", "Gatineau"),
        ("drumondville", "Drummondville"),
        ("trois-riviere", "Trois-Rivières"),
        ("troisriviere", "Trois-Rivières"),
        ("Shawinagan", "Shawinigan"),
        ("chawinigan", "Shawinigan"),
        ("cherbrooke", "Sherbrooke"),
        ("st-jerom", "Saint-Jérôme"),
        ("saint gerome", "Saint-Jérôme"),
        ("jonquierre", "Jonquière"),
        ("rimousky", "Rimouski"),
        ("st hyacinte", "Saint-Hyacinthe"),
        ("victoriavile", "Victoriaville"),
        ("longeuil", "Longueuil"),
        ("becancourt", "Bécancour"),
        ("masueville", "Massueville"),
        ("chenneville", "Chénéville"),
        ("turso", "Thurso"),
        ("bukingham", "Buckingham"),
        ("contre coeur", "Contrecoeur"),
        ("piereville", "Pierreville"),
        ("venise en quebek", "Venise-en-Québec"),
        ("saint-libouare", "Saint-Liboire"),
        ("val-morrin", "Val-Morin"),
        ("yamashiche", "Yamachiche"),
        ("bauceville", "Beauceville"),
        ("st cyrile de wendover", "Saint-Cyrille-de-Wendover"),
        ("bedfort", "Bedford"),
        ("arundell", "Arundel"),
        ("mont laurié", "Mont-Laurier"),
    ],
)
def test_a_misspelt_place_is_guessed_and_said_to_be_a_guess(gazetteer: Gazetteer, written: str, meant: str) -> None:
    text = f"une physio a {written} svp"
    guesses = gazetteer.misspelt(text)
    assert [(guess.words, guess.places[0].name, guess.exact) for guess in guesses] == [(written, meant, False)]
    assert gazetteer.closest_names(written)[0][0].name == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kiné à st hubert riviere du lou", "Saint-Hubert-de-Rivière-du-Loup"),
        ("coop à Saint-Damien de Bukland", "Saint-Damien-de-Buckland"),
        ("Gatineau clinique", ""),
        ("saint hubert physio", ""),
    ],
)
def test_a_place_spelt_right_may_begin_a_misspelt_name(gazetteer: Gazetteer, text: str, meant: str) -> None:
    assert [guess.places[0].name for guess in gazetteer.misspelt(text)] == [name for name in (meant,) if name]


@pytest.mark.parametrize(
    "text",
    [
        "y a-t-il de la physiothérapie ou des prises de sang ?",
        "je cherche une clinique de garde pour des maladies mineures",
        "merci de la liste des dernières actions",
        "quelle est la mission de la Fédération et de la coopérative ?",
        "qui offre des services de nutrition, de massothérapie et de soins de pieds",
        "le médecin de la maison de la famille",
    ],
)
def test_ordinary_words_are_never_a_misspelt_place(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.misspelt(text) == ()


def test_words_of_our_documents_are_not_corrected_into_places(gazetteer: Gazetteer, library: Library) -> None:
    """Services as printed name no place: nothing there is guessed to be one."""
    guessed = [
        (guess.words, guess.places[0].name)
        for entry in library.entries
        if entry.services_text.value
        for guess in gazetteer.misspelt(entry.services_text.value)
    ]
    assert guessed == []


# The table


@pytest.mark.parametrize("position", range(1, 54))
def test_every_entry_is_placed_in_its_region(gazetteer: Gazetteer, library: Library, position: int) -> None:
    entry = library.entries[position - 1]
    place = gazetteer.locate(entry.municipality.value or "", entry.region.value, entry.postal_code.value)
    assert place is not None and not place.kind.is_area
    moved = place.mrc in ("Brome-Missisquoi", "La Haute-Yamaska")
    assert place.region == entry.region.value or (moved and entry.region.value == 16)
    if entry.postal_code.value:
        post = gazetteer.mentions(entry.postal_code.value)[0].places[0]
        near = distance_km(place, post) <= 7 + (post.radius_km if post.radius_km > 15 else 0)
        # a zero: rural; one village stands for all those that the code serves, and the village printed is the place
        rural = entry.postal_code.value[1] == "0" and key(place.name) == key(entry.municipality.value or "")
        assert near or rural


@pytest.mark.parametrize(
    ("position", "latitude", "longitude"),
    [(2, 48.90, -67.33), (7, 46.29, -72.69), (20, 45.587, -75.42), (27, 46.63, -70.65), (42, 45.30, -73.68),
     (50, 46.10, -72.37), (51, 46.25, -72.28)],
)  # fmt: skip
def test_entries_whose_address_is_a_trap_are_well_placed(
    gazetteer: Gazetteer, library: Library, position: int, latitude: float, longitude: float
) -> None:
    entry = library.entries[position - 1]
    place = gazetteer.locate(entry.municipality.value or "", entry.region.value, entry.postal_code.value)
    assert place is not None
    assert distance_between(place.latitude, place.longitude, latitude, longitude) <= 7


def test_places_of_the_served_populations_are_all_known(gazetteer: Gazetteer, library: Library) -> None:
    """Capitalised words of those cells that name no place are few, and none is one."""
    unknown: set[str] = set()
    for entry in library.entries:
        text = entry.population_text.value or ""
        mentions = (*gazetteer.mentions(text), *gazetteer.misspelt(text))
        left = "".join(" " if any(m.start <= i < m.end for m in mentions) else c for i, c in enumerate(text))
        unknown |= {word.strip("().,;:/") for word in left.split() if word[:1].isupper()}
    places_no_one_could_place = {"Lièvre"}  # a river
    ordinary = {
        "MRC",
        "POP",
        "Municipalités",
        "Ville",
        "Villes",
        "Secteur",
        "Quartiers",
        "Grande",
        "Région",
        "Est",
        "À",
    }
    ordinary |= {"Bassin", "Employeurs", "Plusieurs", "Sous", "Métropole"}
    assert unknown - ordinary - places_no_one_could_place - {""} == set()


# Lightness


def test_nothing_heavy_is_imported_and_spelling_waits_for_its_first_use() -> None:
    code = (
        "import sys; from index.places import Gazetteer; g = Gazetteer.load(); g.mentions('à Gatineau J8T');"
        "print([m for m in ('rapidfuzz', 'phonetic_fr', 'numpy', 'chromadb', 'torch') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("une coop de la MRC Témiskamingue", "mrc-temiscamingue"),
        ("coop mrc de papino", "mrc-papineau"),
        ("mrc brome missiquoi", "mrc-brome-missisquoi"),
        ("coop bas st loran", "region-1"),
        ("coop abitibi temiskaming", "region-8"),
        ("centre du kebec", "region-17"),
    ],
)
def test_a_misspelt_area_is_no_town_and_no_part_of_it(gazetteer: Gazetteer, written: str, meant: str) -> None:
    assert [guess.places[0].key for guess in gazetteer.misspelt(written)] == [meant]


@pytest.mark.parametrize("text", ["combien de coops dans chaque MRC", "une coop de Saint-Laurent", "une mrc"])
def test_no_area_is_guessed_from_words_that_are_right(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.misspelt(text) == ()


def test_a_name_ends_with_its_sentence(gazetteer: Gazetteer) -> None:
    assert [name for _, name in found(gazetteer, "J'habite à Montréal. Est-ce que… ?")] != ["Montréal-Est"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("baie st pol combien de membres", "baie-saint-paul"), ("anse st jan ya une coop", "l-anse-saint-jean")],
)
def test_a_misspelt_place_may_have_its_saint_in_the_middle(gazetteer: Gazetteer, text: str, meant: str) -> None:
    assert [guess.places[0].key for guess in gazetteer.misspelt(text)] == [meant]


def test_the_right_first_word_of_a_likely_place_leads_to_the_rest_misspelt(gazetteer: Gazetteer) -> None:
    for text in ("acton valle nombre de membres", "c'est quoi le tel de roxton pon"):
        assert len(gazetteer.misspelt(text, likely=("acton-vale", "roxton-pond"))) == 1
    assert gazetteer.misspelt("acton valle nombre de membres") == ()

"""The exact directory: every entry judged and put in one drawer, silence never read as a yes or a no."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.areas import InArea, InRegion, NamesMrc, Serves
from index.criteria import Among, Comparison, IsForm, Lacks, Mentions, Number, Offers, Says
from index.criterion import Criterion, Site, Truth, Verdict
from index.directory import Directory
from index.places import Gazetteer, Place, distance_km
from index.query import Match, Near, Query, Result, Sort
from index.readings import number_of
from ingest.entry import Entry, Offer, State
from tests.factories import UNSAID, an_entry, stated
from tests.index.coops import a_coop, coops, count, criteria, none_printed, number, queries, recruiting, service

quick = settings(deadline=None, max_examples=150)
DRAWERS = ("matches", "planned", "unknown", "beyond", "beyond_planned", "unsorted")


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def town(name: str) -> Place:
    return gazetteer().named(name)[0]


AROUND = [town("Gatineau"), town("Sherbrooke"), town("Rimouski")]
any_query = queries(AROUND)


def judged(criterion: Criterion, entry: Entry) -> Verdict:
    (site,) = Directory((entry,), gazetteer()).sites
    return criterion.judge(site, gazetteer())


def truth_of(site: Site, query: Query) -> Truth:
    """All criteria together hold as far as the weakest."""
    return min((c.judge(site, gazetteer()).truth for c in query.criteria), default=Truth.YES)


def ranks(matches: tuple[Match, ...]) -> list[int]:
    return [match.entry.position for match in matches]


def drawers(result: Result) -> dict[str, list[int]]:
    return {name: ranks(getattr(result, name)) for name in DRAWERS}


# -- every entry, once -------------------------------------------------------------------------------------------------


@quick
@given(coops(), any_query)
def test_an_entry_is_in_one_drawer_or_ruled_out(entries: tuple[Entry, ...], query: Query) -> None:
    directory = Directory(entries, gazetteer())
    placed = [position for found in drawers(directory.run(query)).values() for position in found]
    kept = [site.entry.position for site in directory.sites if truth_of(site, query) is not Truth.NO]
    assert sorted(placed) == kept


@quick
@given(coops(), any_query)
def test_each_drawer_holds_what_its_name_says(entries: tuple[Entry, ...], query: Query) -> None:
    directory = Directory(entries, gazetteer())
    result = directory.run(query)
    for site in directory.sites:
        truth, near = truth_of(site, query), query.near
        inside = near is None or (site.place is not None and distance_km(near.place, site.place) <= near.km)
        numbered = query.sort is None or number_of(site.entry, query.sort.name) is not None
        if truth is Truth.NO:
            continue
        expected = {
            Truth.UNKNOWN: "unknown",
            Truth.PLANNED: "planned" if inside else "beyond_planned",
            Truth.YES: ("matches" if numbered else "unsorted") if inside else "beyond",
        }[truth]
        assert site.entry.position in ranks(getattr(result, expected))


@quick
@given(coops(), any_query)
def test_a_result_says_of_how_many(entries: tuple[Entry, ...], query: Query) -> None:
    assert Directory(entries, gazetteer()).run(query).total == len(entries)


@quick
@given(coops(), any_query, st.randoms(use_true_random=False))
def test_the_same_query_always_gives_the_same_answer(entries: tuple[Entry, ...], query: Query, chance) -> None:
    directory = Directory(entries, gazetteer())
    first = directory.run(query)
    assert directory.run(query) == first
    shuffled = list(query.criteria)
    chance.shuffle(shuffled)
    assert drawers(directory.run(replace(query, criteria=tuple(shuffled)))) == drawers(first)


@quick
@given(coops(), any_query, criteria)
def test_a_further_condition_never_adds_an_entry(entries: tuple[Entry, ...], query: Query, further: Criterion) -> None:
    directory = Directory(entries, gazetteer())
    narrowed = directory.run(replace(query, criteria=(*query.criteria, further)))
    assert set(ranks(narrowed.matches)) <= set(ranks(directory.run(query).matches))


@quick
@given(coops(), any_query)
def test_a_match_shows_the_words_of_every_condition(entries: tuple[Entry, ...], query: Query) -> None:
    directory = Directory(entries, gazetteer())
    sites = {site.entry.position: site for site in directory.sites}
    for match in directory.run(query).matches:
        for criterion in query.criteria:
            assert set(criterion.judge(sites[match.entry.position], gazetteer()).spans) <= set(match.spans)


# -- order, distance, limit --------------------------------------------------------------------------------------------


def _key(match: Match, query: Query) -> tuple[float, float, int]:
    asked = query.sort
    value = 0.0 if asked is None or match.reading is None else match.reading.number * (-1 if asked.descending else 1)
    distance = float("inf") if match.distance_km is None else match.distance_km
    return value, distance, match.entry.position


@quick
@given(coops(), any_query)
def test_matches_come_by_number_then_distance_then_rank(entries: tuple[Entry, ...], query: Query) -> None:
    matches = Directory(entries, gazetteer()).run(query).matches
    assert list(matches) == sorted(matches, key=lambda match: _key(match, query))


@quick
@given(coops(), st.lists(criteria, max_size=2).map(tuple), st.floats(0, 800), st.floats(0, 800))
def test_a_wider_circle_loses_no_match(
    entries: tuple[Entry, ...], wanted: tuple[Criterion, ...], km: float, more: float
) -> None:
    directory = Directory(entries, gazetteer())
    small, large = (directory.run(Query(wanted, Near(AROUND[0], r))) for r in (km, km + more))
    assert set(ranks(small.matches)) <= set(ranks(large.matches))
    assert sorted(ranks(small.matches + small.beyond)) == sorted(ranks(large.matches + large.beyond))


@quick
@given(coops(), any_query, st.integers(0, 9))
def test_a_limit_keeps_the_first_matches_and_hides_nothing_else(
    entries: tuple[Entry, ...], query: Query, limit: int
) -> None:
    directory = Directory(entries, gazetteer())
    whole, cut = directory.run(query), directory.run(replace(query, limit=limit))
    assert cut.matches == whole.matches[:limit]
    assert replace(cut, matches=whole.matches) == whole


def test_two_coops_at_one_distance_come_in_the_order_of_the_table() -> None:
    entries = tuple(a_coop(position, "Thurso") for position in (1, 2, 3))
    assert ranks(Directory(entries, gazetteer()).run(Query(near=Near(town("Gatineau"), 100))).matches) == [1, 2, 3]


def test_the_nearest_comes_first_whatever_its_rank() -> None:
    entries = (a_coop(1, "Sherbrooke"), a_coop(2, "Thurso"), a_coop(3, "Gatineau"))
    result = Directory(entries, gazetteer()).run(Query(near=Near(town("Gatineau"), 100)))
    assert (ranks(result.matches), ranks(result.beyond)) == ([3, 2], [1])


def test_a_coop_without_a_known_address_is_never_near() -> None:
    result = Directory((a_coop(1, None),), gazetteer()).run(Query(near=Near(town("Gatineau"), 20_000)))
    assert (ranks(result.matches), ranks(result.beyond), result.beyond[0].distance_km) == ([], [1], None)


def test_entries_that_do_not_say_the_number_are_ranked_apart() -> None:
    entries = (a_coop(1), a_coop(2, members=number(5)), a_coop(3, members=number(9)), a_coop(4, members=none_printed()))
    result = Directory(entries, gazetteer()).run(Query(sort=Sort("members")))
    assert (ranks(result.matches), ranks(result.unsorted)) == ([3, 2, 4], [1])
    least = Directory(entries, gazetteer()).run(Query(sort=Sort("members", descending=False)))
    assert ranks(least.matches) == [4, 2, 3]


# -- yes, planned, unknown, no -----------------------------------------------------------------------------------------

YES, PLANNED, UNKNOWN, NO = Truth.YES, Truth.PLANNED, Truth.UNKNOWN, Truth.NO


@pytest.mark.parametrize(
    ("offers", "truth"),
    [
        ((), UNKNOWN),
        ((Offer.OFFERED,), YES),
        ((Offer.PLANNED,), PLANNED),
        ((Offer.ABSENT,), NO),
        ((Offer.PLANNED, Offer.OFFERED), YES),
        ((Offer.ABSENT, Offer.PLANNED), PLANNED),
    ],
)
def test_a_service_is_offered_planned_absent_or_unknown(offers: tuple[Offer, ...], truth: Truth) -> None:
    entry = a_coop(services=[service("physiotherapie", offer) for offer in offers])
    verdict = judged(Offers("physiotherapie"), entry)
    assert verdict.truth is truth
    assert bool(verdict.spans) == bool(offers)


def test_another_service_says_nothing_of_the_one_asked() -> None:
    entry = a_coop(services=[service("podologie", Offer.OFFERED)])
    assert judged(Offers("podiatrie"), entry).truth is UNKNOWN


def test_a_service_asked_broadly_is_shown_by_its_parts() -> None:
    entry = a_coop(services=[service(code, Offer.OFFERED) for code in ("gynecologie", "pediatrie")])
    verdict = judged(Offers("medecine_specialisee", ("gynecologie", "pediatrie")), entry)
    assert (verdict.truth, len(verdict.spans)) == (YES, 2)


@pytest.mark.parametrize(
    ("offers", "truth"),
    [((), YES), ((Offer.OFFERED,), NO), ((Offer.PLANNED,), YES), ((Offer.ABSENT,), YES)],
)
def test_a_service_is_lacking_where_the_others_are_told_and_it_is_not_offered(offers, truth: Truth) -> None:
    entry = a_coop(services=[service("dentiste", offer) for offer in offers], services_text=stated("Podologie"))
    assert judged(Lacks(Offers("dentiste")), entry).truth is truth


def test_a_coop_that_tells_no_service_lacks_none() -> None:
    assert judged(Lacks(Offers("dentiste")), a_coop(services_text=UNSAID)).truth is UNKNOWN


@pytest.mark.parametrize(
    ("cell", "truth"),
    [(UNSAID, UNKNOWN), (none_printed(), NO), (number(3), NO), (number(4), YES)],
)
def test_a_number_that_is_not_said_is_neither_more_nor_less(cell, truth: Truth) -> None:
    entry = a_coop(family_doctors=cell)
    assert judged(Number("family_doctors", Comparison.MORE, 3), entry).truth is truth
    less = {UNKNOWN: UNKNOWN, YES: NO, NO: YES}[truth]
    assert judged(Number("family_doctors", Comparison.AT_MOST, 3), entry).truth is less


@pytest.mark.parametrize(
    ("comparison", "wanted", "truth"),
    [
        (Comparison.MORE, 5, NO),
        (Comparison.AT_LEAST, 5, YES),
        (Comparison.EQUAL, 5, YES),
        (Comparison.AT_MOST, 5, YES),
        (Comparison.LESS, 5, NO),
        (Comparison.LESS, 6, YES),
        (Comparison.EQUAL, 4, NO),
    ],
)
def test_the_edge_of_a_comparison_is_exact(comparison: Comparison, wanted: int, truth: Truth) -> None:
    assert judged(Number("members", comparison, wanted), a_coop(members=number(5))).truth is truth


def test_none_printed_reads_zero_with_its_word_as_proof() -> None:
    reading = number_of(a_coop(members=none_printed()), "members")
    assert reading is not None
    assert (reading.number, reading.span.quote) == (0, "Aucun")


def test_what_is_not_said_has_no_number() -> None:
    assert {number_of(a_coop(), name) for name in ("members", "files", "doctors", "recruiting", "waiting")} == {None}


def test_a_range_keeps_both_ends() -> None:
    reading = number_of(a_coop(recruiting=recruiting(3, 4)), "recruiting")
    assert reading is not None
    assert (reading.number, reading.high, reading.span.quote) == (3, 4, "3-4 family_doctors")


@pytest.mark.parametrize(
    ("comparison", "wanted", "truth"),
    [
        (Comparison.AT_LEAST, 3, YES),
        (Comparison.MORE, 3, UNKNOWN),
        (Comparison.MORE, 4, NO),
        (Comparison.AT_MOST, 3, UNKNOWN),
        (Comparison.AT_MOST, 4, YES),
        (Comparison.EQUAL, 4, UNKNOWN),
        (Comparison.LESS, 3, NO),
    ],
)
def test_a_range_that_holds_the_edge_leaves_it_open(comparison: Comparison, wanted: int, truth: Truth) -> None:
    verdict = judged(Number("recruiting", comparison, wanted), a_coop(recruiting=recruiting(3, 4)))
    assert (verdict.truth, len(verdict.spans)) == (truth, 1)


def test_doctors_are_added_and_nurses_are_not_doctors() -> None:
    counts = (count("family_doctors", 3, 3), count("specialists", 2, 2), count("soins_infirmiers", 8, 8))
    entry = a_coop(doctors=counts, doctors_text=stated("3 médecins, 2 spécialistes, 8 infirmières"))
    reading = number_of(entry, "doctors")
    assert reading is not None
    assert reading.number == 5


def test_nurses_alone_say_no_number_of_doctors() -> None:
    entry = a_coop(doctors=(count("soins_infirmiers", 8, 8),), doctors_text=stated("8 infirmières"))
    assert number_of(entry, "doctors") is None


@pytest.mark.parametrize(
    ("cell", "state"), [(UNSAID, State.UNSAID), (none_printed(), State.NONE), (number(3), State.STATED)]
)
def test_a_field_is_in_one_of_three_states(cell, state: State) -> None:
    entry = a_coop(members=cell)
    assert [judged(Says("members", (s,)), entry).truth for s in State] == [YES if s is state else NO for s in State]


@pytest.mark.parametrize(("phones", "truth"), [((), NO), ((stated("819 555-0100"),), YES)])
def test_a_coop_with_a_phone_says_one(phones, truth: Truth) -> None:
    assert judged(Says("phones", (State.STATED,)), a_coop(phones=phones)).truth is truth


@pytest.mark.parametrize(("region", "truth"), [(UNSAID, UNKNOWN), (number(7), YES), (number(16), NO)])
def test_a_region_is_the_one_printed(region, truth: Truth) -> None:
    assert judged(InRegion((7, 5)), a_coop(region=region)).truth is truth


@pytest.mark.parametrize(
    ("form", "truth"), [(None, UNKNOWN), ("Coopérative de travail", YES), ("coopérative de solidarité", NO)]
)
def test_a_legal_form_is_compared_without_capitals_or_accents(form: str | None, truth: Truth) -> None:
    entry = a_coop(legal_form=stated(form) if form else UNSAID)
    assert judged(IsForm("legal_form", "cooperative DE TRAVAIL"), entry).truth is truth


def test_a_list_shown_before_narrows_by_rank() -> None:
    assert [judged(Among((2, 3)), a_coop(position)).truth for position in (1, 2)] == [NO, YES]


# -- territories -------------------------------------------------------------------------------------------------------


def mrc(name: str) -> Place:
    return next(place for place in gazetteer().named(name) if place.kind.value == "MRC")


@pytest.mark.parametrize(("where", "truth"), [("Thurso", YES), ("Gatineau", NO), (None, UNKNOWN)])
def test_a_territory_holds_the_addresses_that_lie_in_it(where: str | None, truth: Truth) -> None:
    assert judged(InArea(mrc("Papineau")), a_coop(town=where)).truth is truth


def test_a_coop_named_after_a_sector_stands_in_it() -> None:
    entry = an_entry("Coop de Sainte-Gertrude", municipality=stated("Bécancour"))
    assert judged(InArea(town("Sainte-Gertrude")), entry).truth is YES


@pytest.mark.parametrize(
    ("population", "truth"),
    [
        ("MRC de Papineau, 20 000 habitants", YES),
        ("Papineauville et environs", NO),
        ("la rue Papineau", NO),
        (None, NO),
    ],
)
def test_an_mrc_is_named_as_one_or_not_at_all(population: str | None, truth: Truth) -> None:
    entry = an_entry("Coop", population=population, municipality=stated("Sherbrooke"))
    assert judged(NamesMrc(mrc("Papineau")), entry).truth is truth


@pytest.mark.parametrize(
    ("population", "where", "truth"),
    [
        ("Thurso, Lochaber", "Gatineau", YES),
        ("Lochaber", "Gatineau", NO),
        (None, "Thurso", YES),
        (None, None, UNKNOWN),
    ],
)
def test_a_place_is_served_where_it_is_named_or_where_the_coop_stands(
    population: str | None, where: str | None, truth: Truth
) -> None:
    entry = an_entry("Coop", population=population, municipality=stated(where) if where else UNSAID)
    assert judged(Serves(town("Thurso")), entry).truth is truth


def test_a_name_in_a_cell_is_found_whole_words_in_a_row() -> None:
    entry = an_entry("Coop", particularities="Clinique du Dr Hans Kai ; clinique mobile prévue")
    assert judged(Mentions("hans kai"), entry).spans[0].quote == "Clinique du Dr Hans Kai"
    assert [judged(Mentions(words), entry).truth for words in ("kai hans", "mobil", "hans clinique")] == [NO, NO, NO]

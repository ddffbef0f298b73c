"""What can go wrong when the directory is asked: which co-ops, how far, in what order, counted how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import assistant.answerers.aggregate
import assistant.answerers.selection
import index.directory
from eval.door import ReplyTo
from eval.mutations.mutation import all_of, drawn, mutation
from eval.mutations.whole import Whole
from index.areas import InArea, InRegion
from index.criteria import Comparison, Lacks, Number, Offers, OneOf
from index.criterion import Criterion, Site, Truth, Verdict, proof_of
from index.directory import DRAWERS, Directory
from index.places import Gazetteer, PlaceKind
from index.query import Match, Query, Result
from index.readings import Reading, number_of
from ingest.entry import Entry

TOP = 5
KM_IN_A_MILE = 1.609
INSIDE_KM = 1000.0  # from this radius on, nobody asked for one: the whole territory is searched


def _asking(change: Callable[[Query], Query]) -> type[Directory]:
    """A directory that is asked something else."""

    class Broken(Directory):
        def run(self, query: Query) -> Result:
            return super().run(change(query))

    return Broken


def _giving(change: Callable[[Result], Result]) -> type[Directory]:
    """A directory that gives something else; how many are wanted is looked at last."""

    class Broken(Directory):
        def run(self, query: Query) -> Result:
            found = change(super().run(replace(query, limit=None)))
            return replace(found, matches=found.matches[: query.limit])

    return Broken


def _where_each(change: Callable[[Criterion], Criterion]) -> type[Directory]:
    """A directory that reads each criterion otherwise."""
    return _asking(lambda query: replace(query, criteria=tuple(change(one) for one in query.criteria)))


# -- lists ------------------------------------------------------------------------------------------------------------


@mutation("toute liste est tronquée à cinq coops", "service", "lieu")
def cut_lists_at_five(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_giving(lambda found: replace(found, matches=found.matches[:TOP])))


@drawn("une coop n'est jamais examinée", "service", "lieu", "agregat")
def skip_a_row(whole: Whole, dice: Random) -> ReplyTo:
    skipped = dice.choice(whole.library.entries)

    def without(matches: tuple[Match, ...]) -> tuple[Match, ...]:
        return tuple(match for match in matches if match.entry is not skipped)

    def change(found: Result) -> Result:
        kept = {name: without(getattr(found, name)) for name in DRAWERS}
        return Result(**kept, total=found.total)

    return whole.rebuilt(Directory=_giving(change))


@mutation("les coops qui annoncent un service sont listées avec celles qui l'offrent", "service", "service_lieu")
def list_planned_as_offered(whole: Whole) -> ReplyTo:
    return whole.rebuilt(
        Directory=_giving(lambda found: replace(found, matches=(*found.matches, *found.planned), planned=()))
    )


@mutation("les coops qui annoncent un service sont passées sous silence", "service", "service_lieu")
def hide_the_planned(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_giving(lambda found: replace(found, planned=(), beyond_planned=())))


@mutation("le silence du tableau sur un service est lu comme un non", "service", "absent", "attribut")
def read_silence_as_no(whole: Whole) -> ReplyTo:
    judge = Offers.judge

    def sure(self: Offers, site: Site, gazetteer: Gazetteer) -> Verdict:
        verdict = judge(self, site, gazetteer)
        said = proof_of(site.entry.services_text)
        return Verdict(Truth.NO, said) if verdict.truth is Truth.UNKNOWN and said else verdict

    return whole.while_replying(Offers, judge=sure)


@mutation("« au moins » est compris comme « plus de »", "agregat", "service")
def more_for_at_least(whole: Whole) -> ReplyTo:
    def strict(one: Criterion) -> Criterion:
        loose = isinstance(one, Number) and one.comparison is Comparison.AT_LEAST
        return replace(one, comparison=Comparison.MORE) if isinstance(one, Number) and loose else one

    return whole.rebuilt(Directory=_where_each(strict))


@mutation("« plus de » est compris comme « au moins »", "agregat", "service")
def at_least_for_more(whole: Whole) -> ReplyTo:
    def loose(one: Criterion) -> Criterion:
        strict = isinstance(one, Number) and one.comparison is Comparison.MORE
        return replace(one, comparison=Comparison.AT_LEAST) if isinstance(one, Number) and strict else one

    return whole.rebuilt(Directory=_where_each(loose))


@mutation("plusieurs services demandés ensemble sont joints par « ou »", "service", "service_lieu")
def any_service_for_all(whole: Whole) -> ReplyTo:
    def joined(query: Query) -> Query:
        services = tuple(one for one in query.criteria if isinstance(one, Offers))
        others = tuple(one for one in query.criteria if not isinstance(one, Offers))
        return replace(query, criteria=(OneOf(services), *others)) if len(services) > 1 else query

    return whole.rebuilt(Directory=_asking(joined))


@mutation("la négation est ignorée : « sans physio » donne celles qui en ont", "service", "service_lieu")
def ignore_the_negation(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_where_each(lambda one: one.offers if isinstance(one, Lacks) else one))


@mutation("la région demandée est ignorée", "lieu", "service_lieu")
def ignore_the_region(whole: Whole) -> ReplyTo:
    def anywhere(query: Query) -> Query:
        return replace(query, criteria=tuple(one for one in query.criteria if not isinstance(one, InRegion)))

    return whole.rebuilt(Directory=_asking(anywhere))


@mutation("une MRC ne compte que les coops dont la case la nomme", "lieu", "service_lieu")
def ignore_addresses_in_an_mrc(whole: Whole) -> ReplyTo:
    judge = InArea.judge

    def by_words(self: InArea, site: Site, gazetteer: Gazetteer) -> Verdict:
        return Verdict(Truth.NO) if self.area.kind is PlaceKind.MRC else judge(self, site, gazetteer)

    return whole.while_replying(InArea, judge=by_words)


# -- order and numbers ------------------------------------------------------------------------------------------------


@mutation("le rayon demandé est ignoré", "service_lieu", "lieu")
def ignore_the_radius(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_asking(lambda query: _within(query, INSIDE_KM)))


@mutation("les kilomètres demandés sont pris pour des milles", "service_lieu", "lieu")
def miles_for_kilometres(whole: Whole) -> ReplyTo:
    return whole.rebuilt(
        Directory=_asking(lambda query: _within(query, query.near.km * KM_IN_A_MILE) if query.near else query)
    )


@mutation("les distances dites sont en milles", "service_lieu", "lieu")
def distances_in_miles(whole: Whole) -> ReplyTo:
    def change(found: Result) -> Result:
        return replace(found, matches=tuple(_miles(match) for match in found.matches))

    return whole.rebuilt(Directory=_giving(change))


@mutation("les coops sont triées de la plus loin à la plus proche", "lieu", "service_lieu")
def farthest_first(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_giving(lambda found: replace(found, matches=_by_distance(found.matches, -1))))


@mutation("les coops sont listées dans l'ordre du tableau, non par distance", "lieu", "service_lieu")
def order_of_the_table(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_giving(lambda found: replace(found, matches=_by_distance(found.matches, 0))))


@mutation("la deuxième coop la plus proche est donnée pour la première", "lieu", "service_lieu")
def skip_the_nearest(whole: Whole) -> ReplyTo:
    class Broken(Directory):
        def run(self, query: Query) -> Result:
            if query.near is None or query.limit is None:
                return super().run(query)
            found = super().run(replace(query, limit=query.limit + 1))
            return replace(found, matches=found.matches[1:])

    return whole.rebuilt(Directory=Broken)


@mutation("« près de » s'entend à 60 km au lieu de 30", "lieu", "service_lieu")
def search_twice_as_far(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.selection, NEAR_KM=60.0)


@mutation("une liste compte une coop de plus que demandé", "dialogue", "agregat", "lieu")
def list_one_too_many(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_asking(lambda query: replace(query, limit=query.limit and query.limit + 1)))


@mutation("les coops trop loin ne sont plus données quand aucune n'est près", "lieu", "service_lieu")
def hide_the_farther_ones(whole: Whole) -> ReplyTo:
    return whole.rebuilt(Directory=_giving(lambda found: replace(found, beyond=(), beyond_planned=())))


@mutation("un classement est donné à l'envers", "agregat")
def rank_backwards(whole: Whole) -> ReplyTo:
    def turned(query: Query) -> Query:
        return replace(query, sort=replace(query.sort, descending=not query.sort.descending)) if query.sort else query

    return whole.rebuilt(Directory=_asking(turned))


@mutation("d'un classement, les ex æquo sont perdus", "agregat")
def drop_the_ties(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.aggregate, _with_ties=lambda matches, limit: matches[:limit])


@mutation("un nombre que le tableau ne dit pas compte pour 0", "agregat")
def count_silence_as_zero(whole: Whole) -> ReplyTo:
    def number(entry: Entry, name: str) -> Reading | None:
        span = entry.name.span
        return number_of(entry, name) or (Reading(0, span) if span is not None else None)

    return whole.while_replying(index.directory, number_of=number)


def _within(query: Query, km: float) -> Query:
    """The query in another radius, where one was asked."""
    asked = query.near is not None and 0 < query.near.km < INSIDE_KM
    return replace(query, near=replace(query.near, km=km)) if query.near and asked else query


def _miles(match: Match) -> Match:
    return replace(match, distance_km=None if match.distance_km is None else match.distance_km / KM_IN_A_MILE)


def _by_distance(matches: tuple[Match, ...], sign: int) -> tuple[Match, ...]:
    """The matches by distance, 1 nearest first, -1 farthest first, 0 as the table prints them."""
    if all(match.distance_km is None for match in matches):
        return matches
    in_order = sorted(matches, key=lambda one: one.entry.position)
    return tuple(sorted(in_order, key=lambda one: sign * (one.distance_km or 0.0)))


DIRECTORY = all_of(vars())

"""What can go wrong when places are looked up, and when the prose is searched."""

from __future__ import annotations

from collections.abc import Callable

import assistant.answerers.prose
import assistant.prose_search
from assistant.prose_search import Hit, ProseSearch
from assistant.spelling import Spelling
from assistant.terms import Terms
from assistant.where import Where
from eval.door import ReplyTo
from eval.mutations.mutation import all_of, mutation
from eval.mutations.whole import Whole, swapped
from index.cells import stem
from index.places import Gazetteer, Place, PlaceKind
from ingest.french import key

# -- places -----------------------------------------------------------------------------------------------------------


@mutation("de deux lieux de même nom, le premier est pris sans demander", "ambigu", "lieu")
def take_the_first_homonym(whole: Whole) -> ReplyTo:
    reading = Where.reading
    return whole.while_replying(
        Where, reading=lambda self, place, heard: reading(self, place, heard) or place.mention.places[0]
    )


@mutation("les secteurs et anciennes villes sont inconnus", "lieu", "service_lieu")
def forget_the_sectors(whole: Whole) -> ReplyTo:
    lost = (PlaceKind.SECTOR, PlaceKind.FORMER_TOWN, PlaceKind.BOROUGH)
    return whole.rebuilt(Gazetteer=_knowing(lambda place: place.kind not in lost))


@mutation("l'adresse d'une coop est placée au centre de sa ville, sans son code postal", "lieu", "service_lieu")
def ignore_the_postal_codes(whole: Whole) -> ReplyTo:
    class Broken(Gazetteer):
        def locate(self, municipality: str, region: int | None = None, postal_code: str | None = None) -> Place | None:
            return super().locate(municipality, region)

    return whole.rebuilt(Gazetteer=Broken)


@mutation("l'adresse d'une coop est placée sans regarder sa région ni son code postal", "lieu", "service_lieu")
def locate_by_name_alone(whole: Whole) -> ReplyTo:
    class Broken(Gazetteer):
        def locate(self, municipality: str, region: int | None = None, postal_code: str | None = None) -> Place | None:
            return super().locate(municipality)

    return whole.rebuilt(Gazetteer=Broken)


# -- prose ------------------------------------------------------------------------------------------------------------


@mutation("la deuxième meilleure phrase est donnée au lieu de la première", "rapport", "brochure")
def second_best_sentence(whole: Whole) -> ReplyTo:
    class Broken(ProseSearch):
        def search(self, asked: tuple[str, ...], year: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
            best, *others = super().search(asked, year, limit + 1) or (None,)
            return tuple(others) or ((best,) if best else ())

    return whole.rebuilt(ProseSearch=Broken)


@mutation("l'année demandée est ignorée dans la recherche du texte", "comparaison", "rapport", "brochure")
def ignore_the_year(whole: Whole) -> ReplyTo:
    class Broken(ProseSearch):
        def search(self, asked: tuple[str, ...], year: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
            return super().search(asked, None, limit)

    return whole.rebuilt(ProseSearch=Broken)


@mutation("la phrase la plus proche répond, si loin soit-elle de la question", "absent", "hors_sujet")
def answer_below_the_threshold(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.prose, ENOUGH=0.0)


@mutation("une phrase ne répond que si elle dit tous les mots de la question", "rapport", "brochure")
def ask_for_every_word(whole: Whole) -> ReplyTo:
    return whole.while_replying(assistant.answerers.prose, ENOUGH=0.99)


@mutation("les synonymes sont oubliés", "rapport", "brochure")
def forget_the_synonyms(whole: Whole) -> ReplyTo:
    class Broken(Terms):
        def of(self, text: str) -> tuple[str, ...]:
            return tuple(stem(word) for word in key(text).split())

        def asked(self, text: str, english: bool = False) -> tuple[str, ...]:
            return self.of(text)

    with swapped(assistant.prose_search, Terms=Broken):
        return whole.rebuilt()


@mutation("les fautes de frappe ne sont pas corrigées", "bruit", "famille")
def correct_no_spelling(whole: Whole) -> ReplyTo:
    return whole.while_replying(Spelling, corrected=lambda self, text: text)


def _knowing(known: Callable[[Place], bool]) -> type[Gazetteer]:
    """A gazetteer of fewer places."""

    class Broken(Gazetteer):
        @classmethod
        def load(cls) -> Gazetteer:
            whole = Gazetteer.load()
            return cls((place for place in whole.places if known(place)), whole.postal)

    return Broken


SEARCH = all_of(vars())

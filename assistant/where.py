"""Where a message looks: a place to be near to, a territory to be in, a region; or a name that nobody knows."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from assistant.asked import how_many, nth
from assistant.hearing import Heard, HeardPlace
from assistant.homonyms import denied, homonyms, left_out
from assistant.named import Named
from assistant.question import Question, Task
from assistant.story import told_only
from assistant.there import nearby
from index.directory import Directory
from index.places import Place, PlaceKind, distance_km
from ingest.french import key

# A place right behind these words is where one looks from, not where the co-op must be.
AROUND = re.compile(
    r"(?<!\S)(?:pres|proches?|autour|environs|alentours|coin|bou(?:t|tte)s?|cote|loin|proximite|parages|vers|voisin\w*|nord|sud"
    r"|est|ouest|north|south|east|west|near|around|close|km|kilometres?|rayon|pres de|minutes?|far|next|vicinity"
    r"|miles?|(?:nearest|closest)(?: (?:health )?(?:coop|co op|clinic|one))?|(?:a )?partir|partant|partance)"
    r"(?: (?:de|du|des|d|la|le|l|to|of|from|the|in))*$"
)
_AWAY = re.compile(
    r"(?<!\S)(?:(?<!pas )(?<!pas trop )(?<!pas si )(?<!pas bien )loin|far"
    r"|partir|partant|partance|km|kilometres?|minutes?|miles?)(?!\S)"
)
# "près de chez nous", wherever the place is told
_NEAR_HOME = re.compile(
    r"(?<!\S)(?:pres|proches?|autour|alentours|loin|cote|proximite|environs) (?:de |d )"
    r"(?:chez (?:moi|nous)|moi|nous|ici)(?!\S)|(?<!\S)near (?:me|us|here|my home|my place)(?!\S)"
)
_WHOLE_CODE = re.compile(r"[a-z]\d[a-z][ -]?\d[a-z]\d", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:entre)(?: \S+){0,4}$")
_FROM = re.compile(r"(?:^| )(?:de|d|depuis|from|between|entre)$")
_TO = re.compile(r"(?:^| )(?:a|au|vers|pour|jusqu a|et|to|and)(?: la| l| le)?$")
# "genre Saint-Jean", "mettons à Granby": the place that is meant, behind a wider or a vaguer one.
_SUCH_AS = re.compile(
    r"(?:^| )(?:genre|mettons|disons|plus precisement|plus exactement|par exemple|exactement|specifically|say)"
    r"(?: (?:a|au|aux|dans|en|le|la|les|vers|autour|pres|proche|coin|bout|de|d|du|around|near|in))*$"
)


class Where:
    """Reads the places of messages."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._gazetteer = directory.gazetteer

    def where(self, base: Question, heard: Heard, subject: Named | None) -> Question:
        question = base
        numbered = re.search(r"region(?: (?:numero|no|administrative))? (\d{1,2})(?: |$)", heard.message.folded)
        if numbered and 1 <= int(numbered.group(1)) <= 17:
            question = replace(question, regions=(int(numbered.group(1)),))
        between: list[Place] = self._ends(heard)
        for heard_place in heard.places:
            if subject is not None and heard_place.first < subject.last and subject.first < heard_place.last:
                continue
            if any(o.first > heard_place.first and _SUCH_AS.search(o.lead) for o in heard.places):
                continue  # "au sud de Montréal, genre Saint-Jean-sur-Richelieu"
            if self._only_tells_apart(heard_place, heard) or (subject is None and _told(heard_place, heard)):
                continue
            question = self._add_place(question, heard, heard_place, between)
        whole = _and_all_of(heard) or (not question.strict and _ranked_in_a_region(heard))
        if question.place is not None and whole and self._region_of(question.place) in question.regions:
            question = replace(question, place=None, strict=False)
        if question.place is not None and question.strict and subject is None and _claimed_first(heard):
            question = replace(question, place=None, strict=False)
        if len(between) == 2:
            question = replace(question, place=_middle(*between), strict=False)
        if heard.radius_km is not None and question.place is not None:
            question = replace(question, radius_km=heard.radius_km, strict=False)
        if heard.cue("nearest") and question.place is not None:
            question = replace(question, limit=how_many(heard) or 1, nth=nth(heard), strict=False)
        if question.place is None and not question.areas and not question.regions and subject is None:
            unknown = self._unknown_place(heard)
            if unknown:
                question = replace(question, topic=unknown, task=Task.UNKNOWN_PLACE)
        return question

    def _only_tells_apart(self, heard_place: HeardPlace, heard: Heard) -> bool:
        """Whether a place is named to say which of several homonyms another one is: "Saint-Isidore en Beauce"."""
        if heard_place in _denied(heard):
            return True
        wider = heard_place.mention.places
        return any(
            len(named := homonyms(other)) > 1 and len([p for p in named if any(self._within(p, w) for w in wider)]) == 1
            for other in heard.places
            if other is not heard_place and other.first < heard_place.first
        )

    def _add_place(self, question: Question, heard: Heard, heard_place: HeardPlace, between: list[Place]) -> Question:
        mention = heard_place.mention
        place = self.reading(heard_place, heard)
        if place is None:
            around = self._around(heard_place, heard)
            limit = (how_many(heard) or 1) if heard.cue("nearest") else None
            options = (*mention.places, *mention.longer)[:6]
            question = replace(question, limit=limit, radius_km=heard.radius_km, strict=not around and limit is None)
            return replace(question, task=Task.CLARIFY_PLACE, options=options)
        if not mention.exact:
            question = replace(question, corrected=place.name)
        if place.kind is PlaceKind.PROVINCE:
            return question
        around = self._around(heard_place, heard)
        if place.kind is PlaceKind.REGION and (around or heard.cue("nearest")):
            town = (p for p in mention.places if not p.kind.is_area and p.region == place.region)
            place = next(town, place)  # a distance is measured from the town: "je reste à Laval"
            around = around and not self._at_large(place, heard_place, heard)
        if place.kind is PlaceKind.REGION and not around:
            return replace(question, regions=tuple(dict.fromkeys((*question.regions, place.region))))
        if place.kind is PlaceKind.POSTAL and (
            (heard.services and _WHOLE_CODE.fullmatch(mention.words)) or heard.cue("nearest")
        ):
            around = True  # somebody lives there: no co-op stands in a code
        if place.kind is PlaceKind.POSTAL and place.radius_km > 15 and not around:
            return replace(question, areas=(*question.areas, place))
        if place.kind is PlaceKind.MRC and not around:
            return replace(question, areas=(*question.areas, place))
        if (_BETWEEN.search(heard_place.lead) or between) and place not in between:
            between.append(place)
        if question.place is not None and len(between) != 2:
            return question
        return replace(question, place=place, strict=not around)

    @staticmethod
    def _at_large(place: Place, heard_place: HeardPlace, heard: Heard) -> bool:
        """Whether a region itself is meant, not a circle in its middle: "vers les Laurentides"."""
        measured = heard.radius_km is not None or heard.cue("nearest") or _AWAY.search(heard_place.lead)
        return place.kind is PlaceKind.REGION and not measured

    @staticmethod
    def _around(heard_place: HeardPlace, heard: Heard) -> bool:
        """Whether one looks around the place: "près de Cantley", "j'habite Cantley, quelle coop serait à côté"."""
        if AROUND.search(heard_place.lead) or heard.radius_km is not None or _NEAR_HOME.search(heard.message.folded):
            return True
        return nearby(heard.message, heard_place.last)

    def reading(self, heard_place: HeardPlace, heard: Heard) -> Place | None:
        """The reading of a place named, None where several are as likely and far apart."""
        heard_place = self._without_denied(heard_place, heard)
        places = heard_place.mention.places
        province = [p for p in places if p.kind is PlaceKind.PROVINCE]
        if province and len(places) > 1:
            if heard.cue("between"):
                return next(p for p in places if p.kind is not PlaceKind.PROVINCE)
            at = re.search(
                r"^(?:de|depuis|from)$"
                r"|(?:^| )(?:a|(?:et|pis|and) de|ville de|pres de|proche de|autour de|km de|environs de"
                r"|coin de|bout de|parages de|secteur de|(?:a )?cote de|loin de|alentours de|near"
                r"|city of|vers)$",
                heard_place.lead,
            )
            behind = heard.message.words[heard_place.last : heard_place.last + 1]
            city = at or any(word.folded in ("ville", "city") for word in behind)  # "Québec ville"
            return next(p for p in places if p.kind is not PlaceKind.PROVINCE) if city else province[0]
        if re.search(r"mrc(?: de| d| du| des)?(?: la| l| le| les)?$", heard_place.lead):
            mrc = [p for p in places if p.kind is PlaceKind.MRC]
            if mrc:
                return mrc[0]
        region = [p for p in places if p.kind is PlaceKind.REGION]
        if region and re.search(
            r"(?:^| )(?:dans(?: les?| la)?|en|au|aux|region(?: de| des| du| d)?(?: la| l)?|du|des|les|le|la|l)$",
            heard_place.lead,
        ):
            return region[0]
        mrc = [p for p in places if p.kind is PlaceKind.MRC]
        if mrc and places[0] is mrc[0] and heard_place.lead.endswith("dans"):
            return mrc[0]
        towns = [p for p in places if not p.kind.is_area]
        if (
            region
            and towns
            and key(region[0].name) == key(towns[0].name)
            and not heard.cue("between")
            and not AROUND.search(heard_place.lead)
        ):
            return region[0]  # Montréal, Laval: the city's island and suburbs are its region
        agreeing = self._agreeing([*towns, *heard_place.mention.longer], heard_place, heard)
        if len(towns) + len(heard_place.mention.longer) > 1 and len(agreeing) == 1:
            return agreeing[0]
        hosts = [
            p
            for p in heard_place.mention.longer
            if any(s.place is not None and s.place.key == p.key for s in self._directory.sites)
        ]
        if hosts and towns and len(heard_place.mention.longer) + len(towns) > 1 and not self._hosts(towns[0]):
            return None
        if not towns:
            return (region or mrc or list(places))[0]
        proper = [p for p in towns if p.kind in (PlaceKind.TOWN, PlaceKind.MUNICIPALITY)]
        if len(proper) == 1 and all(p.kind is PlaceKind.SECTOR for p in towns if p is not proper[0]):
            return proper[0]  # a town before a sector of another one
        if len(towns) == 1:
            return towns[0]
        first, second = towns[0], towns[1]
        printed = [
            p
            for p in towns
            if any(
                key(e.municipality.value or "") == key(p.name) and e.region.value == p.region
                for e in self._directory.entries
            )
        ]
        if printed and printed[0] is not first and not _close(towns):
            return None
        if _outnumbers(first, second) or _close(towns):
            return first
        return None

    def _agreeing(self, towns: list[Place], heard_place: HeardPlace, heard: Heard) -> list[Place]:
        """Those of the homonyms that stand in another place that the message names, or in a region that it numbers."""
        said = {int(n) for n in re.findall(r"region (\d{1,2})", heard.message.folded)}
        others = [o for o in heard.places if o.mention.start != heard_place.mention.start]
        apart = _denied(heard)
        wider = [p for other in others if other not in apart for p in other.mention.places]
        said |= {p.region for p in (*wider, *heard_place.mention.places) if p.kind is PlaceKind.REGION}
        return [p for p in towns if p.region in said or any(self._within(p, w) for w in wider)]

    def _region_of(self, place: Place) -> int | None:
        """The region of a place; of a territory over several, that of the co-op nearest to its middle."""
        sites = (s for s in self._directory.sites if s.place is not None)
        return place.region or min(sites, key=lambda s: distance_km(place, s.place or place)).entry.region.value

    def _without_denied(self, heard_place: HeardPlace, heard: Heard) -> HeardPlace:
        """A place without its readings that the message excludes: "Saint-Damien, pas celui de Lanaudière"."""
        readings, wider = left_out(heard.message, heard_place, heard.places)
        if not (readings or wider) or len(homonyms(heard_place)) < 2:
            return heard_place
        out = {p.key for p in readings}

        def meant(places: tuple[Place, ...]) -> tuple[Place, ...]:
            return tuple(p for p in places if p.key not in out and not any(self._within(p, w) for w in wider))

        mention = heard_place.mention
        places, longer = meant(mention.places), meant(mention.longer)
        if not places and not longer:
            return heard_place
        kept = replace(mention, places=places or longer, longer=longer if places else ())
        return replace(heard_place, mention=kept)

    def _ends(self, heard: Heard) -> list[Place]:
        """The two ends of a way that the message looks along: "de Drummondville à Trois-Rivières, en chemin"."""
        for start, end in pairwise(heard.places):
            if heard.cue("between") and _FROM.search(start.lead) and end.first - start.last <= 2:
                ends = [self.reading(place, heard) for place in (start, end) if _TO.search(end.lead)]
                if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
                    return [ends[0], ends[1]]
        return []

    def _within(self, place: Place, wider: Place) -> bool:
        """Whether a place is in another one, or of it: "Saint-Hubert, arrondissement de Longueuil"."""
        of_its_county = set(key(wider.name).split()) <= set(key(place.mrc).split())  # "en Beauce": La Nouvelle-Beauce
        return self._gazetteer.inside(place, wider) or of_its_county

    def _hosts(self, place: Place) -> bool:
        """Whether some co-op stands in this place."""
        return any(
            s.place is not None and (s.place.key == place.key or self._gazetteer.inside(s.place, place))
            for s in self._directory.sites
        )

    def _unknown_place(self, heard: Heard) -> str:
        """A capitalised word behind a place preposition that no gazetteer knows."""
        for i, word in enumerate(heard.message.words):
            typed = heard.message.text[word.start : word.end]
            if word.folded not in heard.left or not typed[0].isupper() or i == 0:
                continue
            lead = " ".join(w.folded for w in heard.message.words[max(0, i - 3) : i])
            if re.search(r"(?:^| )(?:a|pres d|pres de|autour de|vers|in|near|around|coin de|de|d)$", lead) and (
                heard.services
                or heard.cue("near", "plural", "nearest")
                or (lead.endswith(" a") and heard.cue("singular") and not heard.fields)
            ):
                whole = _NAME_AT.match(heard.message.text, word.start)  # "Saint-Machin": the words that hyphens join
                return whole.group() if whole else typed
        return ""


def _told(heard_place: HeardPlace, heard: Heard) -> bool:
    """Whether a story names the place, and the question another: "je viens de Bécancour. Les coops d'Estrie ?"."""
    story = told_only(heard.message)
    asked = any(p.first not in story for p in heard.places)
    return heard_place.first in story and asked and not heard.cue("nearest")


def _ranked_in_a_region(heard: Heard) -> bool:
    """ "autour de Québec, dans la région 03, laquelle a le plus de… ?": the bounds of the region are those said."""
    return heard.cue("most", "least", "rank") and not heard.cue("nearest") and heard.radius_km is None


def _claimed_first(heard: Heard) -> bool:
    """ "c'est bien Thurso qui a le plus de… ?", "la plus petite est celle de Bedford ?": of all, not of there."""
    extremes = [h for h in heard.cues if h.code in ("most", "least")]
    if len(heard.places) != 1 or not extremes:
        return False
    behind = " ".join(w.folded for w in heard.message.words[heard.places[0].last :])
    before = " ".join(w.folded for w in heard.message.words[: heard.places[0].first])
    who = _IT_IS.search(before) is not None and (extremes[0].last <= heard.places[0].first or behind.startswith("qui "))
    return who and not heard.cue("nearest", "plural")


_IT_IS = re.compile(
    r"(?<!\S)(?:c est|est ce|ce serait|est|soit|serait)(?: (?:bien|vraiment|toujours|encore|pas))*"
    r"(?: (?:celle|la (?:coop|cooperative|clinique)(?: de sante)?)(?: (?:de|d|du|des))?(?: la| l)?)?$"
)


def _and_all_of(heard: Heard) -> bool:
    """Whether a place and its whole region are both wanted: "sur la Rive-Sud et toute la Montérégie"."""
    between = (
        " ".join(w.folded for w in heard.message.words[one.last : other.first]) for one, other in pairwise(heard.places)
    )
    return any(_AND_ALL.fullmatch(said) for said in between)


_AND_ALL = re.compile(
    r"(?:et|pis|puis|ou|and)(?: (?:dans|en|sur|a|de|toute?s?|tout|le|la|les|l|reste|region|du|meme|all|of|the))*"
)
_NAME_AT = re.compile(r"[\w'’-]+")


def _denied(heard: Heard) -> list[HeardPlace]:
    """The places named only to say which homonym of another one is not meant."""
    return [heard.places[i] for i in denied(heard.message, heard.places)]


def _outnumbers(first: Place, second: Place) -> bool:
    """Whether a place is so much the larger of two that it is meant; a municipality of unknown size may be as large."""
    unknown = not second.population and second.kind in (PlaceKind.TOWN, PlaceKind.MUNICIPALITY)
    return not unknown and first.population > 8 * max(second.population, 1)


def _close(places: list[Place]) -> bool:
    return distance_km(places[0], places[1]) < 15


def _middle(a: Place, b: Place) -> Place:
    """The point halfway between two places, named after both."""
    return replace(
        a,
        key=f"{a.key}+{b.key}",
        name=f"entre {a.name} et {b.name}",
        latitude=(a.latitude + b.latitude) / 2,
        longitude=(a.longitude + b.longitude) / 2,
    )

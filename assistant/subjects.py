"""Which co-ops a message is about: named outright, or a town that holds one; or none, and the table is asked."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from assistant.asked import OF_ONE, OVERTAKES, asks_something, fields_of_one, services_wanted
from assistant.deixis import says_they
from assistant.hearing import Heard, HeardPlace
from assistant.named import FRAME, Named, is_headed
from assistant.naming import Names
from assistant.there import nearby
from assistant.where import AROUND
from index.areas import InArea, Serves
from index.criterion import Truth
from index.directory import Directory
from index.places import PlaceKind
from ingest.french import key

_ANY_COOP = re.compile(
    r"(?<!\S)(?:(?:une|aucune|n importe quelle|quelle)(?: autre)? (?:coop\w*|clinique\w*)"
    r"(?: de sante| medicale| de solidarite)?(?: (?:qui|est|se|trouve|situee|etablie|installee))*"
    r"(?: (?:a|au|aux|en|dans|de|du|d|pres|proche|sur|la|le|l))*"
    r"|(?:any|(?:is|are) there an?) (?:health )?(?:co op|coop|cooperative|clinic)(?: (?:in|at|of|the))*)$"
)


_THE_COOP_OF = re.compile(
    r"(?<!\S)(?:la|l|the) (?:unique |seule |only )?(?:coop|cooperative|clinique|co op|clinic)"
    r"(?: (?:de|en) (?:sante|solidarite|soins))* (?:de|du|d|des|of)(?: (?:la|l|le|les|the))?"
    r"(?: (?:mrc|region)(?: (?:de|du|d|des))?(?: (?:la|l|le|les))?)?$"
)
# "Au Témiscamingue, la coop de santé, qui la dirige ?": spoken of as the one of a territory that is said elsewhere.
_THE_ONE = re.compile(
    r"(?<!\S)(?<!toute )(?:la|leur|notre|the) (?:unique |seule |only )?(?:health )?"
    r"(?:co op|coop|cooperative|clinique|clinic)"
    r"(?: (?:de|en) (?:sante|solidarite|soins)| medicale| sante)*"
    r"(?! (?:qui|que|ou|dont|avec|sans|la|le|ayant|des|d|that|which|with|du(?! coin)"
    r"|de(?! la (?:mrc|region|place)(?!\S)))(?!\S))(?!\S)"
)
_BARE_COOP = re.compile(r"^(?:coops?|cliniques?|clinics?) (?:a|au|aux|in|at)$")  # "coop à Gatineau avec médecin"
_AT = re.compile(r"(?:^| )(?:a|au|aux|in|at)$")
_PEOPLE_OF = re.compile(  # "aux gens de Sherbrooke"
    r"(?:^| )(?:monde|gens|citoyens|residents|habitants|familles|patients|clientele|population|people) (?:de|d|du|of)$"
)
_AND = ("et", "ou", "pis", "puis", "and", "or", "et celle de", "ou celle de")
_STANDS_AT = re.compile(r"(?:^| )(?:est|etant|situee?|se trouve|se trouvant)(?: bien)? (?:a|au|aux|in|at)$")
# "Saint-Isidore, est-ce le village de la Beauce ?": what opens the message is what it asks about.
_IS_IT = re.compile(
    r"(?:c est|c etait|est ce|est elle|elle est|se trouve)(?: t elle)?(?: (?:bien|tu|pas))?(?= |$)(?! que?(?!\S))"
)
# "laquelle des deux coops": one of the two that are named; "les deux coops", "les coops de Thurso et d'Aylmer": both
_OF_THE_TWO = re.compile(
    r"(?<!\S)(?:(?:entre|parmi|between) (?:deux|2|two) (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)"
    r"|(?:laquelle|lequel|which)(?: (?:des|of the|de ces) (?:deux|two))?"
    r"|(?:les|ces|des|the) (?:deux|2|two)(?: (?:coops?|cooperatives?|cliniques?|co ops?|clinics?))?|both)(?!\S)"
)
# The hours of something: of the only co-op of a town that is named, whatever service they are of.
_HOURS_OF = re.compile(
    r"(?<!\S)(?:combien d heures|quelles? (?:est |sont )?(?:les? |l |ses |leurs? )?heures?|a quelles? heures?"
    r"|quels? jours?"
    r"|(?:son|leurs?|l|les) (?:horaires?|heures)|how many hours|what (?:hours|days))(?!\S)"
)
# "entre deux coops de Gatineau, celle d'Aylmer et…": where both stand.
_TWO = 2
_TWO_OF = re.compile(
    r"(?<!\S)(?:deux|trois|2|3|two|three) (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)"
    r" (?:de|d|du|a|au|en|dans|of|in)(?: la| l| le)?$"
)
# "…, la coop santé : …": spoken of as the one of the town that is named before it.
_APART = re.compile(
    r"(?<!\S)(?<!toute )(?<!de )(?<!a )(?:la|the) (?:health )?(?:coop|cooperative|clinique|co op|clinic)"
    r"(?: (?:de |en )?(?:sante|solidarite|soins))*(?! (?:de|d|du|des|a|au|aux|en|qui|que|ou|dont|avec|sans|la|le|of|in"
    r"|that|which|with)(?!\S))(?!\S)"
)
_THOSE_OF = re.compile(
    r"(?<!\S)(?<!liste )(?:les|aux|ces|des) (?:coops|cooperatives|cliniques)(?: (?:de )?(?:sante|solidarite))*"
    r" (?:de|d|du|des|a|au)(?: l| la| le)?$"
)


class Subjects:
    """Finds the co-ops that messages are about."""

    def __init__(self, directory: Directory, names: Names) -> None:
        self._directory = directory
        self._gazetteer = directory.gazetteer
        self._names = names

    def subject(self, heard: Heard) -> Named | None:
        """The co-ops that the message is about, None where it is about the table or the prose."""
        sure = [n for n in heard.named if self._is_subject(heard, n)]
        sure = [n for n in sure if not self._only_locates(heard, n, sure)]
        sure = [n for n in heard.named if n in sure or self._beside_a_name(heard, n, sure)]
        if any(n.how in ("name", "part") for n in sure):
            # The street said of a co-op named, right or wrong.
            sure = [n for n in sure if n.how not in ("street", "door")]
        if len(sure) == 1 and not sure[0].sure:
            sure = [self._with_neighbours(heard, sure[0])]
        if sure:
            positions = tuple(dict.fromkeys(p for n in sure for p in n.positions))
            several = len(sure) > 1
            return Named(
                positions,
                sure[0].first,
                sure[-1].last,
                "several" if several else sure[0].how,
                all(n.sure for n in sure),
            )
        for heard_place in heard.places:
            if _of_the_province(heard_place):
                continue
            headed = self.headed(heard, heard_place.first, heard_place.last)
            singular = headed and not AROUND.search(heard_place.lead)
            asks = bool(set(heard.field_codes) & OF_ONE or heard.topics) and not heard.cue("plural", "near", "nearest")
            asks = asks and not _of_something_else(heard)
            if (
                not (singular or asks)
                or (set(services_wanted(heard)) - heard.unsure and not singular)
                or (heard_place.mention.places[0].kind.is_area and not self._the_only_one_of(heard, heard_place))
            ):
                continue
            if asks and not singular and not fields_of_one(heard):
                continue
            if not asks_something(heard) and re.search(r"(?:^| )(?:a|au|aux|in|at)$", heard_place.lead):
                continue  # "une coop à Sherbrooke": which ones are there
            located = self.located(heard_place)
            if located:
                others = self._other_towns(heard, heard_place) if len(located) == 1 else ()
                if others:
                    return Named((*located, *others), heard_place.first, heard.places[-1].last, "several", True)
                return Named(located, heard_place.first, heard_place.last, "place", len(located) == 1)
        return None

    def _the_only_one_of(self, heard: Heard, heard_place: HeardPlace) -> bool:
        """ "la coop du Témiscamingue": a territory where one co-op alone stands, or says it serves, names it there."""
        behind = _THE_COOP_OF.search(" ".join(w.folded for w in heard.message.words[: heard_place.first]))
        apart = _THE_ONE.search(heard.message.folded) and not heard.cue("plural", "list", "most", "least")
        served = Serves(heard_place.mention.places[0])
        if not (behind or apart) or len(self.located(heard_place)) != 1:
            return False
        return sum(served.judge(s, self._gazetteer).truth is Truth.YES for s in self._directory.sites) == 1

    def rivals(self, heard: Heard) -> tuple[int, ...]:
        """ "Thurso ou Acton Vale", "plus que Val-Morin", "Saint-Bernard et Gatineau": names or towns."""
        folded = heard.message.folded
        joined = re.search(r"(?<!\S)(?:ou|et|pis|puis|or|and|que|contre|vs|versus)(?!\S)", folded) or OVERTAKES.search(
            folded
        )
        if not (heard.cue("compare", "most", "least") or joined or _one_behind_the_other(heard)):
            return ()
        if heard.cue("plural") and not (_OF_THE_TWO.search(folded) or _of_each(heard)):
            return ()
        if heard.cue("near", "nearest") or not (heard.fields or heard.services or heard.cue("compare")):
            return ()
        return self.each_named(heard)

    def each_named(self, heard: Heard) -> tuple[int, ...]:
        """The co-ops that names and towns tell, two at least; none where one of them tells several."""
        found: list[int] = []
        sure = [n for n in heard.named if n.sure]
        towns = [n for n in sure if self._only_locates(heard, n, sure)]
        aside = [
            p
            for p in heard.places
            if AROUND.search(p.lead)
            or (len({*(p.first for p in heard.places), *(n.first for n in sure)}) > _TWO and _TWO_OF.search(p.lead))
            or any(p.first <= n.first and n.last <= p.last for n in towns)
        ]  # "Aylmer, c'est dans l'ouest de Gatineau"
        spans = [
            (n.first, n.last, n.positions)
            for n in heard.named
            if (n.sure or n.how == "name") and not any(p.first < n.last and n.first < p.last for p in aside)
        ]
        for place in heard.places:
            if (
                place not in aside
                and not place.mention.places[0].kind.is_area
                and not any(a < place.last and place.first < b for a, b, _ in spans)
            ):
                spans.append((place.first, place.last, self.located(place)))
        singles = {p for _, _, positions in spans for p in positions if len(positions) == 1}
        for _, _, positions in sorted(spans):
            if len(positions) > 1 and len(singles) > 1 and singles <= set(positions):
                continue  # "entre deux coops de Gatineau, celle d'Aylmer et…": where the others stand
            if len(positions) != 1:
                return ()
            found.append(positions[0])
        return tuple(dict.fromkeys(found)) if len(set(found)) > 1 else ()

    def located(self, heard_place: HeardPlace) -> tuple[int, ...]:
        """Entries named after a place, printed in it or located in it, for the place's first reading that has any."""
        typed = key(heard_place.mention.words)
        printed = tuple(e.position for e in self._directory.entries if key(e.municipality.value or "") == typed)
        if printed:
            return tuple(sorted({*printed, *self._names.named_after(heard_place.mention.words)}))
        for place in heard_place.mention.places:
            named = [p for p in self._names.named_after(place.name)]
            if named:
                return tuple(named)
            inside = tuple(
                s.entry.position
                for s in self._directory.sites
                if InArea(place).judge(s, self._gazetteer).truth is Truth.YES
            )
            if inside:
                return inside
        return ()

    def _other_towns(self, heard: Heard, first: HeardPlace) -> tuple[int, ...]:
        """Further towns of one co-op each: "les médecins à Pierreville et à Thurso"."""
        found = []
        for place in heard.places:
            area = place.mention.places[0].kind.is_area  # "Saint-Damien dans Lanaudière" names no other town
            if place.first > first.first and not area and not AROUND.search(place.lead):
                located = self.located(place)
                if len(located) != 1:
                    return ()
                found.append(located[0])
        return tuple(p for p in dict.fromkeys(found) if p not in self.located(first))

    def headed(self, heard: Heard, first: int, last: int) -> bool:
        """Whether words name one co-op: neither "is there a co-op in …" nor a wished "walk-in clinic in …" does."""
        said = heard.message.words
        before = " ".join(w.folded for w in said[max(0, first - 8) : first])
        if _ANY_COOP.search(before) or (heard.services and not heard.fields and _BARE_COOP.search(before)):
            return False
        if not heard.fields and nearby(heard.message, last):
            return False  # "une coop à Shawinigan ou à proximité"
        province = any(place.first == first and _names_the_province(place) for place in heard.places)
        if province and heard.language == "en" and said[first - 1].folded == "in":
            return False  # "the largest co-op in Quebec"
        wished = any(
            s.last <= first <= s.last + 3 and "clinic" in (said[s.last - 1].folded, said[s.last].folded)
            for s in heard.services
        )
        return not wished and is_headed(heard.message, first, last)

    def _with_neighbours(self, heard: Heard, named: Named) -> Named:
        """A part of a name that is also a town names every co-op of that town as well ("la coop de Sherbrooke")."""
        for place in heard.places:
            if place.first < named.last and named.first < place.last and named.how in ("name", "part"):
                both = tuple(sorted({*named.positions, *self._in_town(place)}))
                return replace(named, positions=both)
        return named

    @staticmethod
    def _beside_a_name(heard: Heard, named: Named, sure: list[Named]) -> bool:
        """ "aux deux endroits, J-P Despins et Sainte-Gertrude": a town beside a name is the co-op that bears it."""
        if not named.sure or named.how != "name" or len(named.positions) != 1:
            return False
        said = heard.message.words
        gaps = (said[o.last : named.first] for o in sure if o.how == "name" and o.last < named.first)
        return any(" ".join(w.folded for w in gap) in _AND for gap in gaps)

    def _only_locates(self, heard: Heard, named: Named, others: list[Named]) -> bool:
        """ "Quartier en santé à Gatineau": the town said of a co-op named before it names no second one."""
        for place in heard.places:
            behind = self._right_behind(heard, place, others)
            located = _AT.search(place.lead) or _PEOPLE_OF.search(place.lead) or behind
            if place.first <= named.first and named.last <= place.last and located:
                inside = {*self._in_town(place), *self.located(place)}
                before = [o for o in others if o.last <= named.first and o.how in ("name", "street", "door")]
                if before and _STANDS_AT.search(place.lead):
                    return True  # "la coop de Pointe-du-Lac est à Shawinigan": right or wrong, of that coop
                return any(inside >= set(o.positions) for o in before)
        return False

    @staticmethod
    def _right_behind(heard: Heard, place: HeardPlace, others: list[Named]) -> bool:
        """Whether a town stands right behind a whole name: "Quartier en santé de Gatineau", "… (Gatineau)"."""
        said = heard.message
        for other in others:
            if other.how == "name" and other.sure and other.last <= place.first:
                gap = said.text[said.words[other.last - 1].end : said.words[place.first].start]
                if set(key(gap).split()) <= FRAME - {"et", "a"} and not set(gap) & set("/;,"):
                    return True
        return False

    def _in_town(self, heard_place: HeardPlace) -> tuple[int, ...]:
        place = heard_place.mention.places[0]
        return tuple(
            s.entry.position for s in self._directory.sites if s.place is not None and s.place.key == place.key
        )

    def _is_subject(self, heard: Heard, named: Named) -> bool:
        """A name that is also a place is a co-op behind "la coop de", or where a field of one co-op is asked."""
        if named.how in ("person", "phone", "e-mail", "number", "street", "door"):
            return True
        place = next((p for p in heard.places if p.first < named.last and named.first < p.last), None)
        if place is None:
            return True
        if self._of_an_area(heard, named, place):
            return False
        longer = place.last - place.first > named.last - named.first
        if not named.sure and longer and not (named.how == "name" and len(named.positions) == 1):
            return False  # "lac Saint-Jean" is that place, not a part of a name
        if heard.cue("compare"):
            return named.sure or not place.mention.places[0].kind.is_area  # "l'Estrie" is no "Santé active de l'Estrie"
        if not asks_something(heard) and re.search(r"(?:^| )(?:a|au|aux|in|at)$", place.lead):
            return False  # "une coop à Gatineau": which ones are there
        around = AROUND.search(place.lead) and named.first >= place.first  # "Nord de la Petite-Nation" is a name
        if around or heard.cue("near", "nearest"):
            return False
        if self.headed(heard, named.first, named.last) or (named.sure and place.lead.split()[-1:] == ["chez"]):
            return True
        after = " ".join(w.folded for w in heard.message.words[named.last :])
        if named.sure and named.how == "name" and named.first == 0 and _IS_IT.match(after):
            return True
        if heard.cue("plural"):
            return False
        if named.sure and named.how == "name" and named.first < place.first and place.last <= named.last:
            return True  # "Santé active de l'Estrie": the territory is the end of a name said whole
        kind = place.mention.places[0].kind
        if kind.is_area and named.last - named.first <= place.last - place.first:
            return named.sure and bool(heard.fields) and fields_of_one(heard) and not services_wanted(heard)
        if says_they(heard) and set(self.located(place)) == set(named.positions):
            return True  # "à Saint-Isidore, quels spécialistes ont-ils ?": the only co-op there
        of_hours = _HOURS_OF.search(heard.message.folded) and self._may_offer(heard, named)
        if of_hours and set(self.located(place)) == set(named.positions):
            return True  # "le sans rendez-vous à Shawinigan, c'est combien d'heures ?"
        refused = " pas " in f" {place.lead} "  # "Sainte-Félicité (pas celle de L'Islet), la coop ?"
        if not refused and _APART.search(heard.message.folded) and set(self.located(place)) == set(named.positions):
            return True  # "Saint-Isidore en Montérégie, la coop santé : …"
        if named.how == "name" and _does_itself(heard, named):
            return True
        if services_wanted(heard):  # "Villeray offre-t-elle…" names the co-op, "à Villeray" a place
            return bool(heard.cue("yes_no", "why")) and not re.search(r"(?:^| )(?:a|au|aux|dans|en|in|at)$", place.lead)
        return fields_of_one(heard) and not _of_something_else(heard)

    def _may_offer(self, heard: Heard, named: Named) -> bool:
        """Whether its row tells of a service whose hours are asked: of another, it is sought around the town."""
        told = {s.code for e in self._directory.entries if e.position in named.positions for s in e.services}
        return not heard.services or bool(told & set(heard.service_codes))

    @staticmethod
    def _of_an_area(heard: Heard, named: Named, place: HeardPlace) -> bool:
        """ "quelle coop de l'Estrie": a territory that a name also holds is no name where a co-op is sought in it."""
        if not place.mention.places[0].kind.is_area or not (place.first <= named.first and named.last <= place.last):
            return False
        before = " ".join(w.folded for w in heard.message.words[max(0, named.first - 8) : named.first])
        return bool(heard.cue("most", "least") or _ANY_COOP.search(before))

    def wants_many(self, heard: Heard, subject: Named) -> bool:
        """Whether, a name notwithstanding, the table as a whole is asked."""
        if subject.how in ("person", "phone", "e-mail", "number", "street", "door"):
            return False
        return bool(heard.cue("most", "least") and heard.cue("plural") and not heard.cue("compare"))


def _does_itself(heard: Heard, named: Named) -> bool:
    """ "Frampton offre la physio, non ?", "puisque Thurso a déjà…": a name that does something is the co-op's."""
    said = [w.folded for w in heard.message.words]
    before, behind = " ".join(said[: named.first]), " ".join(said[named.last :])
    return _OPENS.fullmatch(before) is not None and _DOES.match(behind) is not None


_OPENS = re.compile(
    r"(?:(?:puisque?|comme|vu que|vue que|etant donne que|sachant que|attendu que|si|parce que|considerant que|ainsi"
    r"|donc|alors|et|pis|bonjour|allo|c est (?:bien )?vrai que|est ce (?:bien )?(?:vrai )?que|on (?:m a |me )?dit que"
    r"|il parait que|parait que|since|because|so|as)(?: |$))*"
)
_DOES = re.compile(
    r"(?:offr|propos|donn|dispens|embauch|emploi|recrut|cherch|dispos|possed|dessert)\w*(?! (?:t|une?|des|plusieurs)? ?"
    r"(?:coops?|cooperatives?|cliniques?)(?!\S))(?!\S)"
    r"|(?:a|fait|avait|faisait) (?:(?:deja|bien|toujours|encore|aussi|maintenant) )*(?:un|une|des|de la|la|le|les|du|l"
    r"|d|de|\d+|deux|trois|quatre|cinq)(?! (?:coops?|cooperatives?|cliniques?|autres?)(?!\S))(?!\S)"
)


def _of_each(heard: Heard) -> bool:
    """ "les coops de Thurso et d'Aylmer": right before the first name or town, those of each are meant."""
    first = min((*(p.first for p in heard.places), *(n.first for n in heard.named)), default=0)
    return _THOSE_OF.search(" ".join(w.folded for w in heard.message.words[:first])) is not None


def _one_behind_the_other(heard: Heard) -> bool:
    """ "Thurso / Arundel", "Frampton, L'Islet, Saint-Damien": names or towns with only a stroke or a comma between.

    A comma behind "la coop de" rather says where that one stands: "la coop de Saint-Isidore, Québec".
    """
    said = heard.message
    places = [(p.first, p.last) for p in heard.places if not _of_the_province(p)]
    spans = sorted({*places, *((n.first, n.last) for n in heard.named)})
    gaps = {said.text[said.words[a[1] - 1].end : said.words[b[0]].start].strip() for a, b in itertools.pairwise(spans)}
    return bool(gaps & {"/", ";"} or ("," in gaps and not heard.cue("singular")))


def _of_the_province(heard_place: HeardPlace) -> bool:
    """ "coop santé Québec liste" means the province: only "la coop de Québec" and "à Québec" name the city."""
    return _names_the_province(heard_place) and not re.search(r"(?:^| )(?:a|de|d|ville|in|of)$", heard_place.lead)


def _names_the_province(heard_place: HeardPlace) -> bool:
    return any(place.kind is PlaceKind.PROVINCE for place in heard_place.mention.places)


def _of_something_else(heard: Heard) -> bool:
    """ "le meilleur resto à Gatineau": no co-op is spoken of, no field of one, and a word is none of ours."""
    ours = heard.cue("singular", "plural") or heard.services or set(heard.field_codes) & (OF_ONE - {"card", "name"})
    return bool(heard.left) and not ours

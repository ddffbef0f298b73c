"""Decides what is reckoned over many co-ops: by region or by form, a ratio, a ranking, a mean, a total, a count."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import times
from assistant.asked import (
    CONTACT,
    MEASURES,
    SIZED,
    alone_in_region,
    by_region,
    columns,
    how_many,
    inside_condition,
    listed_beside,
    measured,
    nth,
    ranks_named,
    tidy,
    what_is_counted,
)
from assistant.hearing import DOCTORS, Heard
from assistant.numbers import number_of_coops, ratio
from assistant.question import Question, Task
from index.criteria import Comparison, Not, Number, OneOf, Recruits, Says, of_form
from index.criterion import Criterion

LONGEST_RANKING = 20  # co-ops in a ranking where no number was asked for
ENDS = "ends"  # topic of a ranking of which the first and the last are asked
GAP = "gap"  # topic of a ranking of which the difference between two places is asked
_MORE = re.compile(
    r"(?<!\S)(?:plus|moins|davantage|compar\w*|versus|chacune?|respectivement|more|fewer|each|respectively)(?!\S)"
)
_GAP = re.compile(
    r"(?<!\S)(?:ecarts?|differences?|devance\w*|depasse\w*|separ\w*|de (?:plus|moins) (?:que|la|le|elle|a|l|celle)"
    r"|(?:par rapport|compar\w*) a|gap|lead|ahead)(?!\S)"
)
_A_FORM = r"(?:formes?|types?|sortes?|genres?|legal forms?|kinds?|statuts? (?:juridiques?|legal\w*))"
_FORMS = re.compile(
    r"(?<!\S)(?:(?:quel\w*|combien de|differente?s?|autres?|diverse?s?|repartition (?:par|selon|des)|what|which)"
    rf" (?:les |la |sont les |different )?{_A_FORM}(?: juridiques?| legales?)?(?: de| d| of)?"
    r"(?: coops?| cooperatives?| co ops?| sont| y a| retrouve|$)|par (?:forme|type)(?: juridique)?|formes? juridiques?"
    r"|autres formes?|toutes? (?:des |de )?(?:coops?|cooperatives?) de solidarite|all solidarity)(?!\S)"
)
_COOPS_COUNTED = re.compile(
    r"(?<!\S)(?:plus|moins|nombre|combien)(?: \w+){0,2}? (?:de|d|of|more|most) (?:coop|clini)\w*(?!\S)"
)
# "qui est première, deuxième, et ainsi de suite": every place
_TO_THE_LAST = re.compile(
    r"(?<!\S)(?:ainsi de suite|jusqu (?:a|au) (?:la |le )?(?:toute )?derni\w+|une (?:par|a) une)(?!\S)"
)
_MORE_COOPS = re.compile(r"(?<!\S)(?:plus|moins|autant|more|fewer) (?:de |of )?(?:coops?|cooperatives?|co ops?)(?!\S)")
_WHICH_ONE = re.compile(r"(?<!\S)(?:(?:quelle|which|what) (?:coop|cooperative|clinique|co op|clinic)|laquelle)(?!\S)")
_HOW_MANY = re.compile(
    r"(?<!\S)(?:combien|cmb|cb|how many|quel(?: est| etait)? (?:le |l )?(?:nombre|total|effectif))(?!\S)"
)
_ADDS = re.compile(r"(?<!\S)(?:total\w*|somme|addition\w*|mis\w* ensemble|cumul\w*|sum|add(?:ed)?)(?!\S)")
_NONE = re.compile(r"(?<!\S)(?:aucune?|pas une?(?: seule?)?|pas de|sans|nulle|no|none|without)(?!\S)")


def compared(question: Question, heard: Heard) -> Question | None:
    """Groups of co-ops, a ratio or a ranking; None where the message asks for none of them."""
    folded = heard.message.folded
    if by_region(heard) or (
        len(question.regions) > 1 and not question.services and heard.cue("plural", "compare") and _MORE.search(folded)
    ):
        return _by_region(question, heard)
    counted_apart = heard.cue("count", "most", "least", "compare")
    if _FORMS.search(folded) or (_two_forms(question) and (counted_apart or _MORE_COOPS.search(folded))):
        others = tuple(f for f in question.filters if not of_form(f))
        return replace(question, task=Task.BY_FORM, filters=others, services=())
    divided = ratio(heard.message)
    extreme = heard.cue("most", "least") and not heard.cue("nearest") and not inside_condition(heard)
    if divided is not None and not extreme:
        return replace(question, task=Task.RATIO, measure="/".join(divided[:2]), services=_but_doctors(question))
    measure, sized = measured(heard), SIZED.search(folded)
    to_the_last = _TO_THE_LAST.search(folded)
    ranks = None if asks_gap(heard) or to_the_last else ranks_named(heard)
    placed = (measure or sized) and not heard.cue("nearest") and not to_the_last
    place = (ranks[0] if ranks else nth(heard)) if placed else 1
    ends = both_ends(heard)
    if not (extreme or heard.cue("rank") or place > 1 or ranks) or not (measure or sized) or heard.left:
        return None
    extremes = [h.code for h in heard.cues if h.code in ("most", "least")]
    least = bool(extremes) and extremes[0] == "least"  # "de la plus grande à la plus petite" begins with most
    limit = how_many(heard) or (LONGEST_RANKING if heard.cue("rank") else None)
    if ranks:
        limit = ranks[1]
    elif place > 1 and (_WHICH_ONE.search(folded) or not heard.cue("plural")):
        limit = None  # "si on les classe, laquelle arrive troisième ?"
    ranked = replace(question, task=Task.RANK, measure=measure or "members", descending=not least, limit=limit)
    ranked = replace(ranked, filters=_but_of(measure, question.filters), fields=_asked_of_it(heard))
    if divided is not None:
        return replace(ranked, measure="/".join(divided[:2]), services=_but_doctors(question))
    if ends:
        return replace(ranked, descending=True, topic=ENDS)
    if place > 1 and asks_gap(heard):
        return replace(ranked, limit=place, topic=GAP)
    return replace(ranked, nth=place)


def _two_forms(question: Question) -> bool:
    """ "plus de coops de solidarité ou de travailleurs ?": forms set one against the other."""
    either = (c.criteria if isinstance(c, OneOf) else (c,) for c in question.filters)
    return sum(of_form(criterion) for several in either for criterion in several) > 1


def _asked_of_it(heard: Heard) -> tuple[str, ...]:
    """What is asked of the one that comes out first: "le téléphone de la coop qui a le plus de membres"."""
    return tuple(f for f in tidy(heard.field_codes) if f in CONTACT)


def both_ends(heard: Heard) -> bool:
    """ "la plus grosse et la plus petite", "celle qui a le plus de médecins et celle qui en a le moins"."""
    extremes = sorted((h for h in heard.cues if h.code in ("most", "least")), key=lambda h: h.first)
    if {h.code for h in extremes} != {"most", "least"} or heard.cue("rank"):
        return False
    between = heard.message.words[extremes[0].last : extremes[-1].first]
    counted = {h.code for h in heard.fields if h.code in MEASURES}
    return len(counted) < 2 and any(w.folded in ("et", "pis", "puis", "ainsi", "and") for w in between)


def asks_gap(heard: Heard) -> bool:
    """Whether a difference is asked: "combien de membres de plus que la deuxième", "l'écart entre"."""
    return bool(_GAP.search(heard.message.folded))


def added_up(question: Question, heard: Heard) -> Question | None:
    """A mean, a total or a count over the co-ops that meet the conditions; None where none is asked."""
    narrowed = bool(
        question.services or question.filters or question.place or question.areas or question.regions or question.scope
    )
    measure, counted = measured(heard), what_is_counted(heard)
    if heard.cue("mean", "median") and measure:
        return replace(question, task=Task.MEAN, measure=measure, topic="median" if heard.cue("median") else "mean")
    of_one = _WHICH_ONE.search(heard.message.folded) and not _HOW_MANY.search(heard.message.folded)
    if of_one and not heard.cue("total"):
        return None  # "quelle coop … pour le nombre de membres", of whatever verb: one co-op is asked for, no total
    if counted in MEASURES and (narrowed or heard.cue("table", "total")) and not listed_beside(heard):
        return replace(question, task=Task.SUM, measure=counted, services=_but_doctors(question))
    of_all = (
        heard.cue("plural")
        and _ADDS.search(heard.message.folded) is not None
        and not heard.cue("federation", "report", "brochure", "network")
        and times.which_year(heard) is None
    )
    if heard.cue("total") and measure and (narrowed or of_all or heard.cue("table")):
        return replace(question, task=Task.SUM, measure=measure)
    if heard.cue("count") and narrowed and counted != "topic" and not listed_beside(heard):
        return replace(question, task=Task.COUNT, fields=columns(heard))
    return None


def _by_region(question: Question, heard: Heard) -> Question:
    filters, lacking = question.filters, question.lacking
    services = question.services
    ends = both_ends(heard)
    least = heard.cue("least") and not ends
    alone = alone_in_region(heard)  # "sans voisine dans sa région"
    none = _NONE.search(heard.message.folded) and not (alone or heard.cue("least", "most"))
    if none:  # "aucune coop n'y a de médecin": the regions without any that has
        filters, lacking = tuple(_positive(f) for f in filters), ()
        services = services if not filters else _but_doctors(question)
    coops = number_of_coops(heard.message)
    if coops is not None:
        filters = (*filters, *coops.criteria())
    elif alone:
        filters = (*filters, Number("coops", Comparison.EQUAL, 1))
    topic = "none" if none else ENDS if ends else ""
    measure = None
    if coops is None and not none and not alone and not _COOPS_COUNTED.search(heard.message.folded):
        measure = measured(heard)
    if measure is not None:
        filters = _but_of(measure, filters)
        services = _but_doctors(question)
    limit = how_many(heard) or (LONGEST_RANKING if heard.cue("rank") else None)
    grouped = replace(question, task=Task.BY_REGION, descending=not least, measure=measure, topic=topic, limit=limit)
    return replace(grouped, filters=filters, lacking=lacking, services=services)


def _positive(criterion: Criterion) -> Criterion:
    """What a co-op would have, of a criterion that it has none."""
    if isinstance(criterion, Says) and criterion.name == "doctors_text":
        return Number("doctors", Comparison.AT_LEAST, 1)
    if isinstance(criterion, Not):
        return criterion.criterion
    return Not(criterion) if isinstance(criterion, Says) else criterion


_SAID_TOO: dict[str | None, Criterion] = {"recruiting": Recruits(), "waiting": Number("waiting", Comparison.MORE, 0)}


def _but_of(measure: str | None, filters: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    """The filters but the one that the words of the measure say too: "la plus longue liste d'attente"."""
    return tuple(f for f in filters if f != _SAID_TOO.get(measure))


def _but_doctors(question: Question) -> tuple[str, ...]:
    """The services but those that are the noun of what is counted."""
    return tuple(c for c in question.services if c not in DOCTORS)

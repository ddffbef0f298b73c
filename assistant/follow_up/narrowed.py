"""The list just shown, narrowed, ranked or measured: "lesquelles recrutent ?", "laquelle a le plus de membres ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.asked import MEASURES, SIZED, how_many, measured, services_wanted
from assistant.conversation import Turn
from assistant.filters import together
from assistant.follow_up.one_more_service import sought_anew
from assistant.follow_up.pointing import named_in_turn
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import (
    HAVING,
    LOCATED_TASKS,
    NARROW,
    PLURAL_PRONOUN,
    THESE,
    bare,
    links,
    shown_positions,
    up_to_a_list,
)
from assistant.question import Question, Task
from assistant.reckoned import LONGEST_RANKING

_OF_SEVERAL = (*LOCATED_TASKS, Task.FIELDS, Task.CARD, Task.OFFER, Task.TOPIC)
# A whole question about co-ops in general is no narrowing.
_GENERAL = re.compile(
    r"(?:quelles|combien de|toutes les|autres|what|how many|all|all the|other) "
    r"(?:coops|co ops|cooperatives|cliniques|clinics)"
)
# "finalement je veux celles qui recrutent", "donne-moi juste ceux qui…"
_I_WANT_THOSE = re.compile(
    r"(?:(?:finalement|ok|bon|non|et|pis|alors|maintenant|plutot|je|j|on|veu[xt]|voudrais?|voudrait|aimerais?|aimerait"
    r"|prefere|voir|avoir|savoir|donne\w*|montre\w*|nomme\w*|garde\w*|dis|dites|moi|nous|juste|seulement|rien que) )*"
    r"(?:celles?|ceux|lesquelles|lesquels) (?:qui|ou|avec|dont)(?!\S)"
)
_WHICH = re.compile(r"(?<!\S)(?:laquelle|lequel|which|qui|quelle (?:coop|clinique))(?!\S)")
_HOW_MANY_THERE = re.compile(r"(?:(?:et|pis) )?combien y (?!(?:a|en|avait)(?!\S))")  # "combien y sont sans médecin ?"
_HOW_MANY_OF_THEM = re.compile(r"(?:(?:et |and )?combien(?: d entre)?|(?:and )?how many)")


def narrower(said: Sequel) -> Question | None:
    """A further condition, an extreme or a total over the list just shown."""
    last, heard, alone = said.last, said.heard, said.alone
    shown = shown_positions(last)
    these = THESE.search(said.whole.message.folded)
    pointed = these is not None or "these" in said.cues
    if these is not None:
        heard = replace(heard, left=tuple(w for w in heard.left if w not in these.group().split()))
        said = replace(said, heard=heard)
    if len(shown) < 2 and pointed:
        last = (up_to_a_list(said.turns) or (last,))[-1]
        shown, said = shown_positions(last), replace(said, last=last)
    opens = NARROW.match(heard.message.folded) or _I_WANT_THOSE.match(heard.message.folded)
    selects = bool(shown) and _can_say_more(last.question) and opens is not None
    reckoned = heard.conditions or heard.cue("count", "most", "least", "total")
    if services_wanted(heard) and HAVING.match(heard.message.folded) and not reckoned:
        return None  # a service more, whatever column bears its name
    if sought_anew(said) and not reckoned:
        return None  # "et pour l'acupuncture, c'est lesquelles ?"
    if (len(shown) < 2 and not selects) or alone.subjects or last.answer.outcome is Outcome.CLARIFY:
        return None
    if last.question.task not in _OF_SEVERAL or heard.places or heard.cue("federation", "network", "report"):
        return None
    folded = heard.message.folded
    narrows = bool(_HOW_MANY_THERE.match(folded)) or bool(
        NARROW.search(folded) or PLURAL_PRONOUN.search(folded) or pointed
    )
    fragment = (links(heard) or bare(said.whole, 6)) and bool(
        heard.filters or heard.conditions or heard.cue("most", "least")
    )
    fragment = fragment or (bool(HAVING.match(folded)) and bool(heard.conditions) and bare(heard, 10))
    fragment = fragment or (measured(heard) is not None and heard.cue("rank") and bare(heard, 10))
    fragment = fragment or (heard.cue("count") and bool(heard.services) and bare(heard, 7))
    fragment = fragment or (
        bool(_HOW_MANY_OF_THEM.match(folded))
        and bare(heard, 7)
        and bool(heard.filters or heard.conditions or heard.states)
    )
    fragment = fragment or (measured(heard) is not None and heard.cue("total", "mean", "median") and bare(heard, 9))
    if not (narrows or fragment) or (heard.cue("plural") and _GENERAL.search(folded)):
        return None
    if last.question.task not in LOCATED_TASKS and not NARROW.search(folded) and not heard.cue("most", "least"):
        return None
    return narrowed(said, shown)


def narrowed(said: Sequel, shown: tuple[int, ...]) -> Question | None:
    """What the message asks of the co-ops `shown`: the last question with more conditions, where it can say them."""
    before, heard = said.last.question, said.heard
    base = replace(said.alone, task=Task.LIST, regions=before.regions, areas=before.areas)
    if heard.cue("count", "total", "mean") and measured(heard):  # "combien de membres ont-elles ?" of those near a town
        base = replace(base, place=before.place)
    edited = said.reader.of_table(base, heard)
    if heard.cue("rank") and (measure := measured(heard)):
        lowest_first = heard.first_cue("least") is not None and heard.first_cue("most") is None
        edited = replace(edited, task=Task.RANK, measure=measure, descending=not lowest_first)
        edited = replace(edited, limit=how_many(heard) or LONGEST_RANKING)
        edited = replace(edited, services=(), fields=(), unsaid_words=())
    if edited.task not in LOCATED_TASKS:
        if not heard.left or heard.filters:
            return None
        edited = replace(edited, task=Task.LIST)
    found = {f.entry.position for f in said.last.answer.entries}
    one_set = together(before.filters, edited.filters, said.reader.directory)
    turned = not found and len(one_set) < len({*before.filters, *edited.filters})  # none had it: "et sans GMF ?"
    if (set(shown) == found or turned) and _can_say_more(before):
        another = before.task is Task.COUNT and heard.cue("count") and not NARROW.search(heard.message.folded)
        another = another or "correct" in said.cues  # "je voulais dire celles qui ne recrutent pas"
        kept = () if another and edited.filters else before.filters  # "et combien n'ont aucun médecin ?": another count
        one_of_them = 0 < len(edited.services) < len(before.services) and set(edited.services) <= set(before.services)
        kept_services = () if one_of_them else before.services  # "juste les prises de sang"
        edited = replace(
            edited,
            services=tuple(dict.fromkeys((*kept_services, *edited.services))),
            filters=one_set if kept else edited.filters,
            place=before.place,
            radius_km=before.radius_km,
        )
    elif before.place is not None and before.task is Task.LIST and not before.scope and (km := heard.radius_km):
        services = tuple(dict.fromkeys((*before.services, *edited.services)))
        edited = replace(edited, services=services, filters=one_set, place=before.place, radius_km=km, strict=False)
    else:
        edited = replace(edited, scope=shown, place=before.place, radius_km=_reach(said.last))
    if edited.task is Task.RANK and len(shown) == 2 and edited.scope:
        edited = replace(edited, limit=2)  # two compared are both shown
    where = before if not edited.scope else said.alone  # those pointed at, wherever they stand
    return replace(edited, strict=False, areas=where.areas, regions=where.regions)


def _can_say_more(question: Question) -> bool:
    """Whether conditions added to the question select among the co-ops that it shows, and no others."""
    if question.task not in (Task.LIST, Task.COUNT) or question.scope or question.limit or question.strict:
        return False
    return not (question.either or question.lacking or question.planned)


def _reach(last: Turn) -> float | None:
    """A radius that keeps every co-op just shown."""
    found = last.answer.entries or last.answer.besides
    distances = [f.distance_km for f in found if f.distance_km is not None]
    return max([*distances, last.question.radius_km or 0.0]) + 0.1 if distances else last.question.radius_km


def nearest_of_them(said: Sequel) -> Question | None:
    """ "laquelle est la plus proche de Montréal ?", "à moins de 50 km de Montréal": the same list from a place."""
    last, heard, alone, reader = said.last, said.heard, said.alone, said.reader
    if last.question.task not in LOCATED_TASKS:
        return _nearer_of_those_named(said)
    if heard.services or heard.conditions or heard.filters or heard.cue("plural"):
        return None
    if not heard.places and last.question.place is None and heard.cue("nearest"):
        return _nearest_to_before(said)
    if not heard.places or not (heard.cue("nearest") or heard.radius_km is not None) or len(heard.left) > 1:
        return None
    moved = reader.where.where(Question(alone.message, Task.LIST, language=alone.language), heard, None)
    if moved.place is None:
        return None
    among = shown_positions(last) if NARROW.search(heard.message.folded) and len(shown_positions(last)) > 1 else ()
    return replace(
        last.question,
        task=Task.LIST,
        place=moved.place,
        radius_km=moved.radius_km,
        strict=False,
        limit=moved.limit,
        nth=moved.nth,
        areas=(),
        regions=(),
        measure=None,
        scope=last.question.scope or among,
    )


def _nearest_to_before(said: Sequel) -> Question | None:
    """ "la plus proche, c'est laquelle ?" of a list that has no place: from the last place that was looked around."""
    around = next((t.question.place for t in reversed(said.turns) if t.question.place is not None), None)
    if around is None or said.heard.left or said.heard.fields:
        return None
    question = said.last.question
    return replace(
        question,
        task=Task.LIST,
        place=around,
        radius_km=None,
        strict=False,
        limit=1,
        areas=(),
        regions=(),
        measure=None,
    )


def _nearer_of_those_named(said: Sequel) -> Question | None:
    """ "laquelle est la plus proche de Laval ?" after two co-ops were spoken of one after the other."""
    heard = said.heard
    shown = shown_positions(said.last)
    named = shown if len(shown) > 1 else named_in_turn(said.turns)
    if len(named) < 2 or not heard.places or not heard.cue("nearest") or not NARROW.search(heard.message.folded):
        return None
    plain = Question(said.alone.message, Task.LIST, language=said.alone.language)
    moved = said.reader.where.where(plain, heard, None)
    return replace(moved, scope=named, strict=False) if moved.place is not None else None


def which_of_those_named(said: Sequel) -> Question | None:
    """ "laquelle a un urologue ?" after two co-ops were told one after the other."""
    heard, last = said.heard, said.last
    named = named_in_turn(said.turns)
    told_of_one = (
        last.question.task in (Task.FIELDS, Task.CARD, Task.OFFER, Task.TOPIC) and len(shown_positions(last)) == 1
    )
    if not told_of_one or len(named) < 2 or not _WHICH_OF_THEM.match(heard.message.folded) or not bare(heard, 9):
        return None
    if heard.places or heard.named or heard.cue("most", "least", "nearest", "count") or not services_wanted(heard):
        return None
    if any(len(shown_positions(t)) > 1 for t in said.turns):
        return None  # "laquelle" may be of that list
    plain = Question(said.alone.message, Task.LIST, language=said.alone.language)
    return replace(plain, services=services_wanted(heard), scope=named)


_WHICH_OF_THEM = re.compile(r"(?:(?:et|ok|pis|and) )*(?:laquelle|lequel|which (?:one|of them))(?!\S)")


def sum_of_those_named(said: Sequel) -> Question | None:
    """ "additionne-les", "ça fait combien ensemble ?" after the members of two co-ops told one after the other."""
    heard, question, named = said.heard, said.last.question, named_in_turn(said.turns)
    measure = next((f for f in question.fields if f in MEASURES), None) if question.task is Task.FIELDS else None
    if measure is None or len(named) < 2 or not _TOGETHER.fullmatch(said.whole.message.folded) or heard.places:
        return None
    asked = [t.question for t in said.turns if t.question.task is Task.FIELDS and measure in t.question.fields]
    of_these = tuple(dict.fromkeys(p for q in asked for p in q.subjects))
    if len(of_these) < 2:
        return None
    plain = Question(said.alone.message, Task.SUM, language=said.alone.language)
    return replace(plain, scope=of_these, measure=measure)


_TOGETHER = re.compile(
    r"(?:(?:et|pis|ok|bon|and) )*(?:additionn\w*(?: (?:les|ca|tout ca|moi ca|les deux))*|(?:le )?total(?: des deux)?"
    r"|(?:ca |elles )?(?:fait |font |donne )?combien (?:ensemble|en tout|au total|a elles (?:deux|trois)"
    r"|(?:pour|avec|entre) (?:les|toutes les|ces) (?:deux|trois|quatre))(?: (?:ensemble|en tout|au total|reunies))?"
    r"|(?:les deux |tout ca |toutes )?(?:ensemble|reunies|au total|en tout)(?: ca (?:fait|donne) combien)?"
    r"|add them(?: up)?|together|in all)(?: (?:stp|svp|please))*"
)


def most_of_those_named(said: Sequel) -> Question | None:
    """ "laquelle a le plus de membres ?", "qui en a le plus ?" after two co-ops were asked of one after the other."""
    heard, last = said.heard, said.last
    if len(shown_positions(last)) > 1 or not heard.cue("most", "least") or heard.cue("nearest") or not bare(heard, 9):
        return None
    if heard.places or heard.named or heard.services or not _WHICH.search(heard.message.folded):
        return None
    named = named_in_turn(said.turns)
    sized = "members" if SIZED.search(heard.message.folded) else None
    if sized and set(last.question.fields) & {"population", "population_text"}:
        sized = "population"
    measure = measured(heard) or sized or next((f for f in last.question.fields if f in MEASURES), None)
    if len(named) < 2 or measure is None:
        return None
    plain = Question(said.alone.message, Task.RANK, language=said.alone.language)
    least = heard.first_cue("most") is None
    return replace(plain, scope=named, measure=measure, descending=not least, limit=len(named))


def most_in_the_table(said: Sequel) -> Question | None:
    """ "laquelle en a le plus, dans le tableau ?" after members were told in the prose: the first of the table."""
    heard, last = said.heard, said.last
    if last.question.task is not Task.PROSE or not heard.cue("most", "least") or not bare(said.whole, 13):
        return None
    if heard.places or heard.named or heard.services or heard.left or not _WHICH_HAS_MOST.search(heard.message.folded):
        return None
    asked = (measured(said.reader.ear.hear(t.question.message)) for t in reversed(said.turns))
    measure = next((m for m in asked if m is not None), None)
    if measure is None:
        return None
    plain = Question(said.alone.message, Task.RANK, language=said.alone.language)
    return replace(plain, measure=measure, descending=heard.first_cue("most") is not None)


_WHICH_HAS_MOST = re.compile(
    r"(?<!\S)(?:laquelle|quelle (?:coop|cooperative|clinique)|which (?:one|co op|coop)) (?:en |has |had )"
    r"(?:(?:a|avait|compte|comptait|rassemble|groupe) )?(?:le |the )?(?:plus|moins|most|least|fewest)(?!\S)"
)

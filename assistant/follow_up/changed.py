"""Follow-ups that change one piece of the last question: its place, service, number, measure, radius or year."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import MEASURES, OF_ONE, how_many, measured, services_wanted
from assistant.editing import as_list, in_region, looked_for_in, measured_by
from assistant.filters import criteria, together
from assistant.follow_up.asked_of import with_subject
from assistant.follow_up.compared import extreme
from assistant.follow_up.narrowed import narrower
from assistant.follow_up.one_more_service import sought_anew
from assistant.follow_up.same_noun import measure_of, with_unit
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import (
    HOW_MANY_THERE,
    LOCATED_TASKS,
    NARROW,
    PRONOUN,
    THESE,
    bare,
    links,
    shown_positions,
    up_to_a_list,
)
from assistant.numbers import NUMBER, value
from assistant.question import Question, Task
from assistant.reckoned import LONGEST_RANKING
from index.criteria import Comparison, Number, Recruits

_SIZES = frozenset("petit petite petits grand grande gros grosse haut bas eleve small large".split())
_WITH = re.compile(r"^(?:\w+ ){0,2}(?:avec|with) ")
# "de la nutrition à la place", "une nutritionniste tant qu'à faire".
_INSTEAD = re.compile(r" (?:a la place|au lieu|plutot|instead)$")
_OF_SOME = re.compile(r"^(?:(?:ok|bon|non|finalement|pis|et) )*(?:de la|de l|du|des|de|un|une|some|a) ")
# "qui font des prises de sang", "où on peut se faire vacciner": of those just shown, or around the same place
_WHO_GIVES = re.compile(
    r"(?:et |pis |puis )?(?:(?:qui|ki) (?:fait|font|offre|offrent|a|ont|donne|donnent|propose|proposent)"
    r"|ou (?:est ce qu )?(?:on|je|c est qu on) (?:peut|peux|puis))(?!\S)"
)


def another_number(said: Sequel) -> Question | None:
    """ "et plus de 9000 ?": the same measure, another bound; "et moins de 9000 ?" after "plus de 2000": both."""
    last, heard = said.last, said.heard
    numbers = [c for c in last.question.filters if isinstance(c, Number)]
    match = re.fullmatch(
        r"(?:(?:et|and|pis|non|no|ok|oups|plutot) )*"
        r"(?:(?:celles |lesquelles )?qui en (?:veulent|cherchent|ont|comptent|recrutent) )?"
        r"(?:(seulement|juste|plus de|moins de|au moins|au plus|exactement|more than|less than|at least) )?"
        rf"(?:les )?({NUMBER})(?: et plus)?(?: (?:d abord|plutot|mettons|disons|alors|donc|stp|svp))*",
        heard.message.folded,
    )
    if not numbers or match is None:
        return None
    bound = {
        "plus de": Comparison.MORE,
        "moins de": Comparison.LESS,
        "au moins": Comparison.AT_LEAST,
        "au plus": Comparison.AT_MOST,
        **dict.fromkeys(("exactement", "seulement", "juste"), Comparison.EQUAL),
        "more than": Comparison.MORE,
        "less than": Comparison.LESS,
        "at least": Comparison.AT_LEAST,
    }.get(match.group(1) or "", numbers[0].comparison)
    changed = replace(numbers[0], comparison=bound, number=value(match.group(2)))
    if _NOT_SO.match(heard.message.folded):
        return replace(last.question, filters=tuple(changed if c is numbers[0] else c for c in last.question.filters))
    return replace(last.question, filters=together(last.question.filters, (changed,), said.reader.directory))


_NOT_SO = re.compile(r"(?:non|no|oups|plutot|seulement|juste)(?!\S)")


def summed(said: Sequel) -> Question | None:
    """ "combien de membres ?" after a list that something selects: their number in all, with that of each."""
    question, measure = said.last.question, measured(said.heard)
    selects = question.services or question.filters or question.regions or question.areas or question.place
    several = question.task in (Task.LIST, Task.COUNT) and len(said.last.answer.entries) > 1
    if not (selects and several and measure) or question.limit or question.lacking or question.either:
        return None
    if not _HOW_MANY.fullmatch(said.heard.message.folded):
        return None
    return replace(question, task=Task.SUM, measure=measure, fields=())


_HOW_MANY = re.compile(
    r"(?:(?:et|pis|ok|and) )*(?:(?:(?:ca (?:fait|donne|represente)|(?:elles|ils) (?:ont|comptent|font)) )?"
    r"(?:combien|how many)(?: de| d)? \w+(?: (?:actifs?|de famille))?(?: (?:en tout|au total|ensemble|in all))?"
    r"|(?:les|leurs|des|the|their) \w+(?: (?:actifs?|de famille))?(?: (?:il|elles?|on|ca|y|en|a|ont|fait|font|c|est))* "
    r"(?:combien|how many)(?: (?:en tout|au total|ensemble|in all))?)"
)


def bounded(said: Sequel) -> Question | None:
    """ "celles avec plus de 2000" after a ranking by members, "et entre 500 et 1000 ?" after fewer than 100."""
    whole, question, heard = with_unit(said), said.last.question, said.heard
    ranked = question.task is Task.RANK and not question.scope
    if whole is None and ranked and heard.conditions and NARROW.search(heard.message.folded) and not heard.places:
        whole = said  # "celles qui en cherchent juste un"
    if whole is None:
        return None
    if ranked:  # of all those ranked, not of the first
        limits = together(question.filters, criteria(whole.heard), said.reader.directory)
        return replace(as_list(question), filters=limits, limit=None, nth=1)
    return narrower(whole)


def another_measure(said: Sequel) -> Question | None:
    """ "et les médecins ?" after a ranking by members, or a list with the members of each."""
    last, heard = said.last, said.heard
    measure = measured(heard)
    leads = measure != last.question.measure and _WHO_LEADS.search(heard.message.folded) is not None
    beside = last.question.task is Task.LIST and set(last.question.fields) & set(MEASURES)
    if (
        last.question.task is Task.RANK
        and PRONOUN.search(heard.message.folded)
        and not (heard.cue("most", "least", "rank") or leads)
    ):
        return None  # "et son nombre de membres ?": of the first
    if (
        not (last.question.task in (Task.RANK, Task.SUM, Task.MEAN) or (beside and not heard.cue("rank", "most")))
        or measure is None
        or heard.places
        or heard.named
        or heard.conditions  # "et celles qui ont moins de 600 membres ?": a number to have, no column
        or not (((links(heard) or "correct" in said.cues) and bare(heard, 9)) or leads)
    ):
        return None
    if beside:
        return replace(last.question, fields=(*(f for f in last.question.fields if f not in MEASURES), measure))
    edited = measured_by(last.question, measure)
    if heard.cue("rank"):
        return replace(edited, task=Task.RANK, limit=how_many(heard) or LONGEST_RANKING, topic="")
    return edited


# "si on regarde les membres, c'est qui la première ?", "côté dossiers, laquelle arrive en tête ?"
_WHO_LEADS = re.compile(
    r"(?<!\S)(?:qui|laquelle|quelle (?:coop|cooperative|clinique)|which one|who)"
    r"(?: (?:est|serait|etait|c est|ce serait|arrive\w*|vient|se (?:classe|place|trouve)|sort|s|is|comes))*"
    r" (?:(?:la |le |the )?(?:premiere?|gagnante?|numero un|championne|first|winner)|en (?:tete|premier\w*)|devant"
    r"|gagn\w+|mene|l emporte|domine)(?! (?:de|d|des|du|qui|coop\w*)(?!\S))(?!\S)"
)


def with_the_number(said: Sequel) -> Question | None:
    """ "en liste à puces, avec le nombre": the co-ops just reckoned over, with the number of each."""
    question = said.last.question
    measure = measure_of(question)
    if measure is None or question.task not in LOCATED_TASKS or not _BESIDE.fullmatch(said.heard.message.folded):
        return None
    if question.task is not Task.RANK:
        question = as_list(question)
    return replace(question, fields=(measure,))


_BESIDE = re.compile(r"(?:(?:a )?puces )?(?:avec|et|with) (?:le|les|leurs?|the|their) (?:nombres?|numbers?)")


def other_end(said: Sequel) -> Question | None:
    """ "et le moins ?" after "laquelle a le plus de membres ?"."""
    last, heard = said.last, said.heard
    asked = tuple(f for f in heard.field_codes if f in OF_ONE and f not in MEASURES and f != "card")
    match = (_THE_END_WITH if asked else _THE_END).fullmatch(heard.message.folded)
    if match is None or heard.places or heard.services:
        return None
    if last.question.task is not Task.RANK:
        return None if asked else _end_of_the_list(said, match["what"], match["size"], match["how"])
    if match["what"] and measured(heard) != last.question.measure:
        return None
    small = match["size"] in _SMALL
    turned = replace(last.question, descending=small if match["how"] in _LESS else not small, nth=1)
    if not asked:
        return turned
    that = extreme(said, turned.scope, turned.measure or "") if turned.scope else None
    if that is not None:
        return replace(
            Question(said.alone.message, Task.FIELDS, language=said.alone.language), subjects=that, fields=asked
        )
    return replace(turned, fields=asked, limit=len(turned.scope) or None)


def _end_of_the_list(said: Sequel, what: str | None, size: str | None, how: str) -> Question | None:
    """ "et celle qui en a le moins ?" after the members of one of a list: the one of the list that has fewest."""
    question, heard = said.last.question, said.heard
    listed = up_to_a_list(said.turns)
    measure = next((f for f in question.fields if f in MEASURES), None) if question.task is Task.FIELDS else None
    if measure is None or not listed or not set(question.subjects) <= set(shown_positions(listed[-1])):
        return None
    if what and measured(heard) != measure:
        return None
    small = size in _SMALL
    plain = Question(said.alone.message, Task.RANK, language=said.alone.language, measure=measure)
    return replace(plain, scope=shown_positions(listed[-1]), descending=small if how in _LESS else not small)


_SMALL = frozenset("petite petit petites petits".split())
_LESS = frozenset("moins least fewest".split())
_END = (
    r"(?:ok |oui |bon |non )?(?:et |and |pis )?(?:(?:celle|laquelle|qui)(?: qui)? en (?:a|compte|cherche) )?"
    r"(?:les? |la |the )?(?P<how>plus|moins|most|least|fewest)(?: (?P<size>petite?s?|grande?s?|grosses?|importantes?))?"
)
_FILLER = r"(?:d abord|alors|donc|plutot|stp|svp|c est (?:laquelle|qui|quoi))(?!\S)"
_THE_END = re.compile(rf"{_END}(?P<what>(?! {_FILLER}) (?:(?:de |d )?\w+))?(?: {_FILLER})*")
# "et la plus petite, son numéro ?", "celle qui en a le moins, qui la dirige ?"
_THE_END_WITH = re.compile(rf"{_END}(?P<what> (?:de |d )\w+)?(?: .+)")


def another_region(said: Sequel) -> Question | None:
    """ "non, 14" after "les coops de la région 12": another region by its number."""
    question = said.last.question
    match = _REGION_NUMBER.fullmatch(said.heard.message.folded)
    if not question.regions or question.task not in LOCATED_TASKS or match is None or not 1 <= int(match[1]) <= 17:
        return None
    return in_region(question, int(match[1]))


_REGION_NUMBER = re.compile(r"(?:(?:et|pis|non|plutot|ok|la|le|region|pour|dans|celles?|du|de|and|no) )*(\d{1,2})")


def another_place(said: Sequel) -> Question | None:
    """ "et à Thurso ?", "plutôt dans les Laurentides"."""
    last, heard, alone, reader = said.last, said.heard, said.alone, said.reader
    question = last.question
    some = _SOME_THERE.search(heard.message.folded)
    if some and question.task in OF_THE_ONE:  # "à Montréal y en a pas une ?": sought as before, elsewhere
        located = (t.question for t in reversed(said.turns) if t.question.task in LOCATED_TASKS)
        question = next((q for q in located if q.services), question)
    where = bool(heard.places) or bool(alone.regions)
    if not where or question.task not in (*LOCATED_TASKS, Task.UNKNOWN_PLACE, Task.OFFER, Task.CLARIFY_PLACE):
        return None
    if heard.services or heard.conditions or heard.filters or (heard.fields and not links(heard)):
        return None
    one = reader.subjects.located(heard.places[0]) if len(heard.places) == 1 else ()
    columns = set(heard.field_codes) & OF_ONE
    if len(one) == 1 and (columns - set(MEASURES) or (columns and alone.subjects)):
        # "et à Bedford, c'est qui la présidente ?", "et la coop de Bedford, combien de membres ?"
        return with_subject(last, one, replace(heard, places=(), named=()), alone, reader)
    counted = heard.cue("count") and not HOW_MANY_THERE.match(heard.message.folded)
    whole = counted or heard.cue("plural", "singular", "most", "least")  # a question of its own inherits nothing
    if not (links(heard) or some or (bare(heard, 5) and not whole)) or heard.cue("federation") or heard.left:
        return None
    moved = reader.where.where(Question(alone.message, Task.LIST, language=alone.language), heard, None)
    if moved.task in (Task.CLARIFY_PLACE, Task.UNKNOWN_PLACE):
        return replace(moved, services=question.services, either=question.either, filters=question.filters)
    if question.place is not None and not question.strict:
        moved = replace(moved, strict=False)  # "près de" stays, the place alone is another one
    task = question.task if question.task in LOCATED_TASKS else Task.LIST
    radius = moved.radius_km or (question.radius_km if moved.place is not None and not question.scope else None)
    return replace(looked_for_in(question, moved), task=task, radius_km=radius)


_SOME_THERE = re.compile(
    r"(?<!\S)(?:(?:y|il y|n y) en (?:a|aurait|avait)"
    r"|en (?:a|ont|trouve|existe)(?: t on| tu)?(?: pas)? (?:une?|d autres?))(?!\S)"
    r"|(?<!\S)(?:is|are) there (?:one|any|some)(?!\S)"
)
OF_THE_ONE = (Task.FIELDS, Task.CARD, Task.OFFER, Task.TOPIC, Task.DISTANCE)


def another_service(said: Sequel) -> Question | None:
    """ "et pour la psychologie ?": the place and the filters stay."""
    last, heard, alone = said.last, said.heard, said.alone
    question = last.question
    if (
        not services_wanted(heard)
        or heard.places
        or alone.subjects
        or question.task not in (*LOCATED_TASKS, Task.UNKNOWN_PLACE)
    ):
        return None
    anew = sought_anew(said)
    if question.task is Task.UNKNOWN_PLACE or not (
        anew
        or links(heard)
        or bare(heard, 4)
        or _OF_SOME.match(heard.message.folded)
        or _INSTEAD.search(said.whole.message.folded)
        or _WITH.search(heard.message.folded)
        or (_WHO_GIVES.match(heard.message.folded) and bare(heard, 9))
        or "add" in said.cues
        or PRONOUN.search(heard.message.folded)
        or NARROW.search(heard.message.folded)
    ):
        return None
    narrows = bool(NARROW.search(heard.message.folded) or _WITH.search(heard.message.folded))
    narrows = not anew and (narrows or bool(said.cues & {"also", "add"}))
    services = alone.services or heard.service_codes
    taken = set(said.taken_back.service_codes) if said.taken_back is not None else set()
    if taken & set(question.services):  # "au lieu de la masso, l'acupuncture"
        services = (*(c for c in question.services if c not in taken), *services)
    elif narrows and not set(services) <= set(question.services):  # "juste les prises de sang": that one alone
        services = tuple(dict.fromkeys((*question.services, *services)))
    task = Task.COUNT if heard.cue("count") else Task.LIST
    nearest = question.limit if question.place is not None and task is question.task else None
    question = replace(question, task=task, services=services, scope=(), either=False, measure=None)
    return replace(question, limit=nearest, nth=1, lacking=alone.lacking)


def another_aggregate(said: Sequel) -> Question | None:
    """ "la moyenne ?" after a total, or after a list that says a number of each; "et au total ?" after a ranking."""
    heard = said.heard
    if not bare(heard, 7) or heard.fields or heard.services or heard.places or heard.named:
        return None
    if set(heard.left) - _SIZES or not heard.cue("mean", "median", "total", "rank"):
        return None
    question = next((t.question for t in reversed(said.turns) if _reckons(t.question)), None)
    listed = said.last.question.task in (Task.LIST, Task.COUNT) and len(said.last.answer.entries) > 1
    if listed and heard.cue("count", "total") and not _reckons(said.last.question):
        return None  # those just listed are counted
    if _reckons(said.last.question):
        question = said.last.question  # as edited so far
    measure = measure_of(question) if question is not None else None
    if question is None or measure is None:
        return None
    if question.task in (Task.FIELDS, Task.LIST, Task.COUNT):
        question = replace(question, measure=measure, scope=question.subjects or question.scope, subjects=(), form="")
    question = replace(question, fields=())
    if heard.cue("rank"):
        return replace(question, task=Task.RANK, limit=how_many(heard) or LONGEST_RANKING, nth=1)
    if heard.cue("total"):
        return replace(question, task=Task.SUM, limit=None)
    return replace(question, task=Task.MEAN, limit=None, topic="median" if heard.cue("median") else "mean")


def _reckons(question: Question) -> bool:
    """Whether a question gives a number of each of several co-ops."""
    if question.task in (Task.SUM, Task.MEAN, Task.RANK):
        return True
    several = question.task in (Task.LIST, Task.COUNT) or (question.task is Task.FIELDS and len(question.subjects) > 1)
    return several and measure_of(question) is not None


# "combien de coops l'offrent en tout", "combien en ont au total", "how many offer it in all"
_HAVE_IT = re.compile(
    r"(?<!elles )(?<!ils )(?<!elle )(?<!ca )(?<!cela )(?<!y )(?<!\S)(?:(?:l|le|la|les|en) (?:\w+ )?"
    r"(?:offr\w+|ont|a|font|fait|donn\w+|propos\w+)|(?:offers?|have|has|does?) (?:it|one|that))(?!\S)"
)
_IN_ALL = re.compile(
    r"(?<!\S)(?:en tout|au total|en totalite|en tout et partout"
    r"|(?:dans |de )?tout(?:e la province| le (?:quebec|reseau|tableau))"
    r"|au quebec|dans (?:la province|le tableau|le reseau)|in (?:all|total|quebec)|altogether)(?!\S)"
)
_COOPS_COUNTED = re.compile(
    r"(?<!\S)(?:combien|nombre|how many)(?: de)? (?:coops|cooperatives|cliniques|clinics|co ops)(?!\S)"
)


def counted_in_all(said: Sequel) -> Question | None:
    """ "combien l'offrent en tout ?": the service last asked, counted over the whole table."""
    heard, folded = said.whole, said.whole.message.folded
    everywhere = _IN_ALL.search(folded) or (_COOPS_COUNTED.search(folded) and not heard.places)
    if not heard.cue("count") or not _HAVE_IT.search(folded) or not everywhere:
        return None
    if heard.services or heard.fields or heard.filters or heard.conditions or heard.topics or len(heard.left) > 1:
        return None
    asked = (t.question for t in reversed(said.turns) if t.question.task in (*LOCATED_TASKS, Task.OFFER))
    question = next((q for q in asked if q.services), None)
    if set(said.last.question.fields) & {"doctors", "family_doctors"}:
        question = replace(said.last.question, services=("medecine_familiale",))
    if question is None:
        return None
    plain = Question(said.alone.message, Task.COUNT, language=said.alone.language)
    return replace(plain, services=question.services, either=question.either, lacking=question.lacking)


_SEEK = re.compile(
    r"(?<!\S)(?:veul\w*|veut|voudr\w*|cherch\w*|recherch\w*|recrut\w*|besoin|manque\w*|want|need|seek\w*"
    r"|looking for)(?!\S)"
)


# "combien recrutent ?", "pis combien d'entre elles en cherchent", where "combien en cherchent-elles" counts doctors
_HOW_MANY_SEEK = re.compile(
    r"(?:(?:et|pis|puis|ok|and|dont) )*(?:combien|how many)(?: d entre elles| de (?:ces|celles) \w+| la dedans"
    r"| of them)?"
    r"(?: qui)?(?: en)? (?:re)?(?:crut|cherch|veul|embauch|need|seek|look)\w*"
    r"(?: (?:un|des|du|de|d|encore|toujours|for|a|some|medecins?|docteurs?|omnis|doctors?|monde))*"
)


def seekers_counted(said: Sequel) -> Question | None:
    """ "combien recrutent ?" after a list: the co-ops of it that seek doctors, counted."""
    question, shown = said.last.question, shown_positions(said.last)
    if question.task not in LOCATED_TASKS or len(shown) < 2:
        return None
    if not _HOW_MANY_SEEK.fullmatch(" ".join(THESE.sub(" ", said.heard.message.folded).split())):
        return None
    counted = replace(question, task=Task.COUNT, measure=None, fields=(), topic="", nth=1)
    if question.limit:
        counted = replace(counted, limit=None, scope=shown)
    return replace(counted, filters=together(question.filters, (Recruits(),), said.reader.directory))


_THEY = re.compile(r"(?<!entre )(?<!parmi )(?<!\S)(?:elles|ils|eux autres|they)(?!\S)")


def sought_in_all(said: Sequel) -> Question | None:
    """ "combien en veulent-elles au total ?" after those that recruit: the doctors sought, added up."""
    question, heard = said.last.question, said.heard
    several = question.task in (Task.LIST, Task.COUNT) and len(said.last.answer.entries) > 1
    recruits = several and any(isinstance(c, Recruits) for c in question.filters)
    several = question.task in LOCATED_TASKS and len(said.last.answer.entries) > 1
    together = several and _THEY.search(heard.message.folded)  # "à elles trois, elles en cherchent combien ?"
    if not (recruits or together) or not heard.cue("count", "total") or not _SEEK.search(heard.message.folded):
        return None
    if heard.places or heard.named or heard.services or heard.cue("plural", "most", "least"):
        return None
    scope = shown_positions(said.last) if question.limit else question.scope
    return replace(question, task=Task.SUM, measure="recruiting", topic="", scope=scope, limit=None, nth=1)


def just_counted(said: Sequel) -> Question | None:
    """ "combien en tout ?", "ça fait quel pourcentage ?": the same list, counted."""
    last, heard = said.last, said.heard
    if (
        last.question.task in (Task.LIST, Task.COUNT)
        and heard.cue("count")
        and bare(heard, 8)
        and not (heard.fields or heard.services or heard.places or heard.left)
    ):
        return replace(last.question, task=Task.COUNT)
    return None

"""The circle and the order of nearness of the last search around a place: "25 km plutôt", "la deuxième plus proche"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import fields_besides_where, measured, services_wanted
from assistant.conversation import Turn
from assistant.editing import anywhere, in_circle, looked_for_in
from assistant.follow_up.asked_of import with_subject
from assistant.follow_up.pointing import spelt
from assistant.follow_up.removed import called_services
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, ORDINALS, THAT_ONE, bare, links, shown_positions
from assistant.question import Question, Task
from assistant.where import AROUND
from index.criteria import Except, Number
from index.places import Place, distance_km
from ingest.french import key
from ingest.regions import region

NEAR_KM = 30.0  # what "près de" means where no radius is said
_OF_ONE = (Task.FIELDS, Task.OFFER, Task.CARD, Task.TOPIC, Task.DISTANCE)
_WIDER = re.compile(r"(?<!\S)(?:plus loin|elargi\w*|agrandi\w*|plus large|further|farther|wider|bigger radius)(?!\S)")
_CLOSER = re.compile(r"(?<!\S)(?:plus pres|plus proche|resserr\w*|closer)(?!\S)")
_TAIL = (
    r"(?: (?:d abord|stp|svp|alors|donc|pour voir|please|max|maximum|au plus|plutot|a la place|mettons|disons|environ"
    r"|d ici|de chez nous|(?:ca (?:donne|fait)|c est|(?:il )?y a)(?: t il)? (?:quoi|qui|laquelle|lesquelles|combien)))*"
)
_SET_RADIUS = re.compile(
    r"(?<!\S)(?:(?:re)?mont\w*|agrandi\w*|augment\w*|elargi\w*|rallong\w*|eten\w*|pouss\w*|redui\w*"
    r"|(?:re)?descend\w*|baiss\w*"
    r"|diminu\w*|pass\w*|resserr\w*|jusqu|va|vas|allez|(?:re)?me(?:ts|t|ttez|ttons)|limite\w*|revien\w*|extend|widen"
    r"|raise"
    r"|increase|make)"
    r"(?: (?:moi|ca|le|la|les|un|peu|rayon|cercle|zone|recherche|distance|it|the|radius))*(?: (?:a|to|disons|mettons))?"
    r" (?P<km>\d{1,3})"
    rf"(?: km| kilometres)?{_TAIL}$"
)
# "bon, 25 d'abord", "remets 40", "à moins de 8", "pas 30, 20": a number alone, with words that set it.
_OTHER_KM = re.compile(
    r"(?:(?:non|pas|et|pis|puis|plutot|disons|mettons|ok|okay|bon|ben|alors|finalement|euh|c est|essa\w+|avec|un|rayon"
    r"|dans|sur|a|de|d|moins|max|maximum|seulement|juste|sinon|(?:re)?me(?:ts|t|ttez|ttons)|(?:re)?prends|revien\w*"
    r"|revenons"
    r"|limite\w*|mieux|encore|within|to|make|it|just|back) (?:\d{1,3} (?:km |kilometres )?)?)*"
    rf"(?P<km>\d{{1,3}})(?: km| kms| kilometres| kilometers)?{_TAIL}"
)
_NEXT = re.compile(
    r"(?<!\S)(?:(?:la|le|celle|une) (?:suivante?|prochaine?|(?:juste )?(?:d )?apres|autre)|(?:la )?suivante?"
    r"|(?<!combien )d autres?|l autre apres"
    r"|(?:la )?plus proche (?:apres|ensuite)|(?:the )?next(?: (?:one|nearest|closest))?|another(?: one)?)(?!\S)"
)
_FEW_NAMED = "[2-9]|deux|trois|quatre|cinq|two|three|four|five"
_NEXT_FEW = re.compile(
    rf"(?<!\S)(?:les (?:(?P<n>{_FEW_NAMED}) )?(?:suivantes|prochaines|d apres)|the next (?P<n2>{_FEW_NAMED}))(?!\S)"
)
FEW = 3  # shown where "les suivantes" says no number
# "l'autre ?" where one was shown: the one that comes after it.
_THE_OTHER = re.compile(
    r"(?:(?:et|pis|ok|bon|non|and|c est (?:qui|quoi|laquelle)) )*(?:l autre|the other(?: one)?)"
    r"(?: (?:coop|clinique|apres|d apres|c est (?:qui|quoi|laquelle)|stp|svp|alors|donc))*"
)
_RANK = re.compile(
    rf"(?<!\S)(?:la|le|the|c est|en|ma|une|arriv\w+|vient|suit|au|qui est) (?P<rank>{'|'.join(ORDINALS)})(?!\S)"
)


_FROM_THE_END = re.compile(
    rf"(?<!\S)(?P<rank>{'|'.join(ORDINALS)}) (?:coop |clinique )?(?:la )?plus "
    r"(?:(?P<small>petite?|basse?|faible)|grande?|grosse?|importante?|haute?|elevee?)(?!\S)"
)


def set_radius(said: Sequel) -> Question | None:
    """ "monte à 40", "bon, 25 d'abord", "à moins de 8 km": the last search around a place, in another circle."""
    whole = said.whole
    numbered = whole.radius_km is not None or re.search(r"\d", whole.message.folded)
    if not numbered or whole.places or whole.services or whole.conditions:
        return None
    asked = [t for t in reversed(said.turns) if t.question.task in LOCATED_TASKS]
    located = (_around_a_town(t.question, said) for t in asked)
    around = next((q for q in located if q.place is not None), None)
    around = around or _around_its_place(said.turns[-1], said, (*_AT_A_TOWN, Task.CARD))
    if _OF_WHAT_WAS_ASKED.search(whole.message.folded):
        return None  # "à moins de 40 km, lesquelles en ont ?": see `sought_within`
    if around is None:
        return _around_what(said)
    km = _radius_said(said, around)
    if km is None:
        return None
    task = Task.LIST if around.task is Task.LIST or around is not said.last.question else around.task
    return in_circle(replace(around, task=task, form=""), km)


def _around_what(said: Sequel) -> Question | None:
    """ "dans un rayon de 50 km" after those of a region: the circle is around a place that is asked back."""
    question = said.last.question
    if question.task not in (Task.LIST, Task.COUNT) or said.whole.radius_km is None:
        return None
    if _radius_said(said, question) is None:
        return None
    untold = replace(
        question, task=Task.CLARIFY_PLACE, regions=(), areas=(), options=(), scope=(), fields=(), limit=None
    )
    return replace(untold, radius_km=said.whole.radius_km, strict=False, form="")


_OF_WHAT_WAS_ASKED = re.compile(r"(?<!\S)en (?:a|ont|offr\w+|font|fait|donn\w+|propos\w+)(?!\S)")


def sought_within(said: Sequel) -> Question | None:
    """ "dans un rayon de 40 km, où y a-t-il des médecins ?" after one co-op: sought around where it was looked for.

    Where no place was looked around, around that co-op.
    """
    heard, question = said.heard, said.last.question
    if heard.radius_km is None or question.task not in _OF_ONE or heard.places or any(n.sure for n in heard.named):
        return None
    services = services_wanted(heard)
    doctors = {"doctors", "family_doctors"}
    if not services and _OF_WHAT_WAS_ASKED.search(said.whole.message.folded):
        services = question.services or (_FAMILY_DOCTORS if doctors & set(question.fields) else ())
    if not services and doctors & set(heard.field_codes):
        services = _FAMILY_DOCTORS
    if (not services and not heard.filters) or fields_besides_where(heard) - doctors or heard.left:
        return None
    shown = shown_positions(said.last)
    here = said.reader.directory.sites[shown[0] - 1].place if len(shown) == 1 else None
    place = looked_from(said) or here
    if place is None:
        return None
    plain = Question(said.alone.message, Task.LIST, language=said.alone.language, place=place)
    found = said.reader.of_table(plain, heard)
    filters = found.filters if found.task in LOCATED_TASKS else ()
    return replace(plain, services=services, filters=filters, radius_km=heard.radius_km)


def looked_from(said: Sequel) -> Place | None:
    """The place that was last looked around; None where none was."""
    return next((t.question.place for t in reversed(said.turns) if t.question.place is not None), None)


_FAMILY_DOCTORS = ("medecine_familiale",)


def _around_a_town(question: Question, said: Sequel) -> Question:
    """A question asked of a region that is named as its town, Laval or Montréal, asked around the town."""
    if question.place is not None or len(question.regions) != 1 or question.areas:
        return question
    name = region(question.regions[0]).name
    towns = (p for p in said.reader.directory.gazetteer.named(name) if not p.kind.is_area)
    town = next((p for p in towns if p.name == name and p.region == question.regions[0]), None)
    return replace(question, place=town, regions=()) if town is not None else question


def _radius_said(said: Sequel, around: Question) -> float | None:
    """The radius that a message gives and gives nothing else with, in kilometres."""
    whole = said.whole
    match = _SET_RADIUS.search(whole.message.folded)
    numbered = any(isinstance(c, Number) for c in around.filters)
    if match is None and not numbered:
        match = _OTHER_KM.fullmatch(whole.message.folded)
        if match is None and "correct" in said.cues:  # "20 je veux dire"
            match = _OTHER_KM.fullmatch(said.heard.message.folded.strip())
        if match is not None and around.radius_km is None and not _no_rank(said, around, float(match["km"])):
            match = None
    if match is not None:
        return float(match["km"])
    asks = whole.fields or whole.topics or whole.left or whole.named or whole.filters or whole.cue("count", "nearest")
    return None if asks or not bare(whole, 9) else whole.radius_km


def _no_rank(said: Sequel, around: Question, number: float) -> bool:
    """Whether a number said after "près de" can only be kilometres: no rank or position of the co-ops just shown."""
    shown = shown_positions(said.last)
    return around is said.last.question and number > max(len(shown), LEAST_KM) and number not in shown


LEAST_KM = 4  # a smaller number is a rank


_A_TOTAL = (
    r"(?:(?:c est (?:quoi|combien)|ca (?:en )?(?:fait|donne)|quel est|donne\w*(?: moi)?|combien) )*(?:(?:le "
    r"|un )?(?:grand )?"
    r"(?:total|nombre total|compte|decompte)|combien(?: (?:y en a t il|il y en a|en tout|au total))?)"
)
_TOTAL_SAID = re.compile(r"(?<!\S)(?:total|combien|nombre|compte|decompte)(?!\S)")
_EVERYWHERE = re.compile(
    r"(?:(?:et|pis|puis|ok|bon|and|mais|alors|donc|finalement) )*"
    rf"(?:{_A_TOTAL} )?"
    r"(?:(?:si|quand) (?:on |je |j |tu |vous )(?:prend|regard|considere|elargi|cherche|compte|inclu|fait|fai|va"
    r"|va jusqu|etend)\w*"
    r" (?:(?:a|sur|dans|pour) )?)?(?:(?:en tout|au total) )?(?:(?:pour|dans|sur|a) |a l echelle (?:de |d )?|(?:a "
    r"|sur )?(?:toute )?la grandeur (?:de )?)?"
    r"(?:partout(?: au quebec)?|(?:tout )?(?:le|au|du) (?:quebec|reseau)|toute la province|(?:de )?la province"
    r"|a l echelle (?:provinciale|quebecoise)"
    r"|ailleurs au quebec|everywhere|(?:in )?all (?:of )?quebec)"
    rf"(?: {_A_TOTAL})?"
    r"(?: (?:alors|stp|svp|au complet|en entier|entier|entiere|en tout|au total|lui|elle"
    r"|(?:c est|ca (?:donne|serait)|ce serait) (?:qui|laquelle|quoi)|(?:la|le) (?:premiere|numero un|gagnante"
    r"|championne)))*"
)
# "en tout ?" after "combien en Mauricie ?"
_IN_ALL_OF_IT = re.compile(r"(?:(?:et|pis|puis|ok|bon|and) )*(?:en tout(?: et partout)?|au total|in (?:all|total))")
# "où y en a-t-il ?" of what a place lacks
_WHERE_SOME = re.compile(
    r"(?:(?:et|pis|ok|bon|mais|alors|donc|ben) )*ou (?:est ce qu |c est qu |ce qu |qu |que )?"
    r"(?:(?:il )?y en a|ya en|en a)"
    r"(?: t il| tu)?(?: (?:alors|donc|d abord|pour vrai|de la|au juste|vraiment|stp|svp))*"
)


def asked_everywhere(said: Sequel) -> Question | None:
    """ "et partout ?", "et au Québec ?" after a region or a place; "et plus loin ?" where a region has none."""
    question, folded = said.last.question, said.whole.message.folded
    somewhere = question.regions or question.areas or question.place
    if question.task not in LOCATED_TASKS or not somewhere or question.scope:
        return None
    none_there = question.place is None and not said.last.answer.entries
    farther = none_there and _WIDER.search(folded) and bare(said.whole, 4) and not said.whole.places
    in_all = question.task is Task.COUNT and _IN_ALL_OF_IT.fullmatch(folded)
    where = question.services and _WHERE_SOME.fullmatch(folded)
    if not (_EVERYWHERE.fullmatch(folded) or farther or in_all or where):
        return None
    everywhere = anywhere(question)
    if _TOTAL_SAID.search(folded) and question.task is Task.LIST:
        return replace(everywhere, task=Task.COUNT, limit=None, nth=1)
    return replace(everywhere, task=Task.LIST, limit=None, nth=1) if where else everywhere


def distances_again(said: Sequel) -> Question | None:
    """ "à quelle distance ?" of a list around a place: the same, which says how far each one is."""
    question, heard = said.last.question, said.heard
    several = question.task is Task.LIST and question.place is not None and len(shown_positions(said.last)) > 1
    asks = not (heard.places or heard.services or heard.fields or heard.named)
    return question if several and asks and _HOW_FAR.fullmatch(said.whole.message.folded) else None


_HOW_FAR = re.compile(
    r"(?:(?:et|pis|mais|c est|ca fait|and) )*(?:(?:a )?quelle distance|(?:a )?combien de (?:km|kilometres)|loin"
    r"|how far)"
    r"(?: (?:de la|d ici|ca|environ|is it|are they))*"
)


def another_radius(said: Sequel) -> Question | None:
    """ "plus loin", "dans 50 km": the same question, a wider or a closer circle."""
    heard, question = said.heard, said.last.question
    if question.place is None or heard.places or heard.services:
        return None
    if heard.radius_km is not None:
        return in_circle(question, heard.radius_km)
    current = question.radius_km or NEAR_KM
    if _WIDER.search(heard.message.folded):
        return in_circle(question, current * 2)
    if not said.last.answer.entries and heard.cue("nearest") and bare(heard, 8):
        return replace(question, strict=False, limit=1, nth=1, radius_km=None)  # none there: the nearest of all
    if _CLOSER.search(heard.message.folded) and heard.cue("near", "nearest") and bare(heard, 5):
        return in_circle(question, current / 2)
    return None


def next_one(said: Sequel) -> Question | None:
    """ "et la deuxième plus proche ?", "la suivante ?" after the first of a ranking, or the nearest: the next of them.

    What was asked since of the one shown doesn't count: "son numéro ?", "la suivante ?".
    """
    heard, whole = said.heard, said.whole
    ordered = _ordered(said)
    if ordered is None or not bare(whole, 11) or heard.places or any(n.sure for n in heard.named):
        return None
    turn, question = ordered
    if heard.services and question.task is Task.LIST and _NEXT.search(whole.message.folded):
        return _next_with(said, question, turn)
    if heard.services or heard.filters or heard.conditions or heard.topics or heard.cue("plural", "most", "least"):
        return None
    if heard.fields and question.task is not Task.LIST and measured(heard) != question.measure:
        return None
    shown, folded = shown_positions(turn), whole.message.folded
    end = _FROM_THE_END.search(folded)
    if end is not None and question.task is Task.RANK:  # "la deuxième plus petite", after the largest
        rank = ORDINALS[end["rank"]] + 1
        return replace(question, descending=end["small"] is None, nth=rank, limit=None) if rank > 0 else None
    through = question.nth + len(shown) - 1
    ranks = [ORDINALS[match["rank"]] + 1 for match in _RANK.finditer(folded)]
    if ranks:
        return _at_rank(question, min(ranks), said, max(ranks)) if min(ranks) > max(through, 1) else None
    several = _NEXT_FEW.search(folded)
    if several is not None:
        number = several["n"] or several["n2"]
        return _at_rank(question, through + 1, said, through + (spelt(number) if number else FEW))
    other = len(shown) == 1 and _THE_OTHER.fullmatch(folded)
    if not other and (not _NEXT.search(folded) or (question.task is Task.RANK and "autre" in folded)):
        return None
    return _at_rank(question, through + 1, said)


def _next_with(said: Sequel, question: Question, turn: Turn) -> Question:
    """ "la suivante qui a un dentiste": the nearest that has it too, those told already aside."""
    services = tuple(dict.fromkeys((*question.services, *services_wanted(said.heard))))
    seen = Except(tuple(dict.fromkeys((*told_by_rank(said.turns), *shown_positions(turn)))))
    nearest = replace(question, services=services, filters=(*question.filters, seen), nth=1, limit=1)
    return replace(nearest, radius_km=None, strict=False, unsaid_words=())


def _at_rank(question: Question, rank: int, said: Sequel, last: int = 0) -> Question:
    """The ranking or the order of nearness from a rank, to the `last` one where it is farther."""
    if question.task is Task.RANK:
        return replace(question, nth=rank, limit=last if last > rank else None)
    fields = tuple(f for f in said.heard.field_codes if f != "card") or question.fields
    nearest = replace(question, nth=rank, limit=max(last - rank + 1, 1), radius_km=None, strict=False)
    return replace(nearest, fields=fields, unsaid_words=())


def _ordered(said: Sequel) -> tuple[Turn, Question] | None:
    """The last ranking, or search around a place, that all the turns since were about, with its question."""
    since: set[int] = set()
    for end in range(len(said.turns), 0, -1):
        turn = said.turns[end - 1]
        question, shown = turn.question, shown_positions(turn)
        of_it = since <= {*shown, *told_by_rank(said.turns[:end])}
        if question.task is Task.RANK or (question.task is Task.LIST and question.place is not None):
            return (turn, question) if of_it and shown and not question.scope else None
        around = _around_its_place(turn, said)
        if around is not None:
            return (turn, around) if of_it else None
        if question.task not in _OF_ONE or len(shown) != 1:
            return None
        since |= set(shown)
    return None


_AT_A_TOWN = (Task.OFFER, Task.FIELDS)


def _around_its_place(turn: Turn, said: Sequel, tasks: tuple[Task, ...] = _AT_A_TOWN) -> Question | None:
    """ "une coop à Shawinigan avec un psychologue ?", answered of the one that stands there: as a search around it."""
    question = turn.question
    if question.task not in tasks or question.follows or len(question.subjects) != 1:
        return None
    heard = said.reader.ear.hear(question.message)
    plain = Question(question.message, Task.LIST, language=question.language, services=services_wanted(heard))
    around = said.reader.where.where(plain, heard, None)
    if around.task is not Task.LIST or (question.task is Task.FIELDS and not around.services):
        return None
    around = _around_a_town(around, said)
    return around if around.place is not None else None


_FOR_A = re.compile(
    r"^(?:(?:et|pis|puis|ok|bon|and) )*(?:si (?:je|on) (?:cherche|veux|veut) |(?:pour|for) )(?:un|une|des|a|an)(?!\S)"
)


def sought_again(said: Sequel) -> Question | None:
    """ "pis pour un orthésiste ?", "la psychologie, n'importe où" after one of a list: sought as before."""
    heard, question = said.heard, said.last.question
    searches = (t.question for t in reversed(said.turns) if t.question.task in (Task.LIST, Task.COUNT))
    before = next((q for q in searches if q.services), None)
    everywhere = "anywhere" in said.cues
    called = before is not None and called_services(heard.left, before, said.reader.lexicon)
    if question.task not in _OF_ONE or heard.places or heard.named or (heard.left and not called):
        return None
    if before is not None and everywhere and called and not (heard.services or heard.fields):
        return anywhere(replace(before, task=Task.LIST, limit=None, nth=1, scope=()))  # "partout, pour les pieds"
    if not heard.services:
        return None
    corrected = _corrected_search(said) if "correct" in said.cues else None
    if not (corrected or everywhere or _FOR_A.match(heard.message.folded)) or fields_besides_where(heard) - {
        "doctors",
        "family_doctors",
    }:
        return None
    before = corrected or before
    if before is None and everywhere:
        before = Question(said.alone.message, Task.LIST, language=said.alone.language)
    if before is None:
        return None
    again = replace(before, services=said.alone.services or heard.service_codes, either=False, limit=None, nth=1)
    again = replace(again, task=Task.LIST, scope=(), lacking=said.alone.lacking)
    return anywhere(again) if everywhere else again


def _corrected_search(said: Sequel) -> Question | None:
    """The question that named where the co-op just spoken of stands, as a search around that place."""
    told = said.last.question.subjects
    for turn in reversed(said.turns):
        if turn.question.subjects != told:
            return None
        around = _around_its_place(turn, said)
        if around is not None:
            return None if _THE_COOP.search(key(turn.question.message)) else around
    return None


_THE_COOP = re.compile(r"(?<!\S)(?:la|cette|the|that) (?:coop|cooperative|clinique|clinic|co op)(?!\S)")


def _search_before(said: Sequel) -> Question | None:
    """The last search for a service that the turns since were about one co-op of.

    So is a ranking of which they told the first, and any list of which they told all ("leurs courriels").
    """
    for turn in reversed(said.turns):
        question, told = turn.question, said.last.question.subjects
        if question.task in _OF_ONE:
            continue
        if question.task is Task.RANK and question.limit is None and not question.scope:
            return question if told == shown_positions(turn) else None
        of_all = len(told) > 1 and set(told) == set(shown_positions(turn))
        return question if question.task in (Task.LIST, Task.COUNT) and (question.services or of_all) else None
    return None


def sought_elsewhere(said: Sequel) -> Question | None:
    """ "montérégie", "et en Estrie ?" after the phone of one of a list: the same service sought there.

    A town of one co-op may name that co-op, of which the same is asked.
    """
    heard, question = said.heard, said.last.question
    if question.task not in _OF_ONE or not heard.places or THAT_ONE.match(heard.message.folded):
        return None
    if heard.services or heard.fields or heard.topics or heard.conditions or heard.filters or heard.left:
        return None
    before = _search_before(said)
    if before is not None and question.task is Task.OFFER and question.services and not question.lacking:
        before = replace(before, services=question.services, either=False, lacking=())  # the service spoken of last
    if before is None or not (links(heard) or bare(heard, 4)) or heard.cue("singular", "plural", "count"):
        return None
    place = heard.places[0]
    moved = said.reader.where.where(Question(said.alone.message, Task.LIST, language=said.alone.language), heard, None)
    if moved.task is not Task.LIST or (len(said.reader.subjects.located(place)) == 1 and moved.place is not None):
        return None
    columns = question.fields if question.task is Task.FIELDS else before.fields
    if before.task is Task.RANK:
        return replace(looked_for_in(before, moved), radius_km=moved.radius_km)
    there = replace(looked_for_in(before, moved), task=Task.LIST, radius_km=moved.radius_km, fields=columns)
    return replace(there, limit=moved.limit or there.limit)


def from_another_home(said: Sequel) -> Question | None:
    """ "on a déménagé à Châteauguay. Alors laquelle ?": the nearest that was last sought, from the place told."""
    heard = said.heard
    if not _WHICH_THEN.search(heard.message.folded) or len(heard.places) != 1:
        return None
    if heard.services or heard.fields or heard.filters or heard.conditions or heard.topics:
        return None
    searches = (t.question for t in reversed(said.turns) if t.question.task in (Task.LIST, Task.COUNT))
    before = next((q for q in searches if q.services or q.place is not None or q.filters), None)
    moved = said.reader.where.where(Question(said.alone.message, Task.LIST, language=said.alone.language), heard, None)
    if before is None or moved.task is not Task.LIST:
        return None
    there = replace(looked_for_in(before, moved), task=Task.LIST, radius_km=None, unsaid_words=(), fields=())
    nearest = there.place is not None and "quelles" not in heard.message.folded
    return replace(there, strict=False, limit=1) if nearest else there


# "alors laquelle ?", behind what is told
_WHICH_THEN = re.compile(
    r"(?<!\S)(?:c est |ce serait |ca serait |ca donne |which )?(?:laquelle|lesquelles|which one)"
    r"(?: (?:alors|d abord|donc|maintenant|dans ce cas|la|then|que ca serait|qui serait mieux|(?:pour|chez) \w+))*$"
)


def the_one_near(said: Sequel) -> Question | None:
    """ "celle proche de Drummondville": the one of those just shown that is clearly nearest to it."""
    heard = said.heard
    if not THAT_ONE.match(heard.message.folded) or len(heard.places) != 1 or not AROUND.search(heard.places[0].lead):
        return None
    place, shown = said.reader.where.reading(heard.places[0], heard), shown_positions(said.last)
    if place is None or not shown or said.last.question.task is Task.PROSE or heard.cue("nearest"):
        return None
    sites = (said.reader.directory.sites[p - 1] for p in shown)
    by_distance = sorted((distance_km(s.place, place), s.entry.position) for s in sites if s.place is not None)
    if not by_distance or by_distance[0][0] > NEAR_KM:
        return None
    if len(by_distance) > 1 and by_distance[1][0] < _CLEARLY * by_distance[0][0]:
        return None
    plain = replace(heard, places=(), named=())
    return with_subject(said.last, (by_distance[0][1],), plain, said.alone, said.reader)


_CLEARLY = 1.5  # times as far: the second of those shown, where the first is the one meant


def told_by_rank(turns: tuple[Turn, ...]) -> tuple[int, ...]:
    """The co-ops of one ranking or order of nearness that were told one after the other, first to last."""
    ordered = [t for t in turns if t.question.task in (Task.RANK, Task.LIST) and t.answer.entries]
    if not ordered or ordered[-1].question.nth == 1:
        return ()
    last, told = ordered[-1].question, dict[int, int]()
    for turn in ordered:
        question = turn.question
        if _order(question) == _order(last) and (question.nth == 1 or question.nth == len(told) + 1):
            told |= dict(enumerate(shown_positions(turn), question.nth))
    return tuple(told[rank] for rank in sorted(told))


def _order(question: Question) -> tuple[object, ...]:
    """What decides the order of a list."""
    return (question.task, question.place, question.services, question.filters, question.measure, question.regions)

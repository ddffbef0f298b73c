"""Follow-ups about the co-ops just shown: one of them, some of them, what is asked of the one spoken of."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Outcome
from assistant.asked import MEASURES, OF_ONE, SIZED, TOGETHER, fields_besides_where, measured, services_wanted
from assistant.conversation import Turn
from assistant.editing import as_list
from assistant.follow_up.around import told_by_rank
from assistant.follow_up.asked_of import topic_of, with_subject
from assistant.follow_up.compared import MOST_COMPARED, extreme
from assistant.follow_up.narrowed import narrowed
from assistant.follow_up.pointing import group, named_in_turn, told_apart
from assistant.follow_up.returned import whole_list
from assistant.follow_up.same_noun import measure_of
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import (
    HAVING,
    LOCATED_TASKS,
    NARROW,
    NUMBERED,
    ORDINALS,
    PLURAL_PRONOUN,
    PRONOUN,
    THAT_ONE,
    bare,
    last_list,
    links,
    pick,
    shown_positions,
)
from assistant.hearing import HeardPlace
from assistant.membership import says_another
from assistant.question import Question, Task
from index.areas import InArea
from index.criterion import Truth
from index.places import Place, PlaceKind, distance_km
from ingest.french import key

FEW_TOLD = 3  # co-ops of a list of which a field asked without a subject is told of each
BESIDE_EACH_OTHER = 3  # of so few compared by a number, each is told
_SECOND = re.compile(r"(?:la|the) [2-5]")  # a rank of what was shown, too small for a number of the table
_ONE_OF = re.compile(
    r"(?<!\S)(?:l[ae]|the) (?:(?:plus|moins|most) )?\w+"
    r" (?:des|d entre (?:elles|ces|les)|(?:de|parmi) (?:ces|les|celles|toutes)|of (?:the|these|those))(?!\S)"
)
_EACH = re.compile(r"(?<!\S)(?:chacune?|each)(?!\S)")
_RANKED_REGIONS = 5  # regions among which "la deuxième" has a place
_ANY_RANK = tuple(range(1, 100))  # longer than any list: what points at none of these points at none of those shown
_QUOTED_LATELY = 3  # turns whose quotations "la première" may count in: older ones are no longer on the screen
_HAVE_BOTH = re.compile(
    r"(?<!\S)(?:ont|a|offr\w+|font|fait|donn\w+|propos\w+|combin\w+|cumul\w+|reuni\w+|regroup\w+|rassembl\w+"
    r"|jumel\w+|mari\w+|jou\w+ sur|ait|aient|avec|avoir|trouv\w+|have|has|offers?|combines?|with)"
    r" (?:a la fois |tous |tout )?(?:les deux|ces deux(?: services?)?|l une? et l autre|both)(?!\S)"
    r"(?! (?:coop|clin)\w*)"
    r"|(?<!\S)(?:les deux|both) (?:a|dans|in|at) (?:la|une|the) (?:meme|same) (?:coop|clinique|place|co op|clinic)"
)
# "et les deux ?", "les deux à la fois", "l'un ou l'autre": of two services, where nothing else is said.
_BOTH_ALONE = re.compile(
    r"(?:(?:et|pis|ou|ok|bon|and) )*(?:(?:avec |pour )?(?:les deux|both)"
    r"(?P<at_once> (?:ensemble|a la fois|en meme temps|combine\w*|reunis?|together|at once))?"
    r"|(?:avec |pour )?l une? et l autre"
    r"|(?P<either>(?:avec |pour )?l une? ou l autre|either(?: one)?|n importe lequel des deux))"
    r"(?: (?:stp|svp|please|d abord|alors))*"
)
_CLOSE_KM = 80.0  # a place this far from the one told can still be the one meant


def listed(said: Sequel) -> Question | None:
    """ "lesquelles ?", "juste les noms" after a count."""
    last, heard = said.last, said.heard
    empty = last.question.task in LOCATED_TASKS and not last.answer.entries
    if empty and _NONE_AT_ALL.fullmatch(said.whole.message.folded):
        return last.question  # with the nearest ones, where some are
    of_several = (Task.COUNT, Task.SUM, Task.MEAN, Task.LIST)
    folded = heard.message.folded or said.whole.message.folded  # "la liste" alone only links
    if last.question.task in of_several and _LISTED.fullmatch(folded):
        names = as_list(last.question)
        return replace(names, fields=()) if "short" in said.cues else names
    return None


# "rien ?", "y en a pas pantoute ?", of a list that was empty
_NONE_AT_ALL = re.compile(
    r"(?:(?:ah|oh|bon|ok|vraiment|serieux|donc|comme ca|y a|il y a|so) )*(?:rien|aucune?|pas une(?: seule)?|zero"
    r"|(?:y|il y|y y) en a (?:pas|aucune?)|y a rien|none|nothing)(?: (?:du tout|pantoute|vraiment|la|at all))*"
)
_LISTED = re.compile(
    r"(?:(?:et|ok|bon|pis|alors|oui|non|ah|oh|c|(?:c est|ce sont|quels? (?:sont|est)) (?=leur|les noms)"
    r"|ce sont|tu peux|peux tu|pouvez vous|pourriez vous|me|nous|c est|so|and)"
    r" )*"
    r"(?:(?:les |me les |nous les )?(?:nommer|enumerer|lister|identifier)"
    r"|lesquelles|lesquels|laquelle|quelles|quels|quelles sont elles|lesquelles sont ce|(?:la )?liste"
    r"|(?:(?:lesquelles|donne\w*(?: moi)?) )?(?:quoi )?(?:les|leurs?) (?:noms?|villes?|municipalites?|villages?)"
    r"|which ones?|who|(?:nomm|enumer|list|donn|montr|affich|dis|dites|give|show|name|tell)\w*"
    r"(?: (?:moi|me|les|nous|leurs noms|la liste|them|lesquelles|which ones?))+)"
    r"(?: (?:sont elles|stp|svp|toutes|donc|please|sont ce|are they|(?:juste |seulement )?(?:les|leurs?) noms?))*"
)
_WHO_HAS = re.compile(
    r"(?<!\S)(?:qui|laquelle|lesquelles?|lequel|who|which) (?:ont|a|fait|font|offre|offrent|has|have|offers?)(?!\S)"
)


def choice(said: Sequel) -> Question | None:
    """After we asked back: "celle de Buckingham", "la 2", "en Montérégie"."""
    last, heard, alone, reader = said.last, said.heard, said.alone, said.reader
    question = last.question
    if last.answer.outcome is not Outcome.CLARIFY or not bare(heard, 10):
        return None
    if question.task is Task.CLARIFY_PLACE and not question.options:
        plain = Question(alone.message, Task.LIST, language=alone.language)
        told = reader.where.where(plain, heard, None)
        code = next((area for area in told.areas if area.kind is PlaceKind.POSTAL), None)
        if code is not None:
            told = replace(told, place=code, areas=())  # somebody lives there: no co-op stands in a code
        if told.place is None and not told.areas and not told.regions:
            return None
        sought = replace(told, services=question.services, either=question.either, lacking=question.lacking)
        sought = replace(sought, filters=question.filters, limit=question.limit, strict=False)
        return replace(sought, radius_km=told.radius_km or question.radius_km if told.place is not None else None)
    if question.task is Task.CLARIFY_PLACE:
        place = reading_chosen(said, tuple(o for o in question.options if isinstance(o, Place)))
        return replace(question, task=Task.LIST, place=place, options=()) if place else None
    shown = shown_positions(last)
    every = _ANY_OF_THEM.fullmatch(said.whole.message.folded) if question.task is Task.CLARIFY_ENTRY else None
    if every and shown and (not every["asks"] or heard.fields) and not (heard.places or heard.services):
        return with_subject(last, shown, heard, alone, reader)
    if question.task is Task.CLARIFY_ENTRY and shown and _THAT_HAS.match(heard.message.folded):
        services = services_wanted(heard)
        if services and not (heard.places or heard.fields):
            plain = Question(alone.message, Task.LIST, language=alone.language, services=services, scope=shown)
            return replace(plain, fields=tuple(f for f in question.fields if f != "card"))
    chosen = pick(heard, shown)
    if chosen is None:
        if not shown and (heard.cue("plural", "near", "nearest") or heard.services or heard.conditions):
            return None  # a question of its own
        named = [p for n in heard.named for p in n.positions if p in shown or not shown]
        located = [
            s.entry.position
            for s in reader.directory.sites
            if (s.entry.position in shown or not shown)
            and s.place is not None
            and any(s.place.key == p.key or s.place.name == p.name for h in heard.places for p in h.mention.places)
        ]
        candidates = tuple(dict.fromkeys(named)) or tuple(located)
        if not shown and not any(n.sure for n in heard.named):
            standing = {p for place in heard.places for p in reader.subjects.located(place)}
            candidates = tuple(sorted({*named, *located, *standing}))
            if len(candidates) > 1:
                return replace(question, subjects=candidates, options=candidates)
        if shown and not candidates:
            candidates = told_apart(heard, shown, reader.directory)
        chosen = candidates[0] if len(candidates) == 1 else None
    if chosen is None:
        return None
    return with_subject(last, (chosen,), heard, alone, reader)


# "n'importe laquelle", "l'une comme l'autre", "toutes les trois": we tell all of them.
_ANY_OF_THEM = re.compile(
    r"(?:(?:oh|ah|ben|bof|ok|bon|et|pis|je sais pas|je ne sais pas|(?:je|j|on) (?:veux|prends|prendrais|aimerais"
    r"|voudrais|veut)|(?:donne|dis|dites|donnez|mets|mettez|montre)(?: moi| nous)?|pour|avoir) )*"
    r"(?:n ?importe(?: (?:laquelle|lequel|qui))?|(?:aussi bien |autant )?l une? (?:ou|et|comme|que|pis) l autre"
    r"|peu importe(?: laquelle)?|ca m est egal|toutes|tous|(?:toutes |tous )?(?:les|ces) (?:deux|trois|quatre|cinq)"
    r"|chacune?(?: des (?:deux|trois|quatre))?|any(?: (?:one|of them))?|either(?: one)?|both(?: of them)?|all of them)"
    r"(?: (?:stp|svp|please|s il (?:vous|te) plait))?"
    r"(?P<asks> (?:(?:(?:je|j|on) )?(?:veux|voudrais|aimerais|prends|prendrais|donne\w*|dis|dites|il me faut)"
    r"(?: moi| avoir| nous)* )?(?:(?:les|leurs?|la|le|l|des) )?(?:deux |trois |quatre )?\w+)?"
)

_THAT_HAS = re.compile(
    r"(?:(?:et|ok|bon|non|je veux|je cherche|c est|plutot) )*(?:celle|celui|la coop|the one)"
    r" (?:qui|ou|avec|dont|that|with)(?!\S)"
)


def reading_chosen(said: Sequel, options: tuple[Place, ...]) -> Place | None:
    """The one of several places of a name that the message tells: by its rank, its region, or what it lies in."""
    heard, gazetteer = said.heard, said.reader.directory.gazetteer
    rank = pick(heard, tuple(range(1, len(options) + 1)))
    if rank is not None:
        return options[rank - 1]
    readings = [p for h in heard.places for p in h.mention.places]
    same = [o for o in options if any(o.key == p.key for p in readings)] if len(heard.places) == 1 else []
    around = [
        o for o in options if any(o.region == p.region or gazetteer.inside(o, p) for p in readings if p.kind.is_area)
    ]
    for chosen in (same, around, [o for o in options if o.name == heard.message.folded]):
        if len(chosen) == 1:
            return chosen[0]
    if len(readings) != 1 or len(options) < 2:
        return None
    nearest, second = sorted(options, key=lambda o: distance_km(o, readings[0]))[:2]
    clear = distance_km(second, readings[0]) > 2 * distance_km(nearest, readings[0])
    return nearest if clear and distance_km(nearest, readings[0]) < _CLOSE_KM else None


def both_services(said: Sequel) -> Question | None:
    """ "celles qui ont les deux", "l'un ou l'autre": the services of the last two questions together, or either."""
    folded = said.whole.message.folded
    alone = _BOTH_ALONE.fullmatch(folded)
    if not (_HAVE_BOTH.search(folded) or alone) or said.heard.services:
        return None
    if alone and (said.last.question.task not in LOCATED_TASKS or not said.last.question.services):
        return None
    if alone and len(said.last.question.services) > 1 and not said.last.question.lacking:
        wanted = replace(said.last.question, task=Task.LIST, either=bool(alone["either"]))
        return replace(wanted, scope=(), limit=None, unsaid_words=())
    if alone and not (alone["at_once"] or alone["either"]) and len(shown_positions(said.last)) == _BOTH:
        return None  # "les deux" of a list of two are its co-ops
    sought = (*LOCATED_TASKS, Task.OFFER)
    asked = [t.question for t in said.turns if t.question.task in sought and t.question.services]
    if asked and asked[-1].task is Task.OFFER:
        asked = [replace(q, subjects=()) for q in asked]
    if len(asked) < _BOTH or set(asked[-1].services) & set(asked[-2].services):
        return None
    services, either = (*asked[-2].services, *asked[-1].services), bool(alone and alone["either"])
    return replace(asked[-1], task=Task.LIST, services=services, either=either, scope=(), limit=None, unsaid_words=())


_BOTH = 2


def that_one(said: Sequel) -> Question | None:
    """ "celle de Buckingham", "celle en Beauce": the one of the list shown that stands there or bears that name."""
    heard = said.heard
    shown = last_list(said.turns)
    if not THAT_ONE.match(heard.message.folded) or not shown:
        return None
    if not (heard.places or heard.named):
        told = told_apart(heard, shown, said.reader.directory) if _THAT_OF.search(heard.message.folded) else ()
        plain = replace(heard, left=())
        return with_subject(said.last, told, plain, said.alone, said.reader) if len(told) == 1 else None
    named = {p for n in heard.named for p in n.positions if p in shown}
    there = {p for place in heard.places for p in inside(said, place, shown)}
    chosen = named & there or named or there
    if not chosen and heard.fields and len(said.alone.subjects) == 1:
        return said.alone  # "celle de Thurso, son numéro": of none of the list
    plain = replace(heard, places=(), named=())
    return with_subject(said.last, (chosen.pop(),), plain, said.alone, said.reader) if len(chosen) == 1 else None


_THAT_OF = re.compile(r"(?<!\S)(?:celle|celui) (?:de|d|du|des|a|au|aux|sur|dans)(?!\S)")  # "celle de l'université"


def inside(said: Sequel, heard_place: HeardPlace, positions: tuple[int, ...]) -> tuple[int, ...]:
    """Those of the co-ops that stand in a place named."""
    place = heard_place.mention.places[0]
    sites = (said.reader.directory.sites[p - 1] for p in positions)
    gazetteer = said.reader.directory.gazetteer
    judged = ((s.entry.position, InArea(place).judge(s, gazetteer).truth) for s in sites)
    return tuple(p for p, truth in judged if truth is Truth.YES)


def told_by_a_word(said: Sequel) -> Question | None:
    """ "René" after the two co-ops of a Dubuc: the one whose name, address or contact holds this word."""
    heard, shown = said.heard, shown_positions(said.last)
    if len(shown) > 1 and (chosen := _CHOSEN.fullmatch(heard.message.folded)) is not None:
        heard = said.reader.ear.hear(chosen["what"])
    elif not bare(said.whole, 3):
        return None
    if not 1 <= len(shown) <= MOST_COMPARED or not heard.left or heard.places:
        return None
    if heard.fields or heard.services or heard.topics or heard.filters or heard.conditions:
        return None
    told = told_apart(heard, shown, said.reader.directory)
    return with_subject(said.last, told, replace(heard, left=()), said.alone, said.reader) if len(told) == 1 else None


# "c'est l'universitaire qui m'intéresse", "je parle de celle de l'université", "je prends la Falardeau"
_CHOSEN = re.compile(
    r"(?:(?:non|ok|bon|euh|ah|oui|et|pis|mais|en fait|plutot|moi) )*"
    r"(?:(?:c est|ce serait|ca serait|j (?:aimerais|irais)|je (?:veux|voudrais|voulais|cherche|cherchais|parle"
    r"|parlais|pense|pensais|prends"
    r"|choisis|prefere|prefererais|vise|visais)|(?:on|je) (?:parle|parlait) )(?: dire| bien| plutot| a| de| d| du"
    r"| pour)* )?"
    r"(?P<what>(?:celle|celui|la|le|l|du|de|d|des|a|au|sur|coop|clinique|\w+ ){1,6}?\w+)"
    r"(?: (?:qui (?:m|nous) (?:interesse\w*|faut|convient|tente)|que (?:je|j|on|nous) (?:veux|veut|voulais|cherch\w+"
    r"|vis\w+|prends|ai"
    r" en tete)|dont je parle\w*|plutot|svp|stp|s il vous plait))?"
)


def the_nearest_shown(said: Sequel) -> Question | None:
    """ "la plus proche a-t-elle des infirmières ?": asked of the nearest of those just shown around a place."""
    around, heard = said.last.question, said.heard
    shown = shown_positions(said.last)
    if around.place is None or around.task is not Task.LIST or not shown or heard.places or heard.named:
        return None
    if not _THE_NEAREST_SHE.search(said.whole.message.folded):
        return None
    return with_subject(said.last, shown[:1], heard, said.alone, said.reader)


# "la plus proche, est-ce qu'elle…", where "la plus proche qui…" seeks one
_THE_NEAREST_SHE = re.compile(
    r"(?<!\S)(?:la|the) (?:plus (?:proche|pres)|nearest|closest)(?: (?:coop|clinique|des deux|one))* "
    r"(?:(?:\w+ t )?elle|est ce qu elle|does (?:it|she)|has it)(?!\S)"
)


def ordinal(said: Sequel) -> Question | None:
    """ "la deuxième", "la dernière", "la 2": over the list just shown, before any number of the table."""
    none_near = said.heard.cue("nearest") and not said.last.answer.entries and said.last.question.task is Task.LIST
    if none_near and not said.heard.fields:
        return None  # none was near enough: the nearest of all is told with its distance
    if said.last.question.task is Task.BY_REGION and pick(said.heard, tuple(range(_RANKED_REGIONS))) is not None:
        return replace(said.last.question, limit=None)  # of regions, not of co-ops: all of them in their order
    if pick(said.heard, _ANY_RANK) is None:
        return None  # before the order is looked for: that hears what was quoted
    chosen = pick(said.heard, _in_order(said))
    folded = said.heard.message.folded
    alone_number = re.fullmatch(r"(?:la |le |the )?\d{1,2}", folded) or NUMBERED.match(folded)
    if chosen is None and _SECOND.fullmatch(said.heard.message.folded) and len(shown_positions(said.last)) == 1:
        return Question(said.alone.message, Task.CLARIFY_ENTRY, language=said.alone.language)  # there was one alone
    if chosen is None or (said.alone.subjects and not alone_number):
        return None
    told, order = shown_positions(said.last), _in_order(said)
    again = (
        told == (chosen,) and len(order) == _TWO and not (said.heard.fields or said.heard.services or said.heard.topics)
    )
    if again and links(said.whole) and said.last.question.task in (Task.FIELDS, Task.OFFER, Task.TOPIC):
        chosen = next(p for p in order if p != chosen)  # "pis la deuxième, elle ?": of two, the one not told yet
    ranking = said.last.question
    if ranking.task is Task.RANK and ranking.limit and _ONLY_IT.fullmatch(said.whole.message.folded):
        rank = ranking.nth + shown_positions(said.last).index(chosen)
        return replace(ranking, nth=rank, limit=None)  # "juste la première": the same ranking, cut
    heard = said.heard
    if heard.cue("nearest"):  # "la moins loin" has the least of nothing
        heard = replace(heard, cues=tuple(hit for hit in heard.cues if hit.code not in ("most", "least")))
    return with_subject(said.last, (chosen,), heard, said.alone, said.reader)


_TWO = 2


def of_no_rank(said: Sequel) -> Question | None:
    """ "la neuvième, son courriel ?" where fewer were shown, or none: which one is meant is asked."""
    if not _points_at_one(said) or pick(said.heard, _ANY_RANK) is None or pick(said.heard, _in_order(said)) is not None:
        return None
    shown = shown_positions(said.last)
    options = shown if len(shown) > 1 else ()
    fields = tuple(f for f in said.heard.field_codes if f != "card")
    untold = Question(said.alone.message, Task.CLARIFY_ENTRY, language=said.alone.language, fields=fields)
    return replace(untold, subjects=options, options=options, topic=NO_SUCH_RANK)


NO_SUCH_RANK = "no such rank"  # topic of a question that asks which co-op is meant, by a rank that none shown has


def _points_at_one(said: Sequel) -> bool:
    """Whether a message asks something of a co-op that it tells by its rank alone: "la neuvième, son courriel ?"."""
    heard = said.heard
    asks = set(heard.field_codes) & (OF_ONE | set(MEASURES))
    elsewhere = heard.places or heard.named or heard.cue("federation", "report", "network", "most", "least", "rank")
    return bool(asks) and not elsewhere and _BY_ITS_RANK.search(heard.message.folded) is not None


_BY_ITS_RANK = re.compile(
    rf"(?<!\S)(?:l[ae]?|the) (?:{'|'.join(ORDINALS)})(?: coop| clinique| one)?"
    r"(?= (?:elle|il|ils|a|avait|ont|est|etait|son|sa|ses|leurs?|c|combien|quel\w*|qui|du debut|its|has|is"
    r"|recrut\w*)(?!\S)|$)"
)
# "c'est trop long, donne-moi seulement la première"
_ONLY_IT = re.compile(
    r"(?:(?:c est|trop|long|longue|ok|bon|non|oh|beaucoup|donne\w*|dis|dites|garde\w*|nomme\w*|montre\w*|moi|nous|me|je"
    r"|veux|voudrais|it s|too|long|give|me|tell) )*(?:seulement|juste|rien que|uniquement|only|just) (?:la|le|the) \w+"
    r"(?: (?:stp|svp|please|d abord|one))*"
    r"|(?:(?:ok|bon|non|c est|trop|long|donne\w*|garde\w*|moi) )*(?:la|le|the) \w+"
    r" (?:seulement|uniquement|only|suffit|suffira)(?: (?:stp|svp|please))*"
)


def _in_order(said: Sequel) -> tuple[int, ...]:
    """The co-ops that "la deuxième" counts: the last list, else those spoken of one after the other."""
    whole = whole_list(said)
    if whole:
        return whole
    named = named_in_turn(said.turns)
    if "first_spoken" in said.cues and named:
        return tuple(dict.fromkeys(p for turn in said.turns for p in shown_positions(turn)))
    by_rank = told_by_rank(said.turns)
    if len(by_rank) > 1:
        return by_rank
    last = said.last
    if last.question.task is Task.PROSE or not last_list(said.turns):
        quoted = next((q for t in said.turns[: -_QUOTED_LATELY - 1 : -1] if len(q := _quoted(said, t)) > 1), ())
        if quoted:
            return quoted
    if last.question.task is Task.LIST and len(last.answer.entries) == 1 and pick(said.heard, shown_positions(last)):
        return shown_positions(last)
    return last_list(said.turns) or named


def how_many_shown(turns: tuple[Turn, ...]) -> int:
    """How many co-ops the last list shows, or were told by their ranks, or one after the other."""
    return max(len(last_list(turns)), len(told_by_rank(turns)), len(named_in_turn(turns)))


def _quoted(said: Sequel, turn: Turn) -> tuple[int, ...]:
    """The co-ops that the sentences quoted in an answer of the prose name, in their order."""
    if turn.question.task is not Task.PROSE:
        return ()
    found: list[int] = []
    for span in turn.answer.citations[:MOST_COMPARED]:
        for named in said.reader.ear.hear(span.quote).named:
            if named.sure and len(named.positions) == 1:
                found += named.positions
    return tuple(dict.fromkeys(found))


def _other_quoted(said: Sequel) -> tuple[int, ...]:
    """ "pis l'autre ?" after one of the two co-ops that a sentence names: the other one; "elle", if it was sought."""
    told = shown_positions(said.last)
    if _asked_for_another(said):
        before = said.turns[-2]
        told = before.question.subjects or shown_positions(before)
        others = tuple(p for p in _quoted(said, said.last) if p not in told)
        return others if len(others) == 1 and PRONOUN.search(said.whole.message.folded) else ()
    if "the_other" not in said.cues or len(told) != 1 or not bare(said.whole, 8):
        return ()
    for turn in said.turns[: -_QUOTED_LATELY - 1 : -1]:
        others = tuple(p for p in _quoted(said, turn) if p not in told)
        if len(others) == 1:
            return others
    return ()


def _asked_for_another(said: Sequel) -> bool:
    """Whether the prose was just asked for another co-op than the one told before: "une autre a adhéré avec elle ?"."""
    if len(said.turns) < _TWO_TURNS or said.last.question.task is not Task.PROSE or shown_positions(said.last):
        return False
    before = said.turns[-2]
    return says_another(key(said.last.message)) and len(before.question.subjects or shown_positions(before)) == 1


_TWO_TURNS = 2


def grouped(said: Sequel) -> Question | None:
    """ "l'autre", "les deux dernières", "laquelle des deux a le plus de membres ?": of those pointed at."""
    heard, alone, folded = said.heard, said.alone, said.whole.message.folded
    if any(p.mention.exact for p in heard.places) or any(n.sure for n in heard.named):
        return None
    positions = group(folded, said.turns) or _other_quoted(said)
    if not positions or (_ONE_OF.search(folded) and pick(said.whole, _in_order(said))):
        return None
    of_one = _told_among(said, positions)
    if of_one:
        return with_subject(said.last, of_one, replace(heard, left=()), alone, said.reader)
    listing = said.last.question
    if listing.task not in LOCATED_TASKS:
        listing = next((t.question for t in reversed(said.turns) if t.question.task in LOCATED_TASKS), listing)
    measure = measured(heard) or ("members" if heard.cue("most", "least") and SIZED.search(folded) else None)
    together = heard.cue("total") or TOGETHER.search(folded) is not None
    if (together or heard.cue("mean")) and len(positions) > 1:
        measure = measure or measure_of(said.last.question)
    if measure and (together or heard.cue("mean")) and not heard.cue("most", "least"):
        task = Task.MEAN if heard.cue("mean") else Task.SUM
        plain = Question(alone.message, task, language=alone.language)
        return replace(plain, scope=positions, measure=measure, topic="mean" if task is Task.MEAN else "")
    others = tuple(f for f in heard.field_codes if f in OF_ONE and f not in MEASURES and f != "card")
    that = extreme(said, positions, measure) if measure and others else None
    if that is not None:  # "la plus petite des deux, qui la dirige ?"
        return replace(Question(alone.message, Task.FIELDS, language=alone.language), subjects=that, fields=others)
    if measure and heard.cue("most", "least"):
        limit = len(positions) if len(positions) <= BESIDE_EACH_OTHER else None
        descending = not heard.cue("least")
        plain = Question(alone.message, Task.RANK, language=alone.language)
        return replace(plain, scope=positions, measure=measure, descending=descending, limit=limit)
    if (NARROW.search(folded) or (len(positions) > 1 and _WHO_HAS.search(folded))) and (
        heard.services or heard.filters or heard.conditions
    ):
        return narrowed(said, positions)
    asks = heard.fields or heard.services or heard.topics
    asked_of_one = said.last.question.task in (Task.FIELDS, Task.OFFER, Task.TOPIC, Task.CLARIFY_ENTRY)
    if len(positions) > 1 and not asks and listing is said.last.question and listing.task is Task.RANK:
        return replace(listing, scope=positions, limit=len(positions))
    if len(positions) > 1 and not asks and not asked_of_one and listing.task in LOCATED_TASKS:
        return replace(listing, task=Task.LIST, scope=positions, limit=None, filters=(), services=(), either=False)
    return with_subject(said.last, positions, heard, alone, said.reader)


def _told_among(said: Sequel, positions: tuple[int, ...]) -> tuple[int, ...]:
    """ "à laquelle des deux Chantal est-elle directrice ?": the one of them that holds a word of the message.

    None where anything else tells which one is meant.
    """
    heard = said.heard
    which = len(positions) > 1 and _WHICH_ONE.search(heard.message.folded)
    if not which or heard.services or heard.conditions or heard.filters or heard.topics or heard.cue("most", "least"):
        return ()
    told = told_apart(replace(heard, content=()), positions, said.reader.directory) if heard.left else ()
    told = told or tuple(p for n in heard.named for p in n.positions if p in positions)
    return told if len(told) == 1 else ()


_WHICH_ONE = re.compile(r"(?<!\S)(?:laquelle|lequel|celle|celui|which(?: one)?)(?!\S)")


def _the_one_near_enough(last: Turn) -> tuple[int, ...]:
    """Where none was near enough, the nearest of those told, if the others are far more distant."""
    told = last.answer.besides
    if last.answer.entries or len(told) < 2 or last.question.subjects:
        return ()
    first, second = told[0].distance_km, told[1].distance_km
    clear = first is not None and second is not None and second > FAR_MORE * first
    return (told[0].entry.position,) if clear else ()


_THEY_OF_ONE = re.compile(r"(?<!\S)(?:ils|eux(?: autres)?|they)(?!\S)")
FAR_MORE = 2.0  # times as far


_SOME_THING = re.compile(
    r"(?:(?:et|pis|ok|and|y a|il y a|c est(?: pour)?|ca fait) )*(?:un|une|des|du|de la|de l|la|le|les|l|a|an|any|some) "
)


_OF_IT = re.compile(r"(?:(?:et|pis|ok|and) )*(?:c est|ca fait) (?:pour )?(?:de|du|d|des|un|une|la|le|l)(?!\S)")


def _one_more_thing(said: Sequel) -> bool:
    """Whether a bare service is asked of the one co-op spoken of: "une travailleuse sociale ?", "physio ?"."""
    heard, question = said.heard, said.last.question
    if "correct" in said.cues and question.task is Task.OFFER and not heard.cue("plural", "near", "nearest"):
        return bool(heard.services) and not heard.places
    if not bare(heard, 5) or heard.cue("plural", "near", "nearest", "count", "singular") or heard.places:
        return False
    if question.task is Task.OFFER:
        return bool(heard.services)
    of_one = question.task in (Task.FIELDS, Task.CARD, Task.TOPIC) and len(question.subjects) == 1
    of_one = of_one or (len(shown_positions(said.last)) == 1 and _OF_IT.match(heard.message.folded) is not None)
    asks = heard.services or heard.filters
    return bool(of_one and asks and (bare(said.whole, 2) or _SOME_THING.match(heard.message.folded)))


_THIS_COOP = re.compile(
    r"(?<!\S)(?:a|dans|de|avec|chez|pour|at|in) (?:cette|ces|c te|ste|that|this|those)"
    r" (?:coops?|cooperatives?|cliniques?|place|clinic|co op)(?!\S)"
)


_LONGEST_OF_HOURS = 14  # words: hours are of a co-op alone, "pour le sans rendez-vous, on parle de combien d'heures ?"
_ITS_OWN = re.compile(r"(?<!\S)(?:son|sa|ses|leurs?|its|their)(?!\S)")


def about_the_one(said: Sequel) -> Question | None:
    """ "son adresse ?", "qui la dirige ?", "et le courriel ?": of the co-op just spoken of."""
    last, heard, alone, reader = said.last, said.heard, said.alone, said.reader
    if alone.subjects or heard.places or heard.cue("federation", "report", "brochure"):
        return None
    if (
        heard.services
        and heard.cue("list")
        and heard.cue("singular", "plural")
        and not _THIS_COOP.search(heard.message.folded)
    ):
        return None  # "ma fille, elle, a un TDAH : quelle coop… ?": one is sought
    its_own = heard.fields and _ITS_OWN.search(heard.message.folded)  # "leur dentiste, il est où ?"
    if (
        heard.services
        and not (fields_besides_where(heard) or its_own)
        and (heard.cue("where") or "anywhere" in said.cues)
    ):
        return None  # "et la pédiatrie, où ça ?": sought anew
    if heard.conditions and len(shown_positions(last)) > 1 and not PRONOUN.search(heard.message.folded):
        return None  # "combien en cherchent plus que 2 ?": a number to have, no column
    conditioned = (heard.services or heard.conditions or heard.filters) and HAVING.match(heard.message.folded)
    several = len(shown_positions(last)) > 1
    narrows = NARROW.search(heard.message.folded) or (heard.services and said.taken_back is not None)
    if (narrows and several) or (conditioned and (several or last.question.task in LOCATED_TASKS)):
        return None  # "avec un médecin": of the list, or what was meant in the stead of one
    if heard.cue("count") and (heard.states or heard.filters) and several:
        return None  # "combien n'ont aucun médecin ?": of the list
    if heard.cue("rank", "mean", "median", "total") and len(shown_positions(last)) > 1:
        return None
    if heard.cue("most", "least") and measured(heard) and NARROW.search(heard.message.folded):
        return None  # "et celle qui a le moins de membres ?": another one
    asks = bool(heard.fields or heard.topics or heard.services or heard.left)
    pronoun = bool(PRONOUN.search(heard.message.folded))
    fragment = (
        bare(heard, _LONGEST_OF_HOURS if "hours" in heard.topic_codes else 9 if heard.topics else 7)
        and bool(heard.fields or heard.topics)
        and not heard.cue("plural", "most", "least", "total", "mean")
        and not heard.filters
    )
    fragment = fragment or (links(heard) and bool(heard.services) and bool(last.question.subjects))
    counts = (
        heard.cue("count") and bool(heard.services) and len(last.question.subjects) == 1 and not heard.cue("plural")
    )
    fragment = fragment or (counts and bare(heard, 8))
    fragment = fragment or (links(heard) and bool(heard.fields) and bool(last.question.subjects))
    fragment = fragment or _one_more_thing(said)
    shown = last.question.subjects or shown_positions(last)
    they = heard.services and _THEY_OF_ONE.search(heard.message.folded)  # "ils ont une infirmière ?" of one clinic
    if they or not PLURAL_PRONOUN.search(heard.message.folded):
        shown = _the_one_near_enough(last) or shown
    if last.question.task is Task.RANK and pronoun and not PLURAL_PRONOUN.search(heard.message.folded):
        shown = shown[:1]  # "elle" is the one that comes first
    each = bool(_EACH.search(heard.message.folded))
    if heard.cue("count") and len(shown) > 1 and not (last.question.subjects or each):
        return None
    if not asks or not shown or not (pronoun or fragment):
        return None
    if last.question.task is Task.PROSE and not pronoun and not last.answer.entries:
        return None
    if len(shown) == 1 and heard.left and not (heard.fields or heard.services or heard.topics):
        return topic_of(said, shown)
    if len(shown) == 1 and each:
        shown = last.question.scope or named_in_turn(said.turns)[-2:]
    if len(shown) == 1 or last.question.task is Task.FIELDS or each:
        return with_subject(last, shown, heard, alone, reader)
    if heard.services and not heard.fields:
        return None
    if PLURAL_PRONOUN.search(heard.message.folded) or last.question.task in LOCATED_TASKS:
        few = len(shown) <= FEW_TOLD and bare(said.whole, 2)  # "courriel ?" after a list of two
        if (PLURAL_PRONOUN.search(heard.message.folded) or few) and heard.fields:
            return with_subject(last, shown, heard, alone, reader)
        if heard.fields or heard.topics:
            return replace(
                alone,
                task=Task.CLARIFY_ENTRY,
                subjects=shown,
                options=shown,
                fields=tuple(f for f in heard.field_codes if f != "card"),
            )
    return None

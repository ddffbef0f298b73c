"""Follow-ups that name another co-op or place: in the last one's stead, beside it, or around it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import OF_ONE, measured, what_is_counted
from assistant.follow_up.asked_of import topic_of, with_subject
from assistant.follow_up.pointing import group, told_apart
from assistant.follow_up.same_noun import measure_of
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.shown import inside, reading_chosen
from assistant.follow_up.words import HOW_MANY_THERE, LOCATED_TASKS, THAT_ONE, bare, links, shown_positions
from assistant.hearing import DOCTORS
from assistant.phrases import Hit
from assistant.question import Question, Task
from assistant.there import around_it
from index.criteria import Except

# "la coop de Sherbrooke en fait-tu ?": the service asked before.
_OF_IT = re.compile(r"(?<!\S)en (?:fait|font|offre|offrent|a|ont|donne|donnent|propose|proposent)(?!\S)")


_ASKS_THE_SAME = re.compile(r" (?:c est|ca donne|c est rendu) (?:qui|quoi|combien|ou)$")  # "à L'Islet c'est qui"
_THE_ONE_WITH = re.compile(r"(?<!\S)(?:celle|celui|the one) (?:du|de|d|des|qui|avec|pour|with|that)(?!\S)")


def distance_from(said: Sequel) -> Question | None:
    """ "c'est à combien de km de Drummondville ?", "et de Trois-Rivières ?": to the co-op just spoken of.

    Where no place is said, from the one that was looked around.
    """
    last, heard, question = said.last, said.heard, said.last.question
    shown = question.subjects or shown_positions(last)
    if len(shown) != 1 or len(heard.places) > 1 or heard.services:
        return None
    again = question.task is Task.DISTANCE and links(heard) and bare(heard, 6)
    if _NOT_FAR_FROM.match(heard.message.folded):
        return None  # "et pas loin de Gatineau ?": sought near there
    if not _HOW_FAR.search(heard.message.folded) and not (again and not said.alone.subjects):
        return None
    looked_from = next((t.question.place for t in reversed(said.turns) if t.question.place is not None), None)
    place = said.reader.where.reading(heard.places[0], heard) if heard.places else looked_from
    plain = Question(said.alone.message, Task.DISTANCE, language=said.alone.language)
    return replace(plain, subjects=shown, place=place) if place is not None else None


_NOT_FAR_FROM = re.compile(
    r"(?:(?:et|pis|puis|ok|bon|non|plutot|mais|ou|and|or) )*(?:pas|non|not)(?: (?:si|trop|ben|bien|tres|too|very))*"
    r" (?:loin|far)(?!\S)"
)
_HOW_FAR = re.compile(
    r"(?<!\S)(?:combien de (?:km|kilometres)|quelle distance|distance|(?<!plus )loin|how far"
    r"|how many (?:km|kilometers))(?!\S)"
)


def another_reading(said: Sequel) -> Question | None:
    """ "celle en Beauce" after "une coop à Sainte-Marie ?": another place of the same name."""
    question = said.last.question
    if question.place is None or not THAT_ONE.match(said.heard.message.folded) or not said.heard.places:
        return None
    options = said.reader.directory.gazetteer.named(question.place.name)
    place = reading_chosen(said, tuple(o for o in options if not o.kind.is_area))
    return replace(question, place=place) if place is not None else None


def added(said: Sequel) -> Question | None:
    """ "rajoute La Prairie": one more co-op in what was compared or told."""
    question = said.last.question
    before = question.scope or question.subjects
    columns = tuple(f for f in said.heard.field_codes if f in OF_ONE)
    if "add" in said.cues and len(group(said.heard.message.folded, said.turns)) > 1:
        return None  # "ces quatre-là, téléphones inclus"
    if "add" in said.cues and columns and question.task in (*LOCATED_TASKS, Task.FIELDS) and not said.heard.places:
        return replace(question, fields=tuple(dict.fromkeys((*question.fields, *columns))))
    position = _named(said)
    beside = len(before) > 1 and _WITH_IT.match(said.heard.message.folded) and not said.heard.services
    if not ("add" in said.cues or beside) or not before or len(position) != 1:
        return None
    both = tuple(dict.fromkeys((*before, *position)))
    if question.scope:
        return replace(question, scope=both, limit=len(both) if question.limit else None)
    return replace(question, subjects=both)


_WITH_IT = re.compile(r"(?:et|pis|puis|and) (?:avec|with) ")  # "et avec Buckingham ?" after two were compared


def compared_with(said: Sequel) -> Question | None:
    """ "compare-la avec celle de Saint-Bernard": the co-op just spoken of and another, side by side."""
    heard, shown = said.heard, shown_positions(said.last)
    folded = said.whole.message.folded
    beside = _BESIDE.match(heard.message.folded) or _BESIDE.match(folded) or _BESIDE_IT.search(folded)
    if not (heard.cue("compare") or beside) or len(shown) != 1:
        return None
    new = tuple(p for p in _named(said) if p not in shown)
    if len(new) != 1 or len({p for n in heard.named if n.sure for p in n.positions}) > 1:
        return None
    both, plain = (*shown, *new), replace(heard, named=(), places=())
    if heard.fields or heard.services or said.last.question.task in (Task.FIELDS, Task.OFFER):
        return with_subject(said.last, both, plain, said.alone, said.reader)
    return replace(Question(said.alone.message, Task.CARD, language=said.alone.language), subjects=both)


_BESIDE = re.compile(
    r"(?:(?:et|pis|puis|ok|mais|bon|and) )*(?:a cote de|face a|en face de|contre|versus|vs|(?:par rapport"
    r"|vis a vis|compare\w*"
    r"|comparativement) (?:a|au|avec|de|d)|en comparaison(?: (?:de|avec|a))?|compared (?:to|with)) "
)
# "pis Thurso, à côté de ça ?"
_BESIDE_IT = re.compile(
    r"(?<!\S)(?:(?:a cote|en face|par rapport|face|vis a vis|compare\w*|comparativement) (?:a|de|d|avec)"
    r" (?:ca|cela|elle|celle (?:la|ci)|l autre|eux(?: autres)?)|en comparaison|beside (?:it|that)"
    r"|compared to (?:it|that))(?!\S)"
)


def swapped(said: Sequel) -> Question | None:
    """ "refais-le avec Saint-Damien au lieu de L'Islet, pour les médecins": one co-op of several in another's stead."""
    question, taken = said.last.question, said.taken_back
    before, new = question.scope or question.subjects, _named(said)
    if taken is None or len(before) < 2 or len(new) != 1:
        return None
    out = {p for place in taken.places for p in said.reader.subjects.located(place)}
    out |= {p for n in taken.named for p in n.positions}
    if not out & set(before):
        return None
    both = tuple(dict.fromkeys(new[0] if p in out else p for p in before))
    measure = measured(said.heard)
    if question.task is Task.RANK:
        return replace(question, scope=both, measure=measure or question.measure)
    if said.heard.fields or said.heard.services:
        return with_subject(said.last, both, said.heard, said.alone, said.reader)
    return replace(question, subjects=both)


def serves_there(said: Sequel) -> Question | None:
    """ "est-ce qu'ils servent le monde de Lac-des-Écorces ?": of the co-op just spoken of, what it serves."""
    heard, shown = said.heard, said.last.question.subjects or shown_positions(said.last)
    asks = len(heard.places) == 1 and not (heard.services or heard.topics)
    if len(shown) != 1 or not asks or heard.cue("plural", "list", "singular"):
        return None
    if _ADMITS.search(heard.message.folded) and _PEOPLE.search(heard.places[0].lead) and not heard.fields:
        plain = replace(heard, fields=(Hit("population_text", 0, 1),), places=(), named=(), left=())
        return with_subject(said.last, shown, plain, said.alone, said.reader)
    if "population_text" not in heard.field_codes or not _THEY_SERVE.search(
        " ".join(w.folded for w in heard.message.words[: heard.places[0].first])
    ):
        return None
    return with_subject(said.last, shown, replace(heard, places=(), named=()), said.alone, said.reader)


_THEY_SERVE = re.compile(
    r"(?<!\S)(?:(?:ils?|elles?|y|on|est ce qui)(?: \w+)? (?:des)?s[er]+\w+|(?:des)?ser\w+(?: t)? (?:tu|ils?|elles?)"
    r"|(?:do|does) (?:they|it) serve)(?!\S)"
)


# "les gens de Lac-des-Écorces peuvent-ils y aller ?", "prennent-ils du monde de Cantley ?"
_PEOPLE = re.compile(
    r"(?<!\S)(?:gens|monde|residents?|residentes?|citoyens?|citoyennes?|habitants?|population|familles?|patients?"
    r"|quelqu un|ceux|celles|people|residents?)(?: qui (?:viv\w+|vit|rest\w+|demeur\w+|habit\w+|vien\w+))?"
    r"(?: (?:de|d|du|des|a|au|aux|en|from|in|of))?(?: (?:la|le|l|les))?$"
)
_ADMITS = re.compile(
    r"(?<!\S)(?:(?:accept|pren|accueil|recoi|recev|admet|inscri|soign)\w*(?: (?:t|ils?|elles?|tu|on|aussi|y))*"
    r" (?:des? |du |les |le |la |quelqu )"
    r"|(?:peu\w+|pourrai\w+|(?:a|ont|aurai\w+)(?: (?:t|ils?|elles?|on))*(?: le)? droit(?: de| d)?)"
    r"(?: (?:t|ils?|elles?|on|tu|aussi|eux))* (?:y|s y|la|se|etre|venir|aller|s inscrire|consulter)(?: \w+)*"
    r"|sont(?: (?:ils|elles))? (?:acceptee?s|admise?s?|couverte?s?|bienvenue?s?)"
    r"|can (?:people|residents|they) )"
)


def that_coop_there(said: Sequel) -> Question | None:
    """ "au Saguenay, combien de membres dans cette coop-là ?": of the co-op told before that stands there."""
    heard = said.heard
    if len(heard.places) != 1 or not _THAT_COOP.search(heard.message.folded) or heard.cue("plural", "nearest"):
        return None
    if not (heard.fields or heard.services or heard.topics):
        return None
    spoken = (shown_positions(turn) for turn in reversed(said.turns))
    there = next((at for shown in spoken if (at := inside(said, heard.places[0], shown))), ())
    plain = replace(heard, places=(), named=())
    return with_subject(said.last, there, plain, said.alone, said.reader) if len(there) == 1 else None


_THAT_COOP = re.compile(
    r"(?<!\S)(?:cette|cet|ste|that|this) (?:coops?|cooperative|clinique|place|etablissement|endroit|co op|clinic)"
    r"(?: (?:la|ci))?(?!\S)"
)


def somebody_elses(said: Sequel) -> Question | None:
    """ "la présidente, c'est encore madame Boucher ?": of the co-op just spoken of, where she is of another one."""
    heard, shown = said.heard, said.last.question.subjects or shown_positions(said.last)
    if len(shown) != 1 or len(heard.named) != 1 or heard.named[0].how != "person" or heard.places or heard.services:
        return None
    asks = set(heard.field_codes) & {"contact", "contact_role"} and _IS_IT_SOMEBODY.search(heard.message.folded)
    if not asks or shown[0] in heard.named[0].positions:
        return None
    plain = replace(heard, named=())
    return with_subject(said.last, (*shown, *heard.named[0].positions), plain, said.alone, said.reader)


_IS_IT_SOMEBODY = re.compile(
    r"(?<!\S)(?:c est|est ce|est elle|est il|s appelle)(?: t (?:elle|il))? (?:encore|toujours|bien|tu|pas)(?!\S)"
    r"|(?<!\S)(?:is it|is that) (?:still|really)(?!\S)"
)


def of_those_compared(said: Sequel) -> Question | None:
    """ "et les infirmières ?" after two co-ops were compared by a number."""
    question, heard = said.last.question, said.heard
    if question.task is not Task.RANK or len(question.scope) < 2 or not links(heard) or heard.places or heard.named:
        return None
    if not heard.services or measured(heard):
        return None
    return with_subject(said.last, question.scope, heard, said.alone, said.reader)


def _named(said: Sequel) -> tuple[int, ...]:
    """The co-ops that the message names: several hints together tell one ("celle de Gatineau, sur Gréber")."""
    heard, reader = said.heard, said.reader
    hints = [set(n.positions) for n in heard.named] + [set(reader.subjects.located(p)) for p in heard.places]
    hints = [h for h in hints if h]
    common = set.intersection(*hints) if hints else set()
    positions = tuple(sorted(common)) or said.alone.subjects or (tuple(sorted(hints[0])) if hints else ())
    if len(positions) > 1:
        told = told_apart(heard, positions, reader.directory)
        positions = told if len(told) == 1 else positions
    return positions


def same_region(said: Sequel) -> Question | None:
    """ "y en a-t-il d'autres dans la même région ?": around those just spoken of, which all stand there, but them."""
    last, heard, alone, folded = said.last, said.heard, said.alone, said.whole.message.folded
    shown = last.question.subjects or shown_positions(last)
    nothing_dropped = said.dropped is not None and not said.dropped.message.words  # "avec ou sans"
    elsewhere = "anywhere" in said.cues or ("drop" in said.cues and not nothing_dropped)
    if "same_region" not in said.cues or elsewhere or heard.places:
        return None
    if len(shown) == 1 and around_it(said.whole.message) and said.reader.directory.sites[shown[0] - 1].place:
        return None
    if set(heard.field_codes) & {"region", "municipality"}:
        return None
    around = last.question if last.question.task in LOCATED_TASKS and last.question.place is not None else None
    if around is not None and _AROUND_THERE.search(said.whole.message.folded):  # "dans le coin", after those near Sorel
        base = replace(alone, task=Task.LIST, regions=(), subjects=(), areas=(), topic="", nth=1, limit=None)
        there = replace(base, place=around.place, radius_km=around.radius_km, strict=False)
        sought = said.reader.of_table(there, heard)
        if sought.task in LOCATED_TASKS and (sought.services or sought.filters) and not _SOME_OTHER.search(folded):
            return replace(sought, place=around.place, radius_km=around.radius_km, strict=False, unsaid_words=())
    of_those = {said.reader.directory.at(position).region.value for position in shown}
    regions = {*last.question.regions} or of_those
    region = regions.pop() if len(regions) == 1 else None
    if region is None:
        return None
    base = replace(alone, task=Task.LIST, regions=(region,), subjects=(), place=None, areas=(), topic="")
    found = said.reader.of_table(base, heard)
    if what_is_counted(heard) == "entries":  # "combien de coops en tout dans la région ?": whatever they offer
        found = replace(base, task=Task.COUNT, services=found.services, filters=found.filters, unsaid_words=())
    if found.task not in LOCATED_TASKS:
        found = replace(base, services=heard.service_codes, unsaid_words=())
    if not _SOME_OTHER.search(folded):
        return found
    return replace(found, filters=(*found.filters, Except(tuple(sorted(shown)))))


_SOME_OTHER = re.compile(r"autre|other")
_AROUND_THERE = re.compile(
    r"(?<!\S)(?:le|ce|meme) (?:meme )?(?:coin|secteur|bout)(?!\S)|(?<!\S)(?:alentours?|environs|parages)(?!\S)"
    r"|(?<!\S)same area(?!\S)"
)


def same_asked_of_another(said: Sequel) -> Question | None:
    """ "et la coop de Thurso ?" after the phone of another; "la coop de Thurso en offre-t-elle ?" after a list."""
    heard, question = said.heard, said.last.question
    folded = heard.message.folded
    sequel = (
        links(heard)
        or "same" in said.cues
        or _COUNTED_AGAIN.search(folded)
        or THAT_ONE.match(folded)
        or bare(heard, 5)
        or _ASKS_THE_SAME.search(folded)
    )
    if heard.fields or heard.topics or heard.conditions or heard.filters or heard.cue("most", "least", "federation"):
        return None
    if heard.services:
        return None
    again = "same" in said.cues or _COUNTED_AGAIN.search(
        folded
    )  # "ceux de Bedford, combien ?", "à Eastman, y sont combien"
    whole = heard.cue("plural", "count") and not (links(heard) or again or HOW_MANY_THERE.match(folded))
    if whole or (heard.places and _ANY_COOP.search(folded)):
        return None  # "combien de coops en Mauricie ?" is complete, "et au Saguenay, y a-t-il une coop ?" too
    positions = _named(said)
    if not positions:
        return None
    if len(positions) == 1 and positions[0] in shown_positions(said.last) and _COUNTED_AGAIN.search(folded):
        measure = measure_of(question) or ("doctors" if DOCTORS & set(question.services) else None)
        if question.task in LOCATED_TASKS and measure:  # "à Eastman, y sont combien ?" after those that have doctors
            plain = Question(said.alone.message, Task.FIELDS, language=said.alone.language)
            return replace(plain, subjects=positions, fields=(measure,))
    if "back" in said.cues and heard.left and len(positions) == 1:
        return topic_of(said, positions)  # "pour revenir à Shawinigan : l'informatique, c'est à la hauteur ?"
    if question.task in LOCATED_TASKS and question.services and _OF_IT.search(folded) and said.alone.subjects:
        return replace(question, task=Task.OFFER, subjects=said.alone.subjects, place=None, regions=(), areas=())
    if question.task is Task.UNKNOWN_ENTRY and (sequel or "correct" in said.cues):
        asked = Task.FIELDS if question.fields else Task.CARD
        question = replace(question, task=asked, place=None, topic="", options=())
    of_one = question.task in (Task.FIELDS, Task.OFFER, Task.TOPIC, Task.CARD)
    if not (of_one or (question.task is Task.SOURCES and question.subjects)) or not sequel:
        return None
    if len(positions) > 1:
        return replace(question, task=Task.CLARIFY_ENTRY, subjects=positions, options=positions)
    return replace(question, subjects=_each_named(said) or positions)


def counted_there(said: Sequel) -> Question | None:
    """ "à Thurso, il y en a combien ?" after those that have nurses: how many of them that co-op of the list has."""
    heard, question = said.whole, said.last.question
    services = tuple(c for c in question.services if not set(c.split("|")) & DOCTORS)
    if question.task not in (Task.LIST, Task.COUNT) or len(services) != 1 or not heard.cue("count"):
        return None
    if heard.fields or heard.services or heard.topics or heard.conditions or heard.filters:
        return None
    folded = said.whole.message.folded
    of_it = _OF_IT_HOW_MANY.search(folded) and not _COOPS.search(folded)
    if not of_it or heard.radius_km is not None or heard.cue("most", "least", "federation"):
        return None
    shown = set(shown_positions(said.last))
    hints = [set(n.positions) & shown for n in heard.named]
    hints += [set(said.reader.subjects.located(p)) & shown or set(inside(said, p, tuple(shown))) for p in heard.places]
    hints = [h for h in hints if h]
    there = set.intersection(*hints) if hints else set()
    if len(there) != 1:
        return None
    noun = said.reader.lexicon[services[0].split("|")[0]].name
    counted = said.heard if said.heard.services else said.reader.ear.hear(f"combien de {noun}")
    return with_subject(said.last, tuple(there), replace(counted, places=(), named=()), said.alone, said.reader)


_COOPS = re.compile(r"(?<!\S)(?:coops|cooperatives|cliniques|combien de (?:coop|clini)\w*)(?!\S)")
_OF_IT_HOW_MANY = re.compile(
    r"(?<!\S)en (?:a|ont|avait|compte|comptent|possede|emploie)(?: (?:t (?:il|elle)|elle|il))?(?: combien)?(?!\S)"
    r"|(?<!\S)(?:elles?|ils?|y) (?:sont|est)(?: rendus?)? combien(?!\S)|(?<!\S)combien (?:sont|en a)(?!\S)"
)


# "combien", where nothing is named that is counted: of what was told of the co-op before
_COUNTED_AGAIN = re.compile(
    r"^(?:(?:et|pis|puis|ok|mais|bon|and) )*(?:ceux|celles|celui|celle|chez|a|au|aux|pour|dans|du cote)(?!\S)"
    r"(?!.*(?<!\S)(?:coops?|cooperatives?|cliniques?|etablissements?|endroits?)(?! (?:de|d|des|a|en|sante)(?!\S)))"
    r".*(?<!\S)combien(?: (?:y en (?:a|ont)|en (?:a|ont)|(?:ils|elles|y|on)|(?:sont|ont|y en a)"
    r"|ils (?:en )?(?:sont|ont)|eux"
    r"|eux autres|la|la bas|d abord|donc|t elle|t il|stp|svp))*$"
    r"|^\S+(?: \S+){0,3} combien$"
)


_ANY_COOP = re.compile(
    r"(?<!\S)(?:y a(?: t il| tu)?|y en a t il|existe(?: t il| tu)?|avez vous|is there|are there)(?: aussi| bien)? "
    r"(?:une|des|d autres|a|any)(?: autres?)? (?:coops?|cooperatives?|cliniques?|co ops?|clinics?)(?!\S)"
)


def _each_named(said: Sequel) -> tuple[int, ...]:
    """The co-ops of "et Frampton et Beauceville ?", each told by its own name or town; none where one is named."""
    heard = said.heard
    hints = [(n.first, n.positions) for n in heard.named if n.sure]
    hints += [(p.first, said.reader.subjects.located(p)) for p in heard.places]
    hints = sorted((first, positions) for first, positions in hints if positions)
    one_each = all(len(positions) == 1 for _, positions in hints)
    told = tuple(dict.fromkeys(p for _, positions in hints for p in positions))
    return told if one_each and len(told) > 1 and _AND.search(heard.message.folded[3:]) else ()


_AND = re.compile(r"(?<!\S)(?:et|pis|ainsi que|and)(?!\S)")


def the_other_there(said: Sequel) -> Question | None:
    """ "et l'autre de Sherbrooke ?": the co-op of that town that is not the one just told."""
    heard, told = said.heard, shown_positions(said.last)
    several = _OTHERS_OF.search(said.whole.message.folded)
    if not ("the_other" in said.cues or several) or len(heard.places) != 1 or len(told) != 1 or heard.cue("plural"):
        return None
    others = tuple(p for p in said.reader.subjects.located(heard.places[0]) if p not in told)
    if not others or (len(others) > 1 and not several):
        return None
    plain = replace(heard, places=(), named=())
    return with_subject(said.last, others, plain, said.alone, said.reader)


_OTHERS_OF = re.compile(r"(?<!\S)les (?:(?:deux|trois|quatre) )?autres (?:de|d|a|en)(?!\S)")


def of_that_service(said: Sequel) -> Question | None:
    """ "celle du dentiste aussi", "revenons à l'ergothérapeute": the co-op that was shown for this service."""
    codes = {c for code in said.heard.service_codes for c in code.split("|")}
    if not (_THE_ONE_WITH.search(said.heard.message.folded) or "back" in said.cues):
        return None
    surely = {n.positions for n in said.heard.named if n.sure and len(n.positions) == 1}
    if said.heard.cue("count") and codes and len(surely) == 1:  # "à celle de Thurso, il y en a combien ?"
        counted = replace(said.heard, places=(), named=())
        return with_subject(said.last, surely.pop(), counted, said.alone, said.reader)
    for turn in reversed(said.turns):
        shown = shown_positions(turn)
        if turn.question.task in LOCATED_TASKS and codes & set(turn.question.services) and said.heard.places:
            shown = inside(said, said.heard.places[0], shown)  # "revenons à l'ostéo : celle du Témiscamingue"
        if len(shown) == 1 and turn.question.task in LOCATED_TASKS and codes & set(turn.question.services):
            plain = replace(said.heard, services=(), places=(), named=())
            return with_subject(said.last, shown, plain, said.alone, said.reader)
    return None

"""Decides what is asked of the whole table: a list, a count, a ranking, a sum; else it is of the prose."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant import times
from assistant.asked import (
    CONTACT,
    MEASURES,
    OF_ONE,
    columns,
    how_many,
    of_every,
    seeks,
    services_lacked,
    services_wanted,
    side_by_side,
    what_is_counted,
)
from assistant.entering import entered
from assistant.filters import criteria
from assistant.hearing import Ear, Heard
from assistant.question import Question, Task
from assistant.reckoned import added_up, compared
from assistant.said_of_a_service import printed_once, told_beside
from assistant.to_us import reaches_us
from assistant.topics import SpeaksOf
from index.areas import Serves
from index.cells import stem
from index.criteria import DialsFrom, Holds, Mentions, OneOf, Says
from index.criterion import Criterion, Truth
from index.directory import Directory
from index.places import PlaceKind
from ingest.entry import State
from ingest.french import key, words

MOST_INCOMPLETE = 4  # rows named where the incomplete ones are asked for; those equal to the last are as well
# Topics that no list is asked of: a cell that speaks of them answers nothing.
_NOT_TOLD = frozenset({"quality", "doctor_names", "age", "closing"})
# Topics that are asked of one clinic: where none is named, we ask which.
_OF_A_CLINIC = frozenset(
    {
        "hours",
        "fees",
        "parking",
        "access",
        "language",
        "new_patients",
        "booking",
        "booking_online",
        "fax",
        "social_media",
        "founded",
    }
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def of_table(question: Question, heard: Heard, directory: Directory, ear: Ear) -> Question:
    """The question as one over all co-ops: a list, a count, a ranking, a sum, a mean; else one of the prose."""
    if _reaches_us(heard):
        return of_prose(question, heard)
    if heard.cue("most", "least", "rank", "mean", "median", "total"):  # of those that give the number anyway
        heard = replace(heard, states=tuple(s for s in heard.states if s.state != "stated"))
    filters = criteria(heard)
    said_of = [(s.first, s.last) for s in heard.states]
    heard = replace(heard, fields=tuple(f for f in heard.fields if not any(a <= f.first < b for a, b in said_of)))
    services = services_wanted(heard)
    if heard.left and set(services) <= heard.unsure and _TELLS.search(heard.message.folded):
        services = ()  # "quelles coops mentionnent des médecins résidents": the words of their rows
    if heard.states and of_every(heard.message.folded) and any(s.state == "lacking" for s in heard.states):
        services = ()  # "toutes ont-elles un médecin et une infirmière ?": those without the one tell
    either = len(services) > 1 and (_or_between(heard) or side_by_side(heard))
    question = replace(
        question,
        services=services,
        either=bool(either),
        filters=filters,
        planned=heard.cue("planned"),
        lacking=services_lacked(heard),
    )
    if question.task in (Task.UNKNOWN_PLACE, Task.CLARIFY_PLACE):
        return question
    located = question.place is not None or question.areas or question.regions
    if question.place is not None and "population_text" in heard.field_codes:
        question = replace(question, filters=(*filters, Serves(question.place)), place=None, strict=False)
    territories = (*question.areas, *((question.place,) if question.place is not None else ()))
    if "postal_code" in heard.field_codes and any(t.kind is PlaceKind.POSTAL for t in territories):
        filters = (*filters, Says("postal_code", (State.STATED,)))  # "ont un code postal en G0R": printed so
        question = replace(question, filters=filters)
    code = re.search(
        r"(?:dans le|du|indicatif(?: regional)?|code regional|area code)(?: le)? (\d{3})(?!\S)", heard.message.folded
    )
    if code:
        filters = (*filters, DialsFrom(code.group(1)))
        told = tuple(w for w in heard.left if w not in code.group().split())
        heard = replace(heard, left=told)
        question = replace(question, filters=filters, unsaid_words=told)
    if (
        heard.topics
        and not located
        and not services
        and heard.cue("plural", "singular")
        and _tells(heard, directory, ear)
    ):
        return replace(question, task=Task.LIST, filters=(*filters, *_tells(heard, directory, ear)), unsaid_words=())
    once = printed_once(heard, directory, ear) if not filters and not located else ()
    if once:
        return replace(question, task=Task.LIST, filters=once, unsaid_words=())
    beside = told_beside(heard, services, directory, ear) if heard.topics and not located and not filters else ()
    if beside:
        return replace(question, task=Task.LIST, filters=beside, fields=columns(heard))
    bare = heard.topics and not (located or filters or services or heard.fields or heard.cue("count"))
    if bare and set(heard.topic_codes) != {"fees"} and _asks_of_some_coop(heard, ear):  # fees may be the Federation's
        return replace(question, task=Task.CLARIFY_ENTRY)  # "c'est ouvert aujourd'hui ?"
    if heard.topics and not located and not filters and not (services and set(heard.topic_codes) <= {"future"}):
        return of_prose(replace(question, services=()), heard)
    if not located and services and not filters and set(services) <= heard.unsure:
        if not (seeks(heard) or heard.cue("plural", "yes_no") or len(heard.message.words) <= 4):
            return of_prose(replace(question, services=()), heard)
        if len(services) == 1 and "|" in services[0]:
            return replace(question, task=Task.CLARIFY_SERVICE, options=tuple(services[0].split("|")))
    of_one = _IT_SEEKS.search(heard.message.folded) and not heard.cue("plural", "table", "network")
    if of_one and not located and not heard.conditions:
        return replace(question, task=Task.CLARIFY_ENTRY, fields=("recruiting",), services=(), filters=())
    if _asks_of_some_coop(heard, ear) and not located and not services and not filters:
        return replace(question, task=Task.CLARIFY_ENTRY, fields=tuple(f for f in heard.field_codes if f in OF_ONE))
    if heard.topics and located and not services:
        spoken = tuple(SpeaksOf(ear.topics, code, asked=heard.message.folded) for code in heard.topic_codes)
        question = replace(question, filters=(*filters, OneOf(spoken)), topic=" ".join(heard.topic_codes))
        filters = question.filters
    if heard.cue("gaps") and heard.cue("plural", "singular", "table") and not heard.cue("count"):
        limit = how_many(heard) or (MOST_INCOMPLETE if heard.cue("plural") else None)
        return replace(question, task=Task.RANK, measure="gaps", limit=limit, services=())
    reckoned = compared(question, heard)
    if reckoned is not None:
        return reckoned
    narrowed = bool(services or filters or located)
    if not narrowed and _wants_them_all(question, heard):
        return replace(question, task=Task.LIST, unsaid_words=())
    counted = what_is_counted(heard)
    if not narrowed and heard.cue("count") and counted == "entries" and set(heard.left) <= _WHOLE:
        return replace(question, task=Task.SOURCES, topic="entries", unsaid_words=())
    question = _with_words(question, heard, directory, ear, narrowed)
    narrowed = bool(narrowed or question.filters)
    reckoned = added_up(question, heard)
    if reckoned is not None:
        return reckoned
    placed = {w.folded for p in heard.places for w in heard.message.words[p.first : p.last]}
    about_coops = heard.cue("plural", "singular", "near", "nearest", "table") or not set(heard.content) - placed
    if narrowed and not services and not filters and not about_coops and not heard.fields:
        return of_prose(question, heard)  # a place, and nothing of ours
    if narrowed and not (heard.cue("federation") and not services and not filters):
        return replace(question, task=Task.LIST, fields=columns(heard), limit=question.limit or how_many(heard))
    contact = tuple(f for f in heard.field_codes if f in CONTACT)
    if contact and _THE_COOP.search(heard.message.folded) and not heard.cue(*_OF_OTHERS):
        # "mon rendez-vous à la coop santé est demain, redonnez-moi l'adresse"
        return replace(question, task=Task.CLARIFY_ENTRY, fields=contact)
    return of_prose(replace(question, measure=counted if counted in MEASURES else None), heard)


def _wants_them_all(question: Question, heard: Heard) -> bool:
    """ "la liste complète des coops", "quelles sont les coops de santé au Québec ?": no condition at all."""
    if question.period == times.NEW or not heard.cue("plural") or not heard.cue("list", "table"):
        return False
    if _OTHER_NUMBER.search(heard.message.folded) or entered(heard.message.folded):
        return False  # "le 49 est là deux fois. Quelles coops ?"
    more = heard.fields or heard.topics or heard.conditions or heard.states or heard.filters or heard.services
    others = heard.cue("federation", "report", "count", "most", "least", "rank", "mean", "near", "compare")
    alone = not (more or others) and set(heard.left) <= _WHOLE and len(heard.message.words) > 2
    return alone and _ALL.search(heard.message.folded) is not None and not _THEIR_MEMBERS.search(heard.message.folded)


_OTHER_NUMBER = re.compile(
    r"(?<!\S)(?!(?:2014|2021|2022)(?!\S))\d+"
    r"(?! (?:coops?|cooperatives?|cliniques?|co ops?|entr(?:ees|ies)|fiches))(?!\S)"
)
_ALL = re.compile(
    r"(?<!\S)(?:tou(?:te)?s les|list\w*|enumer\w*|nomm\w*|quelles (?:sont|coops?|cooperatives|cliniques)|all|which"
    r"|complet\w*|inventaire|tableau|repertoire|directory)(?!\S)"
)
_WHOLE = frozenset(
    "complet complete completes entier entiere integral integrale exhaustif exhaustive existent existantes existe "
    "repertoriees decrites figurent inscrites recensees listees presentees nom noms inventaire ensemble sante "
    "exception oublier sauter exist full whole names listed described".split()
)
_THEIR_MEMBERS = re.compile(r"(?<!\S)(?:membres?|affiliees?|adherentes?|members?)(?!\S)")


def _or_between(heard: Heard) -> bool:
    """Whether "ou" stands between two services, not "où" before them."""
    first, last = min(h.last for h in heard.services), max(h.first for h in heard.services)
    return heard.cue("either") and any(w.folded in ("ou", "or") for w in heard.message.words[first:last])


_QUOTED = re.compile(r"[«“\"]\s*([^«»“”\"]{4,}?)\s*[»”\"]")
_ROW = re.compile(r"(?<!\S)(?:fiche|rangee|ligne|entree|case|row|entry)(?!\S)")
_WHOSE = re.compile(r"(?<!\S)(?:quelles?|laquelle|lesquelles|which|what|qui)(?!\S)")


def of_rows_that_print(question: Question, heard: Heard, directory: Directory) -> Question | None:
    """ "quelle coop écrit « d'ici fin 2013 » ?", "une fiche parle d'octobre 2013, laquelle ?": those that print it."""
    rows = heard.cue("singular", "plural", "table") or _ROW.search(heard.message.folded)
    if not rows or not _WHOSE.search(heard.message.folded):
        return None
    said = _QUOTED.findall(heard.message.text)
    of_others = (
        heard.cue("report", "federation", "network", "count") or heard.places or any(n.sure for n in heard.named)
    )
    if not of_others:
        dates = _DATE.findall(heard.message.folded)
        said += [*dates, *(f"{d[:n]} {d.split()[-1]}" for d in dates for n in (3, 4))]  # "oct. 2013"
    for words_said in said:
        prints = Mentions(key(words_said))
        sites = directory.sites
        if any(prints.judge(s, directory.gazetteer).truth is Truth.YES for s in sites) and " " in prints.words:
            return replace(question, task=Task.LIST, filters=(prints,), unsaid_words=())
    return None


# A date that a cell may print: "octobre 2013", "fin 2013".
_DATE = re.compile(
    r"(?<!\S)(?:(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|printemps|ete"
    r"|automne|hiver|fin|debut|mi) (?:de )?(?:19|20)\d\d)(?!\S)"
)


def _with_words(question: Question, heard: Heard, directory: Directory, ear: Ear, narrowed: bool) -> Question:
    """Words that nothing claimed and that a cell of the table holds are a condition: "un courriel Vidéotron".

    Words that the prose has as well are only that where the table is surely asked (`narrowed`).
    """
    figures = _figures(question, heard, directory)
    asked = (*heard.left, *figures)
    if not asked or question.services or heard.cue("federation", "report", "network"):
        return question
    if not narrowed and not heard.cue("plural", "singular"):
        return question
    told = _TELLS.search(heard.message.folded) is not None
    if not (narrowed or figures or told or set(heard.left) - ear.prose_words):
        return question
    holds = Holds(asked)
    if not any(holds.judge(s, directory.gazetteer).truth is Truth.YES for s in directory.sites):
        return question
    return replace(question, filters=(*question.filters, holds), unsaid_words=())


def _figures(question: Question, heard: Heard, directory: Directory) -> tuple[str, ...]:
    """The figures of a message that are no limit, radius, region or year of a document: a year, or of words unheard."""
    if heard.radius_km is not None or heard.cue("most", "least", "rank", "nearest"):
        return ()
    known = {e.span.document.year for e in directory.entries[:1]} | {"2021", "2022"}
    known |= {f"{n}" for n in question.regions} | {f"{n:02d}" for n in question.regions}
    taken = {i for c in heard.conditions for i in range(c.first, c.last)}
    taken |= {i for p in heard.places for i in range(p.first, p.last)}
    words = [w.folded for i, w in enumerate(heard.message.words) if w.folded.isdigit() and i not in taken]
    return tuple(w for w in words if w not in known and (heard.left or _YEAR.fullmatch(w)))


# "quelle coop parle de…", "les fiches qui mentionnent…": it is the table's rows that tell.
_TELLS = re.compile(
    r"(?<!\S)(?:(?:il est|est il|il y est|est ce qu il est) question|(?:ou|qui) (?:on|l on) parle"
    r"|(?:fai(?:t|sant)|font) (?:\w+ )?mention)(?! entre)(?!\S)"
    r"|(?<!\S)(?:coops?|cooperatives?|cliniques?|fiches?|rangees?|lignes?|entrees?|celles?)"
    r"(?: (?:de sante|du tableau|de la liste|qui))*"
    r" (?:parl|mention|evoqu|cit|signal|annonc|ecri|affich|precis|indiqu|promet|soulign|vant)\w*(?!\S)"
)
# How a message begins that asks which co-ops tell something, behind the document where it is to be found.
_ASKS_WHICH_COOPS = re.compile(
    r"(?:(?:dans|selon|d apres|au|sur|in|according to) (?:(?:le|la|ce|cette|votre|l|the) )?"
    r"(?:tableau|brochure|repertoire|liste|table|directory)(?: de 2014)? )?"
    r"(?:quelles?|lesquelles?|which|y a t il|y a tu|ya tu|(?:est ce qu )?il y a|y a|est ce que (?:des|certaines|une)"
    r"|combien|liste\w*|nomme\w*|dis moi|coop\w*|cliniques?|qui|celles|are there|is there)(?!\S)"
)


def _tells(heard: Heard, directory: Directory, ear: Ear) -> tuple[Criterion, ...]:
    """ "quelle coop a été fondée en 2012": the co-ops that say so in a clause, with the figure said."""
    figures = tuple(re.findall(r"(?<!\S)\d+(?!\S)", heard.message.folded))
    if not _ASKS_WHICH_COOPS.match(heard.message.folded):
        return ()
    names = {stem(w.folded) for code in heard.topic_codes for w in words(ear.topics[code].name)}
    asked = tuple(
        w.folded
        for h in heard.topics
        for w in heard.message.words[h.first : h.last]
        if len(w.folded) > 3 and stem(w.folded) not in names  # "heures", of the opening hours, is all of the topic
    )
    codes = [code for code in heard.topic_codes if code not in _NOT_TOLD]
    # Most precise first: the very words asked ("agrandissement"), else anything said of the topic ("projets").
    for words_too in (*((w,) for w in asked), ()):
        found = tuple(
            SpeaksOf(ear.topics, code, figures, (*heard.left, *words_too), heard.message.folded) for code in codes
        )
        if any(c.judge(s, directory.gazetteer).truth is Truth.YES for c in found for s in directory.sites):
            return found
    return ()


_FIRST = re.compile(r"[^,;.!?]*")
_BARE = re.compile(
    r"^\W*(?:(?:(?:c['’]est )?quoi|quel est|donne[zr]?[- ]moi|j['’]ai besoin (?:de|du)) )?"
    r"(?:l['’]|le |la |les |un |votre |vos |du )?(?:(?:num[ée]ro|no)(?: de)? )?"
    r"(?:t[ée]l[ée]phone|t[ée]l|num[ée]ro|courriel|e?-?mail|adresse(?: courriel| postale)?|site(?: web)?"
    r"|coordonn[ée]es|fax)"
    r"(?: s['’]il (?:vous|te) pla[iî]t| svp| stp| please)?\s*$",
    re.IGNORECASE,
)
# "la coop cherche-t-elle des médecins ?", "cette clinique a-t-elle besoin de médecins ?": which one isn't said
_IT_SEEKS = re.compile(
    r"(?<!\S)(?:la|cette|ma|notre|votre|the|this|my|our) (?:coop|cooperative|clinique|co op|clinic)"
    r"(?: (?:de )?sante| medicale)?(?: est ce qu elle| elle)?(?: (?:ne|n|en|se|is|y))*"
    r" (?:(?:re)?cherche|recrute|embauche|engage|manque|recruit\w*|hiring|looking for|needs?"
    r"|a(?: t elle)? besoin|veut(?: elle)?)"
    r"(?: (?:t|elle|encore|toujours|aussi|des|un|une|d|de|autres|nouveaux|recruter|more|new|a|any))*"
    r" (?:medecins?|docteurs?|docs?|omnipraticiens?|mds?|doctors?|physicians?)(?! (?:qui|le|la|dans)(?!\S))"
)
# "la coop santé", of which nothing says which one
_THE_COOP = re.compile(
    r"(?<!\S)(?:la|ma|notre|cette) (?:coop|cooperative|clinique)(?: (?:de )?sante| medicale)?"
    r"(?! (?:de|d|du|des|a|au|aux|en|la plus|le plus|qui)(?!\S))(?!\S)"
)
_OF_SOMEBODY = re.compile(r"(?<!\S)(?:votre|vos|your|he|him|she|her|his|lui|monsieur|madame|m|mme)(?!\S)")
_OF_OTHERS = ("federation", "report", "brochure", "network", "plural", "table")


def _reaches_us(heard: Heard) -> bool:
    """ "comment vous rejoindre par téléphone ?": the means of whom the documents are, not of the co-ops."""
    means = any(code in CONTACT for code in heard.field_codes) or any(s.cell in CONTACT for s in heard.states)
    named = any(n.sure for n in heard.named) or bool(heard.places or heard.services)
    of_others = named or heard.cue("plural", "singular", "table", "count")
    return means and not of_others and reaches_us(heard.message.folded)


def _asks_of_some_coop(heard: Heard, ear: Ear) -> bool:
    """A field of one co-op, and no co-op named: "le numéro de la coop ?", "c'est qui le président ?"."""
    fields = set(heard.field_codes) & OF_ONE - {"card", "services_text", "region"}
    if (
        heard.topics
        and not heard.left
        and len(heard.message.words) <= 6
        and not heard.cue("plural", "federation", "report", "brochure")
    ):
        return set(heard.topic_codes) <= _OF_A_CLINIC
    if fields & CONTACT and _BARE.search(_FIRST.findall(heard.message.text)[0]) and not heard.cue(*_OF_OTHERS):
        return True  # "Le courriel svp, j'ai un papier à envoyer"
    if (
        not fields
        or heard.cue(
            "plural",
            "federation",
            "report",
            "brochure",
            "network",
            "table",
            "total",
            "most",
            "least",
            "rank",
            "nth",
            "mean",
            "compare",
        )
        or heard.topics
    ):
        return False
    counted = what_is_counted(heard)
    if counted:
        return (
            bool(re.search(r"(?<!\S)(?:ils|elles|elle|la coop|la clinique|they|the coop)(?!\S)", heard.message.folded))
            and not heard.left
        )
    named = all(ear.names.holds(w) for w in heard.left)
    means = bool(fields & CONTACT) and not _OF_SOMEBODY.search(heard.message.folded)
    return named and (heard.cue("singular") or (not heard.left and (means or len(heard.message.words) <= 6)))


def of_prose(question: Question, heard: Heard) -> Question:
    """The question as one of the prose, with the fields and topics that were heard."""
    period = times.of_prose(heard, question.period)
    return replace(
        question, task=Task.PROSE, fields=heard.field_codes, topic=" ".join(heard.topic_codes), period=period
    )

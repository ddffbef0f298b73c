"""Decides what is asked of co-ops that a message names: fields, services, a topic, a distance, or all of it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import (
    CONTACT,
    MEASURES,
    SIZED,
    fields_named,
    meant_as_services,
    measured,
    names_of_staff,
    nth,
    services_lacked,
    tidy,
    what_is_counted,
)
from assistant.beginnings import asks_its_beginning
from assistant.filters import criteria
from assistant.hearing import Heard, HeardPlace
from assistant.named import Named
from assistant.numbers import ratio
from assistant.question import Question, Task
from assistant.where import Where
from index.areas import InArea
from index.cells import DESCRIPTIVE, stem
from index.criteria import IsForm
from index.criterion import Truth
from index.directory import Directory
from index.places import PlaceKind
from ingest.french import key, words

_MEASURED = frozenset(stem(w) for w in ("medecins", "docteurs", "membres", "dossiers"))
# Topics whose words hold those of a field ("numéro de fax", "nom du médecin"): the topic is what is asked.
_BEFORE_FIELDS = frozenset(
    {"records", "fax", "doctor_names", "social_media", "age", "pay", "closing", "clientele", "members_only"}
)
# Topics told of whoever gives a service ("le salaire d'une infirmière").
_BEFORE_SERVICES = frozenset({"doctor_names", "age", "pay", "closing"})
# Topics told of how a service is given ("un psy le soir", "un médecin qui parle anglais"): said beside it.
_BESIDE_SERVICES = frozenset({"hours", "language"})
# Fields whose words ask ("dans quelle région"): a topic beside them is only told ("est inscrite", "a ses locaux").
_ASKED_BY_WHICH = frozenset({"region", "municipality", "contact_role", "legal_form"})
# Asked beside a person's name, they ask who that is.
_OF_SOMEBODY = frozenset({"services_text", "contact", "contact_role", "name"})
_DISTANCE = re.compile(
    r"(?<!\S)(?:distance|combien de (?:km|kilometres)|a combien de (?:km|kilometres)|how far|loin"
    r"|(?:est|se trouve) a combien (?:de|d|du)"
    r"|(?:elle|est|etes|c est|c est tu|est tu|t elle|is it)(?: (?:bien|assez|tres|quand meme|vraiment|tout|really))*"
    r" (?:proche|pres|a cote|aux portes|eloignee?|close|near)"
    r"|(?:combien de (?:temps|minutes|route|chemin)|how long)(?: \w+){0,8}"
    r" (?:de|d|depuis|pour (?:s y )?(?:aller|rendre)|from|drive)"
    r")(?!\S)"
)
_AT_WHAT_TIME = re.compile(r"(?<!\S)(?:quelles? heures?|horaires?|heures? d ouverture|what time|opening hours)(?!\S)")
_STANDS = re.compile(
    r"(?:^| )(?:est|bien|situee?|trouve|installee?|etablie?|implantee?|demenagee?|ouverte?|is|located)"
    r"(?: elle| t elle| il| bien| pas)? "
    r"(?:a|au|aux|en|dans|sur|in|at)(?: l| la| le)?$"
)
# "la 51e du tableau, elle s'appelle comment ?"
_NAME_OF = re.compile(r"(?<!\S)(?:s appelle|se nomme|nom|named?|called)(?!\S)")
# "quelle coop est sur Marie-Victorin ?": which one is asked, not all that is known of it
_WHICH_COOP = re.compile(r"(?<!\S)(?:laquelle|lequel|quelle? (?:coop\w*|clinique|organisme)|which)(?!\S)")
# "c tu Saint-Isidore en Beauce ou ailleurs": which of the homonyms a co-op is of.
_WHICH_HOMONYM = re.compile(
    r"(?<!\S)(?:(?:est ce|c est|c|c etait)(?: tu| bien| le| celle| celui)*|is (?:it|that))(?!\S)"
    r".*(?<!\S)(?:a|au|aux|en|dans|sur|de|du|in)(?: l| la| le)?$"
)
_WHAT = re.compile(
    r"(?<!\S)(?:quel\w*|what|which)(?: (?:est|sont|etait|is|are))?(?: (?:le|la|les|l|the|son|sa|leurs?))?"
    r"(?: (?:genre|type|sorte|espece|kind|type|sort)s? (?:de|d|of))? (?P<what>\w+)"
    r"|(?<!\S)quoi comme (?P<like>\w+)"
)
_FROM_SOMEBODY = frozenset("lettre message messages mot appel appels vocal laisse signe signee recu".split())
_OF = frozenset("de d du des la le l of par mme madame m monsieur".split()) | _FROM_SOMEBODY
_SMALL = frozenset("de d des du la le les l y a t il elle".split())


def of_subject(question: Question, heard: Heard, subject: Named, directory: Directory, where: Where) -> Question:
    """The question as one of the co-ops named: their fields, what they offer, a topic, a distance or their card."""
    street = _words_of_its_street(heard, subject, directory)
    heard = replace(heard, left=tuple(w for w in heard.left if w not in street))
    question = replace(question, subjects=subject.positions, services=heard.service_codes)
    question = replace(question, unsaid_words=tuple(w for w in question.unsaid_words if w not in street))
    question = replace(question, regions=question.regions or _misplaced(heard, subject, directory))
    fields = fields_named(heard)
    if fields and "address" not in fields and _wrongly_said_to_stand(heard, subject, directory):
        fields = (*fields, "address")  # "vu que la coop de Pointe-du-Lac est à Shawinigan, elle dessert qui ?"
    if any(c.recruiting for c in heard.conditions):  # "cherche 5 médecins"
        fields = tuple(dict.fromkeys("recruiting" if f in ("doctors", "family_doctors") else f for f in fields))
    asked, said = heard.topic_codes, heard.message.folded
    if not fields and asked == ("sites",) and heard.cue("why") and _wrongly_said_to_stand(heard, subject, directory):
        fields, asked = ("address",), ()  # "pourquoi a-t-elle déménagé à Hull ?"
    divided = ratio(heard.message)
    if divided is not None:
        return replace(question, task=Task.RATIO, measure="/".join(divided[:2]), services=(), fields=())
    ranked = _ranked(question, heard) if subject.how != "follow-up" else None  # "la deuxième" of those shown
    if ranked is not None:
        return ranked
    if heard.cue("most", "least") and (question.regions or question.areas) and (measured(heard) or SIZED.search(said)):
        ranked = replace(question, subjects=(), task=Task.RANK, measure=measured(heard) or "members")
        return replace(
            ranked, descending=not heard.cue("least"), services=()
        )  # "c'est la plus grosse de l'Outaouais ?"
    if not fields and not asked and not heard.services and _said_to_stand(heard, subject):
        return replace(question, task=Task.FIELDS, fields=_of_where(question, heard), place=None)
    if _DISTANCE.search(heard.message.folded):
        fields = tuple(f for f in fields if f != "address")
    if len(subject.positions) > 1 and subject.how != "several":
        named = heard.message.text[heard.message.words[subject.first].start : heard.message.words[subject.last - 1].end]
        return replace(question, task=Task.CLARIFY_ENTRY, options=subject.positions, fields=fields, topic=named)
    question = replace(question, filters=criteria(heard))
    if asks_its_beginning(heard):
        return replace(question, task=Task.TOPIC, topic="founded", fields=(), services=(), filters=(), unsaid_words=())
    if _asks_unknown(heard, subject):
        unsaid = question.unsaid_words or heard.left  # a follow-up carries none of its own
        return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=(), services=(), unsaid_words=unsaid)
    if any(n.how == "person" for n in heard.named) and set(fields) <= {*_OF_SOMEBODY, "address"}:
        of_them = ("contact", *(f for f in fields if f not in _OF_SOMEBODY))  # "elle est où et elle fait quoi ?"
        if fields != ("address",):
            return replace(question, task=Task.FIELDS, fields=of_them, services=())
    counted = what_is_counted(heard)
    if names_of_staff(heard):
        return replace(question, task=Task.TOPIC, topic="doctor_names", fields=(), services=())
    refused = _did_something(heard)  # "combien de visites a-t-elle refusées ?"
    labelled = (
        ""
        if refused
        else _count_by_label(heard, subject, directory)
        if counted not in (*question.services, "topic")
        else ""
    )
    if labelled:
        return replace(question, task=Task.FIELDS, fields=(f"count:{labelled}",), services=())
    done = heard.cue("count") and counted in ("", "entries") and refused  # "combien a-t-elle congédiés ?"
    noun = counted_in_its_cells(heard, subject, directory) if counted in ("", "entries") else ""
    if noun:  # "une carte par famille : ça donne combien de personnes ?"
        return replace(question, task=Task.TOPIC, topic="", fields=(), services=(), unsaid_words=(noun,))
    if done or (counted == "topic" and refused) or (not counted and _counts_unknown(heard)):
        return replace(question, task=Task.TOPIC, topic="", fields=())
    if counted == "topic" and asked:
        return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=())
    if counted and counted in question.services:
        if set(fields) & set(MEASURES) or _mentioned(counted, subject, directory):
            return replace(question, task=Task.FIELDS, fields=(f"professionals:{counted}",))
        return replace(question, task=Task.OFFER, services=(counted,))  # nothing to count: is it offered at all?
    numbered = _numbered(heard)
    if numbered and set(question.services) == {numbered} and _mentioned(numbered, subject, directory):
        return replace(question, task=Task.FIELDS, fields=(f"professionals:{numbered}",))  # "a-t-elle 12 infirmières ?"
    if counted in MEASURES and _did_something(heard):
        return replace(question, task=Task.TOPIC, topic="", fields=())
    if counted in MEASURES:
        measures = tuple(f for f in fields if f in MEASURES)
        told = " ".join(asked)  # "le médecin qui part à la retraite suit combien de patients"
        return replace(question, task=Task.FIELDS, fields=tidy(measures or (counted,)), services=(), topic=told)
    services = meant_as_services(heard, fields)
    at_what_time = "hours" in asked and _AT_WHAT_TIME.search(said) is not None
    first = set(asked) & _BEFORE_SERVICES or _asks_whom(heard)
    if services and not first and not at_what_time:
        fields = tuple(f for f in fields if f not in ("services_text", "professionals"))
        kept = tuple(f for f in fields if f in CONTACT)
        return replace(
            question,
            task=Task.OFFER,
            services=services,
            fields=kept,
            planned=heard.cue("planned"),
            lacking=services_lacked(heard),
            topic=" ".join(t for t in asked if t in _BESIDE_SERVICES),
        )
    if heard.cue("count") and "waiting" in fields and set(asked) <= {"new_patients"}:
        return replace(
            question, task=Task.FIELDS, fields=tidy(fields), services=()
        )  # "combien sont inscrits en attente ?"
    if set(asked) & _BEFORE_FIELDS and not (set(asked) == {"closing"} and set(fields) & CONTACT):
        return replace(question, task=Task.TOPIC, topic=" ".join(t for t in asked if t in _BEFORE_FIELDS), fields=())
    if asked and not set(fields) & (CONTACT | _ASKED_BY_WHICH):
        return replace(question, task=Task.TOPIC, topic=" ".join(asked), fields=tidy(fields))
    if fields:
        return replace(question, task=Task.FIELDS, fields=tidy(fields), services=())
    if _DISTANCE.search(heard.message.folded) and len(subject.positions) == 2:
        return replace(question, task=Task.DISTANCE, place=None)
    if _DISTANCE.search(heard.message.folded) and len(subject.positions) == 1:
        away = [p for p in heard.places if (p.last <= subject.first or subject.last <= p.first)]
        reading = where.reading(away[0], heard) if away else None
        if reading is not None:
            return replace(question, task=Task.DISTANCE, place=reading)
    elsewhere = tuple(
        w.folded
        for p in heard.places
        if (p.last <= subject.first or subject.last <= p.first) and not _stands_in(p, subject, directory)
        for w in heard.message.words[p.first : p.last]
    )
    if elsewhere and any(p.mention.places[0].kind is PlaceKind.REGION for p in heard.places) and not heard.left:
        return replace(question, task=Task.FIELDS, fields=("region",))
    if subject.how == "phone" and not heard.fields:  # "un appel manqué de ce numéro, c'est qui ?", "ça vient d'où ?"
        whence = re.search(r"(?<!\S)d ou(?!\S)", said) is not None
        return (
            replace(question, task=Task.FIELDS, fields=("phones", "address"))
            if whence or _WHICH_COOP.search(said)
            else replace(question, task=Task.CARD)
        )
    if subject.how == "e-mail" and _WHICH_COOP.search(said) and not (fields or asked):
        typed = heard.message.text[heard.message.words[subject.first].start : heard.message.words[subject.last - 1].end]
        return replace(question, task=Task.FIELDS, fields=("emails" if "@" in typed else "websites",))
    if subject.how in ("street", "door") and _WHICH_COOP.search(said):
        return replace(question, task=Task.FIELDS, fields=("address",))
    if subject.how == "number" and _NAME_OF.search(said):
        return replace(question, task=Task.FIELDS, fields=("name",))
    left = tuple(w for w in heard.left if not _of_its_naming(w, subject, directory))
    if left or elsewhere:
        return replace(question, task=Task.TOPIC, topic="", unsaid_words=(*left, *elsewhere), place=None)
    if subject.how == "person":
        return replace(question, task=Task.FIELDS, fields=("contact",))
    forms = tuple(f.name for f in question.filters if isinstance(f, IsForm))  # "c'est bien une coop de travail ?"
    return replace(question, task=Task.FIELDS, fields=forms) if forms else replace(question, task=Task.CARD)


def _asks_whom(heard: Heard) -> bool:
    """ "à quels clients offre-t-elle ses massages ?", "pour qui est la physio ?": whom it is for, of what it offers."""
    said = (
        " ".join(w.folded for w in heard.message.words[t.first : t.last]) for t in heard.topics if t.code == "clientele"
    )
    return any(re.search(r"(?<!\S)(?:quel\w*|qui|whom?)(?!\S)", words) for words in said)


def _ranked(question: Question, heard: Heard) -> Question | None:
    """The place of these co-ops in a ranking, or who comes at another one: "X est première, qui est deuxième ?"."""
    measure = measured(heard) or ("members" if SIZED.search(heard.message.folded) else None)
    of_place = _PLACE.search(heard.message.folded)
    if measure is None or not (of_place or nth(heard) > 1):
        return None
    ranking = replace(question, task=Task.RANK, measure=measure, services=(), fields=(), limit=None)
    return ranking if of_place else replace(ranking, subjects=(), place=None, strict=False, nth=nth(heard))


_PLACE = re.compile(
    r"(?<!\S)(?:(?:quel(?:le)? (?:rang|position|place)|(?:combien|quan)tieme)(?!\S)"
    r"|se (?:classe|situe) (?:comment|ou|a quel)"
    r"|(?:arrive|vient|est) (?:t elle )?(?:a )?la (?:combien|quan)tieme|(?:what|which) (?:rank|place))"
)


def _asks_unknown(heard: Heard, subject: Named) -> bool:
    """ "quelle marque de logiciel", "la date de naissance de Mme Millette": what is asked is no word of ours."""
    asked = _WHAT.search(heard.message.folded)
    group = "what" if asked is not None and asked["what"] else "like"
    hit = heard.message.hit("what", asked.start(group), asked.end(group)) if asked else None
    if hit is not None and asked is not None and asked[group] in heard.left:
        of_field = any(f.first == hit.last for f in heard.fields)  # "quel poste téléphonique"
        of_field = of_field or bool(set(heard.field_codes) & CONTACT)  # "à quel étage et sur quelle rue"
        return not of_field and not _DISTANCE.search(heard.message.folded)
    before = [w.folded for w in heard.message.words[: subject.first]]
    while before and before[-1] in _OF:
        before.pop()
    return subject.how == "person" and bool(before) and before[-1] in heard.left


def _said_to_stand(heard: Heard, subject: Named) -> bool:
    """ "La coop de Roxton Pond est bien à Granby, rue Principale ?": where it stands is what is asked."""
    away = [p for p in heard.places if p.last <= subject.first or subject.last <= p.first]
    streets = any(n.how in ("street", "door") and n.first >= subject.last for n in heard.named)
    behind = " ".join(w.folded for w in heard.message.words[subject.last : away[-1].first]) if away else ""
    return streets or any(_STANDS.search(p.lead) for p in away) or bool(_WHICH_HOMONYM.search(behind))


def _wrongly_said_to_stand(heard: Heard, subject: Named, directory: Directory) -> bool:
    """ "La coop de Pointe-du-Lac est à Shawinigan": told beside what is asked, and false."""
    return any(
        p.first >= subject.last and _STANDS.search(p.lead) and not _stands_in(p, subject, directory)
        for p in heard.places
    )


def _misplaced(heard: Heard, subject: Named, directory: Directory) -> tuple[int, ...]:
    """The region of a territory said right behind a name ("Saint-Isidore en Beauce") where that co-op doesn't stand."""
    for p in heard.places:
        behind = p.first - subject.last == 1 and heard.message.words[subject.last].folded in ("en", "dans")
        if not behind or not p.mention.places[0].kind.is_area or _stands_in(p, subject, directory):
            continue
        if p.mention.places[0].region:
            return (p.mention.places[0].region,)
        area = InArea(p.mention.places[0])  # over several regions: those of the co-ops that stand there
        inside = [s.entry for s in directory.sites if area.judge(s, directory.gazetteer).truth is Truth.YES]
        return tuple(dict.fromkeys(e.region.value for e in inside if e.region.value))
    return ()


def _of_where(question: Question, heard: Heard) -> tuple[str, ...]:
    """What tells whether a co-op stands in a place: a region's number, an address in a town, both for "la Beauce"."""
    if question.regions:
        return ("region",)
    areas = any(p.mention.places[0].kind.is_area for p in heard.places)
    return ("address", "region") if areas else ("address",)


def _stands_in(place: HeardPlace, subject: Named, directory: Directory) -> bool:
    """ "la coop d'Aylmer à Gatineau": the place only says where the co-ops named stand."""
    named = [site for site in directory.sites if site.entry.position in subject.positions]
    areas = [InArea(p) for p in place.mention.places]
    return all(any(a.judge(s, directory.gazetteer).truth is Truth.YES for a in areas) for s in named)


def _of_its_naming(word: str, subject: Named, directory: Directory) -> bool:
    """Whether a word only says how a co-op is named: "local 206, chemin du Village", "une lettre de M. Raby"."""
    if subject.how not in ("street", "door"):
        return subject.how == "person" and word in _FROM_SOMEBODY
    cells = [directory.at(position).address for position in subject.positions]
    return any(word in key(cell.value or "").split() for cell in cells)


def _words_of_its_street(heard: Heard, subject: Named, directory: Directory) -> frozenset[str]:
    """The words of the street where the one co-op named stands, said beside its name: they only say which it is."""
    if len(subject.positions) != 1 or not heard.left:
        return frozenset()
    street = _STREET.search(key(directory.at(subject.positions[0]).address.value or ""))
    if street is None or not re.search(rf"(?<!\S){re.escape(street.group())}(?!\S)", heard.message.folded):
        return frozenset()
    return frozenset(street.group().split())


_STREET = re.compile(
    r"(?<!\S)(?:rue|avenue|ave|boulevard|boul|chemin|ch|route|rte|rang|place|montee) (?:d |de |de la |du |des |l )?\w+"
    r"(?: (?=\D)(?!bureau|local|suite|porte|bur|piece|cp|c p)\w+)?"
)


def counted_in_its_cells(heard: Heard, subject: Named, directory: Directory) -> str:
    """The noun behind "combien de", no column's, that a cell of the one co-op prints with a number; else ""."""
    count = heard.first_cue("count")
    if count is None or len(subject.positions) != 1 or count.last >= len(heard.message.words):
        return ""
    hits = (*heard.fields, *heard.services, *heard.topics, *heard.cues)
    noun = heard.message.words[count.last].folded
    if noun in _SMALL or not noun.isalpha() or any(h.first <= count.last < h.last for h in hits):
        return ""
    entry = directory.at(subject.positions[0])
    cells = (getattr(entry, name).span for name in DESCRIPTIVE)
    printed = " ".join(key(span.quote) for span in cells if span is not None)
    return noun if re.search(rf"\d {re.escape(stem(noun))}\w*", printed) else ""


def _counts_unknown(heard: Heard) -> bool:
    """ "combien d'hommes sont membres ?": what is counted is no column, and no word of ours."""
    count = heard.first_cue("count")
    if count is None:
        return False
    following = [w.folded for w in heard.message.words[count.last :] if w.folded not in _SMALL]
    return bool(following) and following[0] in heard.left


def _did_something(heard: Heard) -> bool:
    """ "combien de patients a-t-elle refusés": of those counted, what no column tells."""
    done = re.search(
        r"(?<!\S)(?:a|ont|avait|avaient)(?: t (?:elle|on|il))? (\w+(?:es?|is?|us?|ues?|its?))(?!\S)",
        heard.message.folded,
    )
    if done is None or done[1] not in heard.left or (_TALLIED.fullmatch(done[1]) and heard.topics):
        return False  # "combien de consultations a-t-elle enregistrées ?"
    return not (_JOINED.match(done[1]) and heard.cue("count"))


def counts_what_was_done(heard: Heard) -> bool:
    """Whether a message counts what a co-op did, of which no column tells: "combien en a-t-elle congédié ?"."""
    return heard.cue("count") and _did_something(heard)


_TALLIED = re.compile(
    r"(?:eu|fai|donne|compte|comptabilise|enregistre|realise|effectue|recu|tenu|cumule|offert|atteint|mene|affiche)(?:t|e)?s?"
)
_JOINED = re.compile(r"(?:sign|adher|inscri|embarqu|rall)\w+")  # "combien de membres ont signé ?": how many there are


def _numbered(heard: Heard) -> str:
    """The service right behind a number ("ses 12 infirmières"): how many there are is claimed, or asked."""
    words_said = heard.message.words
    return next((s.code for s in heard.services if s.first and words_said[s.first - 1].folded.isdigit()), "")


def _mentioned(code: str, subject: Named, directory: Directory) -> bool:
    """Whether a cell of one of these co-ops speaks of a service or counts who gives it."""
    entries = [e for e in directory.entries if e.position in subject.positions]
    return any(c.what == code for e in entries for c in (*e.professionals, *e.doctors)) or any(
        s.code in code.split("|") for e in entries for s in e.services
    )


def _count_by_label(heard: Heard, subject: Named, directory: Directory) -> str:
    """The code of a count that one co-op prints under the very word counted ("résidents", "stagiaires")."""
    count = heard.first_cue("count")
    if count is None or len(subject.positions) != 1:
        return ""
    entry = directory.at(subject.positions[0])
    counted = [stem(w.folded) for w in heard.message.words[count.last : count.last + 2] if w.folded not in _SMALL]
    for printed in (*entry.counts, *entry.doctors, *entry.professionals):
        if printed.what in MEASURES or not counted or counted[0] in _MEASURED:
            continue
        if counted[0] in {stem(w.folded) for w in words(printed.label)[:2]}:
            return printed.what
    return ""

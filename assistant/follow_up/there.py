"""Sequels over the prose that point: "près de là" at the place just told, "elle date de quand ?" at the document."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.follow_up.quoted import MOST_TOLD
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, bare
from assistant.place_told import at_the_place
from assistant.question import Question, Task
from assistant.there import pointed_at, y_in_it
from assistant.times import NEW, OLD
from index.places import PlaceKind

NEAR = 3  # turns back to which "y" may point
MOST = 12  # words of a sequel that points


def near_the_place_told(said: Sequel) -> Question | None:
    """ "y a-t-il des coops proche de là ?" after a sentence of the prose that names one place: near that place."""
    last, heard = said.last, said.whole
    if last.question.task is not Task.PROSE or last.answer.entries or not 1 <= len(last.answer.citations) <= MOST_TOLD:
        return None
    text = heard.message.text
    pointed = pointed_at(heard.message)
    if pointed is None or heard.places or any(n.sure for n in heard.named) or not bare(heard, MOST):
        return None
    told = said.reader.ear.hear(" ".join(span.quote for span in last.answer.citations))
    places = [place.mention.places[0] for place in told.places]
    towns = {p.name for p in places if not p.kind.is_area and p.kind is not PlaceKind.POSTAL}
    towns -= {_PROVINCE} if len(towns) > 1 else set()  # "Lévis (Québec)"
    if len(towns) != 1:
        return None
    (hit, near), words = pointed, heard.message.words
    where = f"{'près de' if near else 'à'} {towns.pop()}"
    asked = said.heard_as(f"{text[: words[hit.first].start]}{where}{text[words[hit.last - 1].end :]}").alone
    return asked if asked.place is not None else None


_PROVINCE = "Québec"


def in_the_place_told(said: Sequel) -> Question | None:
    """ "combien de coops y ont un site web ?" after a place was told, asked of it or only said: in that place."""
    heard = said.whole
    there = y_in_it(heard.message)
    if there is None or heard.places or any(n.sure for n in heard.named) or not heard.cue("plural", "singular"):
        return None
    stories = (said.reader.ear.hear(turn.message) for turn in reversed(said.turns[-NEAR:]))
    story = next((told for told in stories if told.places), None)
    text = at_the_place(heard, there, False, story) if story is not None else None
    asked = said.heard_as(text).alone if text else None
    return asked if asked is not None and asked.task in LOCATED_TASKS else None


def odd_in_its_row(said: Sequel) -> Question | None:
    """ "il n'y aurait pas une erreur ?" after what the table says of one co-op: what is odd in its row."""
    alone, before = said.alone, said.last.question
    asked = alone.task is Task.SOURCES and alone.topic == "anomalies" and not alone.subjects
    if not asked or len(before.subjects) != 1 or not bare(said.whole, MOST):
        return None
    of_all = said.whole.cue("table", "plural", "brochure", "report") or said.whole.places
    return None if of_all else replace(alone, subjects=before.subjects)


def of_the_document(said: Sequel) -> Question | None:
    """ "elle est de quel mois ?" after what the brochure tells: what is asked of a document, of the one named."""
    question, text = said.last.question, said.heard.message.text
    match = _OF_A_DOCUMENT.match(text)
    if question.task not in (Task.PROSE, Task.SOURCES) or said.last.answer.entries or match is None:
        return None
    if not bare(said.whole, MOST) or said.heard.places or said.heard.services:
        return None
    before = said.reader.ear.hear(question.context or question.message)
    named = [name for cue, name in _DOCUMENTS if before.cue(cue)]
    if len(named) != 1:
        return None
    message = f"{named[0]} {text[match.start('asks') :]}"
    asked = said.reader.alone(message, said.reader.ear.hear(message))
    return replace(asked, message=message) if asked.task in (Task.PROSE, Task.SOURCES) else None


_DOCUMENTS = (("brochure", f"La brochure de {OLD}"), ("report", f"Le rapport annuel {NEW}"))
# What is asked of a document and of nothing that it tells of.
_OF_A_DOCUMENT = re.compile(
    r"^(?:(?:et|pis|puis|ok|mais|bon)\s+)*(?:elle|il|[çc]a|cela)\s+(?P<asks>"
    r"(?:est|[ée]tait|date|datait)\s+(?:de\s+)?(?:quand|quel(?:le)?\s+(?:mois|ann[ée]e|date))"
    r"|(?:couvr|port)\w+\s+(?:sur\s+)?quel(?:le)?s?\s+(?:ann[ée]es?|p[ée]riode|exercice)"
    r"|(?:a|fait|avait|compte)\s+combien\s+de\s+pages"
    r"|(?:a|est)\s+(?:[ée]t[ée]\s+)?(?:publi|par|sort|imprim|[ée]dit)\w+\s+(?:quand|en quel|par qui|le combien)"
    r"|(?:s['’]intitule|a pour titre)\b)",
    re.IGNORECASE,
)

"""Why: what the last answer rests on, and why a co-op is not in it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import services_lacked
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, PRONOUN, bare, links, pick, shown_positions
from assistant.hearing import DOCTORS
from assistant.question import Question, Task


def why_not(said: Sequel) -> Question | None:
    """ "pourquoi pas celle de Thurso ?", then "et celle d'Aylmer ?": one co-op against what was asked."""
    asked = next((t for t in reversed(said.turns) if t.question.task in LOCATED_TASKS), None)
    again = said.turns[-1].question.task is Task.WHY and bool(said.turns[-1].question.subjects)
    if asked is None:
        return None
    if set(said.heard.field_codes) & _TOLD_OF_IT and not ("why" in said.cues or said.whole.cue("why")):
        return None  # "le téléphone de Thurso n'apparaît pas"
    only_number = said.heard.named and not said.heard.places and all(n.how == "number" for n in said.heard.named)
    if only_number and "why" in said.cues:
        return None  # "t'es sûr que c'est pas 2 ?": how many, no co-op
    if "why_not" not in said.cues and not (again and links(said.whole) and bare(said.whole, 8)):
        return None
    if again and "why_not" not in said.cues and (said.heard.fields or said.heard.services):
        return None
    listed = (shown_positions(t) for t in reversed(said.turns) if len(shown_positions(t)) > 1)
    position = next((p for shown in listed if (p := _one(said, shown))), None) or _one(said, ())
    if position is None:
        return None
    services = tuple(c for c in said.heard.service_codes if c not in services_lacked(said.heard))
    of_it = (t.question for t in reversed(said.turns) if services and set(services) & set(t.question.services))
    question = next(of_it, replace(asked.question, services=services or asked.question.services))
    return replace(question, task=Task.WHY, subjects=(position,))


_TOLD_OF_IT = {"phones", "emails", "contact", "contact_role"}


def why(said: Sequel) -> Question | None:
    """ "pourquoi ?", "d'où vient ce chiffre ?", "es-tu sûr ?": of the answer itself, not of what it speaks of."""
    last, heard = said.turns[-1], said.heard
    cue = "why" in said.cues or said.whole.cue("why")
    if said.first.task is Task.SOURCES and not last.answer.citations:
        return None  # nothing was cited: "vos sources ?" is about the documents
    if not cue or not (bare(said.whole, 12) or bare(heard, 4)):
        return None  # nothing else is asked: "t'es certain ? c'est écrit où, fais-moi voir le bout"
    named = any(n.how != "number" for n in heard.named)
    if named or heard.services or heard.places or heard.cue("compare") or len(heard.left) > 2:
        return None
    columns = set(heard.field_codes) - {"number", "card"}
    of_it = PRONOUN.search(heard.message.folded) and not columns <= set(last.question.fields)
    if columns and (of_it or not bare(said.whole, 5)):
        return None  # "pourquoi ils en recrutent pas ?": another column, whose cell may say it
    return replace(
        last.question, task=Task.WHY, subjects=() if last.question.task is not Task.WHY else last.question.subjects
    )


def why_it_lacks(said: Sequel) -> Question | None:
    """ "pourquoi une coop sans médecin ?" of the one spoken of: the table gives no reason; what its row does say."""
    heard, question = said.heard, said.last.question
    shown = question.subjects or shown_positions(said.last)
    asks = "why" in said.cues or said.whole.cue("why")
    if not asks or "why_not" in said.cues or len(shown) != 1 or heard.places or heard.named or not bare(said.whole, 12):
        return None
    if not (heard.services or heard.fields) or not _LACKING.search(said.whole.message.folded):
        return None
    told = tuple(f for f in heard.field_codes if f in ("doctors", "family_doctors", "recruiting"))
    if set(heard.service_codes) & DOCTORS:
        told = ("doctors",)
    plain = Question(said.alone.message, Task.FIELDS, language=said.alone.language)
    return replace(plain, subjects=shown, fields=(*told, "services_text", "particularities"))


_LACKING = re.compile(r"(?<!\S)(?:sans|pas|aucune?|without|no|not|n t)(?!\S)")


def _one(said: Sequel, shown: tuple[int, ...]) -> int | None:
    """The co-op that the message names or points at."""
    heard = said.heard
    named = next((n.positions for n in heard.named if n.sure and len(n.positions) == 1), ())
    if named:
        return named[0]
    for place in heard.places:
        located = said.reader.subjects.located(place)
        if len(located) == 1:
            return located[0]
    if said.alone.subjects and len(said.alone.subjects) == 1:
        return said.alone.subjects[0]
    return pick(heard, shown)

"""Follow-ups about the co-ops just shown: one of them, some of them, another in their stead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Outcome
from assistant.conversation import Turn
from assistant.follow_up.words import (
    LOCATED_TASKS,
    NARROW,
    ORDINALS,
    PLURAL_PRONOUN,
    PRONOUN,
    bare,
    links,
    pick,
    shown_positions,
)
from assistant.hearing import Heard
from assistant.question import Question, Task

if TYPE_CHECKING:
    from assistant.understand import Understanding


def listed(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "lesquelles ?" after a count."""
    if last.question.task in (Task.COUNT, Task.SUM) and re.fullmatch(
        r"(?:et )?(?:lesquelles|lesquels|laquelle|quelles sont elles|la liste|nomme les|which ones?|list them)"
        r"(?: sont elles| stp| svp)?",
        heard.message.folded,
    ):
        return replace(last.question, task=Task.LIST, measure=None)
    return None


def choice(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """After we asked back: "celle de Buckingham", "la 2", "en Montérégie"."""
    question = last.question
    if last.answer.outcome is not Outcome.CLARIFY or not bare(heard, 10):
        return None
    if question.task is Task.CLARIFY_PLACE:
        regions = {p.mention.places[0].region for p in heard.places}
        for option in question.options:
            region, name = getattr(option, "region", None), getattr(option, "name", "")
            told = any(
                getattr(p, "key", "") == getattr(option, "key", None)
                for h in heard.places
                for p in h.mention.places[:1]
            )
            if told or region in regions or heard.message.folded == name:
                return replace(question, task=Task.LIST, place=option, strict=True, options=())  # type: ignore[arg-type]
        return None
    shown = shown_positions(last)
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
            candidates = tuple(sorted({*named, *located}))
            if len(candidates) > 1:
                return replace(question, subjects=candidates, options=candidates)
        chosen = candidates[0] if len(candidates) == 1 else None
    if chosen is None:
        return None
    return _with_subject(last, (chosen,), heard, alone, reader)


def ordinal(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "la deuxième", "la dernière", "la 2": over the list just shown, before any number of the table."""
    chosen = pick(heard, shown_positions(last))
    bare = re.fullmatch(r"(?:la |le |the )?\d{1,2}", heard.message.folded)
    if chosen is None or (alone.subjects and not bare):
        return None
    return _with_subject(last, (chosen,), heard, alone, reader)


def _with_subject(
    last: Turn, positions: tuple[int, ...], heard: Heard, alone: Question, reader: Understanding
) -> Question:
    """What the message asks, else what the last question asked, of these co-ops."""
    from assistant.naming import Named

    subject = Named(positions, 0, 0, "several" if len(positions) > 1 else "follow-up")
    plain = Question(alone.message, Task.CARD, language=alone.language, unsaid_words=())
    if heard.fields or heard.services or heard.topics:
        return reader.of_subject(replace(plain, period=alone.period), heard, subject)
    question = last.question
    if question.task in (Task.FIELDS, Task.OFFER, Task.TOPIC) or (question.task is Task.CLARIFY_ENTRY):
        task: Task = question.task
        if task is Task.CLARIFY_ENTRY:
            task = Task.OFFER if question.services else Task.FIELDS if question.fields else Task.CARD
        return replace(question, task=task, subjects=positions, options=())
    if heard.left and not bare(heard, 4):
        return replace(plain, task=Task.TOPIC, subjects=positions, unsaid_words=heard.left)
    return replace(plain, subjects=positions)


def same_asked_of_another(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et la coop de Thurso ?" after the phone of another."""
    question = last.question
    if question.task not in (Task.FIELDS, Task.OFFER, Task.TOPIC) or not (links(heard) or bare(heard, 5)):
        return None
    if heard.fields or heard.services or heard.topics or heard.conditions or heard.filters:
        return None
    if heard.cue("plural", "count") and not links(heard):
        return None  # "combien de coops en Mauricie ?" is complete
    positions = alone.subjects
    if not positions:
        for heard_place in heard.places:
            positions = reader.subjects.located(heard_place)
            break
    if not positions and heard.named:
        positions = heard.named[0].positions
    if not positions or set(positions) == set(question.subjects):
        return None
    if len(positions) > 1:
        return replace(question, task=Task.CLARIFY_ENTRY, subjects=positions, options=positions)
    return replace(question, subjects=positions)


def about_the_one(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "son adresse ?", "qui la dirige ?", "et le courriel ?": of the co-op just spoken of."""
    if alone.subjects or heard.places or heard.cue("federation", "report", "brochure"):
        return None
    if NARROW.search(heard.message.folded) and len(shown_positions(last)) > 1:
        return None
    asks = bool(heard.fields or heard.topics or heard.services or heard.left)
    pronoun = bool(PRONOUN.search(heard.message.folded))
    fragment = (
        bare(heard, 7)
        and bool(heard.fields or heard.topics)
        and not heard.cue("plural", "most", "least", "total", "mean")
        and not heard.filters
    )
    fragment = fragment or (links(heard) and bool(heard.services) and bool(last.question.subjects))
    counts = (
        heard.cue("count") and bool(heard.services) and len(last.question.subjects) == 1 and not heard.cue("plural")
    )
    fragment = fragment or (counts and bare(heard, 6))
    fragment = fragment or (links(heard) and bool(heard.fields) and bool(last.question.subjects))
    shown = last.question.subjects or shown_positions(last)
    if heard.cue("count") and len(shown_positions(last)) > 1 and not last.question.subjects:
        return None
    if not asks or not shown or not (pronoun or fragment):
        return None
    if last.question.task is Task.PROSE and not pronoun:
        return None
    if len(shown) == 1 or last.question.task is Task.FIELDS:
        return _with_subject(last, shown, heard, alone, reader)
    if heard.services and not heard.fields:
        return None
    if PLURAL_PRONOUN.search(heard.message.folded) or last.question.task in LOCATED_TASKS:
        if PLURAL_PRONOUN.search(heard.message.folded) and heard.fields:
            return _with_subject(last, shown, heard, alone, reader)
        if heard.fields or heard.topics:
            return replace(
                alone,
                task=Task.CLARIFY_ENTRY,
                subjects=shown,
                options=shown,
                fields=tuple(f for f in heard.field_codes if f != "card"),
            )
    return None


def narrower(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "lesquelles recrutent ?", "laquelle a le plus de membres ?": over the list just shown."""
    shown = shown_positions(last)
    if len(shown) < 2 or alone.subjects or last.answer.outcome is Outcome.CLARIFY:
        return None
    if last.question.task not in LOCATED_TASKS or heard.places:
        return None
    folded = heard.message.folded
    narrows = bool(NARROW.search(folded)) or bool(PLURAL_PRONOUN.search(folded))
    fragment = (links(heard) or bare(heard, 6)) and bool(
        heard.filters or heard.conditions or heard.cue("most", "least")
    )
    fragment = fragment or (heard.cue("count") and bool(heard.services) and bare(heard, 7))
    fragment = fragment or (
        bool(re.match(r"(?:(?:et |and )?combien(?: d entre)?|(?:and )?how many)", folded))
        and bare(heard, 7)
        and bool(heard.filters or heard.conditions)
    )
    if not (narrows or fragment):
        return None
    if heard.cue("plural") and re.search(
        r"(?:quelles|combien de|toutes les|autres|what|how many|all|all the|other) "
        r"(?:coops|co ops|cooperatives|cliniques|clinics)",
        folded,
    ):
        return None
    edited = reader.of_table(replace(alone, task=Task.LIST), heard)
    if edited.task not in LOCATED_TASKS and not (heard.left and not heard.filters):
        return None
    if edited.task not in LOCATED_TASKS:
        edited = replace(edited, task=Task.LIST)
    before = last.question
    return replace(
        edited,
        scope=shown,
        place=before.place,
        radius_km=_reach(last),
        strict=False,
        areas=before.areas,
        regions=before.regions,
    )


def _reach(last: Turn) -> float | None:
    """A radius that keeps every co-op just shown."""
    distances = [f.distance_km for f in last.answer.entries if f.distance_km is not None]
    return max([*distances, last.question.radius_km or 0.0]) + 0.1 if distances else last.question.radius_km


def nearest_of_them(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "laquelle est la plus proche de Montréal ?", "à moins de 50 km de Montréal": the same list from a place."""
    if (
        last.question.task not in LOCATED_TASKS
        or heard.services
        or heard.conditions
        or heard.filters
        or heard.cue("plural")
    ):
        return None
    if not heard.places or not (heard.cue("nearest") or heard.radius_km is not None) or heard.left:
        return None
    moved = reader.where.where(Question(alone.message, Task.LIST, language=alone.language), heard, None)
    if moved.place is None:
        return None
    return replace(
        last.question,
        task=Task.LIST,
        place=moved.place,
        radius_km=moved.radius_km,
        strict=False,
        limit=moved.limit,
        areas=(),
        regions=(),
        scope=(),
    )


def next_in_rank(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et la deuxième ?" after the first of a ranking."""
    if last.question.task is not Task.RANK or not bare(heard, 5):
        return None
    for word, rank in ORDINALS.items():
        if (
            rank > 0
            and rank >= len(last.answer.entries)
            and re.search(rf"(?<!\S)(?:la|le|the) {word}(?!\S)", heard.message.folded)
        ):
            return replace(last.question, limit=rank + 1)
    return None

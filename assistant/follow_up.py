"""A follow-up edits the last question: another place, service, field or year, a further filter, one of the list shown.

A message that is complete by itself inherits nothing. The order of `edit` is the policy; each rule returns the edited
question, or None to let the next one try.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Outcome
from assistant.asked import measured
from assistant.conversation import Conversation, Turn
from assistant.hearing import Heard
from assistant.question import Question, Task
from index.criteria import Comparison, Number

if TYPE_CHECKING:
    from assistant.understand import Understanding

_LINK = re.compile(
    r"^(?:non|plutot|en fait|oups|pardon|je voulais dire|je veux dire|no|actually|i meant|et|pis|puis|mais|ok et"
    r"|oui et|and|but|also|what about|how about|same (?:question|thing) for|ok and|ainsi que"
    r"|meme (?:question|chose) pour)(?: |$)"
)
_PRONOUN = re.compile(
    r"(?<!\S)(?:son|sa|ses|leur|leurs|elle|elles|ils|il|celle ci|celle la|celles ci|celles la"
    r"|cette (?:coop|cooperative|clinique|place|derniere)\w*"
    r"|ces (?:coops|cooperatives|cliniques)|la bas|its|their|theirs|they|them|it|that (?:one|co op|coop|clinic)"
    r"|this (?:one|co op|coop|clinic)|(?:those|these) (?:co ops|coops|clinics)|his|her|cet endroit|ce numero"
    r"|l appeler|les (?:appeler|joindre|rejoindre|contacter)|la (?:joindre|contacter|rejoindre)|y)(?!\S)"
)
_PLURAL_PRONOUN = re.compile(
    r"(?<!\S)(?:leurs?|elles|ils|celles ci|celles la|ces (?:coops|cooperatives|cliniques)|their|they|them"
    r"|(?:those|these) (?:co ops|coops|clinics)|les (?:appeler|joindre|rejoindre|contacter))(?!\S)"
)
_NARROW = re.compile(
    r"(?<!\S)(?:parmi|seulement|uniquement|juste (?:celles|les)|celles? (?:qui|avec|sans|dont|ou)|ceux qui"
    r"|lesquelles?|lesquels|laquelle|la(?:quelle)? (?:plus|moins)|de celles ci|among|only"
    r"|just (?:those|the ones)|which (?:one|ones|of)|the ones?|those (?:that|with|which)|of (?:those|these|them)"
    r"|ya tu)(?!\S)"
)
_ORDINALS = {
    "premiere": 0, "premier": 0, "1re": 0, "1ere": 0, "first": 0, "deuxieme": 1, "seconde": 1, "2e": 1, "2eme": 1,
    "second": 1, "troisieme": 2, "3e": 2, "third": 2, "quatrieme": 3, "4e": 3, "fourth": 3, "fifth": 4, "1st": 0,
    "2nd": 1, "3rd": 2, "4th": 3, "5th": 4, "cinquieme": 4, "5e": 4, "sixieme": 5, "derniere": -1, "dernier": -1,
    "last": -1,
}  # fmt: skip
_LOCATED_TASKS = (Task.LIST, Task.COUNT, Task.RANK, Task.SUM, Task.MEAN)
_WIDER = re.compile(r"(?<!\S)(?:plus loin|elargi\w*|agrandi\w*|plus large|further|farther|wider|bigger radius)(?!\S)")
_CLOSER = re.compile(r"(?<!\S)(?:plus pres|plus proche|resserr\w*|closer)(?!\S)")


def edit(conversation: Conversation, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """The last question edited by what was heard, None where the message stands by itself."""
    turns = conversation.turns  # a politeness between two questions takes nothing from the second
    last = next((turn for turn in reversed(turns) if turn.question.task is not Task.SOCIAL), None)
    if last is None:
        return None
    alone_found = last.question.task is Task.LIST and len(last.answer.entries) == 1 and _pick(heard, _positions(last))
    shown = last if alone_found else next((t for t in reversed(turns) if len(t.answer.entries) > 1), last)
    for rule in RULES:
        edited = rule(shown if rule is _ordinal else last, heard, alone, reader)
        if edited is not None:
            return replace(
                edited,
                message=alone.message if edited.task is not Task.PROSE else edited.message,
                language=alone.language,
                follows=True,
            )
    return None


def _positions(turn: Turn) -> tuple[int, ...]:
    return tuple(f.entry.position for f in turn.answer.entries)


def _links(heard: Heard) -> bool:
    return bool(_LINK.match(heard.message.folded))


def _bare(heard: Heard, most: int = 6) -> bool:
    """A fragment: few words, no question of its own."""
    return len(heard.message.words) <= most


def _why(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "pourquoi ?", "d'où vient ce chiffre ?": of the answer itself, not of what it speaks of."""
    if alone.task is Task.SOURCES and not last.answer.citations:
        return None  # nothing was cited: "vos sources ?" is about the documents
    if (
        heard.cue("why")
        and _bare(heard, 9)
        and not (heard.named or heard.services or heard.cue("compare") or heard.fields)
    ):
        return replace(last.question, task=Task.WHY)
    return None


def _listed(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "lesquelles ?" after a count."""
    if last.question.task in (Task.COUNT, Task.SUM) and re.fullmatch(
        r"(?:et )?(?:lesquelles|lesquels|laquelle|quelles sont elles|la liste|nomme les|which ones?|list them)"
        r"(?: sont elles| stp| svp)?",
        heard.message.folded,
    ):
        return replace(last.question, task=Task.LIST, measure=None)
    return None


def _another_number(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et plus de 9000 ?": the same measure, another bound."""
    numbers = [c for c in last.question.filters if isinstance(c, Number)]
    match = re.fullmatch(
        r"(?:et |and )?(?:(plus de|moins de|au moins|au plus|exactement|more than|less than|at least) )?"
        r"(\d[\d ]*)(?: et plus)?",
        heard.message.folded,
    )
    if not numbers or match is None:
        return None
    bound = {
        "plus de": Comparison.MORE,
        "moins de": Comparison.LESS,
        "au moins": Comparison.AT_LEAST,
        "au plus": Comparison.AT_MOST,
        "exactement": Comparison.EQUAL,
        "more than": Comparison.MORE,
        "less than": Comparison.LESS,
        "at least": Comparison.AT_LEAST,
    }.get(match.group(1) or "", numbers[0].comparison)
    changed = replace(numbers[0], comparison=bound, number=float(match.group(2).replace(" ", "")))
    return replace(last.question, filters=tuple(changed if c is numbers[0] else c for c in last.question.filters))


def _nearest_of_them(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "laquelle est la plus proche de Montréal ?", "à moins de 50 km de Montréal": the same list from a place."""
    if (
        last.question.task not in _LOCATED_TASKS
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


def _another_measure(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et les médecins ?" after a ranking by members."""
    measure = measured(heard)
    if (
        last.question.task is not Task.RANK
        or measure is None
        or heard.places
        or heard.named
        or not (_links(heard) and _bare(heard, 5))
    ):
        return None
    return replace(last.question, measure=measure)


def _next_in_rank(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et la deuxième ?" after the first of a ranking."""
    if last.question.task is not Task.RANK or not _bare(heard, 5):
        return None
    for word, rank in _ORDINALS.items():
        if (
            rank > 0
            and rank >= len(last.answer.entries)
            and re.search(rf"(?<!\S)(?:la|le|the) {word}(?!\S)", heard.message.folded)
        ):
            return replace(last.question, limit=rank + 1)
    return None


def _other_end(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et le moins ?" after "laquelle a le plus de membres ?"."""
    match = re.fullmatch(
        r"(?:et |and |pis )?(?:celle qui en a |laquelle en a |qui en a )?(?:le |la |the )?"
        r"(?:plus (petite|grande)|(plus|moins|most|least|fewest))",
        heard.message.folded,
    )
    if last.question.task is not Task.RANK or match is None:
        return None
    return replace(last.question, descending=(match.group(1) or match.group(2)) in ("grande", "plus", "most"))


def _of_the_federation(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et la présidente ?" after the director of the Federation."""
    if (
        last.question.task is Task.PROSE
        and alone.task is Task.CLARIFY_ENTRY
        and not alone.options
        and (_links(heard) or _bare(heard, 4))
    ):
        message = (
            f"qui est {heard.message.folded} de la Fédération"
            if heard.fields and "contact" in heard.field_codes
            else f"{alone.message} (Fédération)"
        )
        return replace(alone, task=Task.PROSE, message=message)
    return None


def _choice(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """After we asked back: "celle de Buckingham", "la 2", "en Montérégie"."""
    question = last.question
    if last.answer.outcome is not Outcome.CLARIFY or not _bare(heard, 10):
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
    shown = _positions(last)
    chosen = _pick(heard, shown)
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


def _ordinal(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "la deuxième", "la dernière", "la 2": over the list just shown, before any number of the table."""
    chosen = _pick(heard, _positions(last))
    bare = re.fullmatch(r"(?:la |le |the )?\d{1,2}", heard.message.folded)
    if chosen is None or (alone.subjects and not bare):
        return None
    return _with_subject(last, (chosen,), heard, alone, reader)


def _pick(heard: Heard, shown: tuple[int, ...]) -> int | None:
    if not shown:
        return None
    folded = heard.message.folded
    if (
        re.search(r"(?<!\S)(?:plus proche|plus pres|nearest|closest)(?!\S)", folded)
        and not heard.places
        and not heard.services
    ):
        return shown[0]
    for word, rank in _ORDINALS.items():
        if (
            re.search(rf"(?<!\S)(?:l[ae]|the) {word}(?!\S)", folded)
            and rank < len(shown)
            and not re.search(rf"{word} (?:ligne|annee|rapport|assemblee)", folded)
        ):
            return shown[rank]
    number = re.fullmatch(r"(?:la |le |no |numero |option |celle |the |number )*(\d{1,2})", folded)
    if number:
        n = int(number.group(1))
        return n if n in shown and n > len(shown) else shown[n - 1] if 1 <= n <= len(shown) else None
    return None


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
    if heard.left and not _bare(heard, 4):
        return replace(plain, task=Task.TOPIC, subjects=positions, unsaid_words=heard.left)
    return replace(plain, subjects=positions)


def _same_asked_of_another(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et la coop de Thurso ?" after the phone of another."""
    question = last.question
    if question.task not in (Task.FIELDS, Task.OFFER, Task.TOPIC) or not (_links(heard) or _bare(heard, 5)):
        return None
    if heard.fields or heard.services or heard.topics or heard.conditions or heard.filters:
        return None
    if heard.cue("plural", "count") and not _links(heard):
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


def _about_the_one(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "son adresse ?", "qui la dirige ?", "et le courriel ?": of the co-op just spoken of."""
    if alone.subjects or heard.places or heard.cue("federation", "report", "brochure"):
        return None
    if _NARROW.search(heard.message.folded) and len(_positions(last)) > 1:
        return None
    asks = bool(heard.fields or heard.topics or heard.services or heard.left)
    pronoun = bool(_PRONOUN.search(heard.message.folded))
    fragment = (
        _bare(heard, 7)
        and bool(heard.fields or heard.topics)
        and not heard.cue("plural", "most", "least", "total", "mean")
        and not heard.filters
    )
    fragment = fragment or (_links(heard) and bool(heard.services) and bool(last.question.subjects))
    counts = (
        heard.cue("count") and bool(heard.services) and len(last.question.subjects) == 1 and not heard.cue("plural")
    )
    fragment = fragment or (counts and _bare(heard, 6))
    fragment = fragment or (_links(heard) and bool(heard.fields) and bool(last.question.subjects))
    shown = last.question.subjects or _positions(last)
    if heard.cue("count") and len(_positions(last)) > 1 and not last.question.subjects:
        return None
    if not asks or not shown or not (pronoun or fragment):
        return None
    if last.question.task is Task.PROSE and not pronoun:
        return None
    if len(shown) == 1 or last.question.task is Task.FIELDS:
        return _with_subject(last, shown, heard, alone, reader)
    if heard.services and not heard.fields:
        return None
    if _PLURAL_PRONOUN.search(heard.message.folded) or last.question.task in _LOCATED_TASKS:
        if _PLURAL_PRONOUN.search(heard.message.folded) and heard.fields:
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


def _narrower(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "lesquelles recrutent ?", "laquelle a le plus de membres ?": over the list just shown."""
    shown = _positions(last)
    if len(shown) < 2 or alone.subjects or last.answer.outcome is Outcome.CLARIFY:
        return None
    if last.question.task not in _LOCATED_TASKS or heard.places:
        return None
    folded = heard.message.folded
    narrows = bool(_NARROW.search(folded)) or bool(_PLURAL_PRONOUN.search(folded))
    fragment = (_links(heard) or _bare(heard, 6)) and bool(
        heard.filters or heard.conditions or heard.cue("most", "least")
    )
    fragment = fragment or (heard.cue("count") and bool(heard.services) and _bare(heard, 7))
    fragment = fragment or (
        bool(re.match(r"(?:(?:et |and )?combien(?: d entre)?|(?:and )?how many)", folded))
        and _bare(heard, 7)
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
    if edited.task not in _LOCATED_TASKS and not (heard.left and not heard.filters):
        return None
    if edited.task not in _LOCATED_TASKS:
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


def _another_place(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et à Thurso ?", "plutôt dans les Laurentides"."""
    question = last.question
    where = bool(heard.places) or bool(alone.regions)
    if not where or question.task not in (*_LOCATED_TASKS, Task.UNKNOWN_PLACE, Task.OFFER, Task.CLARIFY_PLACE):
        return None
    if heard.services or heard.conditions or heard.filters or (heard.fields and not _links(heard)):
        return None
    whole = heard.cue("plural", "singular", "count", "most", "least")  # a question of its own inherits nothing
    if not (_links(heard) or (_bare(heard, 5) and not whole)) or heard.cue("federation") or heard.left:
        return None
    moved = reader.where.where(Question(alone.message, Task.LIST, language=alone.language), heard, None)
    if moved.task in (Task.CLARIFY_PLACE, Task.UNKNOWN_PLACE):
        return replace(moved, services=question.services, either=question.either, filters=question.filters)
    task = question.task if question.task in _LOCATED_TASKS else Task.LIST
    radius = moved.radius_km or (question.radius_km if moved.place is not None and not question.scope else None)
    return replace(
        question,
        task=task,
        place=moved.place,
        areas=moved.areas,
        regions=moved.regions,
        strict=moved.strict,
        radius_km=radius,
        subjects=(),
        scope=(),
        corrected=moved.corrected,
        options=(),
        topic="",
    )


def _another_service(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et pour la psychologie ?": the place and the filters stay."""
    question = last.question
    if (
        not heard.services
        or heard.places
        or alone.subjects
        or question.task not in (*_LOCATED_TASKS, Task.UNKNOWN_PLACE)
    ):
        return None
    if question.task is Task.UNKNOWN_PLACE or not (
        _links(heard)
        or _bare(heard, 4)
        or _PRONOUN.search(heard.message.folded)
        or _NARROW.search(heard.message.folded)
    ):
        return None
    narrows = bool(_NARROW.search(heard.message.folded)) or heard.message.folded.startswith(
        ("avec ", "et avec ", "with ")
    )
    services = alone.services or heard.service_codes
    if narrows:
        services = tuple(dict.fromkeys((*question.services, *services)))
    task = Task.COUNT if heard.cue("count") else Task.LIST
    return replace(
        question, task=task, services=services, scope=(), either=False, measure=None, limit=None, lacking=alone.lacking
    )


def _another_radius(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    question = last.question
    if question.place is None or heard.places or heard.services:
        return None
    if heard.radius_km is not None:
        return replace(question, radius_km=heard.radius_km, strict=False, scope=(), limit=None)
    current = question.radius_km or 30.0
    if _WIDER.search(heard.message.folded):
        return replace(question, radius_km=current * 2, strict=False, scope=(), limit=None)
    if _CLOSER.search(heard.message.folded) and heard.cue("near", "nearest") and _bare(heard, 5):
        return replace(question, radius_km=current / 2, strict=False, scope=(), limit=None)
    return None


def _another_year(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "et en 2014 ?", "et l'année d'avant ?": the same prose question of another year."""
    if last.question.task not in (Task.PROSE, Task.SOURCES) or heard.fields or heard.services:
        return None
    if set(heard.left) - {"annee", "avant", "precedente", "anterieure", "suivante", "exercice"}:
        return None
    year = re.search(r"20\d\d(?: 20\d\d)?", heard.message.folded)
    before = re.search(
        r"annee (?:d avant|precedente|anterieure)|previous year|year before|the year earlier", heard.message.folded
    )
    if not (year or before) or not _bare(heard, 8):
        return None
    kept = re.sub(r"\b(?:en |de |pour |in |for )?20\d\d(?:\s?-\s?20\d\d)?\b", "", last.question.message).strip(" ?")
    return replace(
        last.question,
        message=f"{kept} {year.group().replace(' ', '-') if year else '2020-2021'} ?",
        period=alone.period,
    )


def _just_counted(last: Turn, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """ "combien en tout ?": the same list, counted."""
    if (
        last.question.task is Task.LIST
        and heard.cue("count")
        and _bare(heard, 6)
        and not (heard.fields or heard.services or heard.places or heard.left)
    ):
        return replace(last.question, task=Task.COUNT)
    return None


RULES = (
    _why,
    _choice,
    _listed,
    _another_number,
    _nearest_of_them,
    _another_measure,
    _next_in_rank,
    _other_end,
    _of_the_federation,
    _ordinal,
    _same_asked_of_another,
    _about_the_one,
    _narrower,
    _another_place,
    _another_service,
    _another_radius,
    _another_year,
    _just_counted,
)

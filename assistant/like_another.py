"""A number compared with that of a co-op named: "quelles coops ont plus de membres que celle d'Aylmer ?"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import measured, services_wanted
from assistant.filters import criteria
from assistant.hearing import DOCTORS, Heard
from assistant.question import Question, Task
from assistant.subjects import Subjects
from assistant.where import Where
from index.criteria import Comparison, Except, Number
from index.directory import Directory
from index.readings import number_of

_THAN = re.compile(
    r"(?<!\S)(?P<how>au moins autant|(?:pas )?(?:plus|moins)|davantage|(?:exactement )?autant|(?:le |la )?meme"
    r" (?:nombre|taille)|more|fewer|less|as many|(?:the )?same number)(?: (?:de|d|of))?(?: \w+){0,4}?"
    r" (?:que|qu|than|as)"
    r"(?: (?:celle|la|le|l|les|chez|a|au|aux|coops?|cooperative|clinique|de|d|du|des|the|that|one|at|in|of))*$"
)
_HOW = {
    Comparison.AT_LEAST: "au moins autant|pas moins",
    Comparison.AT_MOST: "pas plus",
    Comparison.MORE: "plus|davantage|more",
    Comparison.LESS: "moins|fewer|less",
    Comparison.EQUAL: ".*",
}
_SIZED = re.compile(r"(?<!\S)(?:gross?e?s?|grande?s?|petite?s?|taille|bigger|larger|smaller)(?!\S)")
_SAID = frozenset("autant davantage celle".split())


def like_another(
    question: Question, heard: Heard, subjects: Subjects, where: Where, directory: Directory
) -> Question | None:
    """The co-ops whose number compares so with that of the one named behind "que"; None where none is named so."""
    measure = measured(heard) or ("members" if _SIZED.search(heard.message.folded) else None)
    if measure is None or not heard.cue("plural", "list", "who", "count"):
        return None
    spans = [(n.first, n.last, n.positions) for n in heard.named if n.sure or n.how == "name"]
    spans += [(p.first, p.last, subjects.located(p)) for p in heard.places]
    for first, last, positions in spans:
        than = _THAN.search(" ".join(w.folded for w in heard.message.words[:first]))
        if than is None or len(positions) != 1:
            continue
        reading = number_of(directory.at(positions[0]), measure)
        if reading is None or (reading.high or reading.number) != reading.number:
            return replace(question, task=Task.FIELDS, subjects=positions, fields=(measure,))
        others = replace(
            heard,
            named=tuple(n for n in heard.named if n.last <= first or last <= n.first),
            places=tuple(p for p in heard.places if p.last <= first or last <= p.first),
        )
        if subjects.subject(others) is not None:
            return None
        how = next(c for c, said in _HOW.items() if re.fullmatch(said, than["how"]))
        limit = Number(measure, how, reading.number)
        limits = (limit, Except(positions)) if limit.holds(reading.number) else (limit,)
        counted = heard.cue("count") and heard.cue("plural")
        return replace(
            where.where(question, others, None),
            task=Task.COUNT if counted else Task.LIST,
            services=tuple(s for s in services_wanted(others) if s not in DOCTORS),
            filters=(*criteria(others), *limits),
            unsaid_words=tuple(w for w in heard.left if w not in _SAID and not _SIZED.fullmatch(w)),
        )
    return None

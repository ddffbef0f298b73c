"""Why a co-op is not among those that fit: "pourquoi Thurso n'est-elle pas parmi celles qui ont un dentiste ?".

The question carries what the others fit, so that the co-op is judged by it, as "pourquoi pas Thurso ?" after the list.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import measured, services_wanted
from assistant.filters import criteria
from assistant.hearing import Heard
from assistant.question import Question, Task

_LEFT_OFF = re.compile(
    r"(?<!\S)(?:pourquoi|comment ca se fait|comment se fait il) (?:\S+ ){1,12}?"
    r"(?:(?:n )?(?:y )?(?:est|figure|apparait|sort)(?: t)?(?: elle| il)? pas "
    r"(?:parmi|dans|sur|(?:une )?de celles|celle qui)"
    r"|(?:is not|isn t|is) (?:\S+ ){0,8}?(?:not )?(?:among|in the list|on the list|one of))(?!\S)"
)


def why_left_off(question: Question, heard: Heard) -> Question | None:
    """The question why the one co-op of `question` is not among those that fit; None where it isn't asked."""
    if len(question.subjects) != 1 or not _LEFT_OFF.search(heard.message.folded):
        return None
    ranked = measured(heard) if heard.cue("most", "least", "rank", "count") else None
    services, filters = services_wanted(heard), criteria(heard)
    if not (services or filters or ranked or question.regions or question.areas or question.place):
        return None
    least = heard.first_cue("least") is not None and heard.first_cue("most") is None
    plain = replace(question, task=Task.WHY, fields=(), topic="", unsaid_words=())
    return replace(plain, services=() if ranked else services, filters=filters, measure=ranked, descending=not least)

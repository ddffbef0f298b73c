"""Another form of the last answer: "en tableau", "plus court", "en détail", "répète"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.asked import OF_ONE, tidy
from assistant.follow_up.sequel import Sequel
from assistant.follow_up.words import LOCATED_TASKS, bare, shown_positions
from assistant.hearing import Heard
from assistant.question import Question, Task
from assistant.reckoned import LONGEST_RANKING

_ASKED_OF_NOTHING = (Task.EMERGENCY, Task.ADVICE, Task.EMPTY, Task.SOCIAL)
# What a fuller answer adds to one field of a co-op.
_MORE = {
    "doctors": ("services_text", "particularities"),
    "family_doctors": ("services_text", "particularities"),
    "services_text": ("doctors_text", "particularities"),
}
_SHE = re.compile(r"(?<!\S)(?:elle|celle la|celle ci|la premiere|la gagnante|it|that one)(?!\S)")
_MOST_IN_DETAIL = 3  # co-ops of which the whole card is given


def in_form(said: Sequel, edited: Question | None) -> Question | None:
    """The edited question, else the last one, in the form asked for; None where the message asks something else."""
    if edited is None:
        if said.last.question.task in _ASKED_OF_NOTHING or not bare(said.whole, 14):
            return None
        added = tuple(f for f in said.heard.field_codes if f in OF_ONE - {"card"})
        if said.says_more and not added:
            return None
        kept = said.last.question.fields
        edited = replace(said.last.question, fields=(*kept, *(f for f in tidy(added) if f not in kept)))
    if said.form == "table" and edited.task is Task.CLARIFY_ENTRY and edited.options:
        edited = replace(said.last.question, task=Task.LIST, fields=edited.fields, limit=said.last.question.limit)
    if said.form == "long":
        return _fuller(said, edited)
    return replace(edited, form=said.form)


def _fuller(said: Sequel, question: Question) -> Question:
    """The same with more: the card of a co-op, the columns of a list, all of a ranking."""
    first = shown_positions(said.last)[:1]
    if question.task is Task.RANK and first and _SHE.search(said.whole.message.folded):
        return replace(Question(question.message, Task.CARD, language=question.language), subjects=first)
    if question.task is Task.RANK:
        return replace(question, limit=LONGEST_RANKING, form="")
    if question.task is Task.FIELDS and set(question.fields) <= set(_MORE):
        more = tuple(f for field in question.fields for f in _MORE[field])
        return replace(question, fields=tuple(dict.fromkeys((*question.fields, *more))), form="")
    shown = question.subjects or shown_positions(said.last)
    of_named = question.task in (Task.FIELDS, Task.OFFER, Task.TOPIC, Task.CARD)
    if (of_named or len(shown) == 1) and 0 < len(shown) <= _MOST_IN_DETAIL:
        return replace(question, task=Task.CARD, subjects=shown, form="")
    if question.task in LOCATED_TASKS:
        return replace(question, task=Task.LIST, fields=("phones", "address", "family_doctors"), form="")
    return replace(question, form="")


_IN = {
    "en": re.compile(r"(?<!\S)(?:en anglais|in english)(?!\S)"),
    "fr": re.compile(r"(?<!\S)(?:en francais|in french)(?!\S)"),
}
_SAY_IT = re.compile(
    r"^(?:(?:et|ok|merci|thanks|sorry|please|can|could|you|peux|pouvez|pourriez|vous|tu|me|le|la|les|l|ca|cela|moi"
    r"|dire|dis"
    r"|redire|redis|traduire|traduis|traduisez|repeter|repete|repetez|donner|donne|give|say|repeat|translate|tell|me"
    r"|it|that"
    r"|this|the same|meme|chose|reponse|answer|svp|stp|s il|plait|plz|pour|for|my|mon|ma) )+"
)


def other_language(heard: Heard) -> str:
    """The language in which the last answer is asked again ("can you give me that in English?"), "" where in none."""
    folded = f"{heard.message.folded} "
    for language, said in _IN.items():
        match = said.search(folded)
        if match and (match.start() == 0 or _SAY_IT.fullmatch(folded[: match.start()])):
            return language
    return ""

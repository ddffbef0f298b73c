"""A follow-up edits the last question: another place, service, field or year, a condition more or less, another form.

A message that is complete by itself inherits nothing. The order of `RULES` is the policy; each rule returns the edited
question, or None to let the next one try. What the message takes away is taken away first, the form is given last.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Outcome
from assistant.asked import services_lacked
from assistant.conversation import Conversation
from assistant.deixis import speaks_of_it
from assistant.editing import in_circle
from assistant.follow_up.around import (
    another_radius,
    asked_everywhere,
    distances_again,
    from_another_home,
    next_one,
    set_radius,
    sought_again,
    sought_elsewhere,
    sought_within,
    the_one_near,
)
from assistant.follow_up.changed import (
    another_aggregate,
    another_measure,
    another_number,
    another_place,
    another_region,
    another_service,
    bounded,
    counted_in_all,
    just_counted,
    other_end,
    seekers_counted,
    sought_in_all,
    summed,
    with_the_number,
)
from assistant.follow_up.compared import compared, gap_between, more_than_another
from assistant.follow_up.forms import in_form, other_language
from assistant.follow_up.joined import member_of_the_federation, who_else_joined
from assistant.follow_up.kept import the_others_there, those_standing_there
from assistant.follow_up.merged import merged
from assistant.follow_up.most_of_all import most_of_those_reckoned
from assistant.follow_up.named import (
    added,
    another_reading,
    compared_with,
    counted_there,
    distance_from,
    of_that_service,
    of_those_compared,
    same_asked_of_another,
    same_region,
    serves_there,
    somebody_elses,
    swapped,
    that_coop_there,
    the_other_there,
)
from assistant.follow_up.narrowed import (
    most_in_the_table,
    most_of_those_named,
    narrower,
    nearest_of_them,
    sum_of_those_named,
    which_of_those_named,
)
from assistant.follow_up.of_federation import (
    how_many_it_groups,
    of_the_federation,
    same_of_the_federation,
    what_is_its_own,
)
from assistant.follow_up.prose_again import (
    another_count,
    another_year,
    asked_of_whom,
    both_years,
    continued,
    corrected,
    counted_elsewhere,
    counts_what_was_meant,
    how_many_of_these,
    how_much_it_moved,
    of_that_year,
    of_those_quoted,
    that_person,
)
from assistant.follow_up.quoted import (
    AGAIN,
    ITEM,
    UNDER,
    another_point,
    another_rank,
    counts_them,
    next_item,
    of_one_item,
    one_item,
    one_named,
    the_others,
    told_of_that_kind,
    under_the_item,
    what_follows,
    what_that_number_is,
    which_they_are,
)
from assistant.follow_up.reasons import why, why_it_lacks, why_not
from assistant.follow_up.regions import of_that_region, regions_compared, regions_together
from assistant.follow_up.rejected import rejected
from assistant.follow_up.removed import called_services, left_out_of, put_back, removed
from assistant.follow_up.returned import (
    asks_of_the_one,
    back_to_it,
    the_next_one,
    the_one_before,
    the_other_of_two,
    undone,
)
from assistant.follow_up.same_noun import with_noun
from assistant.follow_up.sequel import Sequel, read
from assistant.follow_up.shown import (
    about_the_one,
    both_services,
    choice,
    grouped,
    listed,
    of_no_rank,
    ordinal,
    that_one,
    the_nearest_shown,
    told_by_a_word,
)
from assistant.follow_up.sought import with_doctors_sought
from assistant.follow_up.their_coop import their_coop
from assistant.follow_up.there import in_the_place_told, near_the_place_told, odd_in_its_row, of_the_document
from assistant.follow_up.who_offers import others_near_it, who_offers
from assistant.follow_up.without_it import with_it, without_it
from assistant.follow_up.words import LOCATED_TASKS, bare, shown_positions, up_to_a_list
from assistant.hearing import Heard
from assistant.question import Question, Task
from ingest.regions import regions as regions_of_quebec

if TYPE_CHECKING:
    from assistant.understand import Understanding


RULES = (
    their_coop,
    most_of_those_reckoned,
    of_that_region,
    rejected,
    without_it,
    with_it,
    seekers_counted,
    sought_in_all,
    regions_compared,
    regions_together,
    asked_everywhere,
    distances_again,
    set_radius,
    same_of_the_federation,
    how_many_it_groups,
    counted_in_all,
    more_than_another,
    the_others_there,
    the_one_before,
    back_to_it,
    the_next_one,
    put_back,
    with_the_number,
    most_in_the_table,
    how_much_it_moved,
    in_the_place_told,
    near_the_place_told,
    odd_in_its_row,
    of_the_document,
    choice,
    listed,
    counted_there,
    the_other_there,
    the_other_of_two,
    of_that_service,
    same_region,
    member_of_the_federation,
    who_else_joined,
    serves_there,
    that_coop_there,
    somebody_elses,
    swapped,
    added,
    of_those_compared,
    gap_between,
    sum_of_those_named,
    most_of_those_named,
    which_of_those_named,
    both_services,
    others_near_it,
    who_offers,
    compared,
    compared_with,
    told_by_a_word,
    grouped,
    another_number,
    bounded,
    summed,
    the_nearest_shown,
    nearest_of_them,
    other_end,
    another_measure,
    next_one,
    another_rank,
    another_point,
    one_item,
    of_one_item,
    of_no_rank,
    counts_them,
    the_others,
    told_of_that_kind,
    what_that_number_is,
    which_they_are,
    what_follows,
    how_many_of_these,
    another_count,
    of_that_year,
    both_years,
    that_person,
    counts_what_was_meant,
    counted_elsewhere,
    ordinal,
    asked_of_whom,
    of_those_quoted,
    of_the_federation,
    what_is_its_own,
    the_one_near,
    those_standing_there,
    from_another_home,
    sought_elsewhere,
    same_asked_of_another,
    distance_from,
    that_one,
    another_reading,
    sought_again,
    sought_within,
    about_the_one,
    narrower,
    another_region,
    another_place,
    another_service,
    another_radius,
    another_year,
    another_aggregate,
    just_counted,
    one_named,
    merged,
    corrected,
    continued,
)


def edit(conversation: Conversation, heard: Heard, alone: Question, reader: Understanding) -> Question | None:
    """The last question edited by what was heard, None where the message stands by itself."""
    said = read(conversation, heard, alone, reader)
    if said is None or ("why" in said.cues and _refused_outside(conversation)):
        return None
    language = other_language(heard)
    if language:
        return replace(said.last.question, language=language, follows=True)
    edited = why_not(said) or why_it_lacks(said) or why(said) or under_the_item(said) or next_item(said)
    if edited is None:
        edited = _edited(_over_answers(said))
    if edited is None:
        return None
    if edited.task is Task.COUNT and not _selects(edited):  # "et en tout ?" after those of one region
        edited = replace(edited, task=Task.SOURCES, topic="entries")
    message = edited.message if asks_in_its_message(edited) else alone.message
    return replace(edited, message=message, language=alone.language, follows=True)


def _refused_outside(conversation: Conversation) -> bool:
    """Whether the last thing asked was of no co-op: "pourquoi ?" is then asked of nothing answered before."""
    asked = next((t for t in reversed(conversation.turns) if not t.aside), None)
    return asked is not None and asked.question.task is Task.OUTSIDE


def _selects(question: Question) -> bool:
    """Whether anything tells the co-ops counted from the whole table."""
    where = question.place is not None or question.areas or question.regions or question.scope
    return bool(where or question.services or question.filters or question.subjects or question.lacking)


def asks_in_its_message(question: Question) -> bool:
    """Whether answerers look for what is asked in the words of the message, which an edit then keeps."""
    ranked = question.task is Task.BY_REGION and question.limit is not None
    return ranked or question.task in (Task.PROSE, Task.SOURCES)


def _over_answers(said: Sequel) -> Sequel:
    """The sequel over the last turn that asked something else than why, or over the one that it goes back to."""
    turns = (
        tuple(t for t in said.turns if t.question.task is not Task.WHY and t.question.topic not in (AGAIN, ITEM, UNDER))
        or said.turns
    )
    heard = said.heard
    if "undo" in said.cues:
        turns = undone(turns)
    explained = said.turns[-1]
    if explained is not turns[-1] and asks_of_the_one(said, explained):
        card = replace(explained.question, task=Task.CARD, services=(), filters=(), place=None, regions=(), areas=())
        turns = (*turns, replace(explained, question=card))
    if "the_ranking" in said.cues:
        ranks = (turns[:end] for end in range(len(turns), 0, -1) if turns[end - 1].question.task is Task.RANK)
        turns = next(ranks, turns)
    if "back" in said.cues:
        ends = range(len(turns), 0, -1)
        if "the_list" in said.cues:
            turns = up_to_a_list(turns) or turns
        elif heard.places and not any(n.sure for n in heard.named):
            names = {p.name for place in heard.places for p in place.mention.places}
            back = next((turns[:end] for end in ends if _looks_in(turns[end - 1].question, names)), None)
            if back is not None:
                turns, heard = back, replace(heard, places=(), named=())
    elif (
        "the_list" in said.cues
        and (said.form or said.cues & {"again", "everything"})
        and len(shown_positions(turns[-1])) < 2
    ):
        turns = up_to_a_list(turns) or turns
    return replace(said, turns=turns, last=turns[-1], heard=heard)


def _again_with(said: Sequel) -> bool:
    """Whether a message wants the same once more with a column, and names nothing else."""
    heard = said.heard
    named = heard.places or heard.named or heard.services or heard.left or heard.topics or heard.conditions
    return "again" in said.cues and bool(heard.fields) and not named and len(shown_positions(said.last)) > 1


def _whole_list(said: Sequel) -> bool:
    """Whether a message asks by itself for the co-ops of a place, or that meet a condition."""
    alone = said.alone
    selects = alone.regions or alone.areas or alone.place or alone.services or alone.filters
    return bool(selects) and alone.task in LOCATED_TASKS and said.heard.cue("plural") and bool(said.heard.places)


def _looks_in(question: Question, names: set[str]) -> bool:
    """Whether a question was asked of one of these places."""
    regions = {r.name for r in regions_of_quebec() if r.number in question.regions}
    return bool(regions & names) or any(p.name in names for p in (question.place, *question.areas) if p is not None)


def _only_tells(said: Sequel) -> bool:
    """Whether what a message says beside a removal asks nothing: "sans Pointe-du-Lac, elle est pleine"."""
    heard = said.heard
    asks = heard.fields or heard.services or heard.topics or heard.places or heard.named or heard.filters
    return said.alone.task is Task.PROSE and not asks and bare(heard, 6) and "?" not in heard.message.text


def _asks_for_them(said: Sequel) -> bool:
    """Whether what a message says beside a removal only asks for the co-ops that are left.

    "peu importe le service, c'est quoi toutes les coops du coin ?", "sans Thurso, il reste quoi ?"
    """
    heard = said.heard
    if said.dropped is not None and _WHAT_IS_LEFT.fullmatch(heard.message.folded):
        return said.last.question.task is Task.LIST
    asks = heard.services or heard.topics or heard.places or heard.named or heard.filters or heard.conditions
    if asks or heard.left or not heard.cue("plural") or heard.cue("count", "most", "least", "federation", "report"):
        return False
    columns = (f for f in heard.fields if not _WHAT_THERE_IS.search(heard.message.raw(f)))
    return {f.code for f in columns} <= {"card"} and said.last.question.task in (Task.LIST, Task.COUNT)


_ALL_THOSE = re.compile(
    r"(?<!\S)(?:toutes (?:celles|les (?:coops|cooperatives|cliniques))|tous ceux|all (?:those|the))(?!\S)"
)
_WHAT_IS_LEFT = re.compile(
    r"(?:(?:correct|ok|parfait|bon|bien|d accord|je (?:comprends|vois)|merci|et|pis|alors|donc|mais|la|ca|cela|il"
    r"|elles|y"
    r"|m|me|nous|n|en|on|a|qu|est ce|c est|ce|que|qui|quoi|lesquel(?:le)?s|laquelle|quelles?|sont|serait|reste\w*"
    r"|restant\w*|donne"
    r"|donnerait|fait|aurait|j|ai|tu|toujours|encore|comme|coops?|cliniques?|choix|de|d|autre|liste|la liste|what|which"
    r"|is|are|left|remains?|ones?)(?: |$))+"
)
_WHAT_THERE_IS = re.compile(
    r"\b(?:il )?y a\b|\bt['’]as\b|\bvous avez\b", re.IGNORECASE
)  # "qu'est-ce qu'il y a comme coops"


def _edited(said: Sequel) -> Question | None:
    """The last question as the message changes it: something removed, one piece edited, put in a form."""
    if "dismiss" in said.cues and not speaks_of_it(said.heard):
        return said.alone if said.says_more else None  # "oublie ça" starts afresh
    base = said.last.question if "undo" in said.cues else removed(said)
    untouched = base is None or base == said.last.question
    every = "everything" in said.cues or _ALL_THOSE.search(said.heard.message.folded)
    there = bool(said.alone.regions or said.alone.areas or said.alone.place)
    if every and there and said.dropped is not None:
        return replace(
            said.alone, task=Task.LIST
        )  # "laisse faire le recrutement, donne-moi toutes celles de la Mauricie"
    if base is not None and not untouched and _asks_for_them(said):
        return replace(base, task=Task.LIST)
    everywhere = None if untouched else asked_everywhere(said)  # "et en tout, pour tout le Québec ?"
    if everywhere is not None and said.says_more:
        return everywhere  # "dans tout le Québec, c'est qui la première ?"
    if base is not None:
        said = said.after(base)
        if called_services(said.heard.left, base, said.reader.lexicon):  # "n'importe où, pour les pieds"
            said = replace(said, heard=replace(said.heard, left=()))
    if base is not None and services_lacked(said.heard):
        return base
    edited = None
    if base is None or said.says_more:
        whole = with_noun(with_doctors_sought(said))
        edited = next((q for rule in RULES if (q := rule(whole)) is not None), None)
        if edited is not None and untouched:
            edited = left_out_of(edited, said)
        if edited is None and said.last.answer.outcome is Outcome.CLARIFY and len(said.turns) > 1:
            before = replace(whole, turns=said.turns[:-1], last=said.turns[-2])  # what we asked back is left unanswered
            edited = next((q for rule in RULES if (q := rule(before)) is not None), None)
        # "et celles de la Fédération en ont combien ?" after a co-op's members
        of_its_coops = whole.alone.task is Task.PROSE and said.heard.cue("federation")
        of_prose = said.last.question.task is Task.PROSE or of_its_coops
        if edited is None and whole is not said and (of_prose or whole.alone.subjects):
            return whole.alone
        if edited is None and whole is not said and whole.alone.task is Task.RANK and said.heard.places:
            return whole.alone  # "laquelle en Outaouais en a le plus ?"
    if edited is None and base is not None and (everywhere is not None or _only_tells(said)):
        return base
    if edited is None and said.form and _whole_list(said):
        edited = said.alone  # "remets-moi toutes celles de la Mauricie, en tableau"
    if edited is None and said.says_more and not said.form and not _again_with(said):
        afresh = "correct" in said.cues or said.dropped is not None or said.taken_back is not None
        return said.alone if afresh else None
    if edited is None:
        edited = base
    edited = _in_the_circle_said(said, edited)
    return in_form(said, edited) if said.form or "again" in said.cues else edited


def _in_the_circle_said(said: Sequel, edited: Question | None) -> Question | None:
    """ "à moins de 40 km, avec un psychologue": the circle said beside what else is asked."""
    km, before = said.heard.radius_km, said.last.question
    same_place = edited is not None and edited.place is not None and edited.place == before.place
    if edited is None or km is None or not same_place or edited.task not in LOCATED_TASKS:
        return edited
    return in_circle(edited, km) if edited.radius_km == before.radius_km else edited

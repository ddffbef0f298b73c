"""The policy, on one screen: each answerer takes a question it knows how to answer; the first answer wins.

The last one abstains.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer import Answer
from assistant.answerers.abstain import abstain
from assistant.answerers.accounts import read_financial_table
from assistant.answerers.aggregate import add_up, average, rank
from assistant.answerers.anticipated import (
    answer_as_anticipated,
    answer_what_is_surely_asked,
    answer_what_was_worded_so,
    continue_as_anticipated,
    prefer_what_was_anticipated,
)
from assistant.answerers.ask_back import (
    ask_which_coop,
    ask_which_place,
    ask_which_service,
    say_no_such_coop,
    say_unknown_place,
)
from assistant.answerers.by_form import count_by_form
from assistant.answerers.by_region import count_by_region
from assistant.answerers.claimed import correct_a_claim
from assistant.answerers.contact import give_contact_details
from assistant.answerers.enumerated import quote_the_point
from assistant.answerers.federation import give_the_names, name_the_officer, spell_out
from assistant.answerers.fields import say_how_far
from assistant.answerers.figures import compare_measures, count_beside_what_was_told
from assistant.answerers.in_cells import search_the_cells
from assistant.answerers.listing import count_entries, list_entries
from assistant.answerers.mentions import find_who_joined_in_the_table, say_where_named
from assistant.answerers.missing_kind import say_the_kind_is_missing
from assistant.answerers.of_one_coop import answer_of_one_coop
from assistant.answerers.people_first import ask_for_a_question, be_polite, decline_advice, send_to_emergency
from assistant.answerers.prose import prefer_the_prose, quote_best_sentences, say_the_heading_is_empty
from assistant.answerers.prose_context import (
    quote_it_again,
    quote_more_of_it,
    quote_the_item,
    quote_the_number,
    quote_the_others,
    quote_what_follows,
    quote_what_is_under,
    quote_what_it_points_at,
    quote_what_was_spoken_of,
    read_another_row,
    read_the_same_row,
)
from assistant.answerers.ratio import divide
from assistant.answerers.reasons import explain_last_answer, say_why_not
from assistant.answerers.signature import name_who_signs
from assistant.answerers.somebody import say_where_they_are, tell_each_bearer
from assistant.answerers.sources import describe_sources, oppose_two_readings
from assistant.answerers.tabulated import lay_out
from assistant.answerers.two_lists import compare_lists, show_the_only_section
from assistant.answerers.word_for_word import answer_word_for_word
from assistant.conversation import Turn
from assistant.knowledge import Knowledge
from assistant.question import Question

Answerer = Callable[[Question, Knowledge, Turn | None], Answer | None]

PROSE_ANSWERERS: tuple[Answerer, ...] = (
    quote_the_item,
    quote_the_number,
    quote_the_others,
    quote_what_is_under,
    quote_it_again,
    quote_what_follows,
    read_another_row,
    name_who_signs,
    count_beside_what_was_told,
    continue_as_anticipated,
    quote_what_was_spoken_of,
    quote_the_point,
    answer_what_was_worded_so,
    name_the_officer,
    give_the_names,
    give_contact_details,
    read_financial_table,
    answer_what_is_surely_asked,
    find_who_joined_in_the_table,
    compare_lists,
    compare_measures,
    show_the_only_section,
    say_the_heading_is_empty,
    answer_as_anticipated,
    quote_what_it_points_at,
    quote_best_sentences,
    read_the_same_row,
    correct_a_claim,
    quote_more_of_it,
)

ANSWERERS: tuple[Answerer, ...] = (
    send_to_emergency,
    ask_for_a_question,
    be_polite,
    answer_word_for_word,
    decline_advice,
    say_why_not,
    explain_last_answer,
    oppose_two_readings,
    tell_each_bearer,
    prefer_what_was_anticipated,
    prefer_the_prose,
    say_where_named,
    describe_sources,
    ask_which_place,
    say_unknown_place,
    say_no_such_coop,
    ask_which_service,
    ask_which_coop,
    say_where_they_are,
    say_the_kind_is_missing,
    lay_out,
    answer_of_one_coop,
    say_how_far,
    spell_out,
    count_by_region,
    count_by_form,
    divide,
    rank,
    add_up,
    average,
    count_entries,
    list_entries,
    *PROSE_ANSWERERS,
    search_the_cells,
    abstain,
)

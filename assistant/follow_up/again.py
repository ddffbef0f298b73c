"""A message that answers nothing by itself is read again as a sequel of what was last answered, before we abstain.

First as an edit of the last question, as if it opened with "et"; then, where the last answer came from the prose, as a
question on the same subject. The caller keeps the first reading that is answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.conversation import Conversation
from assistant.follow_up import edit
from assistant.follow_up.asked_of import topic_of, with_subject
from assistant.follow_up.merged import elliptical
from assistant.follow_up.of_federation import it_is_the_federation
from assistant.follow_up.prose_again import HOW_MANY_DID, earlier_subjects
from assistant.follow_up.quoted import FOLLOWS, UNNAMED, WHO_ELSE, how_many_quoted, names_only_a_kind, told_again
from assistant.follow_up.ranks import with_plain_ranks
from assistant.follow_up.sequel import Sequel, read, thread
from assistant.follow_up.shown import NO_SUCH_RANK, how_many_shown
from assistant.follow_up.words import LINK, THAT_ONE, bare, links, shown_positions
from assistant.question import Question, Task
from ingest.french import key

if TYPE_CHECKING:
    from assistant.understand import Understanding

LONGEST = 12  # words: a longer message that answers nothing asks something of its own
WHOLE = 5  # words from which what follows "et" may be a question of its own
_YEAR = re.compile(r"(?<!\S)(?:19|20)\d\d(?!\S)")  # another year is another question
_OF_WHAT_WAS_SAID = re.compile(
    r"(?:(?:et|pis|puis|ok|mais|est ce que|est ce qu) )*(?:c etait|ca s est|ca (?:a|avait)"
    r"|(?:ils?|elles?|on) l (?:a|ont|avait|avaient)|it was)(?!\S)"
)
_OPENS = {"fr": "et", "en": "and"}
_SECOND_READING = (Task.PROSE, Task.LIST, Task.CLARIFY_ENTRY, Task.CLARIFY_SERVICE)


def second_readings(
    message: str, question: Question, conversation: Conversation, reader: Understanding
) -> Iterator[Question]:
    """The other questions that a message may ask after a conversation, `question` having found no answer."""
    going_on = question.topic in (FOLLOWS, WHO_ELSE)
    if (
        question.topic in (UNNAMED, NO_SUCH_RANK)
        or question.task not in _SECOND_READING
        or (question.options and not going_on)
        or not thread(conversation)
    ):
        return
    turns = thread(conversation)
    message = with_plain_ranks(message, max(how_many_shown(turns), how_many_quoted(turns)))
    heard = reader.ear.hear(message)
    said = read(conversation, heard, question, reader)
    if said is None or (question.context and HOW_MANY_DID.search(heard.message.folded)):
        return  # how many of those spoken of: no others are counted instead
    of_what_was_told = told_again(said) if _still_of_it(said, conversation) else None
    if of_what_was_told is not None:
        yield of_what_was_told
    if question.context and names_only_a_kind(heard):
        yield from (replace(question, context=before) for before in earlier_subjects(said))
    if question.context and not names_only_a_kind(heard) and not _OF_WHAT_WAS_SAID.match(heard.message.folded):
        yield replace(question, context="", follows=False)  # it may be whole: "et Martin Forgue, que fait-il ?"
    named = it_is_the_federation(said)
    if named:
        yield replace(reader.alone(named, reader.ear.hear(named)), language=question.language)
    if "back" in said.cues:
        yield replace(said.alone, form=said.form)
    of_it = of_the_one_in_focus(said)
    if of_it is not None:
        yield of_it
    opening = LINK.match(key(message))
    if opening is not None:  # "et une coop de santé, c'est quoi au juste ?": whole, once it opens no sequel
        text = " ".join(message.split()[len(opening.group().split()) :])
    if opening is not None and len(text.split()) >= WHOLE:
        yield replace(reader.alone(text, reader.ear.hear(text)), language=question.language)
    whole = heard.cue("federation", "report", "brochure", "network") and not THAT_ONE.match(heard.message.folded)
    if not bare(heard, LONGEST) or whole:
        return
    if not links(heard):
        opened = reader.ear.hear(f"{_OPENS.get(question.language, 'et')} {message}")
        alone = reader.alone(opened.message.text, opened)
        edited = edit(conversation, opened, replace(alone, language=question.language), reader)
        if edited is not None and edited != question:
            yield edited
    before = said.last.question
    if before.task is not Task.PROSE or question.follows or _YEAR.search(heard.message.folded):
        return
    if heard.places or heard.services or any(n.sure for n in heard.named):
        return
    yield replace(
        Question(question.message, Task.PROSE, language=question.language, content=heard.content),
        context=before.context or before.message,
        follows=True,
    )


def _still_of_it(said: Sequel, conversation: Conversation) -> bool:
    """Whether nothing else was spoken of since the last answer: what found none followed it, and named nothing."""
    at = max(i for i, turn in enumerate(conversation.turns) if turn is said.last)
    return all(t.aside or (t.question.follows and not t.question.content) for t in conversation.turns[at + 1 :])


def of_the_one_in_focus(said: Sequel) -> Question | None:
    """What an elliptical message asks of the one co-op just shown, whatever words it uses for it."""
    heard, shown = said.heard, said.last.question.subjects or shown_positions(said.last)
    if len(shown) != 1 or not elliptical(said) or said.cues & {"dismiss", "who_else", "anywhere"}:
        return None
    if heard.places or any(n.sure and n.how != "number" for n in heard.named):
        return None
    if heard.fields or heard.services or heard.topics:
        return with_subject(said.last, shown, heard, said.alone, said.reader)
    return topic_of(said, shown) if heard.left else None

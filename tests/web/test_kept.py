import json

import pytest

from assistant.conversation import Conversation
from tests.web.attacks import ATTACKS
from tests.web.factory import a_turn, an_answer
from tests.web.test_markup import Tags
from web.kept import HEAVIEST, MOST_TURNS, kept_html


def talked(*messages: str) -> Conversation:
    return Conversation(tuple(a_turn(message, an_answer("Réponse confidentielle.")) for message in messages))


@pytest.mark.parametrize("messages", [("bonjour",), ATTACKS])
def test_what_was_typed_is_kept_and_nothing_of_the_answers(messages: tuple[str, ...]) -> None:
    html = kept_html(talked(*messages))
    ((tag, attributes),) = Tags(html).seen
    assert (tag, set(attributes)) == ("span", {"hidden", "data-kept"})
    assert json.loads(attributes["data-kept"] or "") == {"version": 1, "turns": list(messages)}


@pytest.mark.parametrize("messages", [(), ("a",) * (MOST_TURNS + 1), ("a" * 2000,) * (HEAVIEST // 2000)])
def test_what_is_empty_or_too_long_is_not_kept(messages: tuple[str, ...]) -> None:
    assert kept_html(talked(*messages)) == ""

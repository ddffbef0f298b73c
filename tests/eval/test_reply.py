from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.reply import ReplyError, parse_reply, read_replies
from tests.eval.test_judge import SILENT


def test_the_batch_file_is_read_by_id_and_a_failed_conversation_has_no_reply(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps({"id": "a", "replies": [SILENT]}) + "\n" + json.dumps({"id": "b", "error": "non"}))
    assert read_replies(path) == {"a": (parse_reply(SILENT),), "b": ()}


@pytest.mark.parametrize("field", sorted(SILENT))
def test_a_reply_without_one_of_its_fields_is_refused(tmp_path: Path, field: str) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps({"id": "a", "replies": [{key: SILENT[key] for key in SILENT if key != field}]}))
    with pytest.raises(ReplyError, match=f"replies.jsonl, ligne 1 : .*« {field} »"):
        read_replies(path)

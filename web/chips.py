"""What was understood of the last question, a chip a part: a button takes it away, a list changes it.

The buttons and lists carry their change as JSON, which `chips.js` sends.
"""

from __future__ import annotations

import json
from html import escape
from importlib.resources import files

from assistant.change import Change, Chip, Part
from web.markup import plain
from web.texts import UNDERSTOOD, removing

LONGEST = 44  # characters shown of a value; the whole is in its title
_LONGEST_END = 26  # of a co-op, whose name tells it apart by its end


def chips_html(chips: tuple[Chip, ...]) -> str:
    """The chips in their order, "" where there are none."""
    if not chips:
        return ""
    items = "".join(f"<li>{_chip(chip)}</li>" for chip in chips)
    legend = f'<span class="legend" aria-hidden="true">{UNDERSTOOD}</span>'
    return f'<div class="chips" role="group" aria-label="{UNDERSTOOD}">{legend}<ul>{items}</ul></div>'


def script() -> str:
    """What sends the clicks."""
    return files("web").joinpath("chips.js").read_text(encoding="utf-8")


def _chip(chip: Chip) -> str:
    what = f'<span class="what">{plain(chip.label)}</span>'
    shown = f"<label>{what} {_list(chip)}</label>" if chip.choices else f"<span>{what} {_value(chip)}</span>"
    if not chip.removable:
        return shown
    name = plain(removing(chip.text))
    button = f'<button type="button" aria-label="{name}" title="{name}" data-change="{_change(chip)}">×</button>'
    return shown + button


def _list(chip: Chip) -> str:
    options = "".join(
        f'<option value="{escape(one.value)}"{" selected" if one.value == chip.now else ""}>{plain(one.name)}</option>'
        for one in chip.choices
    )
    return f'<select data-change="{_change(chip)}">{options}</select>'


def _value(chip: Chip) -> str:
    text = chip.text
    if chip.part is Part.COOP and len(text) > _LONGEST_END:
        shown = f"…{text[-_LONGEST_END:].partition(' ')[2]}"
    elif len(text) > LONGEST:
        shown = f"{text[: LONGEST - 1].rstrip()}…"
    else:
        return f"<b>{plain(text)}</b>"
    return f'<b title="{plain(text)}">{plain(shown)}</b>'


def _change(chip: Chip) -> str:
    return escape(json.dumps(Change(chip.part, chip.of).written(), ensure_ascii=False))

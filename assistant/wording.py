"""Every sentence a user reads, by language, in `sentences/fr.toml` and `sentences/en.toml`; nothing else.

A template with a missing value raises `KeyError`: no half-filled sentence is ever shown.

>>> Wording("fr").say("unit.km", km="3,1")
'3,1 km'
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_MONTHS = dict(
    janvier="January", février="February", mars="March", avril="April", mai="May", juin="June", juillet="July",
    août="August", septembre="September", octobre="October", novembre="November", décembre="December",
)  # fmt: skip


@cache
def _sentences(language: str) -> dict[str, dict[str, str]]:
    content = files("assistant").joinpath("sentences").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)


class Wording:
    """The sentences of one language ("fr" or "en")."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._said = _sentences(language)

    def say(self, name: str, /, **values: object) -> str:
        """The sentence `section.key` with its values."""
        section, key = name.split(".", 1)
        if "date" in values:
            values["date"] = self.date(str(values["date"]))
        return self._said[section][key].format(**values)

    def date(self, text: str) -> str:
        """A date of the documents in this language: "novembre 2014", "November 2014"."""
        return text if self.language == "fr" else " ".join(_MONTHS.get(word, word) for word in text.split())

    def has(self, name: str) -> bool:
        section, key = name.split(".", 1)
        return key in self._said.get(section, {})

    def number(self, value: float) -> str:
        """A number as this language writes it: 12 345,6 or 12,345.6; two significant digits of one below 1."""
        text = f"{int(value):,}" if value == int(value) else f"{value:,.1f}" if abs(value) >= 1 else f"{value:.2g}"
        return text.replace(",", " ").replace(".", ",") if self.language == "fr" else text

    def km(self, distance: float) -> str:
        """Kilometres, one decimal below ten."""
        text = f"{distance:.1f}" if distance < 9.95 else f"{distance:.0f}"
        return self.say("unit.km", km=text.replace(".", ",") if self.language == "fr" else text)

    def joined(self, parts: list[str], last: str = "word.and") -> str:
        """ "a, b et c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.say(last)} {parts[-1]}"

    def vocabulary(self) -> str:
        """All the words of the sentences: what needs no proof when an answer is checked."""
        return " ".join(text for section in self._said.values() for text in section.values())

    def __getitem__(self, name: str) -> Any:
        return self.say(name)

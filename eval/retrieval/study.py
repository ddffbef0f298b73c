"""Questions ranked in every way that is compared, and what each way is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.retrieval.labels import Labelled
from eval.retrieval.measures import DECIDES, Values, measure
from eval.retrieval.settings import CHOSEN, GRID, MEANING, WORDS, Legs, Setting
from eval.retrieval.significance import Difference, chance, difference

Heard = Mapping[Labelled, Legs]


@dataclass(frozen=True, slots=True)
class Study:
    """One group of questions with the measures of every setting, the chosen one among them.

    `models` has, by name, those of other embeddings: by meaning alone, and in the chosen setting.
    """

    questions: tuple[Labelled, ...]
    settings: Mapping[Setting, Values]
    models: Mapping[str, Mapping[Setting, Values]]

    @property
    def kin(self) -> tuple[frozenset[tuple[str, int, int]], ...]:
        """What each question is kin by: the sources that answer it."""
        return tuple(one.relevant for one in self.questions)

    @property
    def best_other(self) -> Setting:
        """The setting of the highest mean, the chosen one left out; the first where several are equal."""
        others = [setting for setting in self.settings if setting != CHOSEN]
        return max(others, key=lambda setting: fmean(self.settings[setting][DECIDES]))

    def gain(self, values: Values) -> Difference:
        """By how much these values are better than those of the chosen setting."""
        return difference(self.settings[CHOSEN][DECIDES], values[DECIDES], self.kin)

    @property
    def by_chance(self) -> float:
        """How often chance alone would make some setting look as much better as the best other one does."""
        others = [setting for setting in self.settings if setting != CHOSEN]
        values = [self.settings[setting][DECIDES] for setting in others]
        return chance(self.settings[CHOSEN][DECIDES], values, others.index(self.best_other), self.kin)


def study(questions: Sequence[Labelled], heard: Heard, models: Mapping[str, Heard]) -> Study:
    """Every setting on the same questions, given what each search ranks for them, with our model and with others."""
    return Study(
        tuple(questions),
        _measured(questions, heard, (WORDS, MEANING, *GRID)),
        {name: _measured(questions, by_model, (MEANING, CHOSEN)) for name, by_model in models.items()},
    )


def _measured(questions: Sequence[Labelled], heard: Heard, settings: Sequence[Setting]) -> dict[Setting, Values]:
    return {setting: measure(questions, [setting.rank(heard[one]) for one in questions]) for setting in settings}

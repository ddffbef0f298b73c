"""Every mutation, by what it breaks."""

from __future__ import annotations

from collections.abc import Mapping

from eval.mutations.mutation import Mutation
from eval.mutations.of_directory import DIRECTORY
from eval.mutations.of_proofs import PROOFS
from eval.mutations.of_prose import PROSE
from eval.mutations.of_replies import REPLIES
from eval.mutations.of_search import SEARCH
from eval.mutations.of_table import TABLE
from eval.mutations.of_understanding import UNDERSTANDING

GROUPS: Mapping[str, tuple[Mutation, ...]] = {
    "Le tableau mal lu": TABLE,
    "Le texte mal lu": PROSE,
    "Les coops mal cherchées, mal triées, mal comptées": DIRECTORY,
    "Les lieux et les phrases mal cherchés": SEARCH,
    "Les questions mal comprises": UNDERSTANDING,
    "Les réponses mal dites": REPLIES,
    "Les preuves mal données": PROOFS,
}
ALL = tuple(mutation for group in GROUPS.values() for mutation in group)

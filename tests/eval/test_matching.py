from __future__ import annotations

import pytest

from eval.matching import says


@pytest.mark.parametrize(
    ("text", "fact", "said"),
    [
        ("Elle compte 3\u202f600 membres.", "3600", True),
        ("Elle compte 3600 membres.", "3 600", True),
        ("It has 3,600 members.", "3 600", True),
        ("Elle compte 13 600 membres.", "3 600", False),
        ("80 membres", "8", False),
        ("8,5 membres", "8", False),
        ("Elle en a 8.", "8", True),
        ("La réponse est en [8].", "8", False),
        ("8. Shawinigan", "8", False),
        ("14 médecins", "4", False),
        ("819-684-1234", "819 684-1234", True),
        ("(819) 684-1234", "819 684-1234", True),
        ("1 800 456-5317", "1.800.456.5317", True),
        ("819 684-1235", "819 684-1234", False),
        ("M. FRANCOIS ALLAIRE", "François Allaire", True),
        ("l’acupuncture", "acupuncture", True),
        ("des psychologues", "psychologue", True),
        ("neuropsychologue", "psychologue", False),
        ("**À venir** : soins", "à venir", True),
        ("28 \\$ / heure", "28 $", True),
        ("d_raby@videotron.ca", "d_raby@videotron.ca", True),
    ],
)
def test_a_fact_is_said_whatever_its_typography_and_only_whole(text: str, fact: str, said: bool) -> None:
    assert says(text, fact) is said

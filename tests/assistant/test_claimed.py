"""What a question claims of who, when or why, and the prose says otherwise, is answered with what the prose says."""

from __future__ import annotations

import pytest

from assistant.answer import Outcome
from tests.assistant.asking import ask


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("C'est Hydro-Québec qui a financé la brochure, non ?", "Programme d'aide financière"),
        ("C'est M. Dubé qui a demandé une présentation du modèle coopératif, hein ?", "Lucie Lecours"),
        ("Le membership s'est ouvert aux coops de santé en 1998, pourquoi ?", "En 2008"),
        ("Puisque les coops de santé sont à but lucratif, qui empoche les profits ?", "non lucratives"),
        ("Pourquoi le membership de la Fédération s'est-il ouvert aux coops de santé seulement en 2014 ?", "En 2008"),
        ("Des services diversifiés à un taux unique de 75 $ / heure, trouvez-vous ça cher ?", "28 $"),
        ("300 heures d'implication bénévole des administrateurs, c'est pas un peu trop ?", "165"),
        ("Comment expliquer que la Fédération ait terminé 2021-2022 dans le rouge ?", "pas de déficit"),
        ("Comment se fait-il que la FQCS opère à perte ?", "pas de déficit"),
        ("Depuis quelle année François Allaire préside-t-il la FQCS ?", "directeur"),
        ("Notre président, M. François Allaire, est-il médecin ?", "directeur"),
        ("Le siège social de la Fédération à Trois-Rivières est à quelle adresse ?", "Lévis"),
    ],
)
def test_what_is_claimed_is_put_right(message: str, says: str) -> None:
    answer = ask(message)[-1].answer
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "C'est Ford qui a inventé l'automobile, non ?",
        "Vu que l'hiver sera rude, quels pneus faut-il acheter ?",
        "Parmi les participants à la rencontre nationale, combien ont adhéré ensuite ?",
        "Quand a ouvert la toute première coopérative de santé ?",
        "Nommez-nous les six coopératives appuyées par le fonds",
        "Qui présidait la Fédération en 2014 ?",
        "12 $ pour un café à la cafétéria de la Fédération, c'est pas cher ?",
        "Le directeur de la Fédération est-il végétarien ?",
        "Quelle proportion des membres des coops de santé a plus de 65 ans ?",
    ],
)
def test_what_the_prose_does_not_say_stays_unsaid(message: str) -> None:
    assert ask(message)[-1].answer.outcome is Outcome.ABSTAIN

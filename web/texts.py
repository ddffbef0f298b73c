"""Every French sentence of the page itself; those of the answers are the assistant's.

>>> number(3214)
'3\u202f214'
"""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "CoopSanté"
TAGLINE = "L’assistant des coopératives de santé du Québec"
ASK = "Votre question"
PLACEHOLDER = "Votre question…"
SEND = "Envoyer"
CHAT = "Conversation"
UNDERSTOOD = "J’ai compris :"
CHANGING = "Changer la question"  # in the transcript, where the change could not be answered
SEARCHING = "Je cherche dans les documents…"
FAILED = (
    "Désolé, une erreur de notre côté m’empêche de répondre. Votre question est restée dans la case : "
    "réessayez dans un instant, ou dites-la autrement."
)
NOT_ADVICE = "Ce n’est pas un avis médical."
NO_SCRIPT = "CoopSanté a besoin de JavaScript : activez-le dans votre navigateur, puis rechargez la page."
CLOSED = "Cette adresse n’est pas ouverte."
TOO_HEAVY = "Ce message est trop lourd."

# The assistant answers longer messages; on a screen, nobody means to send more than a page.
MESSAGE_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whom to call: what for, and the numbers, each as it is read and as it is dialled."""

    label: str
    numbers: tuple[tuple[str, str], ...]


EMERGENCIES = (
    Emergency("Urgence", (("911", "911"),)),
    Emergency("Info-Santé", (("811", "811"),)),
    Emergency("Prévention du suicide", (("1 866 APPELLE", "+18662773553"), ("988", "988"))),
)

# By need: what people come for, and a question that shows how to ask it.
EXAMPLES = (
    ("Un service près de chez moi", "Quelles coops près de Gatineau offrent de la physiothérapie ?"),
    ("Joindre une coop", "Quel est le numéro de la coop d’Aylmer ?"),
    ("Ma région", "Combien de coops y a-t-il en Mauricie ?"),
    ("Comprendre", "Qu’est-ce qu’une coopérative de santé ?"),
)


def number(value: int) -> str:
    """A whole number as French prints it, thousands apart by a narrow no-break space."""
    return f"{value:,}".replace(",", "\u202f")


def removing(text: str) -> str:
    """The name of the button that takes a part of the question away."""
    return f"Retirer : {text}"


def too_long(length: int) -> str:
    """The kind word to someone whose message is longer than we read."""
    return (
        f"Votre message compte {number(length)} caractères ; je lis bien jusqu’à {number(MESSAGE_LIMIT)}. "
        "Pouvez-vous le raccourcir ? Il est resté dans la case."
    )


def serving_at(address: str) -> str:
    """Where the chat is, on the terminal of the person who started it."""
    return f"CoopSanté vous attend à {address} (Ctrl+C pour arrêter)"


def no_address(host: str, port: int) -> str:
    """Why the chat can't start there, and what to do."""
    return f"L’adresse {host}:{port} n’est pas libre ou n’est pas à cette machine : choisissez-en une autre."

"""The French of the reports: what a case expects, what each check looks at, and the spaces that French asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from eval.case import Expectation, Expected

NBSP = "\u00a0"
_BEFORE = re.compile(r" +(?=[:;?!»%])")
_AFTER = re.compile(r"(?<=«) +|(?<=n°) (?=\d)")

CHECKS = {
    "cooperatives": "coops présentées",
    "facts": "à dire",
    "not_facts": "à ne pas dire",
    "cites": "mots à citer",
    "documents": "documents à citer",
    "first_document": "document à citer d'abord",
    "abstained": "abstention",
    "clarifying": "précision demandée",
    "emergency": "urgence",
    "max_chars": "longueur",
    "not_empty": "réponse vide",
    "not_too_long": "réponse trop longue",
    "cooperatives_known": "coops du tableau",
    "quotes_verbatim": "citations mot à mot",
    "quotes_short": "citations courtes",
    "marks_match": "renvois et citations",
    "answered_cites": "preuve donnée",
    "no_markup": "balisage",
    "figures_proved": "chiffres et coordonnées prouvés",
    "names_proved": "noms prouvés",
    "lines_cite_their_row": "chaque ligne cite sa rangée",
    "lines_in_order": "lignes dans l'ordre présenté",
    "marks_prove": "chaque renvoi prouve sa phrase",
    "dated": "année dite",
    "out_of_how_many": "liste sur combien",
    "distances_said": "distances dites",
    "language": "langue de la réponse",
    "replies": "réponses reçues",
    "same_twice": "même réponse deux fois",
    "as_alone": "suite comme posée seule",
}
WAYS = {
    "formel": "phrase soignée",
    "mots_cles": "mots-clés",
    "parle": "comme on parle",
    "sans_accents": "sans accents",
    "fautes": "avec des fautes",
    "sms": "en texto",
}
EDITS = {
    "lieu": "un autre lieu",
    "service": "un autre service",
    "champ": "un autre renseignement",
    "annee": "une autre année",
    "rayon": "un autre rayon",
    "filtre": "une condition de plus",
    "retrait": "une condition de moins",
    "agregat": "un compte ou un classement",
    "forme": "une autre forme de réponse",
    "pronom": "un pronom (« son numéro »)",
    "rang": "un rang (« la deuxième »)",
    "correction": "une correction",
    "choix": "un choix parmi ceux proposés",
    "retour": "un retour en arrière",
    "pourquoi": "« pourquoi »",
    "neuf": "une question nouvelle",
    "autre": "autre",
    "ensemble": "toutes les suites",
}
SPLITS = {"dev": "jeu de travail (dev)", "test": "jeu réservé (test)"}
_MOST_NAMES = 8  # beyond, names would bury the rest
_SHORT_MONTHS = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def wanted(expect: Expectation, coop: Callable[[int], str], title: Callable[[str], str]) -> tuple[str, ...]:
    """What a reply must be, as ends of the sentence "une réponse qui…"; `coop` names a rank, `title` a document."""
    told = [*_coops(expect.cooperatives or Expected(), coop)]
    told += [f"dit {_or(fact)}" for fact in expect.facts]
    told += [f"ne dit pas {_or(fact)}" for fact in expect.not_facts]
    told += [f"cite les mots {_or(fact)}" for fact in expect.cites]
    told += [f"cite le document « {title(name)} »" for name in expect.documents]
    if expect.first_document is not None:
        told.append(f"cite d'abord le document « {title(expect.first_document)} »")
    for value, must, must_not in (
        (expect.abstained, "s'abstient", "ne s'abstient pas"),
        (expect.clarifying, "demande une précision", "ne demande pas de précision"),
        (expect.emergency, "donne d'abord le numéro d'urgence, seul", "ne renvoie pas aux urgences"),
    ):
        if value is not None:
            told.append(must if value else must_not)
    if expect.language is not None:
        told.append("est en anglais" if expect.language == "en" else "est en français")
    if expect.social:
        told.append("peut ne rien prouver (salutation, remerciement ou message vide)")
    if expect.max_chars is not None:
        told.append(f"tient en {expect.max_chars} caractères au plus")
    return tuple(told)


def _coops(wanted: Expected, coop: Callable[[int], str]) -> Iterable[str]:
    if wanted.exactly is not None:
        yield f"présente exactement {counted(len(wanted.exactly), 'coop')} : {_named(wanted.exactly, coop)}"
    if wanted.at_least is not None:
        yield f"présente au moins : {_named(wanted.at_least, coop)}"
    if wanted.none_of is not None:
        yield f"ne présente pas : {_named(wanted.none_of, coop)}"
    if wanted.first is not None:
        yield f"présente d'abord : {coop(wanted.first)}"
    if wanted.empty:
        yield "ne présente aucune coop"


def _named(positions: tuple[int, ...], coop: Callable[[int], str]) -> str:
    if len(positions) <= _MOST_NAMES:
        return " ; ".join(map(coop, positions))
    return f"n° {', '.join(map(str, sorted(positions)))} (leurs noms sont à la fin de la page)"


def french(text: str) -> str:
    """`text` with a no-break space wherever French puts a space by a sign, and its apostrophes curly.

    >>> french("C'est « oui » : 8 % ?").split(" ")
    ['C’est', '«\\xa0oui\\xa0»\\xa0:', '8\\xa0%\\xa0?']
    """
    return _AFTER.sub(NBSP, _BEFORE.sub(NBSP, re.sub(r"(?<=\w)'(?=\w)", "’", text)))


def percent(rate: float) -> str:
    """A rate from 0 to 1 in per cent; 100 only if it is whole.

    >>> percent(0.9766), percent(1.0), percent(0.9999)
    ('97,7\\xa0%', '100\\xa0%', '99,9\\xa0%')
    """
    shown = round(100 * rate, 1)
    return f"{decimal(min(shown, 99.9) if rate < 1 else shown)}{NBSP}%"


def decimal(number: float) -> str:
    """A number with at most one decimal, after a comma.

    >>> decimal(14.285), decimal(5.0), decimal(-3.5)
    ('14,3', '5', '−3,5')
    """
    return f"{round(number, 1):g}".replace(".", ",").replace("-", "−")


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun, in the plural from 2 on; thousands apart.

    >>> counted(1, "cas"), counted(0, "coop"), counted(1188, "question")
    ('1\\xa0cas', '0\\xa0coop', '1\\u202f188\\xa0questions')
    """
    word = noun if count < 2 or noun.endswith("s") else plural or f"{noun}s"
    return f"{count:,}".replace(",", "\u202f") + f"{NBSP}{word}"


def first_upper(text: str) -> str:
    """`text` with a capital, as a title or a cell begins."""
    return text[:1].upper() + text[1:]


def duration(seconds: float) -> str:
    """A time as it is said.

    >>> duration(17.64), duration(125.2)
    ('17,6\xa0s', '2\xa0min\xa05\xa0s')
    """
    if seconds < 60:
        return f"{seconds:.1f}{NBSP}s".replace(".", ",")
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}{NBSP}min{NBSP}{rest}{NBSP}s"


def moment(when: datetime) -> str:
    """A date and an hour as they are said.

    >>> moment(datetime(2026, 11, 1, 9, 5))
    '1er novembre 2026 à 9\\xa0h\\xa005'
    """
    return f"{day(when.date().isoformat())} à {when.hour}{NBSP}h{NBSP}{when.minute:02}"


def day(iso: str) -> str:
    """A date written 2026-11-22, as it is said; any other text as it is.

    >>> day("2026-11-22")
    '22 novembre 2026'
    """
    return _day(iso, _MONTHS)


def short_day(iso: str) -> str:
    """The same, for a narrow place.

    >>> short_day("2026-11-22")
    '22 nov. 2026'
    """
    return _day(iso, _SHORT_MONTHS)


def _day(iso: str, months: Sequence[str]) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", iso)
    if not match or not 1 <= int(match[2]) <= 12:
        return iso
    number = int(match[3])
    return f"{'1er' if number == 1 else number} {months[int(match[2]) - 1]} {match[1]}"


def _or(alternatives: tuple[str, ...]) -> str:
    return " ou ".join(f"« {fact} »" for fact in alternatives)

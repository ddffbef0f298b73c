"""The 53 co-ops of the table, their fields against what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from ingest.document import Span
from ingest.entry import Cell, Count, Entry, State
from ingest.library import Library


def walk(value: Any) -> Iterator[Any]:
    """Every record inside a record."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from walk(item)
    elif is_dataclass(value) and not isinstance(value, Span):
        for field in fields(value):
            yield from walk(getattr(value, field.name))


def said(cell: Cell[Any]) -> Any:
    """A stated value, or the state itself."""
    return cell.value if cell.state is State.STATED else cell.state.value


def test_every_co_op_is_read_in_the_order_of_the_table(library: Library) -> None:
    assert [entry.position for entry in library.entries] == list(range(1, 54))
    assert [entry.number.value for entry in library.entries] == [*range(1, 50), 49, 51, 52, 53]
    starts = [entry.span.start for entry in library.entries]
    assert starts == sorted(starts)


def test_every_span_of_an_entry_lies_in_it(library: Library) -> None:
    for entry in library.entries:
        spans = [part for part in walk(entry) if isinstance(part, Span)]
        assert all(entry.span.contains(span) for span in spans)


def test_a_number_read_is_printed_in_its_span(library: Library) -> None:
    for entry in library.entries:
        for part in walk(entry):
            if isinstance(part, Cell) and isinstance(part.value, int) and part.span:
                assert str(part.value) in re.sub(r"(?<=\d)\s(?=\d{3})", "", part.span.quote).lstrip("0")
            if isinstance(part, Count):
                assert str(part.low) in re.sub(r"(?<=\d)\s(?=\d{3})", "", part.span.quote)


def test_what_is_not_said_has_no_value(library: Library) -> None:
    for entry in library.entries:
        for part in walk(entry):
            if isinstance(part, Cell) and part.state is not State.STATED:
                assert part.value is None


NAMES = [
    (2, "Coopérative de solidarité de santé des Gens d'ici", "coopérative de solidarité", 1),
    (3, "Coopérative Mieux-Être en santé, coopérative de travailleur", "coopérative de travailleurs", 2),
    (6, "Coopérative de solidarité SABSAS", "coopérative de solidarité", 3),
    (7, "Coopérative de solidarité santé de Pointe-du-Lac", "coopérative de solidarité", 4),
    (12, "Coopérative de solidarité santé de Le Rocher", "coopérative de solidarité", 4),
    (14, "Coopérative de solidarité santé Néréé-Beauchemin", "coopérative de solidarité", 4),
    (15, "Coopérative santé de l'Université de Sherbrooke", "unsaid", 5),
    (17, "Santé Active de l'Estrie – Coopérative de solidarité", "coopérative de solidarité", 5),
    (20, "Coopérative de santé de la Basse-Lièvre", "unsaid", 7),
    (21, "Coopérative de solidarité de santé Gatineau", "coopérative de solidarité", 7),
    (29, "Coopérative de solidarité régionale de santé de L'Islet", "coopérative de solidarité", 12),
    (
        32,
        "Coopérative de services de santé de Saint-Barthélémy, coopérative de consommateurs",
        "coopérative de consommateurs",
        14,
    ),
    (44, "Coopérative de solidarité santé de la MRC d'Acton", "coopérative de solidarité", 16),
    (47, "Coopérative de solidarité santé La Prairie", "coopérative de solidarité", 16),
    (50, "Coopérative de solidarité santé J-P Despins", "coopérative de solidarité", 17),
]


@pytest.mark.parametrize(("position", "name", "form", "region"), NAMES)
def test_names_are_shown_in_french_case(
    entries: dict[int, Entry], position: int, name: str, form: str, region: int
) -> None:
    entry = entries[position]
    assert (entry.name.value, said(entry.legal_form), entry.region.value) == (name, form, region)
    assert entry.name.span is not None and entry.name.span.quote == entry.name.span.quote.upper()


ADDRESSES = [
    (1, "1, rue Massé, Saint-Hubert-de-Rivière-du-Loup", "Saint-Hubert-de-Rivière-du-Loup", "unsaid"),
    (3, "2772 rue Deville, Jonquières, Saguenay, G7S 2G8", "Jonquières", "G7S 2G8"),
    (6, "79, boulevard Charest Est, bureau 1, Québec, QC G1K 3G4", "Québec", "G1K 3G4"),
    (7, "10 300, ch. Ste-Marguerite, 2 ^e ét., Trois-Rivières (Qc) G9B 7Y6", "Trois-Rivières", "G9B 7Y6"),
    (11, "115, Lacordaire Sainte-Thècle, QC G0X 3G0", "Sainte-Thècle", "G0X 3G0"),
    (12, "1050 8e Rue Grand-Mère (Qc), G9T-4L4, 2e étage", "Grand-Mère", "G9T 4L4"),
    (13, "190 St-Honoré, St-Étienne-des-Grès, Québec, G0X 2P0, bureau 202", "St-Étienne-des-Grès", "G0X 2P0"),
    (14, "211, rue Lacerte Yamachiche (Québec) G0X 3L0", "Yamachiche", "G0X 3L0"),
    (16, "15, rue Lapointe, case postale 165, Eastman (Québec) JOE 1P0", "Eastman", "J0E 1P0"),
    (17, "6280, EMERY-FONTAINE, SHERBROOKE (QUÉBEC), J1N2R9", "Sherbrooke", "J1N 2R9"),
    (18, "8 610, boul. St-Laurent CP 20003, Montréal (Qc) H2P 1A0", "Montréal", "H2P 1A0"),
    (29, "82, 10 ^e rue, L'Islet (Qc) G0R 2C0", "L'Islet", "G0R 2C0"),
    (31, "152, rue Principale, C.P. 1029, Frampton (Qc)", "Frampton", "unsaid"),
    (46, "211, 16ième Avenue Ouest, bureau 100, Venise-en-Québec (Québec) J0J 2K0", "Venise-en-Québec", "J0J 2K0"),
    (52, "10 A, rue Georges, Pierreville (Qc) J0G 1J0", "Pierreville", "J0G 1J0"),
]


@pytest.mark.parametrize(("position", "address", "municipality", "postal_code"), ADDRESSES)
def test_addresses(entries: dict[int, Entry], position: int, address: str, municipality: str, postal_code: str) -> None:
    entry = entries[position]
    assert entry.address.value == address
    assert entry.municipality.value == municipality
    assert said(entry.postal_code) == postal_code


CONTACTS = [
    (1, ["418-497-3903"], ["coopsantesthubert@gmail.com"], [], "Josée Ouellet", "directrice générale"),
    (8, ["819-539-2999"], ["pmarchand46@gmail.com"], ["www.coopsanteshawinigan.com"], "Pierre Marchand", "Président"),
    (10, ["819 537-4158"], [], [], "unsaid", "unsaid"),
    (12, ["819 538-2828"], ["cooplerocher@c gocable.ca"], [], "Isabelle St-Cyr", "coordonnatrice"),
    (13, [], [], [], "Danielle Carboneau", "unsaid"),
    (17, [], [], [], "unsaid", "unsaid"),
    (
        18,
        ["514 794-0802"],
        ["info@coopsantevilleray.com"],
        ["www.coopsantevilleray.com"],
        "Denis Missud",
        "Coordonnateur",
    ),
    (26, ["819 622-2433"], [], ["http://www.temisensante.coop/"], "Katia Boucher", "Directrice"),
    (35, ["819 2327-3534"], ["coopsantelive@hotmail.ca"], [], "Louise Quenneville", "Présidente"),
    (36, ["450 228-3100"], [], ["www.maccoopsantesme.org"], "Lisiane Monette", "Administratrice"),
    (
        43,
        ["450 587-2667 # 4"],
        ["info@coopcontrecoeur.com"],
        ["www.coopcontrecoeur.com"],
        "Chantal Dubuc",
        "Directrice",
    ),
    (
        47,
        ["450 444-2002"],
        ["info@santelaprairie.coop", "a.lalancette@santelaprairie.coop"],
        [],
        "Alexandre Lalancette",
        "unsaid",
    ),
    (52, ["450 568-3296"], ["coopshoonerjauvin@hotmail.com"], [], "Françoise K. Lacasse", "Coordonnatrice"),
    (53, [], [], [], "Claude Verrier", "Président"),
]


@pytest.mark.parametrize(("position", "phones", "emails", "websites", "contact", "role"), CONTACTS)
def test_how_to_reach_a_co_op(
    entries: dict[int, Entry],
    position: int,
    phones: list[str],
    emails: list[str],
    websites: list[str],
    contact: str,
    role: str,
) -> None:
    entry = entries[position]
    assert [cell.value for cell in entry.phones] == phones
    assert [cell.value for cell in entry.emails] == emails
    assert [cell.value for cell in entry.websites] == websites
    assert (said(entry.contact), said(entry.contact_role)) == (contact, role)
    for cell in (*entry.phones, *entry.emails, *entry.websites):
        assert cell.span is not None and cell.span.quote == cell.value


NUMBERS = [
    # position, population, members, files, family doctors
    (1, 35256, 990, "unsaid", 1),
    (3, 147100, 9, "unsaid", "none"),
    (5, 6500, 150, "unsaid", "none"),
    (7, 150000, 6800, 8000, 6),
    (8, "unsaid", 4900, 6110, 8),
    (9, "unsaid", 3000, 1000, 2),
    (10, "unsaid", "unsaid", "unsaid", "unsaid"),
    (15, "unsaid", 800, "unsaid", "unsaid"),
    (16, 50000, 700, "unsaid", 12),
    (21, 300000, 3600, "unsaid", "unsaid"),
    (33, 4500, "unsaid", "unsaid", "unsaid"),
    (34, "unsaid", 1350, "unsaid", 2),
    (36, "unsaid", 1982, 2900, 3),
    (37, "unsaid", 1825, 1866, 1),
    (39, 9000, 75, "unsaid", "none"),
    (43, 10000, "unsaid", 6000, 4),
    (45, "unsaid", "unsaid", "unsaid", "none"),
    (47, "unsaid", 3900, 55000, 14),
    (52, "unsaid", 3541, 3303, 4),
    (53, 17000, "unsaid", 4600, 2),
]


@pytest.mark.parametrize(("position", "population", "members", "files", "doctors"), NUMBERS)
def test_numbers(
    entries: dict[int, Entry], position: int, population: object, members: object, files: object, doctors: object
) -> None:
    entry = entries[position]
    found = (said(entry.population), said(entry.members), said(entry.files), said(entry.family_doctors))
    assert found == (population, members, files, doctors)


COUNTS = [
    (8, "counts", [("files", 6110), ("members", 4900), ("waiting", 560), ("visits", 28700)]),
    (39, "counts", [("user_members", 75), ("support_members", 6), ("municipalities", 9)]),
    (43, "counts", [("files", 6000), ("emergency_files", 2000), ("municipalities", 4)]),
    (45, "counts", [("shares", 696)]),
    (21, "doctors", [("doctors", 3), ("specialists", 2), ("psychiatrie", 1)]),
    (23, "doctors", [("doctors", 8)]),
    (
        42,
        "doctors",
        [("family_doctors", 2), ("gynecologie", 1), ("chirurgie", 1), ("orl", 1), ("medecine_interne", 1)],
    ),
    (51, "doctors", [("family_doctors", 3), ("occasional_doctors", 3)]),
    (
        7,
        "professionals",
        [
            ("soins_infirmiers", 2),
            ("soins_infirmiers", 1),
            ("psychologie", 1),
            ("neuropsychologie", 1),
            ("staff", 4),
            ("staff", 1),
            ("staff", 1),
            ("staff", 1),
        ],
    ),
    (33, "professionals", []),  # only in recruitment
    (49, "professionals", [("soins_infirmiers", 7)]),  # "7 ressources en soins infirmiers dont 2 infirmières…"
]


@pytest.mark.parametrize(("position", "column", "expected"), COUNTS)
def test_counts(entries: dict[int, Entry], position: int, column: str, expected: list[tuple[str, int]]) -> None:
    assert [(count.what, count.low) for count in getattr(entries[position], column)] == expected


def test_more_than_a_number_has_no_upper_bound(entries: dict[int, Entry]) -> None:
    waiting = next(count for count in entries[42].counts if count.what == "waiting")
    assert (waiting.low, waiting.high, waiting.span.quote) == (500, None, "+ de 500 pers. sur liste d'attente")


RECRUITING = [
    (3, State.NONE, None),
    (4, State.STATED, (2, 4, "médecins de famille")),
    (10, State.UNSAID, None),
    (15, State.STATED, None),  # "Infirmières à recruter"
    (20, State.STATED, (2, 3, "médecins")),
    (23, State.STATED, (2, 2, "médecins par année pour 2014 & 2015")),
    (24, State.STATED, None),  # "En recherche médecins de famille"
    (39, State.NONE, None),  # "0 selon les PREM"
    (52, State.STATED, (3, None, "médecins de famille")),
]


@pytest.mark.parametrize(("position", "state", "count"), RECRUITING)
def test_doctors_to_recruit(
    entries: dict[int, Entry], position: int, state: State, count: tuple[int, int | None, str] | None
) -> None:
    cell = entries[position].recruiting
    assert cell.state is state
    assert (cell.value and (cell.value.low, cell.value.high, cell.value.label)) == count


def test_status_is_read_where_it_is_printed(entries: dict[int, Entry]) -> None:
    found = {position: entry.status.value for position, entry in entries.items() if entry.status.stated}
    assert found == {10: "active", 11: "active", 18: "starting", 24: "planned", 33: "planned"}


def test_a_gmf_is_mentioned_by_these_co_ops(entries: dict[int, Entry]) -> None:
    found = [position for position, entry in entries.items() if entry.gmf.stated]
    assert found == [4, 12, 22, 28, 35, 39, 50, 51, 52]
    assert all(entries[position].gmf.span.quote == entries[position].gmf.value for position in found)  # type: ignore[union-attr]

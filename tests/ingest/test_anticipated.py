from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.anticipated import AnsweredBy, read_anticipated
from ingest.document import Span
from ingest.entry import Cell, Entry, State
from ingest.errors import CorpusError
from ingest.library import read_library
from ingest.slots import slots
from tests.factories import a_document, a_library, a_passage, an_entry

ROOT = Path(__file__).parents[2]
PASSAGES = (
    a_passage("Le conseil est élu par les membres. Il se réunit cinq fois.", ("Gouvernance",), "a.txt"),
    a_passage("Une part sociale coûte 50 $.", name="a.txt"),
)
LIBRARY = a_library(*PASSAGES)


def write(folder: Path, name: str, text: str) -> Path:
    (folder / "questions").mkdir(exist_ok=True)
    (folder / "questions" / name).write_text(text, encoding="utf-8")
    return folder


def test_a_block_is_places_then_questions(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.txt",
        "# un commentaire\n> cinq fois\nCombien de réunions ?\nréunions du CA\n\n> 50 $\nC'est cher ?\n",
    )
    first, second = read_anticipated(tmp_path, LIBRARY)
    assert (first.answered_by, first.questions) == (AnsweredBy.PASSAGE, ("Combien de réunions ?", "réunions du CA"))
    assert [span.quote for span in (*first.spans, *second.spans)] == ["cinq fois", "50 $"]


def test_places_stand_in_the_documents_order(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "> cinq fois\n> élu par les membres\nComment marche le conseil ?\n")
    (block,) = read_anticipated(tmp_path, LIBRARY)
    assert [span.quote for span in block.spans] == ["élu par les membres", "cinq fois"]


def test_a_heading_is_a_place_too(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "> Gouvernance\nQui décide ?\n")
    assert read_anticipated(tmp_path, LIBRARY)[0].spans[0].quote == "Gouvernance"


@pytest.mark.parametrize(
    ("name", "kind"), [("sans-reponse.txt", AnsweredBy.NOTHING), ("tableau.txt", AnsweredBy.TABLE)]
)
def test_two_files_have_no_places(name: str, kind: AnsweredBy, tmp_path: Path) -> None:
    write(tmp_path, name, "Quel âge a le directeur ?\n")
    (block,) = read_anticipated(tmp_path, LIBRARY)
    assert (block.answered_by, block.spans) == (kind, ())


def test_words_of_a_table_stand_for_every_row_that_prints_them(tmp_path: Path) -> None:
    library = a_library(*PASSAGES, *_in_one_table())
    write(tmp_path, "table.fiches.txt", "> Ouverte le samedi\nC'est ouvert la fin de semaine ?\n")
    (block,) = read_anticipated(tmp_path, library)
    assert block.answered_by is AnsweredBy.ROW
    assert [(span.name, span.quote) for span in block.spans] == [("table.txt", "Ouverte le samedi")] * 2


def _in_one_table() -> list[Entry]:
    """Two rows whose cells stand in one document."""
    document = a_document("Ouverte le samedi. Gym neuf.\nOuverte le samedi", "table.txt")
    first = Span(document, 0, document.text.index("\n"))
    second = Span(document, first.end + 1, len(document.text))
    return [
        replace(row, span=span, particularities=Cell(State.STATED, span.quote, span))
        for row, span in ((an_entry("Nord", 1), first), (an_entry("Sud", 2), second))
    ]


def test_no_folder_is_no_question(tmp_path: Path) -> None:
    assert read_anticipated(tmp_path, LIBRARY) == ()


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        (
            "a.txt",
            "> six fois\nCombien ?\n",
            "questions/a.txt, ligne 1 : « six fois » n'est mot à mot dans aucun passage",
        ),
        ("a.txt", "> cinq fois\n", "questions/a.txt, ligne 1 : ce bloc n'a aucune question"),
        ("a.txt", "\nCombien ?\n", "questions/a.txt, ligne 2 : il manque le passage qui répond"),
        ("b.txt", "> cinq fois\nCombien ?\n", "questions/b.txt ne porte le nom d'aucun document"),
        ("sans-reponse.txt", "> cinq fois\nCombien ?\n", "n'ont pas de passage"),
    ],
)
def test_what_cant_be_used_is_said_with_its_line(name: str, text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as said:
        read_anticipated(write(tmp_path, name, text), LIBRARY)
    assert problem in str(said.value)


def test_ours_are_all_verbatim_and_none_is_written_twice() -> None:
    blocks = read_anticipated(ROOT / "corpus", read_library(ROOT / "corpus"))
    for kind in AnsweredBy:
        of_kind = [block for block in blocks if block.answered_by is kind]
        # "et à Lévis ?" and "et pour le physio ?" are told apart by what fills their slots
        asked = [[f"{sorted(slots(block.plainly))} {q.lower()}" for q in block.questions] for block in of_kind]
        assert asked
        if kind is AnsweredBy.ROW:  # two co-ops may be asked the same
            assert all(len(questions) == len(set(questions)) for questions in asked)
        else:
            every = [question for questions in asked for question in questions]
            assert len(every) == len(set(every))


def test_ways_of_asking_stand_under_their_plain_question(tmp_path: Path) -> None:
    write(tmp_path, "tournures.txt", "= Quel est le téléphone de {coop} ?\nà quel numéro appeler\n")
    write(tmp_path, "suites.txt", "= La première\ncelle du haut\n")
    sequel, way = read_anticipated(tmp_path, LIBRARY)
    assert (sequel.answered_by, sequel.plainly) == (AnsweredBy.SEQUEL, "La première")
    assert way.plainly == "Quel est le téléphone de {coop} ?"
    assert way.questions == ("Quel est le téléphone de la coop ?", "à quel numéro appeler"), "it is a way of asking too"


@pytest.mark.parametrize("text", ["à quel numéro appeler\n", "= Son adresse ?\n", "= a\n= b\nc\n", "> 50 $\n= a\nb\n"])
def test_a_block_of_ways_has_one_plain_question(text: str, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="une ligne « = »"):
        read_anticipated(write(tmp_path, "tournures.txt", text), LIBRARY)


def test_examples_are_of_the_file_whose_name_they_bear(tmp_path: Path) -> None:
    write(tmp_path, "a.exemples.txt", "> cinq fois\nLe CA se voit-il souvent ?\n")
    write(tmp_path, "sans-reponse.exemples.txt", "Quel âge a la présidente ?\n")
    answered, nothing = read_anticipated(tmp_path, LIBRARY)
    assert (answered.answered_by, answered.example) == (AnsweredBy.PASSAGE, True)
    assert (nothing.answered_by, nothing.example) == (AnsweredBy.NOTHING, True)


@pytest.mark.parametrize("name", ["b.exemples.txt", "tableau.exemples.txt", "tournures.exemples.txt"])
def test_other_files_have_no_examples(name: str, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="aucun document"):
        read_anticipated(write(tmp_path, name, "Qui ?\n"), LIBRARY)


def test_a_way_of_asking_is_compared_without_what_fills_its_slots(tmp_path: Path) -> None:
    write(tmp_path, "suites.txt", "= Et pour {service} ?\nmême chose avec {service}\n")
    (block,) = read_anticipated(tmp_path, LIBRARY)
    assert block.plainly == "Et pour {service} ?"
    assert block.questions == ("Et ?", "même chose avec")

"""正常语料: honest files are read whole, however odd the programme, the encoding or the name."""

from __future__ import annotations

import re

import pytest

from documents.readers.gate import check_head
from documents.readers.kinds import kind_of
from documents.readers.wire import from_json
from tests.documents.corpus import benign_book, benign_text, benign_word
from tests.documents.corpus.batch import verdicts
from tests.documents.corpus.benign import BENIGN
from tests.documents.corpus.case import told


@pytest.mark.parametrize(
    "cases", [benign_word.BENIGN, benign_book.BENIGN, benign_text.BENIGN], ids=["docx", "xlsx", "txt"]
)
def test_an_honest_file_is_read_whole(cases, tmp_path):
    folder = tmp_path / "uploads"
    folder.mkdir()
    for number, case in enumerate(cases):
        kind, why = kind_of(case.file)
        assert not why
        path = folder / f"{number:02d}{kind.extension}"
        path.write_bytes(case.build())
        check_head(path, kind, name=case.file)
    answers = verdicts(folder)
    refused = {cases[int(name[:2])].title: said["refused"] for name, said in answers.items() if "refused" in said}
    assert refused == {}
    papers = [from_json(answers[name]) for name in sorted(answers)]
    assert {case.title: told(paper) for case, paper in zip(cases, papers, strict=True)} == {
        case.title: case.texts for case in cases
    }
    assert {case.title: paper.notes for case, paper in zip(cases, papers, strict=True) if paper.notes} == {
        case.title: case.notes for case in cases if case.notes
    }


def test_the_corpus_is_what_it_claims():
    assert len(BENIGN) == len({(case.title, case.file) for case in BENIGN}) >= 60
    assert len({re.sub("[^.]+$", "", case.file) for case in BENIGN}) >= 40

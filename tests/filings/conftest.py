"""夹具: a small town with one project, its people and a form; findings as the test wants them."""

import pytest

import filings.snapshot
from tests.filings.samples import Town
from tests.flushing import flush_lifts_triggers

__all__ = ["flush_lifts_triggers"]


@pytest.fixture
def findings(monkeypatch):
    """A list that a test fills; the checks then find just that."""
    found = []
    monkeypatch.setattr(filings.snapshot, "run", lambda blueprint, book, sheet, paper: tuple(found))
    return found


@pytest.fixture
def town(db, findings):
    """The town, with nothing filed yet."""
    return Town()


@pytest.fixture
def plain_files(monkeypatch):
    """Documents as a few bytes each, for tests that are about keeping files, not about drawing them."""

    def draw(tree, kind):
        return f"{kind}:{tree.title}:{tree.watermark}:{tree.created}:{tree.keywords}".encode()

    monkeypatch.setattr("filings.documents.render", draw)

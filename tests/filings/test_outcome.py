"""审核结果: the lower floor asks whoever the upper one has named."""

import pytest

import filings.outcome
from filings.outcome import outcomes, set_reader


def test_the_reader_is_named_once(monkeypatch):
    monkeypatch.setattr(filings.outcome, "_readers", [])
    with pytest.raises(LookupError, match="没有登记"):
        outcomes([1])
    set_reader(lambda ids: {1: "first"})
    set_reader(lambda ids: dict.fromkeys(ids, "second"))
    assert outcomes([7]) == {7: "second"}

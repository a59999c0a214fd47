"""体检结果的存放: what is put away comes back equal."""

from __future__ import annotations

import json

from checkups.result import blocks_of, findings_of, to_json
from documents.readers.paper import Paper
from tests.checkups.test_showing import BLOCKS, Place, finding


def test_round_trip_through_json():
    found = (finding(Place("", "人数", "1426人", 3), Place("", "", "1462人", 0, "表1!B1")),)
    kept = json.loads(json.dumps(to_json(Paper(BLOCKS), found), ensure_ascii=False))
    assert blocks_of(kept) == BLOCKS
    assert findings_of(kept) == found

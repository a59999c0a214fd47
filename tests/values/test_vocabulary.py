"""规范词汇: every key has its word, and the sources are one tree."""

from __future__ import annotations

import pytest

from values import vocabulary
from values.vocabulary import SOURCE_PARENT, Source, source_children


@pytest.mark.parametrize(
    ("keys", "labels"),
    [
        (vocabulary.Stage, vocabulary.STAGE_LABELS),
        (vocabulary.Source, vocabulary.SOURCE_LABELS),
        (vocabulary.Relation, vocabulary.RELATION_LABELS),
        (vocabulary.Level1, vocabulary.LEVEL1_LABELS),
    ],
)
def test_every_key_has_its_own_word(keys, labels):
    assert set(labels) == set(keys)
    assert len(set(labels.values())) == len(labels)


def test_every_source_but_the_total_hangs_on_another():
    assert set(SOURCE_PARENT) == set(Source) - {Source.ALL}


def test_source_children():
    assert source_children(Source.SUPERIOR) == (Source.CENTRAL, Source.PROVINCIAL)
    assert source_children(Source.CENTRAL) == ()

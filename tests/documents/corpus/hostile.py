"""恶意语料: every hostile file, by class."""

from __future__ import annotations

from tests.documents.corpus import hostile_endless, hostile_office, hostile_other, hostile_zip

HOSTILE = (*hostile_zip.HOSTILE, *hostile_endless.HOSTILE, *hostile_office.HOSTILE, *hostile_other.HOSTILE)

"""正常语料: every honest file, however odd."""

from __future__ import annotations

from tests.documents.corpus import benign_book, benign_text, benign_word

BENIGN = (*benign_word.BENIGN, *benign_book.BENIGN, *benign_text.BENIGN)

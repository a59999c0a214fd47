"""体检的查验: has a child read and check one file, and gives back what is to be stored."""

from __future__ import annotations

import logging
from collections.abc import Collection
from pathlib import Path
from typing import Any

from documents.readers import limits
from documents.readers.reading import have_read

logger = logging.getLogger(__name__)


def examined(file: Path, *, name: str, without: Collection[str]) -> dict[str, Any]:
    """Blocks and findings as checkups.result writes them. Raises refused.Refused with the reason in Chinese."""
    words = (name, ",".join(sorted(without)))
    result = have_read("checkups.child", file, *words, name=name, seconds=limits.CHECKING_WALL_SECONDS)
    for slip in result.pop("log"):
        logger.error("%s", slip)
    return result

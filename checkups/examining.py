"""体检的查验: has a child read and check one file, and gives back what is to be stored."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

from crosschecks.profile import NATIONAL, Profile
from documents.readers import limits
from documents.readers.reading import have_read
from documents.readers.refused import Stopped
from filings.frozen import encode

logger = logging.getLogger(__name__)
STOPPED: Final = f"这份文件查了{limits.CHECKING_WALL_SECONDS}秒没有查完，或所需的内存超过上限，已停止。请只留要检查的报告，删去附件和多余的格式，分成几个文件后再查。"


def examined(file: Path, *, name: str, without: Collection[str] = (), profile: Profile = NATIONAL) -> dict[str, Any]:
    """Blocks and findings as checkups.result writes them. Raises refused.Refused with the reason in Chinese."""
    words = (name, ",".join(sorted(without)), json.dumps(encode(profile), ensure_ascii=False))
    try:
        result = have_read("checkups.child", file, *words, name=name, seconds=limits.CHECKING_WALL_SECONDS)
    except Stopped as stopped:
        raise Stopped(STOPPED) from stopped
    for slip in result.pop("log"):
        logger.error("%s", slip)
    return result

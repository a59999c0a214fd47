"""审核结果 as the lower floor may know it: which round was approved when, and what was decided; `reviews` says how to find it (`set_reader`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.reviewed import Review


@dataclass(frozen=True, slots=True)
class Outcome:
    """审核通过 of a filing."""

    round: int
    at: datetime
    review: Review


Reader = Callable[[Sequence[int]], Mapping[int, Outcome]]
_readers: list[Reader] = []


def set_reader(reader: Reader) -> None:
    """Name the reader; called once from AppConfig.ready of `reviews`."""
    _readers[:] = [reader]


def outcomes(filings: Sequence[int]) -> Mapping[int, Outcome]:
    """Outcome by filing id, for those that were approved. Raises LookupError when nobody has said how to find it."""
    if not _readers:
        raise LookupError("审核模块没有登记读取方法")
    return _readers[0](filings)

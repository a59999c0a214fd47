"""拒绝: an action that may not happen now, with where, why and what to do, in Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosschecks.finding import Place


@dataclass(frozen=True, slots=True)
class Problem:
    """一处障碍: why a filing cannot go on, and the places to look at."""

    message: str
    places: tuple[Place, ...] = ()


class Refused(Exception):  # noqa: N818 - the field's word; callers read "except Refused"
    """操作被拒绝: nothing was written but the audit row. `message` is shown as it stands, `places` are linked."""

    def __init__(self, message: str, places: Sequence[Place] = ()) -> None:
        """Keep message and places."""
        self.message = message
        self.places = tuple(places)
        super().__init__(message)


SHOWN = 5


def refused_for(verb: str, problems: Sequence[Problem]) -> Refused:
    """Return one refusal of `verb` that names all problems (the first few in words, all as places)."""
    told = "；".join(f"{n}. {p.message.rstrip('。；')}" for n, p in enumerate(problems[:SHOWN], start=1))
    more = f"；另有 {len(problems) - SHOWN} 处，见核对页" if len(problems) > SHOWN else ""
    places = tuple(place for problem in problems for place in problem.places)
    return Refused(f"还有 {len(problems)} 处须处理，暂不能{verb}：{told}{more}。", places)

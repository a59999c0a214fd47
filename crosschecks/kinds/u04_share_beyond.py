"""U04 百分比越界: 满意度, 参保率 and other shares of a whole lie between 0 and 100 %; rates of completion and growth may be higher."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.numbers import Number, numbers
from crosschecks.rule import Dossier, Found, Kind, Place, Profile, Severity

_WHOLE: Final = re.compile(
    r"满意度|满意率|参保率|覆盖率|合格率|达标率|优良率|及格率|入学率|就业率|占比|占|到课率|知晓率|普及率|利用率|准确率|及时率|发放率|代缴率|通过率|优秀率|受益率|治愈率|成活率|保存率|完好率|回收率|出勤率|安装率|巡检率|巡查率|监测率|检测率|抽查率|化解率|办结率|结案率|整改率|回复率|落实率|签约率|建档率|接种率|参与率|录取率|毕业率|返还率|处置率|无害化率|处理率|清运率|兑付率|兑现率|在线率|开放率|上岗率|持证率|扑灭率|好评率"
)
_BEYOND: Final = frozenset({"ge", "gt"})


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Shares in prose by the word before them, in indicator rows by their name."""
    for report in dossier.reports:
        for figure in report.register.figures:
            if figure.unit == "%" and _WHOLE.search(figure.label[-8:] or figure.role) and _is_beyond(figure.number):
                yield _found(figure.label, figure.shown, figure.place())
        for table in report.indicators:
            for row in table.lines:
                named = _WHOLE.search(row.shown + row.level2_name)
                for role in ("target", "actual"):
                    given = numbers(row.text(role)) if named or _WHOLE.search(row.text(role)) else []
                    unit = row.text("unit")
                    if len(given) == 1 and (given[0].unit or unit) == "%" and _is_beyond(given[0]):
                        yield _found(row.shown, row.text(role), row.place(role))


def _is_beyond(number: Number) -> bool:
    return number.value > 100 or number.value < 0 or (number.value == 100 and number.bound in _BEYOND)


def _found(name: str, shown: str, place: Place) -> Found:
    return Found(
        f"“{name}”{shown}超出0至100%。",
        f"{shown}，上限100%",
        (place,),
        "比率类数值不会超过100%，请核对；100%以上应写为100%",
    )


KIND = Kind("U04", "百分比越界", Severity.ERROR, "比率的定义", paper=check_paper)

"""U04 百分比越界: satisfaction, cover and other rates of a whole lie between 0 and 100 %; rates of completion and growth may be higher.

Every 率 is a share of a whole unless its words say otherwise (完成率, 增长率, 使用率, 完成目标的…). Prose, rows of indicators, columns of any table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.numbers import Number, numbers
from crosschecks.reports.register import name_of
from crosschecks.rule import Dossier, Figure, Found, Kind, Matrix, Place, Profile, Report, Severity

_WHOLE: Final = re.compile(
    r"满意度|满意率|参保率|覆盖率|合格率|达标率|优良率|及格率|入学率|就业率|到课率|知晓率|普及率|利用率|准确率|及时率|发放率|代缴率|通过率|优秀率|受益率|治愈率|成活率|保存率|完好率|回收率|出勤率|安装率|巡检率|巡查率|监测率|检测率|抽查率|化解率|办结率|结案率|整改率|回复率|落实率|签约率|建档率|接种率|参与率|录取率|毕业率|返还率|处置率|无害化率|处理率|清运率|兑付率|兑现率|在线率|开放率|上岗率|持证率|扑灭率|好评率"
)
_RATE: Final = re.compile(r"(?:满意度|[\u4e00-\u9fff]{2,10}率)$")
_MAY_EXCEED: Final = re.compile(
    r"完成|达成|实现|执行|支出|支付|进度|增长|增速|提高|提升|增幅|变动|调整|控制|回报|收益|利润|周转|负荷|负债|保值|增值|贡献|使用|拨备|流动|偿债"
    r"|产出|报酬|超|倍|利率|税率|费率|汇率|上座|入座|上浮|下浮|同比|环比|任务|目标|计划|征缴|收缴|征收|清缴|杠杆|在职|到位|预算|成本|投资|产销"
    r"|满载|满员|溢价|增收|上升|下降|节约|压减|比率|缴纳|收费率|增减|变化|差异|偏差|升降|上年|去年|定额|标准"
)
_ENDS: Final = re.compile(r"(?:完成|目标|任务|指标完成)率$")
_NO_SHARE_OF: Final = re.compile(r"目标|计划|任务|预算|上年|去年|标准|指标|合同|同期|定额")
_COME_TO: Final = re.compile(r"^(?:并|则|再|又)?(?:提高|提升|增加|上升|增长|上涨|扩大|达|增|升)(?:到|至)(?:了)?$")
_TAIL: Final = re.compile(
    r"(?:为|是|由|从|仅|约|达到?|超过|均|已|分别|总体|平均|了|到|至|：|“|的|(?:逐步|稳步)?(?:提高|提升|增加|上升|增长|上涨|扩大)(?:到|至))+$"
)
_BEYOND: Final = frozenset({"ge", "gt"})


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Shares in prose by the words before them, in rows of indicators by their name, in tables by their column."""
    for report in dossier.reports:
        yield from _in_words(report)
        for table in report.indicators:
            for row in table.lines:
                named = _is_share(row.name) or _is_share(row.level2_name) or _WHOLE.search(row.shown + row.level2_name)
                for role in ("target", "actual"):
                    given = numbers(row.text(role)) if named or _WHOLE.search(row.text(role)) else []
                    unit = row.text("unit")
                    if len(given) == 1 and (given[0].unit or unit) == "%" and _is_beyond(given[0]):
                        yield _found(row.shown, row.text(role), row.place(role))
        for matrix in report.matrices:
            yield from _in_columns(matrix)


def _in_words(report: Report) -> Iterator[Found]:
    before: Figure | None = None
    for figure in report.register.figures:
        if figure.unit == "%":
            name = _TAIL.sub("", figure.words)
            if before is not None and before.sentence is figure.sentence and _COME_TO.match(figure.words.strip("，")):
                name = _TAIL.sub("", before.words)  # 普及率由92%提高到104%
            if _is_beyond(figure.number) and (_is_share(name) or _is_part(figure)):
                yield _found(name_of(name) or figure.label, figure.shown, figure.place())
            before = figure


def _is_share(name: str) -> bool:
    """Does it end in a rate that is none of completion or growth?"""
    match = _RATE.search(name.strip("”“：（）"))
    if match is None:
        return False
    return not _MAY_EXCEED.search(match.group()) if not _WHOLE.fullmatch(match.group()[-4:]) else not _ENDS.search(name)


def _is_part(figure: Figure) -> bool:
    """占…的112%, of anything but what was planned."""
    return figure.role == "share" and not _NO_SHARE_OF.search(figure.words)


def _in_columns(matrix: Matrix) -> Iterator[Found]:
    for column in matrix.columns:
        if _is_share(column.name):
            for row in matrix.rows:
                cell = row.cells.get(column.index)
                value = cell.parsed.value if cell is not None else None
                percent = cell is not None and (cell.parsed.unit == "%" or "%" in column.head.flat)
                if cell is not None and value is not None and percent and not 0 <= value <= 100:
                    yield _found(f"{row.name}{column.name}", cell.flat, matrix.place(row, column))


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

"""版式样例: one table of indicators and one of funds, invented, written in many ways."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

HEADS = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
ROWS = (
    ("产出指标", "数量指标", "修缮校舍面积", "≥2600平方米", "2710平方米", "15", "15", ""),
    ("产出指标", "数量指标", "新购课桌椅", "480套", "480套", "10", "10", ""),
    ("产出指标", "质量指标", "工程验收合格率", "100%", "100%", "15", "15", ""),
    (
        "产出指标",
        "时效指标",
        "开学前完工",
        "2019年8月25日前",
        "2019年8月28日",
        "10",
        "9",
        "连续降雨停工四天，下年提前进场",
    ),
    ("效益指标", "社会效益指标", "受益学生", "≥1150人", "1212人", "15", "15", ""),
    ("效益指标", "可持续影响指标", "管护机制健全性", "健全", "基本健全", "15", "13", "管护人员不足"),
    ("满意度指标", "服务对象满意度指标", "师生满意度", "≥90%", "94.5%", "10", "10", ""),
)
TOTAL = ("合计", "90", "87")
FUND_HEADS = ("资金来源", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
FUNDS = (
    ("年度资金总额", "320.00", "345.50", "338.20", "10", "97.89%", "9.79"),
    ("其中：财政拨款", "300.00", "325.50", "320.40", "—", "98.43%", "—"),
    ("其他资金", "20.00", "20.00", "17.80", "—", "89.00%", "—"),
)
Rows = Sequence[Sequence[str]]


def merged(rows: Rows, *, keep: bool, levels: int = 2) -> list[list[str]]:
    """Rows without the levels of the row above; `keep`: an empty cell stays for each."""
    found: list[list[str]] = []
    above: Sequence[str] = ()
    for row in rows:
        same = 0
        while same < levels and above and row[same] == above[same]:
            same += 1
        found.append([*([""] * same if keep else []), *row[same:]])
        above = row
    return found


def without(rows: Rows) -> list[list[str]]:
    """Rows without their empty cells."""
    return [[cell for cell in row if cell] for row in rows]


def dashed(rows: Rows) -> list[list[str]]:
    """A dash in every empty cell."""
    return [[cell or "—" for cell in row] for row in rows]


def across(rows: Rows, mark: str) -> str:
    """A row a line."""
    return "\n".join(mark.join(row) for row in rows)


def bars(rows: Rows) -> str:
    """Markdown."""
    first, *others = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([first, "|" + "---|" * len(rows[0]), *others])


def down(rows: Rows, *, between: int = 0, after: int = 0) -> str:
    """A cell a line, with empty lines between rows and after every cell."""
    return ("\n" * (1 + between + after)).join(("\n" * (1 + after)).join(row) for row in rows)


def broken(rows: Rows) -> list[list[str]]:
    """Heads and levels over two lines, the points of the levels in the second."""
    first, *others = rows
    heads = ["偏差原因分析\n及改进措施" if cell == HEADS[-1] else cell for cell in first]
    points = {"产出指标": "50分", "效益指标": "30分", "满意度指标": "10分", "数量指标": "25分"}
    return [heads, *([f"{c}\n（{points[c]}）" if c in points else c for c in row] for row in others)]


def wide(text: str) -> str:
    """Figures and letters of full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def picked(rows: Rows, order: Iterable[int]) -> list[list[str]]:
    """Columns in another order."""
    chosen = list(order)
    return [[row[at] for at in chosen] for row in rows]


def split(rows: Rows) -> list[list[str]]:
    """Relation, figure and unit in cells of their own."""
    parts = {
        "年度指标值": ["指标性质", "指标值", "度量单位"], "≥2600平方米": ["≥", "2600", "平方米"], "480套": ["＝", "480", "套"],
        "100%": ["＝", "100", "%"], "2019年8月25日前": ["定性", "2019年8月25日前", "/"], "≥1150人": ["≥", "1150", "人"],
        "健全": ["定性", "健全", "/"], "≥90%": ["≥", "90", "%"],
    }  # fmt: skip
    return [[*row[:3], *parts[row[3]], *row[4:]] for row in rows]


ALL: Rows = (HEADS, *ROWS)
_BODY = merged(ROWS, keep=False)
LAYOUTS: dict[str, Callable[[], str]] = {
    "tabs": lambda: across([*ALL, TOTAL], "\t"),
    "tabs, merged cells empty": lambda: across([HEADS, *merged(ROWS, keep=True), TOTAL], "\t"),
    "tabs, merged cells left out": lambda: across([HEADS, *_BODY, TOTAL], "\t"),
    "tabs, everything empty left out": lambda: across([HEADS, *without(_BODY), TOTAL], "\t"),
    "bars": lambda: bars([*ALL, TOTAL]),
    "bars, merged cells left out": lambda: bars([HEADS, *_BODY, TOTAL]),
    "blanks": lambda: across([HEADS, *without(ROWS), TOTAL], " "),
    "wide blanks, merged cells left out": lambda: across([HEADS, *without(_BODY), TOTAL], "　　"),
    "a cell a line, empty lines between rows": lambda: down([HEADS, *dashed(_BODY), TOTAL], between=1),
    "a cell a line, empty cells as empty lines": lambda: down([HEADS, *_BODY, TOTAL], between=1),
    "a cell a line, nothing between rows": lambda: down([HEADS, *dashed(ROWS), TOTAL]),
    "a cell a line, nothing between rows, cells left out": lambda: down([HEADS, *without(_BODY), TOTAL]),
    "a cell a line, an empty line after each": lambda: down([HEADS, *without(_BODY), TOTAL], between=1, after=1),
    "a cell a line with a tab, no row parted": lambda: (
        "\t" + down([HEADS, *without(_BODY), TOTAL]).replace("\n", "\n\t")
    ),
    "heads and levels broken": lambda: down(broken([HEADS, *dashed(_BODY), TOTAL]), between=1),
    "heads and levels broken, nothing between rows": lambda: down(broken([HEADS, *without(_BODY), TOTAL])),
    "figures of full width": lambda: wide(down([HEADS, *dashed(_BODY), TOTAL], between=1)),
    "points before the target, reason first": lambda: down(
        [*dashed(picked(ALL, (0, 1, 7, 2, 5, 3, 4, 6))), TOTAL], between=1
    ),
    "relation and unit in cells of their own": lambda: down([*without(split([HEADS, *_rows_of(_BODY)])), TOTAL]),
    "a section above": lambda: "绩效指标\n" + down([HEADS, *dashed(_BODY), TOTAL], between=1),
}


def _rows_of(rows: Rows) -> list[list[str]]:
    """Every row as long as the others again, from the right."""
    return [[*[""] * (len(HEADS) - len(row)), *row] for row in rows]


FUND_LAYOUTS: dict[str, Callable[[], str]] = {
    "tabs": lambda: across([FUND_HEADS, *FUNDS], "\t"),
    "bars": lambda: bars([FUND_HEADS, *FUNDS]),
    "wide blanks": lambda: across([FUND_HEADS, *FUNDS], "    "),
    "a cell a line, empty lines between rows": lambda: down([FUND_HEADS, *FUNDS], between=1),
    "a cell a line": lambda: down([FUND_HEADS, *FUNDS]),
    "a cell a line, no dashes": lambda: down(
        [FUND_HEADS, *([cell for cell in row if cell != "—"] for row in FUNDS)], between=1
    ),
    "no head of the sources": lambda: down([["项目资金\n（万元）"], FUND_HEADS[1:], *FUNDS], between=0),
    "heads broken": lambda: down(
        [
            ["资金来源", "年初\n预算数", "全年预算数\n（A）", "全年执行数\n（B）", "分值", "执行率\n（B/A）", "得分"],
            *FUNDS,
        ]
    ),
    "figures of full width": lambda: wide(down([FUND_HEADS, *FUNDS])),
    "an empty line after each cell": lambda: down([FUND_HEADS, *FUNDS], between=1, after=1),
}

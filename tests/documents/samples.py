"""样例文件: invented content in the shape of real forms, for the writers' tests and for the benchmark."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from documents.tree import (
    Align,
    Cell,
    Content,
    Document,
    Heading,
    Line,
    Number,
    Paragraph,
    Part,
    Role,
    Row,
    SignBlock,
    SignLine,
    Table,
    Text,
    Title,
)

CREATED = "2025-03-18T09:30:00+08:00"

SITUATION = (
    "本项目由区民政服务中心组织实施，面向全区十一个镇（街道）的高龄与失能老人，提供助餐、助浴和上门巡访三类服务。"
    "项目依据《关于推进居家养老服务的实施意见》立项，年初经党组会议研究确定年度任务与资金安排，"
    "并把任务分解到各镇（街道）和承接机构，按季度对照目标检查进度。"
)
FUNDS = (
    "一、资金申报与批复。年初申报预算 2536.08 万元，区财政全额批复；年中根据实际服务人数核减，调整后预算 2364.01 万元。\n"
    "二、资金到位与使用。资金分两批拨付：一月预拨百分之七十，九月按上半年核定人次结清余款，到位率 100%。"
    "全部支出用于服务补贴与机构考核奖励，未发现挤占、挪用和超范围列支，支付凭证与服务台账逐笔对应。\n"
    "三、资金管理。执行专账核算、专人复核和按月公示，承接机构每月报送结算清单，由业务科室与财务科室双签后支付。"
)
WORK = (
    "项目下达后，各镇（街道）于二月底前完成对象摸底与协议签订，中心于六月、十一月组织两次现场抽查，"
    "抽查对象 412 户，发现问题 17 项，均已在规定期限内整改完毕并回访确认。"
)
EFFECT = (
    "一、目标完成情况。年度助餐、助浴、巡访三项数量指标完成率均在百分之九十三以上，时效与质量指标全部达标；"
    "成本指标低于批复标准，节约资金已按规定上缴。\n"
    "二、项目效果情况。服务覆盖面较上年扩大，独居老人意外发现及时率提高，家庭照护压力有所缓解；"
    "第三方电话回访 600 户，总体满意度 96.20%。存在的不足是山区两镇服务半径偏大、夜间应急力量薄弱，"
    "下一年度拟增设两处巡访站点，并将应急呼叫接入区级平台。"
)


@dataclass
class Grid:
    """Places cells from left to right into the free positions of each row."""

    widths: tuple[int, ...]
    rows: list[Row] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def row(self, *specs, group=0, header=False, min_height_mm=0):
        index, column, cells = len(self.rows), 0, []
        for spec in specs:
            content, role, colspan, rowspan, extra = _spec(spec)
            while (index, column) in self.taken:
                column += 1
            cells.append(Cell(column, content, role, colspan, rowspan, **extra))
            self.taken |= {(index + r, column + c) for r in range(rowspan) for c in range(colspan)}
        self.rows.append(Row(tuple(cells), group=group, header=header, min_height_mm=min_height_mm))

    def table(self, key=""):
        return Table(self.widths, tuple(self.rows), key=key)


def _spec(spec) -> tuple[Content, Role, int, int, dict]:
    if isinstance(spec, Number):
        return spec, Role.NUMBER, 1, 1, {}
    content, role, colspan, rowspan, extra = (*spec, *(Role.LABEL, 1, 1, {})[len(spec) - 1 :])
    return (Text(content) if isinstance(content, str) else content), role, colspan, rowspan, extra


def money(text: str) -> Number:
    return Number(Decimal(text.replace(",", "")), text, "#,##0.00")


def percent(text: str) -> Number:
    return Number(Decimal(text.rstrip("%")) / 100, text, "0.00%")


L, F, N = Role.LABEL, Role.FIELD, Role.NUMBER
MIDDLE = {"align": Align.CENTER}

INDICATORS = [
    (
        "产出指标",
        [
            (
                "数量指标",
                [
                    ("助餐服务人次", "≥116 万人次", "108.13 万人次", "93.22%"),
                    ("上门巡访户数", "≥5200 户", "5318 户", "100.00%"),
                ],
            ),
            (
                "质量指标",
                [("服务标准执行率", "＝100%", "100%", "100.00%"), ("服务人员持证上岗率", "≥95%", "97.60%", "100.00%")],
            ),
            ("时效指标", [("年度任务完成时限", "12 月底前", "12 月 20 日", "100.00%"), ("", "", "", "")]),
            ("成本指标", [("人均服务成本", "≤220 元", "218.62 元", "100.00%"), ("", "", "", "")]),
        ],
    ),
    (
        "效益指标",
        [
            ("经济效益指标", [("", "", "", ""), ("", "", "", "")]),
            (
                "社会效益指标",
                [
                    ("独居老人意外发现及时率", "逐步提高", "逐步提高", "100.00%"),
                    ("带动就业岗位", "≥60 个", "64 个", "100.00%"),
                ],
            ),
            ("生态效益指标", [("", "", "", ""), ("", "", "", "")]),
            ("可持续影响指标", [("服务网络健全程度", "基本健全", "基本健全", "100.00%"), ("", "", "", "")]),
        ],
    ),
    ("满意度指标", [("服务对象满意度指标", [("服务对象满意度", "≥90%", "96.20%", "100.00%"), ("", "", "", "")])]),
]
SCORES = [
    (
        "投入",
        "20",
        "19.80",
        [
            (
                "项目目标",
                [("项目立项规范性", "3", "3.00"), ("绩效目标合理性", "4", "4.00"), ("绩效指标明确性", "4", "4.00")],
            ),
            ("资金落实", [("资金到位率", "3", "2.80"), ("到位及时率", "3", "3.00"), ("预算执行率", "3", "3.00")]),
        ],
    ),
    (
        "过程",
        "20",
        "20.00",
        [
            (
                "业务管理",
                [("管理制度健全性", "3", "3.00"), ("制度执行有效性", "3", "3.00"), ("项目质量可控性", "4", "4.00")],
            ),
            (
                "财务管理",
                [("管理制度健全性", "3", "3.00"), ("资金使用合规性", "3", "3.00"), ("财务监控有效性", "4", "4.00")],
            ),
        ],
    ),
    (
        "产出",
        "30",
        "30.00",
        [
            (
                "项目产出",
                [
                    ("实际完成率", "8", "8.00"),
                    ("完成及时率", "7", "7.00"),
                    ("质量达标率", "8", "8.00"),
                    ("成本节约率", "7", "7.00"),
                ],
            ),
        ],
    ),
    (
        "效果",
        "30",
        "30.00",
        [
            (
                "项目效果",
                [
                    ("经济效益", "0", "0.00"),
                    ("社会效益", "20", "20.00"),
                    ("生态效益", "0", "0.00"),
                    ("可持续影响", "0", "0.00"),
                    ("社会公众或服务对象满意度", "10", "10.00"),
                ],
            ),
        ],
    ),
]


def jinzhong_table() -> Table:
    """A page-wide merged table with a score tree, in the manner of 晋中市财政支出项目绩效自评表."""
    grid = Grid((16, 16, 28, 22, 22, 16))
    grid.row(("项目名称",), ("居家养老服务补助（入户部分）", F, 5, 1, {"key": "project.name"}), group=1)
    grid.row(("主管部门及代码",), ("077", F, 2), ("实施单位",), ("区民政服务中心", F, 2), group=1)
    grid.row(("项目属性",), ("经常性项目", F, 2), ("项目期",), ("2024-01-01至2024-12-31", F, 2), group=1)
    grid.row(
        ("项目资金情况（万元）", L, 1, 7), ("预算资金", L, 2, 2), ("市级预算资金", L, 2), money("2,536.08"), group=2
    )
    grid.row(("其他", L, 2), money("0.00"), group=2)
    grid.row(("预算下达资金", L, 4), money("2,364.01"), group=2)
    grid.row(
        ("实际支出资金", L, 2, 4), ("市级预算资金", L, 2), (money("2,364.01"), N, 1, 1, {"key": "funds.spent"}), group=2
    )
    for label in ("上年结转资金", "上级财政资金", "其他"):
        grid.row((label, L, 2), money("0.00"), group=2)
    grid.row(("项目概况", L, 1, 3), ("基本情况",), (SITUATION, F, 4), group=3)
    grid.row(("项目资金使用情况",), (FUNDS, F, 4, 1, {"key": "statement.funds"}), group=3)
    grid.row(("项目组织实施情况",), (WORK, F, 4), group=3)
    _indicator_rows(grid)
    grid.row(("项目绩效情况",), (EFFECT, F, 5), group=5)
    grid.row(("其他需说明的问题",), ("无", F, 5), group=5, min_height_mm=15)
    _score_rows(grid)
    grid.row(("评价结果等次",), ("优", F, 5, 1, MIDDLE), group=7)
    grid.row(("评价人员", L, 1, 4), ("姓名",), ("职称/职务",), ("科室", L, 2), ("联系电话",), group=8)
    for name, post, office in (
        ("林知远", "主任", "办公室"),
        ("𬭎㐂生", "副主任", "养老服务科"),
        ("苏映川", "科长", "计划财务科"),
    ):
        grid.row(
            (name, F, 1, 1, MIDDLE),
            (post, F, 1, 1, MIDDLE),
            (office, F, 2, 1, MIDDLE),
            ("0000000", F, 1, 1, MIDDLE),
            group=8,
        )
    return grid.table("table.main")


def _indicator_rows(grid: Grid) -> None:
    total = sum(len(third) for _, seconds in INDICATORS for _, third in seconds)
    head = ("绩效指标（一级）", "绩效指标（二级）", "绩效指标（三级）", "目标值", "实际完成指标值", "完成进度")
    grid.row(("绩效目标实现情况", Role.TITLE, 6), group=4)
    grid.row(*((label,) for label in head), group=4)
    assert total > 15
    for first, seconds in INDICATORS:
        height = sum(len(third) for _, third in seconds)
        for number, (second, third) in enumerate(seconds):
            for position, (name, target, actual, rate) in enumerate(third):
                leading = [(first, L, 1, height)] if number == position == 0 else []
                leading += [(second, L, 1, len(third))] if position == 0 else []
                filled = percent(rate) if rate else ("", F)
                grid.row(*leading, (f"指标{position + 1}：{name}", F), (target, F), (actual, F), filled, group=4)


def _score_rows(grid: Grid) -> None:
    height = 2 + sum(1 + sum(len(third) for _, third in seconds) for *_, seconds in SCORES)
    grid.row(("评分表", L, 1, height), ("二级指标",), ("三级指标", L, 2), ("指标分值",), ("评价得分",), group=6)
    for first, points, score, seconds in SCORES:
        grid.row((f"{first}：", Role.TITLE, 3), (points, F, 1, 1, MIDDLE), money(score), group=6)
        for second, third in seconds:
            for position, (name, of, got) in enumerate(third):
                leading = [(second, L, 1, len(third))] if position == 0 else []
                grid.row(*leading, (name, F, 2), (of, F, 1, 1, MIDDLE), money(got), group=6)
    grid.row(("综合得分：", Role.TITLE, 3), ("100", F, 1, 1, MIDDLE), money("99.80"), group=6)


def jinzhong(watermark: str = "") -> Document:
    part = Part(
        (
            Title("晋中市财政支出项目绩效自评表", "（2024年度）"),
            Line(("填报单位（公章）：区民政服务中心", "单位：万元")),
            jinzhong_table(),
            Line(("负责人：林知远", "经办人：苏映川", "联系电话：0000000", "填报日期：2025-03-18")),
            SignBlock(((SignLine("单位负责人（签章）："), SignLine("年　　月　　日")),)),
        ),
        name="自评表",
    )
    return Document(
        "晋中市财政支出项目绩效自评表", (part,), author="区民政服务中心", created=CREATED, watermark=watermark
    )


def suining_table() -> Table:
    """A wide project table with a fund matrix and indicator records, in the manner of 遂宁's 部门预算项目支出绩效自评表."""
    grid = Grid((9, 10, 10, 20, 9, 10, 9, 11, 8, 8, 22))
    grid.row(("部门预算项目支出绩效自评表（2024年度）", Role.TITLE, 11, 1, {"bold": True}), header=True)
    grid.row(("项目名称",), ("51090424T000011111850-社区助餐点运营补助", F, 10), group=1)
    grid.row(("主管部门",), ("区民政局", F, 3), ("实施单位（盖章）", L, 3), ("区民政服务中心", F, 4), group=1)
    grid.row(("项目基本情况", L, 1, 4), ("1.项目年度目标完成情况", F, 10, 1, {"bold": True}), group=2)
    grid.row(("项目年度目标", L, 5), ("年度目标完成情况", L, 5), group=2)
    grid.row(("按月向助餐点拨付运营补助，保证工作日不断供。", F, 5), ("全年拨付 12 期，无断供。", F, 5), group=2)
    grid.row(("2.项目实施内容及过程概述\n" + WORK, F, 10), group=2)
    _fund_rows(grid)
    _record_rows(grid)
    grid.row(("评价结论",), ("项目按计划完成，资金使用合规，自评得分 98.50 分，等次为优。", F, 10), group=5)
    grid.row(("存在问题",), ("山区两处助餐点送餐距离偏长，冬季保温不足。", F, 10), group=5)
    grid.row(("改进措施",), ("更换保温箱，调整送餐路线。", F, 10), group=5)
    grid.row(("项目负责人：林知远", F, 6), ("财务负责人：苏映川", F, 5), group=6)
    return grid.table("table.project")


def _fund_rows(grid: Grid) -> None:
    head = ("年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因")
    spans = (2, 1, 1, 2, 1, 1, 1, 1)
    grid.row(("预算执行情况（10分）", L, 1, 6), *((h, L, s) for h, s in zip(head, spans, strict=True)), group=3)
    reason = (
        "1.预算执行率=预算执行数/调整后预算数，未达到90%的需说明原因（100字以内）；2.年中发生预算调整的应单独说明理由。"
    )
    for number, label in enumerate(("总额", "其中：财政资金", "财政专户管理资金", "单位资金", "其他资金")):
        amount = money("3.88") if number < 2 else money("0.00")
        tail = [(reason, F, 1, 5)] if number == 0 else []
        score = "10" if number == 0 else "/"
        middle = ((score, F, 1, 1, MIDDLE), (score, F, 1, 1, MIDDLE))
        grid.row((label, L, 2), amount, amount, (amount, N, 2), percent("100.00%"), *middle, *tail, group=3)


def _record_rows(grid: Grid) -> None:
    head = (
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
        "未完成原因分析",
    )
    grid.row(("绩效指标（90分）", L, 1, 8), *((label,) for label in head), group=4)
    records = [
        ("产出指标", 3, "数量指标", "每月拨付助餐点运营补助", "＝", "12", "期", "12", "20", "20"),
        ("", 0, "质量指标", "食品留样合格率", "＝", "100", "%", "100%", "10", "10"),
        ("", 0, "时效指标", "按时拨付", "定性", "按时", "", "按时", "10", "10"),
        ("效益指标", 1, "社会效益指标", "老人就餐便利程度提高", "定性", "优", "", "优", "20", "20"),
        ("满意度指标", 1, "帮扶对象满意度指标", "助餐老人满意度", "≥", "95", "%", "96.20%", "10", "10"),
        ("成本指标", 1, "经济成本指标", "按标准发放", "定性", "优", "", "优", "20", "18.50"),
    ]
    for first, height, second, name, *values in records:
        leading = [(first, L, 1, height)] if height else []
        grid.row(*leading, (second, L), (name, F), *((v, F, 1, 1, MIDDLE) for v in values), ("", F), group=4)
    grid.row(("合计", L, 7), ("100", F, 1, 1, MIDDLE), ("98.50", F, 1, 1, MIDDLE), ("", F), group=4)


def suining(watermark: str = "") -> Document:
    part = Part((suining_table(),), name="项目自评表")
    return Document("部门预算项目支出绩效自评表", (part,), author="区民政局", created=CREATED, watermark=watermark)


SECTIONS = ("项目概况", "项目资金申报及使用情况", "项目实施及管理情况", "项目绩效情况")


def report(watermark: str = "", repeat: int = 2) -> Document:
    """A prose report of about five pages with the official headings."""
    blocks = [Title("居家养老服务补助项目支出绩效自评报告", "（2024年度）")]
    for number, section in enumerate(SECTIONS):
        blocks.append(Heading(f"{'一二三四五'[number]}、{section}", 1, key=f"section.{number}"))
        for index, name in enumerate(("基本情况", "主要做法")[: repeat if number < 2 else 1]):
            blocks.append(Heading(f"（{'一二'[index]}）{name}", 2))
            blocks.append(Paragraph((SITUATION, FUNDS, WORK, EFFECT)[(number + index) % 4]))
            blocks.append(Heading("1．数据来源与口径", 3))
            blocks.append(Paragraph(f"“口径”说明——本节第 {number + 1}.{index + 1} 项数据取自业务台账，" + WORK))
    blocks.append(SignBlock(((SignLine("区民政服务中心"),), (SignLine("2025年3月18日"),)), align=Align.RIGHT))
    return Document(
        "绩效自评报告",
        (Part(tuple(blocks), name="自评报告"),),
        author="区民政服务中心",
        created=CREATED,
        watermark=watermark,
    )

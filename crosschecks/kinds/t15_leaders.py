"""T15 负责人一致 (公开文件校核): one project has one 项目负责人, wherever it is named.

Only the project's own leader counts: heads of units and of finance are other people. A name is two or three characters that begin with
a family name; a word behind 项目负责人 that is none (签字、审核) names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosschecks.reports.fold import folded
from crosschecks.rule import (
    Context,
    Dossier,
    Found,
    GridCell,
    Kind,
    Place,
    Profile,
    Report,
    Severity,
    companions,
    texts,
)

_LABEL: Final = re.compile(r"项目(?:总)?负责人")
_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉"
    "饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原楚佟栗匡宗应台巫鞠僧桑荆谌伏岑习胥蔺昌凤酆卡平伊戎邰从索赫卿暴"
    "丰敬岚逄闻尚骆湛宓劳麻贝逯宣慕缪盘支晁容鄂农阙隆那鹿"
)
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,3}(?:·[\u4e00-\u9fff]{1,6})?")
_IN_PROSE: Final = re.compile(
    r"项目(?:总)?负责人(?:为|是|：)?(?P<name>[\u4e00-\u9fff]{2,3}?)(?=对|同志|，|。|；|、|（|组织|牵头|\s|$)"
)
_NO_NAME: Final = re.compile(
    r"签|公章|盖章|审|核|应|须|需|制|责|联系|电话|组长|主任|科长|股长|局长|签字|全面|具体|意见|管理|单位|日期|无"
)


@dataclass(frozen=True, slots=True)
class Params:
    """参数: places where the project's leader is named."""

    named: tuple[str, ...]


def check(context: Context, params: Params) -> Iterator[Found]:
    """Every place that names somebody."""
    yield from _compare(context.named(params.named))


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Reports that belong together; a report of several projects names several leaders and is left alone."""
    for group in companions(dossier):
        yield from _compare([named for report in group for named in _named(report)])


def _compare(named: list[tuple[str, Place]]) -> Iterator[Found]:
    by_name: dict[str, Place] = {}
    for name, place in named:
        by_name.setdefault(name, place)
    if 1 < len(by_name) <= 3:
        yield Found(
            f"项目负责人不一致：{'／'.join(by_name)}。",
            "≠".join(by_name),
            tuple(by_name.values()),
            "请核对项目负责人；中途更换的，写明更换时间",
        )


def _named(report: Report) -> Iterator[tuple[str, Place]]:
    for pair in report.pairs:
        if pair.name == "leader" and _LABEL.fullmatch(folded(pair.label).strip("： ")) and (name := _name(pair.text)):
            yield name, pair.where
    for grid in report.grids:
        for cell in grid.cells():
            if len(cell.flat) <= 16 and re.search(r"[／/、]项目负责人$|^项目负责人[／/、]", cell.flat):
                yield from _beside(grid.covering(cell.row), cell)
    for sentence in report.prose:
        for match in _IN_PROSE.finditer(sentence.text) if "项目" in sentence.text else ():
            if name := _name(match["name"]):
                yield name, sentence.place(*match.span())


def _beside(row: list[GridCell], post: GridCell) -> Iterator[tuple[str, Place]]:
    """The name in the row of a list of people where a cell says 股长/项目负责人."""
    for cell in row:
        if cell is not post and (name := _name(cell.flat)):
            yield name, cell.place(post.flat)
            return


def _name(text: str) -> str:
    words = folded(text).replace(" ", "").replace("\n", "")
    return words if _NAME.fullmatch(words) and words[0] in _SURNAMES and not _NO_NAME.search(words) else ""


KIND = Kind(
    "T15",
    "负责人一致",
    Severity.WARNING,
    "公开文件校核",
    Params,
    {"named": texts},
    check,
    frozenset({"named"}),
    paper=check_paper,
)

"""R06 建议应为建议 (财预〔2020〕10号第十一条：提出改进措施): what stands under 改进建议 tells only what has been done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crosschecks.reports.answers import Answer, answers
from crosschecks.rule import Dossier, Found, Kind, Profile, Severity

_DONE: Final = re.compile(
    r"(?:完成|建立|开展|组织|制定|锁定|纳入|核实|核对|解决|落实|提高|形成|实现|加强|做好|取得|保障|确保)了|已(?:经)?(?:全部|全面|基本)?(?:完成|建立|开展|落实|解决|整改|制定|实现|形成|发放|拨付)"
)
_AHEAD: Final = re.compile(
    r"建议|应当?|(?<![主重需])要(?!求|闻|素|点)|(?<!所)需要?|[拟须]|将(?=继续|进一步|不断|积极|认真|严格|加[强大快]|会|于|在|按|从|以|着力|重点|逐步|完善|推|做好)"
    r"|继续|进一步|下一步|今后|今年|明年|下年|次年|力争|争取|确保|逐步|尽快|及时|严禁|不得|希望|呼吁|前完成"
)
_LONGEST: Final = 400


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Every place for remedies."""
    for report in dossier.reports:
        for answer in answers(report, "remedies"):
            if answer.says and _looks_back(answer):
                place = answer.sentences[0].place(label=answer.label) if answer.sentences else answer.place
                yield Found(
                    "改进建议写成工作总结。",
                    f"“{answer.label}”只写了已做的工作：{answer.text[:40]}",
                    (place,),
                    "请写下一步怎样改进，已完成的工作移到完成情况",
                )


def _looks_back(answer: Answer) -> bool:
    return len(answer.text) <= _LONGEST and bool(_DONE.search(answer.text)) and not _AHEAD.search(answer.text)


KIND = Kind("R06", "建议应为建议", Severity.WARNING, "财预〔2020〕10号第十一条", paper=check_paper)

"""手册里要填的内容: one filing of 遂宁 invented from nothing, and the figures of 晋中 from its demo file."""

from __future__ import annotations

from pathlib import Path

import yaml

PROJECT = "社保经办大厅自助设备更新2024"
BASICS = {"text.manager": "林晓萌", "text.finance_manager": "唐可欣"}
GOALS = {
    "text.goal": "为社保经办大厅更新12台自助服务终端，缩短群众办事等候时间。",
    "text.goal_result": "12台自助服务终端于10月18日前全部安装验收，平均等候时间由26分钟降到18分钟。",
    "text.implementation": "三月完成需求论证，六月完成政府采购，九月至十月分两批安装调试，办公室、信息股、财务股共同验收。",
}
FUNDS = {
    "funds.initial.fiscal": "４８万元",
    "funds.initial.special_account": "0",
    "funds.initial.unit": "0",
    "funds.initial.other": "0",
    "funds.adjusted.fiscal": "465,000元",
    "funds.adjusted.special_account": "0",
    "funds.adjusted.unit": "0",
    "funds.adjusted.other": "0",
    "funds.spent.fiscal": "46.50",
    "funds.spent.special_account": "0",
    "funds.spent.unit": "0",
    "funds.spent.other": "0",
}
EXECUTION = {"score.execution.self": "10", "score.execution.reason": "政府采购成交价低于预算，年中调减1.50万元。"}
# As copied from a spreadsheet; the weight of 满意度 is wrong on purpose: the sum is 100 where the form wants 90.
INDICATORS = [
    ["产出指标", "数量指标", "更新自助服务终端台数", "＝", "12", "台", "12", "20", "20", ""],
    ["产出指标", "质量指标", "设备验收合格率", "≥", "98", "%", "100%", "10", "10", ""],
    ["产出指标", "时效指标", "安装调试完成时间", "定性", "10月底前", "", "10月18日前完成", "10", "10", ""],
    ["效益指标", "社会效益指标", "群众平均等候时间", "≤", "15", "分钟", "18", "20", "16", "第二批设备十月才到货，前三季度仍在用旧设备。"],
    ["满意度指标", "服务对象满意度指标", "办事群众满意度", "≥", "95", "%", "96.4%", "20", "20", ""],
    ["成本指标", "经济成本指标", "设备购置与安装费", "≤", "48", "万元", "46.5", "20", "20", ""],
]  # fmt: skip
CONCLUSION = {
    "text.conclusion": "设备按期更新，资金使用规范，等候时间明显缩短但尚未达到目标。",
    "text.problems": "采购周期长，第二批设备到货晚，等候时间未降到15分钟以内。",
    "text.measures": "下年采购项目一季度前完成论证，合同中约定到货时间，由信息股按月跟踪。",
}


def jinzhong(folder: Path) -> dict:
    """Facts of the 晋中 form as its demo file has them."""
    data = yaml.load((folder / "140700-jinzhong.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data["filings"][0]["facts"]


def scalars(facts: dict) -> dict[str, str]:
    """Path → text of everything that is not a table."""
    return {
        f"{group}.{path}": text.strip()
        for group, values in facts.items()
        if group != "tables"
        for path, text in values.items()
    }

"""I08 目标与项目相符."""

from __future__ import annotations

from crosschecks.finding import Severity
from tests.crosschecks.papers import findable, one, said, table

FISH, NETS = "渔业增殖放流", "废旧网具回收处置"
FISH_GOAL = "投放苗种300万尾，完成渔业增殖放流任务，水域种群有所恢复"
NETS_GOAL = "回收废旧网具12吨，全部无害化处置，改善水域环境"


def paper(first: str, second: str, *, other: str = NETS) -> str:
    return "\n\n".join(
        f"项目支出绩效自评表\n（2023年度）\n\n{table(f'项目名称|{name}', f'项目年度目标|{goal}')}"
        for name, goal in ((FISH, first), (other, second))
    )


def test_a_goal_that_speaks_of_the_other_project():
    text = paper(FISH_GOAL, "确保渔业增殖放流苗种按时投放")
    found = one(text, "I08")
    assert found.message == f"“项目年度目标”说的是“{FISH}”，与本项目“{NETS}”不符，疑似抄自其他项目。"
    assert found.arithmetic == f"与本项目名称的用词相同0%，与“{FISH}”相同100%"
    assert (found.severity, findable(text, found.places)) == (Severity.WARNING, True)


def test_goals_of_their_own():
    assert said(paper(FISH_GOAL, NETS_GOAL), "I08") == []


def test_a_goal_in_other_words_is_nobodys():
    assert said(paper(FISH_GOAL, "改善水域生态环境，提高渔民收入水平"), "I08") == []


def test_names_that_have_nothing_of_their_own():
    assert said(paper(FISH_GOAL, FISH_GOAL, other="渔业增殖"), "I08") == []


def test_a_paper_of_one_project():
    assert said(paper(FISH_GOAL, NETS_GOAL).split("\n\n项目支出")[0], "I08") == []

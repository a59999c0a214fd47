"""勾稽规则目录: every rule a form may name, in the catalogue's order, written down here and nowhere else.

To add a rule: write `crosschecks/kinds/<rule>_<word>.py` with its clause, its tests beside the others, and one line below
(docs/how-to/add-a-rule.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from crosschecks.kind import Kind
from crosschecks.kinds import (
    f01_sources_add_up,
    f04_balance,
    f07_spending_lines,
    f08_made_of,
    f10_in_and_out,
    f11_sum_row,
    f12_row_parts,
    f13_adjustment_reason,
    f14_low_execution,
    f16_projects_within_unit,
    f17_missing_amounts,
    i03_indicator_name,
    i05_missing_target,
    i06_unquantified,
    r01_gap_without_problem,
    s01_total_points,
    s02_level_one,
    s03_level_two,
    s04_within_points,
    s05_total_score,
    s07_execution_score,
    s08_quantitative_score,
    s10_deduction_reason,
    s11_full_marks_unmet,
    s12_over_achieved,
    s13_score_without_actual,
    s14_grade,
    s18_problems_and_deductions,
    s19_total_alone,
    s20_zero_divisor,
    stated_rate,
    t05_project_count,
    t07_parts_and_total,
    t09_year_before,
    t13_document_numbers,
    u05_ranges,
    u07_relation_and_target,
)

KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "S01": s01_total_points.KIND,
        "S02": s02_level_one.KIND,
        "S03": s03_level_two.KIND,
        "S04": s04_within_points.KIND,
        "S05": s05_total_score.KIND,
        "S07": s07_execution_score.KIND,
        "S08": s08_quantitative_score.KIND,
        "S10": s10_deduction_reason.KIND,
        "S11": s11_full_marks_unmet.KIND,
        "S12": s12_over_achieved.KIND,
        "S13": s13_score_without_actual.KIND,
        "S14": s14_grade.KIND,
        "S18": s18_problems_and_deductions.KIND,
        "S19": s19_total_alone.KIND,
        "S20": s20_zero_divisor.KIND,
        "F01": f01_sources_add_up.KIND,
        "F04": f04_balance.KIND,
        "F05": stated_rate.F05,
        "F06": stated_rate.F06,
        "F07": f07_spending_lines.KIND,
        "F08": f08_made_of.KIND,
        "F10": f10_in_and_out.KIND,
        "F11": f11_sum_row.KIND,
        "F12": f12_row_parts.KIND,
        "F13": f13_adjustment_reason.KIND,
        "F14": f14_low_execution.KIND,
        "F16": f16_projects_within_unit.KIND,
        "F17": f17_missing_amounts.KIND,
        "T05": t05_project_count.KIND,
        "T07": t07_parts_and_total.KIND,
        "T09": t09_year_before.KIND,
        "T13": t13_document_numbers.KIND,
        "U05": u05_ranges.KIND,
        "U07": u07_relation_and_target.KIND,
        "I03": i03_indicator_name.KIND,
        "I05": i05_missing_target.KIND,
        "I06": i06_unquantified.KIND,
        "R01": r01_gap_without_problem.KIND,
    }
)

"""项目引用检查: figures and groups must be facts of the projects' own forms."""

from __future__ import annotations

from blueprints.catalogue import catalogue
from blueprints.load import load_text
from filings.related_lint import lint_related
from tests.filings.test_related import OTHER, TEXT

TABLE, WHOLE = "510904/2024/project-table", "510904/2024/department-table"


def told(text):
    return lint_related(load_text(text, name="whole"))


def test_forms_that_agree():
    assert told(TEXT.replace("990777/2024/small, 990777/2024/other", TABLE)) == []
    assert lint_related(catalogue().get(TABLE)) == []


def test_a_fact_the_other_form_does_not_have():
    text = TEXT.replace("990777/2024/small, 990777/2024/other", TABLE).replace(
        "value: funds.spent.all", "value: funds.issued.all"
    )
    assert told(text) == [f"projects 的 figures 中的 spent：表样“{TABLE}”没有“funds.issued.all”这个事实位置"]


def test_a_form_of_units():
    (found,) = told(TEXT.replace("990777/2024/small, 990777/2024/other", WHOLE))
    assert found == f"projects 的 forms：“{WHOLE}”不是项目的表样"


def test_a_form_that_is_not_there(db):
    assert OTHER in told(TEXT)[1]
    assert told(TEXT)[0].startswith("projects 的 forms：没有“990777/2024/small”这份表样")

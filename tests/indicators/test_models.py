"""三级指标的模型: addresses are unique, texts have any length."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from indicators.models import Indicator
from tests.factories import IndicatorFactory, ResultFactory, SelfScoreEntryFactory, SubjectFactory

pytestmark = [pytest.mark.both, pytest.mark.django_db]
LONG = "按时足额发放，" * 200


def refused(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        action()
    return True


def test_a_uid_is_unique_within_its_subject():
    row = IndicatorFactory()
    assert refused(lambda: IndicatorFactory(subject=row.subject, uid=row.uid))
    assert IndicatorFactory(subject=SubjectFactory(), uid=row.uid).pk


def test_one_result_per_indicator_and_one_score_per_line_of_a_form():
    result, score = ResultFactory(), SelfScoreEntryFactory()
    assert refused(lambda: ResultFactory(indicator=result.indicator))
    assert refused(lambda: SelfScoreEntryFactory(subject=score.subject, form=score.form, key=score.key))
    assert SelfScoreEntryFactory(subject=score.subject, form="another", key=score.key).pk


@pytest.mark.parametrize("column", ["level1", "level2", "name", "relation", "target", "unit", "weight"])
def test_every_typed_column_holds_any_length(column):
    row = IndicatorFactory(**{column: LONG})
    assert getattr(Indicator.objects.get(pk=row.pk), column) == LONG


def test_rows_go_with_their_subject_and_results_with_their_row():
    result = ResultFactory()
    result.indicator.subject.delete()
    assert not Indicator.objects.exists()


def test_names():
    row = ResultFactory(indicator__name="", actual="10236")
    assert (str(row.indicator), str(row)) == (row.indicator.uid, "10236")
    assert str(SelfScoreEntryFactory()) == "execution 10"

"""对象工厂: every factory makes a row that the database accepts."""

from __future__ import annotations

import pytest
from factory.django import DjangoModelFactory

from tests import factories

FACTORIES = [f for f in vars(factories).values() if isinstance(f, type) and issubclass(f, DjangoModelFactory)]
REAL = [f for f in FACTORIES if f is not DjangoModelFactory]


@pytest.mark.django_db
@pytest.mark.parametrize("maker", REAL, ids=lambda f: f.__name__)
def test_factory_makes_a_stored_row(maker):
    assert maker().pk


@pytest.mark.django_db
def test_department_subject_has_no_project():
    subject = factories.SubjectFactory(project=None)
    assert subject.project is None
    assert subject.department.pk

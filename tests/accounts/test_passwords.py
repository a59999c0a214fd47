"""口令复杂度."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import get_password_validators, validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.passwords import KindsValidator
from tests.factories import PASSWORD

POLICY = get_password_validators(
    [
        {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
        {"NAME": "accounts.passwords.KindsValidator"},
    ]
)


@pytest.mark.parametrize(
    "password", ["abcdefghij", "abcdefg123", "ABCDEFGHIJ", "1234567890", "abc云山云山云山云", "１２３abcdefg"]
)
def test_too_few_kinds_are_refused_in_chinese(password):
    with pytest.raises(ValidationError, match="请至少使用大写字母、小写字母、数字、符号这四类字符中的 3 类"):
        KindsValidator().validate(password)


@pytest.mark.parametrize("password", ["Abcdefg123", "abc-123-xyz", "ABC-123-XYZ", "Abcdefg-hi", "abc123云山", PASSWORD])
def test_three_kinds_pass(password):
    KindsValidator().validate(password, User(username="wang"))


def test_policy_asks_for_length_too():
    with pytest.raises(ValidationError) as refused:
        validate_password("Ab1-xyz", password_validators=POLICY)
    assert "10" in refused.value.messages[0]

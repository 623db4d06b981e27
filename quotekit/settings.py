"""Checks of settings, before any work begins."""

from __future__ import annotations

from typing import Any

from quotekit.errors import SettingError

__all__ = ["check_at_least_one", "check_confidence"]


def check_confidence(setting: str, value: Any) -> None:
    """
    Refuse a minimum confidence that is not a number from 0 to 1; None is the model's own.

    Args:
        setting: Name of the setting.

        value: The value.

    Raises:
        SettingError: It is not a number from 0 to 1.

    Example:
        >>> check_confidence("min_confidence", 2)
        Traceback (most recent call last):
        ...
        quotekit.errors.SettingError: the setting 'min_confidence' cannot be 2 (int): it must be from 0 to 1; omit it to use the model's default
    """  # noqa: E501  # the message is one line
    if value is None:
        return
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (is_number and 0 <= value <= 1):
        problem = "it must be from 0 to 1" if is_number else "it must be a number from 0 to 1"
        remedy = "omit it to use the model's default"
        raise SettingError(setting, value, problem, remedy)


def check_at_least_one(setting: str, value: object) -> None:
    """
    Refuse a number that is not a whole number from 1 on.

    Args:
        setting: Name of the setting.

        value: The value.

    Raises:
        SettingError: It is not a whole number from 1 on.

    Example:
        >>> check_at_least_one("batch_size", 32)
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        problem, remedy = "it must be a whole number, 1 or more", "omit it to use the default"
        raise SettingError(setting, value, problem, remedy)

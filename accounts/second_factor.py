"""Whether a person signs in with a second factor (TOTP, allauth's)."""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled


def has_second_factor(user: Any) -> bool:
    """Whether a second factor is set up."""
    return bool(is_mfa_enabled(user))

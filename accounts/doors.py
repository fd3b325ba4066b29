"""Doors in front of pages: who is let in, and into whose rooms. A room one may not enter does not exist (404).

Each door hands the page what it opened: the maker's organization on `request.desk`. What is behind a door
is never stored by a browser or a proxy.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers

from accounts.models import Membership, Organization
from accounts.roles import Right, Role, rights_of
from accounts.second_factor import has_second_factor

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Desk:
    """The desk that a person sits at: whose it is, in which part, and what that part may do."""

    organization: Organization
    role: str

    @property
    def rights(self) -> frozenset[Right]:
        """What the person may do here."""
        return rights_of(self.role)


def signed_in(view: View) -> View:
    """For pages of a person's own; a visitor is led to the sign-in and comes back."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return private(view(request, *args, **kwargs))

    return wrapped


def office_page(view: View) -> View:
    """For pages of the programme's staff; for everyone else they do not exist."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not request.user.is_staff:
            raise Http404
        return private(view(request, *args, **kwargs))

    return wrapped


def desk_page(right: Right | None = None) -> Callable[[View], View]:
    """For a maker's desk: `maker` in the address names it. Without the right, or for a stranger, there is no page.

    The view is called as `view(request, organization, ...)`. An owner sees money only with a second factor.
    """

    def door(view: View) -> View:
        @functools.wraps(view)
        def wrapped(request: HttpRequest, maker: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            organization = get_object_or_404(Organization.objects.run_by(request.user, right), slug=maker)
            role = Membership.objects.get(user=request.user, organization=organization).role
            if right == Right.MONEY and role == Role.OWNER and not has_second_factor(request.user):
                return redirect(f"{reverse('mfa_activate_totp')}?next={request.get_full_path()}")
            request.desk = Desk(organization, role)  # type: ignore[attr-defined]  # ours
            return private(view(request, organization, *args, **kwargs))

        return wrapped

    return door


def private(response: HttpResponseBase) -> HttpResponseBase:
    """The answer, marked so that nobody keeps it."""
    patch_cache_control(response, private=True, no_store=True)
    patch_vary_headers(response, ("Cookie",))
    return response

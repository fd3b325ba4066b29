"""Where a person arrives after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import selectors
from accounts.doors import signed_in


@require_safe
@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """The person's own page: the desks they sit at, the office for staff, sign-in and data."""
    return render(request, "accounts/home.html", {"desks": selectors.desks(request.user)})

"""The desk's home: what waits for the maker."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import desk_page
from accounts.models import Organization
from core import clock, registry


@require_safe
@desk_page()
def desk(request: HttpRequest, organization: Organization) -> HttpResponse:
    """What waits for the maker, the most pressing first."""
    cards = registry.desk_cards(organization=organization, user=request.user, now=clock.now())
    return render(request, "sellers/desk.html", {"cards": cards, "today": clock.today()})

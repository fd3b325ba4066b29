"""The sellers app; its entries in the menus of desk and office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core import registry
from core.registry import PageLink


class SellersConfig(AppConfig):
    name = "sellers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers the menus."""
        registry.add_desk_link(PageLink("sellers:desk", _("Việc hôm nay"), "house", order=10))

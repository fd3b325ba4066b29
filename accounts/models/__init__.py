"""People, organizations, and who works for whom."""

from accounts.models.membership import Invitation, Membership
from accounts.models.organization import LegalForm, Organization, OrganizationKind, Standing
from accounts.models.user import User

__all__ = ["Invitation", "LegalForm", "Membership", "Organization", "OrganizationKind", "Standing", "User"]

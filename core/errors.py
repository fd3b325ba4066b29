"""The one base of what can go wrong in the trade: services raise it, a view or the API shows it."""


class DomainError(Exception):
    """A rule was broken or input cannot be used; carries a stable code and a text for people.

    `field` names the input it belongs to, `params` holds the values of the text.
    """

    def __init__(self, code: str, message: str, *, field: str | None = None, **params: object) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
        self.params = params

    def __str__(self) -> str:
        return str(self.message) % self.params if self.params else str(self.message)

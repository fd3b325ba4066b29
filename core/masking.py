"""Pure: personal numbers and addresses as pages and logs show them."""


def masked(text: str) -> str:
    """The end of a number or the edges of an e-mail address: "••••••4321", "la•••@htx.vn"; "" stays ""."""
    if not text:
        return ""
    name, at, host = text.partition("@")
    if at:
        return f"{name[:2]}•••@{host}"
    shown = 4 if len(text) > 6 else 2 if len(text) > 3 else 0
    return "•" * (len(text) - shown) + (text[-shown:] if shown else "")

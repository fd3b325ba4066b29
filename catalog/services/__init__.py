"""Whatever changes the catalogue; one function per business action."""

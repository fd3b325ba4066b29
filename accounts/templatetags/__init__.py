"""Tags of the frame behind a door."""

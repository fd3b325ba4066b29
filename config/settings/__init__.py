"""Settings by environment: `dev` (make run), `test` (make test), `prod`. Environment variables are read here alone."""

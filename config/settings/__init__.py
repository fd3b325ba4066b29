"""Settings by environment: `dev` (make run), `test` (make test), `prod`. The only place that reads environment variables."""

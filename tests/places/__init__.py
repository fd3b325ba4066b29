"""Tests of the places app; only test_services and test_selectors need the database."""

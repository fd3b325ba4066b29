"""The fuzz list: always the same, and sendable as it is."""

from urllib.parse import urlsplit

from bench import inputs


def test_addresses_are_the_same_each_time():
    first = inputs.addresses()

    assert inputs.addresses() == first
    assert len(set(first)) == len(first)


def test_addresses_can_stand_in_a_request_line():
    unfit = [address for address in inputs.addresses() if not address.isascii() or " " in address]

    assert unfit == []


def test_addresses_reach_list_suggestions_check_and_pages():
    reached = {urlsplit(address).path.split("/")[1] for address in inputs.addresses()}

    assert reached == {"search", "en", "verify", "products", "makers"}

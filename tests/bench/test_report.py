"""The table: figures beside their aims, what is missing as a dash."""

import pytest

from bench import report
from bench.figures import Figure


def results(p95, *, rate=2500.0, size="20000"):
    """Results of one catalogue that hold two figures."""
    return {size: {"pages": {"list_1": {"p95_ms": p95}, "kept_8": {"requests_a_second": rate}}}}


def test_figure_at_its_aim_is_reached():
    lines = report.table(results(40.0))

    assert any(line.endswith("<= 40: reached") and "40.0 ms" in line for line in lines)
    assert report.missed(results(40.0)) == []


def test_figure_over_its_aim_is_said():
    missed = report.missed(results(41.0, rate=1999.0))

    assert [line.split("   ")[0] for line in missed] == [
        "list page, uncached, 1 client, p95",
        "anonymous pages, cached, 8 clients, requests",
    ]


def test_larger_catalogue_may_be_three_times_worse():
    both = results(20.0) | results(61.0, size="200000")

    missed = report.missed(both)

    assert len(missed) == 1
    assert missed[0].endswith("<= 40: reached, 3.0x NOT REACHED (<= 3x)")


def test_figure_that_was_not_measured_is_a_dash():
    lines = report.table(results(10.0) | {"200000": {"pages": {}}})

    assert all("-" in line for line in lines if line.startswith("  "))


def test_total_that_grows_with_the_catalogue_has_no_ratio():
    total = Figure("import", "import", ("build", "import_s"), "s", grows=True)

    assert total.times_worse(10, 200) is None


@pytest.mark.parametrize(("is_more_better", "times"), [(False, 2.0), (True, 0.5)])
def test_times_worse_knows_which_way_is_better(is_more_better, times):
    figure = Figure("pages", "x", ("x",), "", is_more_better=is_more_better)

    assert figure.times_worse(10, 20) == times

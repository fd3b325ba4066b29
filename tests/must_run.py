"""A pytest plugin for .ci/run (`-p tests.must_run`): a test that is skipped there has failed, since CI must run it."""

import pytest


def _fail_if_skipped(report, what):
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{what} must run here but was skipped: {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Turns a skipped test into a failed one."""
    return _fail_if_skipped((yield), item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Turns a skipped file into a failed one."""
    return _fail_if_skipped((yield), collector.nodeid)

"""The instruments: spreads, memory of processes, our own client."""

import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bench import load, machine
from bench.timing import Spread, spread, timed

needs_proc = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="reads Linux's /proc")


class Answer(http.server.BaseHTTPRequestHandler):
    """Answers 200, and 404 for /missing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = b"ok"
        self.send_response(404 if self.path == "/missing" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture
def port():
    """A server that answers at once."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def test_spread_takes_times_that_were_measured():
    assert spread(range(1, 101)) == Spread(50, 95, 99, 100, 100)


def test_spread_of_one_time_is_that_time():
    assert spread([7]) == Spread(7, 7, 7, 7, 1)


def test_spread_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no times"):
        spread([])


def test_timed_calls_once_for_each_input():
    called = []

    times = timed(called.append, "abc")

    assert called == ["a", "b", "c"]
    assert times.runs == 3


@needs_proc
def test_family_holds_children():
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        found = machine.family(os.getpid())
    finally:
        child.communicate()

    assert found[0] == os.getpid()
    assert child.pid in found


@needs_proc
def test_memory_is_the_sum_over_processes():
    memory = machine.memory([os.getpid()])

    assert memory["processes"] == 1
    assert 0 < memory["pss_mb"] <= memory["rss_mb"]


def test_memory_leaves_out_what_has_ended():
    assert machine.memory([2**22 + 1]) == {"processes": 0, "rss_mb": 0, "pss_mb": 0}


def test_own_client_asks_the_paths_and_counts_refusals(port):
    good = load.own_client(port=port, paths=["/a", "/b"], clients=2, seconds=0.2)

    bad = load.own_client(port=port, paths=["/missing"], clients=1, seconds=0.1)

    assert good.failed == 0
    assert good.times.runs > 2
    assert bad.failed == bad.times.runs


def test_load_gives_figures_with_whatever_makes_it(port, tmp_path):
    run = load.run(port=port, paths=["/a", "/missing"], clients=2, seconds=1, folder=tmp_path)

    assert run.times.runs > 10
    assert 0 < run.failed < run.times.runs
    assert run.requests_a_second > 10

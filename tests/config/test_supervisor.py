"""The supervisor's care for its children, with real processes, and the server's watch over its parent."""

import os
import signal
import subprocess
import sys
import time

import pytest

from config.supervisor import FIRST_DELAY, LONGEST_DELAY, STEADY_SECONDS, Child, describe
from tests.architecture.tree import ROOT

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
PARENT_OF_SLEEPER = [
    sys.executable,
    "-c",
    (
        "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "print(p.pid, flush=True); p.wait()"
    ),
]


@pytest.fixture
def child():
    """A child that sleeps; nothing of it is left after the test."""
    child = Child("sleeper", SLEEPER)
    yield child
    child.stop(deadline=0)


def kill(child):
    """Ends a child as a crash would, and waits until it is gone."""
    child.process.kill()
    child.process.wait()


def test_child_that_lives_is_left_alone(child):
    child.look_after(now=0)
    first = child.process.pid

    child.look_after(now=10)

    assert child.process.pid == first
    assert child.deaths == 0


def test_killed_child_is_started_again_after_the_delay(child, capsys):
    child.look_after(now=0)
    kill(child)

    child.look_after(now=5)
    before_delay = child.process
    child.look_after(now=5 + FIRST_DELAY)

    assert before_delay is None
    assert child.process.poll() is None
    assert capsys.readouterr().out == "The sleeper ended (signal SIGKILL); starting it again in 1 s.\n"


def test_delay_doubles_to_a_limit_and_begins_anew_after_a_steady_time(child):
    delays = []
    now = 0.0
    for _ in range(7):
        child.look_after(now)
        kill(child)
        child.look_after(now)
        delays.append(child.next_start - now)
        now = child.next_start
    child.look_after(now)
    kill(child)
    child.look_after(now + STEADY_SECONDS)

    assert delays == [1, 2, 4, 8, 16, LONGEST_DELAY, LONGEST_DELAY]
    assert child.next_start - (now + STEADY_SECONDS) == FIRST_DELAY


def test_stop_ends_what_the_child_started_too():
    child = Child("parent", PARENT_OF_SLEEPER)
    child.process = subprocess.Popen(child.command, stdout=subprocess.PIPE, start_new_session=True)
    grandchild = int(child.process.stdout.readline())

    child.stop(deadline=0)

    assert is_gone(grandchild)
    child.process.stdout.close()


def is_gone(pid):
    """Whether a process ends within ten seconds (another process is its parent, so it cannot be waited for)."""
    for _ in range(100):
        try:
            os.kill(pid, 0)
            with open(f"/proc/{pid}/stat") as file:  # noqa: PTH123 -- an ended one may linger until it is collected
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.1)
    return False


def test_server_ends_when_its_parent_was_killed():
    watcher = (
        "import os, sys, time; sys.path.insert(0, 'config'); import serve;"
        "serve.end_with(os.getppid()); print(os.getpid(), flush=True); time.sleep(60)"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {watcher!r}])"
    with subprocess.Popen([sys.executable, "-c", parent], cwd=ROOT, stdout=subprocess.PIPE) as started:
        server = int(started.stdout.readline())

        started.kill()

    assert is_gone(server)


@pytest.mark.parametrize(("code", "words"), [(3, "exit code 3"), (-signal.SIGTERM, "signal SIGTERM")])
def test_exit_code_in_words(code, words):
    assert describe(code) == words

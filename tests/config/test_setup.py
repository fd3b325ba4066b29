"""The bootstrap: readable by old Pythons, and one sentence for each thing that may go wrong."""

import ast
import errno
import fcntl
import importlib.util
import os
import socket
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

SCRIPT = ROOT / "config" / "setup.py"


@pytest.fixture
def setup(tmp_path):
    """The bootstrap as a module, at work in an empty folder."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.VAR = str(tmp_path / "var")
    module.LOCK = str(tmp_path / "var" / "run.lock")
    module.VENV = str(tmp_path / ".venv")
    module.VENV_PYTHON = str(tmp_path / ".venv" / "bin" / "python")
    module.UNFINISHED = str(tmp_path / ".venv" / "unfinished")
    return module


def test_script_is_readable_by_old_python():
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 4))


@pytest.mark.parametrize(
    ("version", "answer"),
    [((2, 7), False), ((3, 9), False), ((3, 11), True), ((3, 13, 2), True), ((3, 14), False)],
)
def test_python_version_supported(setup, version, answer):
    assert setup.is_supported(version) is answer


def test_port_in_use_is_said_in_one_sentence(setup):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(setup.Stop) as stop:
            setup.check_address("127.0.0.1", port)

    assert str(stop.value) == (
        f"Port {port} is in use by another program: end that one, or choose another port: make run PORT={port + 1}"
    )


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1"])
def test_port_that_is_none_is_refused(setup, port):
    with pytest.raises(setup.Stop, match="PORT must be a number from 1 to 65535"):
        setup.port_number(port)


def test_second_run_in_one_folder_names_the_first(setup, tmp_path):
    (tmp_path / "var").mkdir()
    lock = tmp_path / "var" / "run.lock"
    lock.write_text("process 12, http://127.0.0.1:8000/")
    with lock.open() as holder:
        fcntl.flock(holder, fcntl.LOCK_EX)

        with pytest.raises(setup.Stop) as stop:
            setup.take_lock()

    assert "(process 12, http://127.0.0.1:8000/)" in str(stop.value)
    assert lock.read_text() == "process 12, http://127.0.0.1:8000/"


def test_lock_of_a_dead_run_is_taken_over(setup, tmp_path):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "run.lock").write_text(
        "process 12, http://127.0.0.1:8000/ and more text than the next holder's"
    )

    os.close(setup.take_lock())

    assert (tmp_path / "var" / "run.lock").read_text() == f"process {os.getpid()}, setting up"


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError(...)': No matching distribution", "network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "differs from the one pinned"),
        ("ERROR: No matching distribution found for tantivy==0.27.0", "no ready-built package"),
        ("[Errno 13] Permission denied: '.venv/lib'", "cannot be written"),
    ],
)
def test_failure_of_pip_becomes_one_sentence(setup, output, words):
    sentence = setup.known_failure(output, "run")

    assert words in sentence
    assert "\n" not in sentence


def test_unknown_failure_of_pip_is_not_explained_away(setup):
    assert setup.known_failure("ERROR: something new", "run") == ""


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "cannot be written"), (errno.EROFS, "cannot be written")],
)
def test_failure_of_the_file_system_becomes_one_sentence(setup, number, words):
    assert words in setup.one_sentence(OSError(number, os.strerror(number), "var"))


def test_environment_left_half_way_does_not_count_as_installed(setup, tmp_path):
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    (tmp_path / ".venv" / "installed-run").write_text(setup.wanted("run"))
    assert setup.is_installed("run")

    (tmp_path / ".venv" / "unfinished").touch()

    assert not setup.is_installed("run")


def test_environment_of_an_older_lock_does_not_count_as_installed(setup, tmp_path):
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()

    (tmp_path / ".venv" / "installed-run").write_text("another lock")

    assert not setup.is_installed("run")


def test_wrong_port_ends_with_one_line_and_no_trace():
    ended = subprocess.run(
        [sys.executable, SCRIPT, "run", "--port", "abc"], capture_output=True, encoding="utf-8", check=False
    )

    assert ended.returncode == 1
    assert ended.stderr == "Sao Làng: PORT must be a number from 1 to 65535, not 'abc': make run PORT=8001\n"

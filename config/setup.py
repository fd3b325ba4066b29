"""Makes this checkout ready: the virtual environment, then `manage.py setup_site`; `run` goes on to the supervisor.

Any Python 3 must be able to read this file, or an old one could not say that it is too old: no f-strings and
no annotations.
Only the standard library; nothing of Django. Every failure ends in one sentence.
"""

import argparse
import errno
import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VAR = os.path.join(ROOT, "var")
VENV = os.path.join(ROOT, ".venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
UNFINISHED = os.path.join(VENV, "unfinished")
LOCK = os.path.join(VAR, "run.lock")
PIP_LOG = os.path.join(VAR, "pip.log")
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
OLDEST, NEWEST = (3, 11), (3, 13)
OTHER_NAMES = ("python3.13", "python3.12", "python3.11")

PIP_OPTIONS = (
    "--require-hashes",
    "--only-binary=:all:",  # a machine without a compiler gets a clear refusal instead of a failed build
    "--no-deps",  # the lock names everything
    "--no-input",
    "--disable-pip-version-check",
    "--retries=3",
)
# What pip says when something outside of this project is wrong -> our sentence.
PIP_FAILURES = (
    (("No space left on device",), "The disk is full: free about 500 MB and run the same command again."),
    (("Permission denied", "Read-only file system"), "Files in .venv cannot be written: check who owns this folder."),
    (
        ("DO NOT MATCH THE HASHES",),
        "A package differs from the one pinned in %(lock)s, so nothing was installed: check pip's index or proxy.",
    ),
    (
        ("NewConnectionError", "ConnectTimeout", "Connection refused", "name resolution", "ProxyError", "SSLError",
         "Read timed out", "Network is unreachable", "nodename nor servname", "RemoteDisconnected", "ConnectionReset"),
        "The package index could not be reached: check the network (or pip's proxy) and run the command again.",
    ),
    (
        ("No matching distribution found", "Could not find a version"),
        "The package index has no ready-built package for this kind of machine (see %(log)s).",
    ),
)  # fmt: skip


class Stop(Exception):
    """Ends the script with its text as the one sentence that is shown."""


def say(text):
    """Prints one line at once."""
    print(text)
    sys.stdout.flush()


def is_supported(version):
    """Whether the site runs on this (major, minor)."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def use_supported_python(argv):
    """Starts this script again with a newer (or older) Python of this machine when the one it runs on does not fit."""
    if is_supported(sys.version_info):
        return
    probe = "import ensurepip, sys; sys.exit(0 if %r <= sys.version_info[:2] <= %r else 1)" % (OLDEST, NEWEST)
    for name in OTHER_NAMES:
        path = shutil.which(name)
        if path and subprocess.call([path, "-c", probe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
            os.execv(path, [path, os.path.abspath(__file__)] + argv)
    raise Stop(
        "Sao Làng needs Python 3.11, 3.12 or 3.13; this is Python %d.%d and no other was found: install one "
        "(Debian, Ubuntu: apt install python3.11 python3.11-venv) or name it: make run PYTHON=/path/to/python3.11"
        % sys.version_info[:2]
    )


def take_lock():
    """Holds var/run.lock until this process, or what it becomes by exec, ends; refuses when another holds it."""
    if not os.path.isdir(VAR):
        os.makedirs(VAR)
    handle = os.open(LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        holder = os.read(handle, 200).decode("utf-8", "replace").strip() or "process unknown"
        raise Stop("Sao Làng is already at work in this folder (%s): use that one, or end it first." % holder)
    write_holder(handle, "process %d, setting up" % os.getpid())
    return handle


def write_holder(handle, text):
    """Says in the lock file who holds it."""
    os.ftruncate(handle, 0)
    os.pwrite(handle, text.encode("utf-8"), 0)


def port_number(text):
    """PORT as a number."""
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise Stop("PORT must be a number from 1 to 65535, not %r: make run PORT=8001" % text)
    return int(text)


def check_address(host, port):
    """Refuses an address that cannot be listened on, before minutes are spent on setting up."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
        probe = socket.socket(family, kind, proto)
        try:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
        finally:
            probe.close()
    except socket.gaierror:
        raise Stop("HOST %r is no address of this machine: leave it out, or take HOST=0.0.0.0 for all of them." % host)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Stop(
                "Port %d is in use by another program: end that one, or choose another port: make run PORT=%d"
                % (port, port + 1 if port < 65535 else 8000)
            )
        if error.errno == errno.EACCES:
            raise Stop("Port %d needs more rights than you have: choose one above 1023: make run PORT=8000" % port)
        raise Stop("The address %s:%d cannot be listened on (%s)." % (host, port, error.strerror))


def wanted(kind):
    """What a finished environment of this kind would carry as its stamp."""
    with open(os.path.join(ROOT, LOCKS[kind]), "rb") as lock:
        return hashlib.sha256(lock.read()).hexdigest()


def stamp(kind):
    """Where the environment keeps what was last installed into it."""
    return os.path.join(VENV, "installed-" + kind)


def is_installed(kind):
    """Whether the environment holds exactly what the lock asks for and was finished."""
    if os.path.exists(UNFINISHED) or not os.path.exists(VENV_PYTHON):
        return False
    try:
        with open(stamp(kind)) as file:
            return file.read() == wanted(kind)
    except (IOError, OSError):
        return False


def make_environment():
    """An empty environment, where there is none that can be used; one left half-way is made anew."""
    if os.path.isdir(VENV) and (os.path.exists(UNFINISHED) or not is_usable()):
        say("The environment in .venv is unfinished or of another Python: making it anew.")
        shutil.rmtree(VENV)
    if not os.path.isdir(VENV):
        os.mkdir(VENV)
        open(UNFINISHED, "w").close()
        made = subprocess.Popen([sys.executable, "-m", "venv", VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        output = made.communicate()[0].decode("utf-8", "replace")
        if made.returncode:
            if "No space left" in output:
                raise Stop(PIP_FAILURES[0][1])
            raise Stop(
                "Python's own venv module is missing: install it (Debian, Ubuntu: apt install python%d.%d-venv) "
                "and run the same command again." % sys.version_info[:2]
            )
    open(UNFINISHED, "w").close()


def is_usable():
    """Whether the environment's Python starts, has pip and is one that the site runs on."""
    if not os.path.exists(VENV_PYTHON):
        return False
    probe = "import pip, sys; sys.exit(0 if %r <= sys.version_info[:2] <= %r else 1)" % (OLDEST, NEWEST)
    return subprocess.call([VENV_PYTHON, "-c", probe], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def pip_install(kind):
    """What pip printed when it failed, or nothing."""
    command = [VENV_PYTHON, "-m", "pip", "install"] + list(PIP_OPTIONS) + ["-r", os.path.join(ROOT, LOCKS[kind])]
    with open(PIP_LOG, "wb") as log:
        code = subprocess.call(command, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    with open(PIP_LOG, "rb") as log:
        output = log.read().decode("utf-8", "replace")
    return output if code else ""


def install(kind):
    """Brings .venv to what the lock says. A failed change of an old environment is tried once more from nothing."""
    started = time.time()
    had_one = os.path.isdir(VENV)
    say("Libraries: installing what %s pins into .venv ..." % LOCKS[kind])
    make_environment()
    output = pip_install(kind)
    if output and had_one and not known_failure(output, kind):
        make_environment()  # it is marked unfinished, so this begins from nothing
        output = pip_install(kind)
    if output:
        last = [line for line in output.splitlines() if line.strip()][-1]
        raise Stop(
            known_failure(output, kind) or "pip could not install the libraries: %s (all of it: %s)" % (last, PIP_LOG)
        )
    for name in [kind] + (["run"] if kind == "dev" else []):  # the dev lock holds all of the other
        with open(stamp(name), "w") as file:
            file.write(wanted(name))
    os.remove(UNFINISHED)
    say("Libraries: ready after %d s." % (time.time() - started))


def known_failure(output, kind):
    """Our sentence for what pip printed, or nothing."""
    for marks, sentence in PIP_FAILURES:
        if any(mark in output for mark in marks):
            return sentence % {"lock": LOCKS[kind], "log": PIP_LOG}
    return ""


def setup_site():
    """Runs `manage.py setup_site`, which says itself what is wrong."""
    code = subprocess.call([VENV_PYTHON, os.path.join(ROOT, "manage.py"), "setup_site"])
    if code:
        raise SystemExit(code if code > 0 else 1)


def main(argv):
    """Runs one of: dev (libraries only), setup, run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("run", "setup", "dev"))
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default="8000")
    options = parser.parse_args(argv)
    os.chdir(ROOT)
    kind = "dev" if options.what == "dev" else "run"
    use_supported_python(argv)
    if kind == "dev" and is_installed(kind):
        return
    port = port_number(options.port)
    lock = take_lock()
    if options.what == "run":
        check_address(options.host, port)
    if not is_installed(kind):
        install(kind)
    if kind == "dev":
        return
    setup_site()
    if options.what == "run":
        write_holder(lock, "process %d, http://%s:%d/" % (os.getpid(), options.host, port))
        os.set_inheritable(lock, True)
        script = os.path.join(ROOT, "config", "supervisor.py")
        os.execv(VENV_PYTHON, [VENV_PYTHON, script, "--host", options.host, "--port", str(port), "--lock", str(lock)])


def one_sentence(error):
    """What an error of the file system means for the person at the keyboard."""
    where = getattr(error, "filename", None) or ROOT
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full: free about 500 MB and run the same command again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "%s cannot be written: check who owns this folder." % where
    return "%s: %s." % (where, error.strerror or error)


def fail(text):
    """Ends with 1 and the text, readable whatever the terminal's encoding was taken for."""
    os.write(2, ("Sao Làng: %s\n" % text).encode("utf-8"))
    sys.exit(1)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Stop as stop:
        fail(stop)
    except (IOError, OSError) as problem:
        fail(one_sentence(problem))
    except KeyboardInterrupt:
        fail("stopped; the same command goes on from here.")

"""make audit: starts the site with the catalogue of set-up, lets run.mjs look at its pages, and prints the figures
beside docs' aims. Ends with 1 when one of them is missed.
"""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60
# The aims of the design: scores of Lighthouse 12 on its phone profile (slow 4G, slowed processor), and its timings.
AT_LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
AT_MOST = {"lcp": 1.8, "cls": 0.02, "script_kb": 60.0}
COLUMNS = (
    ("performance", "perf.", "{:.0f}"),
    ("accessibility", "access.", "{:.0f}"),
    ("best-practices", "practice", "{:.0f}"),
    ("seo", "SEO", "{:.0f}"),
    ("lcp", "LCP s", "{:.2f}"),
    ("cls", "CLS", "{:.3f}"),
    ("script_kb", "JS kB", "{:.1f}"),
)


def find(names: tuple[str, ...], package: str) -> str:
    """The first of the programs that is there; ends with one sentence if none is."""
    for name in names:
        if path := shutil.which(name):
            return path
    sys.exit(f"make audit needs {names[0]} (Debian, Ubuntu: apt install {package}).")


def install_tools() -> None:
    """Lighthouse and axe as audit/package-lock.json pins them, without running any of their scripts."""
    npm = find(("npm",), "nodejs npm")
    wanted = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = HERE / "node_modules" / ".installed"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Lighthouse and axe: installing ...", flush=True)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"npm could not install Lighthouse and axe:\n{done.stderr[-2000:]}")
    stamp.write_text(wanted)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> str:
    """The text of a page of the site."""
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 -- our own address
        return str(answer.read().decode())


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Returns once the site answers; ends with one sentence if it does not."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            fetch(f"{address}/healthz/")
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    sys.exit(f"The site did not answer at {address}.")


def first_link(page: str, pattern: str, what: str) -> str:
    """The first link of a page that matches; ends with one sentence if there is none."""
    found = re.search(rf'href="({pattern})"', page)
    if found is None:
        sys.exit(f"No {what} was found to look at: is the catalogue there (make setup)?")
    return found.group(1)


def pages(address: str) -> dict[str, Any]:
    """The pages to measure and those only to look at, found by walking the site as a visitor would."""
    words = "/search/?q=m%E1%BA%ADt+ong"
    product = first_link(fetch(address + words), r"/products/[^\"/]+/", "product")
    product_page = fetch(address + product)
    return {
        "measured": {
            "home": "/",
            # A list of typed words asks search engines not to keep it (there are endless many), so SEO is measured
            # on the list of a province; the other is looked at by axe.
            "list": "/search/?province=86",
            "product": product,
            "maker": first_link(product_page, r"/makers/[^\"/]+/", "maker"),
            "verify": "/verify/",
        },
        "looked_at": {
            "certificate": first_link(product_page, r"/verify/[^\"/]+/", "certificate"),
            "makers": "/makers/",
            "list of words": words,
            "filtered list": "/search/?stars=4&sort=price",
            "nothing found": "/search/?q=zzzzqqq&plain=1",
            "unknown code": "/verify/?q=zzzzqqq",
            "sources": "/about/sources/",
            "ranking": "/about/ranking/",
            "not found": "/khong-co-trang-nay/",
        },
        "good": {"performance": AT_LEAST["performance"], "lcp": AT_MOST["lcp"]},
    }


def misses(name: str, row: dict[str, Any]) -> list[str]:
    """What of one page falls short of the aims, in words."""
    short = [f"{name}: {aim} {row[aim]} < {least}" for aim, least in AT_LEAST.items() if row.get(aim, least) < least]
    short += [f"{name}: {aim} {row[aim]:.3f} > {most}" for aim, most in AT_MOST.items() if row.get(aim, 0) > most]
    short += [f"{name}: asks {host}" for host in row.get("other_hosts", [])]
    if any(row.get(aim, least) < least for aim, least in AT_LEAST.items()):
        short += [f"{name}: Lighthouse finds {audit}" for audit in row.get("failed", [])]
    return short + [f"{name}: axe finds {words}" for words in row["axe"]]


def print_table(report: dict[str, dict[str, Any]]) -> None:
    """One line per page, the aims below."""
    print(f"\n{'page':<14}" + "".join(f"{title:>10}" for _, title, _ in COLUMNS) + f"{'axe':>6}  address")
    for name, row in report.items():
        cells = "".join(f"{form.format(row[key]) if key in row else '-':>10}" for key, _, form in COLUMNS)
        print(f"{name:<14}{cells}{len(row['axe']):>6}  {row['path']}")
    aims = AT_LEAST | AT_MOST
    signs = "".join(f"{('>= ' if key in AT_LEAST else '<= ') + f'{aims[key]:g}':>10}" for key, _, _ in COLUMNS)
    print(f"{'aim':<14}{signs}{0:>6}\n")


def main() -> int:
    """Runs the audit; 0 when every aim is met."""
    chromium = find(CHROMIUM_NAMES, "chromium")
    node = find(("node", "nodejs"), "nodejs npm")
    install_tools()
    folder = ROOT / "var" / "audit"
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "config/serve.py", "--port", str(port), "--parent", str(os.getpid())],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": address},
    )
    try:
        wait_for(address, server)
        (folder / "pages.json").write_text(json.dumps(pages(address)))
        files = [str(folder / "pages.json"), str(folder / "report.json")]
        subprocess.run([node, str(HERE / "run.mjs"), chromium, address, *files], check=True)
    finally:
        server.terminate()
        server.wait(timeout=15)
    report = json.loads((folder / "report.json").read_text())
    print_table(report)
    short = [words for name, row in report.items() for words in misses(name, row)]
    print("\n".join(short) if short else "Every aim is met.")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())

"""The habits of docs/architecture.md that a reader would otherwise have to watch for, in Python code."""

import ast
from pathlib import Path

import pytest

from tests.architecture import tree

LINES = 400
NAMELESS = {"utils", "util", "helpers", "helper", "misc", "manager", "managers", "common_functions"}
WAITING = ("TO" + "DO", "FIX" + "ME", "X" + "XX")
CLOCKS = {"now", "utcnow", "today", "localdate", "localtime"}


def found_in(paths, check):
    """What a check says about each file, as "path:line: words"."""
    return [f"{path}:{line}: {words}" for path in paths for line, words in check(path)]


def test_file_stays_short():
    too_long = {
        str(path): lines
        for path in tree.files(".py", ".js", ".mjs", ".html", ".css")
        if (lines := len(tree.text(path).splitlines())) >= LINES and path.name != "score_search.py"
    }

    assert too_long == {}


def test_file_has_a_name_that_says_what_is_inside():
    nameless = [str(path) for path in tree.files(".py", ".js", ".css", ".html") if path.stem in NAMELESS]

    assert nameless == []


def test_module_begins_with_what_is_here():
    silent = [
        str(path)
        for path in tree.files(".py")
        if tree.parsed(path).body and ast.get_docstring(tree.parsed(path)) is None and path.name != "score_search.py"
    ]

    assert silent == []


def test_no_work_is_left_as_a_note():
    notes = [
        f"{path}: {word}"
        for path in tree.files(".py", ".js", ".mjs", ".css", ".html", ".md", ".toml")
        for word in WAITING
        if word in tree.text(path)
    ]

    assert notes == []


def test_state_is_assigned_in_one_place():
    def check(path):
        for node in ast.walk(tree.parsed(path)):
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr == "state":
                    yield node.lineno, "assigns .state"

    paths = [path for path in tree.files(".py", under=tree.PRODUCT) if path != Path("core/states.py")]

    assert found_in(paths, check) == []


def test_environment_is_read_in_settings_alone():
    """`setdefault` before Django starts is not reading: it says which settings, it decides nothing."""

    def check(path):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "environb", "getenv"):
                yield node.lineno, f"os.{node.attr}"

    def is_setdefault(path, line):
        return "os.environ.setdefault(" in tree.text(path).splitlines()[line - 1]

    paths = [path for path in tree.files(".py", under=tree.PRODUCT) if path.parts[:2] != ("config", "settings")]
    reads = [
        f"{path}:{line}: {words}" for path in paths for line, words in check(path) if not is_setdefault(path, line)
    ]

    assert reads == []


@pytest.mark.parametrize(
    ("library", "home"),
    [
        ("tantivy", ("search", "engines")),
        ("elasticsearch", ("search", "engines")),
        ("graphene", ("api",)),
        ("graphene_django", ("api",)),
    ],
)
def test_library_stays_in_its_folder(library, home):
    outside = [
        str(path)
        for path in tree.files(".py", under=tree.PRODUCT)
        if path.parts[: len(home)] != home
        and any(name == library or name.startswith(f"{library}.") for name in tree.imported(path))
    ]

    assert outside == []


def test_import_inside_a_function_carries_its_reason():
    def check(path):
        lines = tree.text(path).splitlines()
        for function in ast.walk(tree.parsed(path)):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    around = " ".join(lines[max(0, node.lineno - 2) : node.end_lineno])
                    reason = around.partition("#")[2]
                    if not reason.replace("noqa", "").strip(" :PLC0415") or "circular" in reason.lower():
                        yield node.lineno, "import inside a function without a reason beside it"

    assert found_in(tree.files(".py", under=tree.PRODUCT), check) == []


def test_public_function_of_a_rule_says_what_it_promises():
    paths = [
        path
        for path in tree.files(".py", under=tree.APPS)
        if tree.is_layer(path, "services") or tree.is_layer(path, "selectors") or str(path) in tree.PURE
    ]

    def check(path):
        for function in tree.top_level_functions(path):
            if not ast.get_docstring(function):
                yield function.lineno, f"{function.name} has no docstring"

    assert found_in(paths, check) == []


def test_service_takes_its_arguments_by_name_and_typed():
    def check(path):
        for function in tree.top_level_functions(path):
            arguments = function.args
            if arguments.args or arguments.posonlyargs:
                yield function.lineno, f"{function.name} takes positional arguments"
            if any(argument.annotation is None for argument in arguments.kwonlyargs) or function.returns is None:
                yield function.lineno, f"{function.name} is not fully typed"

    paths = [path for path in tree.files(".py", under=tree.APPS) if tree.is_layer(path, "services")]

    assert found_in(paths, check) == []


def test_pure_module_knows_no_database_and_no_request():
    impure = [
        f"{path}: {name}"
        for path in map(Path, tree.PURE)
        if (tree.ROOT / path).exists()
        for name in sorted(tree.imported(path))
        if name.startswith(("django.db", "django.http", "django.shortcuts", "django.core.cache"))
        or name.split(".")[1:2] in (["models"], ["selectors"], ["services"], ["views"])
    ]

    assert impure == []


def test_apps_do_not_listen_to_each_other():
    listening = [
        f"{path}: {name}"
        for path in tree.files(".py", under=tree.APPS)
        for name in sorted(tree.imported(path))
        if name.startswith(("django.db.models.signals", "django.dispatch"))
    ]

    assert listening == []


def test_view_starts_from_a_scope():
    def check(path):
        for node in ast.walk(tree.parsed(path)):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in ("all", "get", "filter", "exclude")
                and isinstance(node.value, ast.Attribute)
                and node.value.attr == "objects"
            ):
                yield node.lineno, f".objects.{node.attr} in a view"

    paths = [path for path in tree.files(".py", under=tree.APPS) if tree.is_layer(path, "views")]

    assert found_in(paths, check) == []


def test_clock_is_read_in_one_place():
    """Rules take `today` or `now` as an argument; core/clock.py is where a view or a task gets it."""

    def check(path):
        for node in ast.walk(tree.parsed(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                owner = node.func.value
                owner_name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
                if owner_name in ("date", "datetime", "timezone"):
                    yield node.lineno, f"{owner_name}.{node.func.attr}()"

    paths = [path for path in tree.files(".py", under=tree.APPS) if path != Path("core/clock.py")]

    assert found_in(paths, check) == []

"""Each variable of the environment stands in .env.example and in docs/operations.md, and none stands there in vain."""

import ast
import re

from tests.architecture import tree

READ_BEFORE_SETTINGS = {"DJANGO_SETTINGS_MODULE", "HOST", "PORT"}  # by Django itself and by the Makefile


def variables_read():
    """Names that config/settings reads from the environment."""
    names = set()
    for path in tree.files(".py", under=("config/settings",)):
        for node in ast.walk(tree.parsed(path)):
            arguments = []
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("os.environ.get", "os.getenv"):
                arguments = node.args[:1]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                arguments = [node.slice]
            names |= {argument.value for argument in arguments if isinstance(argument, ast.Constant)}
    return names


def test_environment_example_names_each_variable():
    told = set(re.findall(r"^#? ?([A-Z][A-Z_]+)=", (tree.ROOT / ".env.example").read_text(encoding="utf-8"), re.M))

    assert told == variables_read() | READ_BEFORE_SETTINGS


def test_operations_page_explains_each_variable():
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", (tree.ROOT / "docs/operations.md").read_text(encoding="utf-8"), re.M))

    assert told == variables_read() | READ_BEFORE_SETTINGS

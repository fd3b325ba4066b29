"""The strict content policy, checked in the sources: no inline script or style, nothing from another host."""

import re

import pytest

from tests.architecture import tree

TEMPLATES = list(tree.files(".html", ".txt", ".xml", ".svg", under=("templates",)))
TAG = re.compile(r"<(?!!--)[a-zA-Z][^>]*>", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->|\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
HANDLER = re.compile(r"\s(?:on[a-z]+|hx-on[:a-z-]*)\s*=|javascript:", re.IGNORECASE)
LOADS = re.compile(r"\b(?:src|srcset|poster|data|action|formaction|hx-get|hx-post)\s*=\s*[\"']?\s*(?:https?:)?//", re.I)
FOREIGN_LINK = re.compile(r"<link\b(?![^>]*rel=[\"'](?:canonical|alternate))[^>]*href\s*=\s*[\"']?(?:https?:)?//", re.I)
CSS_LOADS = re.compile(r"url\(\s*[\"']?\s*(?:https?:)?//|@import", re.IGNORECASE)
JS_LOADS = re.compile(r"[\"'`](?:https?:)?//[a-z0-9]", re.IGNORECASE)
JS_EVAL = re.compile(r"\beval\(|new Function\(|document\.write")


def source(path):
    """A template without its comments."""
    return COMMENT.sub("", tree.text(path))


def tags(path):
    """The tags of a template, with what stands in them."""
    return TAG.findall(source(path))


def test_template_has_no_inline_script():
    inline = [
        f"{path}: <script{attributes}>"
        for path in TEMPLATES
        for attributes in SCRIPT.findall(source(path))
        if "src=" not in attributes and "application/ld+json" not in attributes
    ]

    assert inline == []


@pytest.mark.parametrize("forbidden", [INLINE_STYLE, HANDLER, LOADS, FOREIGN_LINK], ids=lambda rule: rule.pattern[:20])
def test_template_tag_keeps_the_content_policy(forbidden):
    breaking = [f"{path}: {tag[:100]}" for path in TEMPLATES for tag in tags(path) if forbidden.search(tag)]

    assert breaking == []


def test_style_sheet_loads_nothing_from_another_host():
    loading = [
        f"{path}: {match.group(0)}"
        for path in tree.files(".css", under=("static",))
        for match in CSS_LOADS.finditer(tree.text(path))
    ]

    assert loading == []


@pytest.mark.parametrize("forbidden", [JS_LOADS, JS_EVAL], ids=["another host", "text run as code"])
def test_script_keeps_the_content_policy(forbidden):
    breaking = [
        f"{path}: {match.group(0)}"
        for path in tree.files(".js", under=("static",))
        for match in forbidden.finditer(tree.text(path))
    ]

    assert breaking == []

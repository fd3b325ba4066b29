"""Neutral conditions -> queries of the embedded index, and its counts -> facets. Nothing here reads typed text."""

from collections.abc import Iterable, Mapping
from sys import intern
from typing import Any as Anything

import tantivy

from search import queries as q
from search.engines.embedded_schema import BRANCH, BRANCH_SIGN, code_field

_ALL_VALUES = 5000
_TOP_MAKERS = 40
_EXACT_FIRST = 2.0  # more than all groups together can give
_MUST, _SHOULD = tantivy.Occur.Must, tantivy.Occur.Should
# facet -> the filter that is its own
OWN_FILTER = {
    "province": "place", "old": "place", "commune": "commune", "stars": "stars", "state": "state",
    "category": "category", "maker": "maker", "price": "price",
}  # fmt: skip


def compile_condition(schema: tantivy.Schema, condition: q.Condition) -> tantivy.Query:
    """The index's query for a condition."""
    query = tantivy.Query
    match condition:
        case q.Everything():
            return query.all_query()
        case q.Nothing():
            return query.empty_query()
        case q.Is(name, value):
            return query.term_query(schema, code_field(name), value, index_option="basic")
        case q.Between(name, low, high):
            return query.range_query(schema, name, tantivy.FieldType.Unsigned, low, high)
        case q.Phrase(name, words, slop):
            if len(words) == 1:
                return query.term_query(schema, name, words[0])
            return query.phrase_query(schema, name, list(words), slop=slop)
        case q.Starts(name, words):
            return query.phrase_prefix_query(schema, name, list(words))
        case q.All(parts):
            return query.boolean_query([(_MUST, compile_condition(schema, part)) for part in parts])
        case q.Any(parts):
            return query.boolean_query([(_SHOULD, compile_condition(schema, part)) for part in parts])
    raise TypeError(f"no condition: {condition!r}")


def shown(query: q.EngineQuery, *, leaving_out: str = "") -> q.Condition:
    """What is shown: the match and every filter but the one left out."""
    filters = query.filters.conditions()
    return q.all_of([query.match, *(part for name, part in filters.items() if name != leaving_out)])


def ranked(schema: tantivy.Schema, query: q.EngineQuery) -> tantivy.Query:
    """The query whose scores put exact answers first, then by what each match is worth."""
    made = tantivy.Query
    parts = [(_MUST, made.const_score_query(compile_condition(schema, shown(query)), 1.0))]
    if query.exact != query.match and not isinstance(query.exact, q.Nothing):
        parts.append((_SHOULD, made.const_score_query(compile_condition(schema, query.exact), _EXACT_FIRST)))
    for group in query.scores:
        options = [
            made.const_score_query(compile_condition(schema, condition), worth)
            for condition, worth in group.alternatives
        ]
        parts.append((_SHOULD, options[0] if len(options) == 1 else made.disjunction_max_query(options)))
    return made.boolean_query(parts)


def facet_requests(query: q.EngineQuery) -> list[tuple[q.Condition, tuple[str, ...]]]:
    """Which facets are counted over which products: one pass for all whose own filter is not set, one more for each
    that is."""
    used = query.filters.conditions()
    free = tuple(name for name, own in OWN_FILTER.items() if own not in used)
    requests = [(shown(query), free)] if free else []
    for own in used:
        names = tuple(name for name, filter_name in OWN_FILTER.items() if filter_name == own)
        requests.append((shown(query, leaving_out=own), names))
    return requests


def aggregation(names: Iterable[str]) -> dict[str, Anything]:
    """The index's request for counts of these facets."""
    made: dict[str, Anything] = {}
    for name in names:
        if name == "price":
            made[name] = {"stats": {"field": "price"}}
        else:
            size = _TOP_MAKERS if name == "maker" else _ALL_VALUES
            field = BRANCH if name == "category" else code_field(name)
            made[name] = {"terms": {"field": field, "size": size, "segment_size": _ALL_VALUES}}
    return made


Facets = tuple[Mapping[str, Mapping[str | int, int]], tuple[int, int] | None]


def read_facets(answer: Mapping[str, Anything]) -> Facets:
    """Counts by facet and value, and the range of prices."""
    facets: dict[str, dict[str | int, int]] = {}
    prices = None
    for name, found in answer.items():
        if name == "price":
            if found.get("count"):
                prices = int(found["min"]), int(found["max"])
            continue
        if name == "category":
            facets[name] = _of_branches(found["buckets"])
            continue
        facets[name] = {_value(name, bucket["key"]): int(bucket["doc_count"]) for bucket in found["buckets"]}
    return facets, prices


def _of_branches(buckets: Iterable[Mapping[str, Anything]]) -> dict[str | int, int]:
    """Counts of branches -> of each sector, group and set on them."""
    counts: dict[str | int, int] = {}
    for bucket in buckets:
        for code in filter(None, str(bucket["key"]).split(BRANCH_SIGN)):
            counts[code] = counts.get(code, 0) + int(bucket["doc_count"])
    return counts


def has_words(condition: q.Condition) -> bool:
    """Whether the condition asks for words, which two visitors rarely share, and not for choices alone."""
    if isinstance(condition, q.All | q.Any):
        return any(map(has_words, condition.parts))
    return isinstance(condition, q.Phrase | q.Starts)


def _value(name: str, key: Anything) -> str | int:
    return int(key) if name in ("stars", "maker") else intern(str(key))

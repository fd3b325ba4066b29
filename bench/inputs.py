"""What people, robots and attackers type: one list for the fuzz tests and for `make bench ONLY=fuzz`.

Always the same list (`Random` with a fixed seed), only texts and addresses; who asks them is not here. Pure.
"""

import random
from collections.abc import Iterator
from urllib.parse import quote, urlencode

_SEED = 26_2026
_MADE_TEXTS = 120
_MADE_SETS = 160

# Each was once the reason why some search page somewhere broke.
HAND_PICKED = (
    "", " ", "\t\n", "a", "đ", "0", "-1", "ocop", "keo dua ben tre", "kẹo dừa bến tre", "KẸO DỪA", "kẹo dừa" * 40,
    "hoà", "hòa", "hoa`", "ho\u0061\u0300", "d\u0323\u0302", "\u0300\u0301\u0309", "i\u0307", "İ", "ß", "ﬁ", "Ⅳ", "①",
    "caphe", "nuoc mam phu quoc 5 sao", "trà 4 sao", "4 sao", "5*", "*", "**", "?", "~", "~2", "^10", "kẹo^", "dừa~9",
    "name:*", "name:", ":", "+", "-", "+kẹo -dừa", "-kẹo", "kẹo AND", "AND", "OR OR OR", "NOT", "NOT kẹo", "kẹo OR",
    "(", ")", "((((((((((", "kẹo)", "[a TO z]", "{1 TO *}", "[* TO", "/.*/", "/(a+)+$/", "\\",
    "\\\\", '"', '""', '"kẹo',
    "“kẹo dừa”", "'", "' OR 1=1 --", "'; DROP TABLE catalog_product; --", "%", "%%%", "_", "% OR name LIKE '%",
    "<script>alert(1)</script>", "<b>", "&amp;", "&#x0;", "{{ 7*7 }}", "{% debug %}",
    "${jndi:ldap://x}", "../../etc/passwd",
    "a\x00b", "\x00", "\x01\x02\x1f", "\x7f", "\ufeffkẹo", "k\u200bẹ\u200bo", "\u202egnol tâm",
    "\u2028", "\ufffd", "\ue000",
    "🍯", "👩\u200d🌾 mật ong", "🇻🇳", "蜂蜜", "عسل", "мёд", "ਸ਼ਹਿਦ",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "\U0010fffd",
    "1e309", "NaN", "Infinity", "-0", "9" * 200, "1.000.000.000đ", "١٢٣", "²", "½", "None", "null",
    "true", "undefined", "[]",
    "858/QĐ-UBND", "/QĐ-UBND", "858/", "QĐ", "2942/QĐ-UBND ngày 5/8/2021 (UBND tỉnh Thanh Hóa)",
    "http://example.com/?q=1",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z", "kẹo " * 60, "k" * 2000, "dừa, " * 300,
    "ươ" * 100, "ngh" * 100,
    "kẹo dừa kẹo dừa kẹo dừa mật ong mật ong trà trà trà", "nuwowsc mawsm", "nuoc71 ma8m1",
    "kjeo dfuaf", "qwxzj", "zzzzzz",
)  # fmt: skip

_SEARCHES = (
    "kẹo dừa mật ong trà cà phê gạo nước mắm bánh tráng cá khô tôm chả lụa rượu nếp cốt miến dong hạt điều tiêu nghệ "
    "bến tre lai châu sóc trăng trà vinh đà lạt phú quốc huế 5 sao htx cty tnhh nguyen cai gi cho tet ngon re"
)
_WORDS = _SEARCHES.split()
_NASTY_LETTERS = "đĐơưăâêôạỹ\u0300\u0323\u200b\u00a0\u0000\"'()[]{}*?~^:\\/%_&<>+-|!@#$;,.🍯ſİ０漢"

# What stands behind the names of parameters in an address, besides what belongs there.
_VALUES = {
    "q": ("", "kẹo dừa", "trà 4 sao", "mật ong lai châu", "\x00", "a" * 5000, "*", '"'),
    "province": ("", "01", "96", "99", "00", "1", "-1", "01'", "vĩnh long", "\x00", "9" * 50, "٠١"),
    "old": ("", "15", "83", "99", "ben-tre", "\x00", "-1"),
    "commune": ("", "00001", "28756", "99999", "x", "1" * 40, "-1", "\x00"),
    "stars": ("", "5", "4", "3", "0", "7", "-1", "3.5", "five", "٣", "1e9", "\x00"),
    "group": ("", "food", "processed_food", "no_such_group", "food/..", "\x00", "x" * 500),
    "state": ("", "valid", "day_unknown", "expired", "withdrawn", "nonsense", "\x00"),
    "price_min": ("", "0", "50000", "-5", "abc", "1e309", "9" * 30, "NaN", "50.000", "²", "\x00"),
    "price_max": ("", "0", "100000", "-5", "abc", "1e309", "9" * 30, "45k", "\x00"),
    "maker": ("", "1", "0", "-1", "9" * 25, "htx-nam-yang", "no such", "\x00"),
    "sort": ("", "relevance", "stars", "newest", "price", "-price", "name", "rank; drop", "\x00"),
    "page": ("", "1", "2", "0", "-1", "999999", "9" * 40, "1.5", "x", "١", "\x00"),
    "plain": ("", "1", "0", "yes"),
    "drop": ("", "place", "stars", "goods", "no-such-chip", "a" * 600, "\x00"),
    "unknown": ("", "1"),
    "utm_source": ("newsletter",),
}  # fmt: skip

# Not percent-encoded by us: broken UTF-8, lone halves, missing and double signs.
RAW_QUERIES = (
    "q=%FF%FE", "q=%ED%A0%80", "q=%C0%AF", "q=%", "q=%zz", "q=%u0041", "q=%00", "q", "=", "&",
    "&&&&", "?", "q==", "q=a&q=b",
    "q=a;page=2", "page=%FF", "stars=%ED%A0%80", "province=%C3", "sort=%F5", "drop=%FF", "q[]=a",
    "q[$ne]=1", "%FF=1", "q=+",
)  # fmt: skip


def texts() -> list[str]:
    """What is typed into a search or check field, hand-picked ones first, then made ones; no text twice."""
    rng = random.Random(_SEED)
    made = [_broken(rng, " ".join(rng.choices(_WORDS, k=rng.randint(1, 6)))) for _ in range(_MADE_TEXTS)]
    return list(dict.fromkeys((*HAND_PICKED, *made)))


def _broken(rng: random.Random, text: str) -> str:
    """The text with up to six letters dropped, doubled, swapped or replaced by nasty ones."""
    letters = list(text)
    for _ in range(rng.randint(0, 6)):
        at = rng.randrange(len(letters)) if letters else 0
        what = rng.randrange(5)
        if what == 0 and len(letters) > 1:
            del letters[at]
        elif what == 1 and letters:
            letters.insert(at, letters[at])
        elif what == 2 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters.insert(at, rng.choice(_NASTY_LETTERS))
    return "".join(letters)


def parameter_sets() -> list[list[tuple[str, str]]]:
    """Parameters of the list page: every value alone, then mixtures with repeated names."""
    rng = random.Random(_SEED)
    sets = [[(name, value)] for name, values in _VALUES.items() for value in values]
    names = list(_VALUES)
    for _ in range(_MADE_SETS):
        chosen = rng.choices(names, k=rng.randint(2, 7))
        sets.append([(name, rng.choice(_VALUES[name])) for name in chosen])
    # Limits: a hundred provinces, a thousand parameters (Django refuses more with 400).
    sets.append([("province", f"{number:02}") for number in range(100)])
    sets.append([("stars", str(number % 9)) for number in range(1100)])
    return sets


def search_queries() -> Iterator[str]:
    """The part behind "?" for the list page."""
    yield from (urlencode({"q": text}) for text in texts())
    yield from (urlencode(parameters) for parameters in parameter_sets())
    yield from RAW_QUERIES


def text_queries() -> Iterator[str]:
    """The part behind "?" for a page with one field: check and suggestions."""
    yield from (urlencode({"q": text}) for text in texts())
    yield from RAW_QUERIES


def addresses() -> list[str]:
    """Every address of the fuzz run: list, suggestions, check, and paths with a text in them."""
    found = [f"/search/?{query}" for query in search_queries()]
    found += [f"/en/search/?{query}" for query in list(search_queries())[::7]]
    found += [f"/search/suggest/?{query}" for query in text_queries()]
    found += [f"/verify/?{query}" for query in text_queries()]
    shown = [text for text in texts() if text.strip() and len(text) <= 200][::4]
    found += [f"/verify/{quote(text, safe='')}/" for text in shown]
    found += [f"/products/{quote(text, safe='')}/" for text in shown]
    found += [f"/makers/{quote(text, safe='')}/" for text in shown]
    found += [f"/makers/?{urlencode({'page': value})}" for value in _VALUES["page"]]
    return list(dict.fromkeys(found))

"""What a visitor does on the real catalogue: map, search, filters, product, maker, check; in a real browser."""

import re

import pytest


def names(page):
    """The names of the products shown, in order."""
    return [text.strip() for text in page.locator(".card__name").all_inner_texts()]


def test_home_shows_the_map_of_34_provinces(page):
    page.goto("/")

    areas = page.locator("svg.map a")

    assert areas.count() == 34
    assert re.search(
        r"^Vĩnh Long, \d+ sản phẩm$", page.locator("svg.map a[href*='province=86']").get_attribute("aria-label")
    )
    assert page.get_by_text("Quần đảo Hoàng Sa").first.is_visible()
    assert page.get_by_text("Quần đảo Trường Sa").first.is_visible()


@pytest.mark.parametrize("opened", ["page", "phone", "page_without_scripts"])
def test_search_without_marks_and_with_an_old_province_finds_coconut_sweets_of_ben_tre(opened, request):
    page = request.getfixturevalue(opened)
    page.goto("/")

    page.locator("main form[role=search] input").fill("keo dua ben tre")
    page.locator("main form[role=search] button").first.click()
    page.wait_for_url(re.compile(r"/search/\?q=keo\+dua\+ben\+tre"))

    chips = " ".join(page.locator(".chip--on").all_inner_texts())
    assert "kẹo dừa" in chips.lower()
    assert "Bến Tre" in chips
    assert "Vĩnh Long" in chips
    assert all("kẹo" in name.lower() and "dừa" in name.lower() for name in names(page)[:6])
    assert "Vĩnh Long" in page.locator(".card__who").first.inner_text()


def test_chip_can_be_taken_off(page):
    page.goto("/search/?q=keo+dua+ben+tre")
    before = page.locator("#results").get_attribute("data-summary")

    page.locator(".chip--on", has_text="Bến Tre").click()
    page.wait_for_function("before => document.querySelector('#results').dataset.summary !== before", arg=before)

    assert page.locator(".chip--on", has_text="Bến Tre").count() == 0
    assert "drop=" in page.url


def test_filters_narrow_without_leaving_the_page_and_keep_the_address(page):
    page.goto("/search/")
    page.evaluate("window.stayed = true")
    option = page.locator("input[name=stars][value='5']")
    count = option.locator("xpath=ancestor::label").locator(".n").inner_text()

    option.check()
    page.wait_for_url(re.compile(r"stars=5"))

    assert page.evaluate("window.stayed") is True
    assert page.locator("#results").get_attribute("data-summary").startswith(f"{count} ")
    shared = page.url
    shown = names(page)
    page.goto("/")
    page.goto(shared)
    assert names(page) == shown


def test_filters_work_without_scripts(page_without_scripts):
    page = page_without_scripts
    page.goto("/search/?q=trà")

    page.locator("input[name=stars][value='4']").check()
    page.locator("#filter button", has_text="Xem").click()
    page.wait_for_url(re.compile(r"stars=4"))

    assert page.locator(".card").count() > 0
    assert all("4 sao" in text for text in page.locator(".card .badge b").all_inner_texts())


def test_valid_today_shows_valid_certificates_alone(page):
    page.goto("/search/?state=valid")

    assert page.locator(".card").count() == 24
    assert {badge.get_attribute("data-state") for badge in page.locator(".card .badge").all()} == {"valid"}


@pytest.mark.parametrize("sort", ["relevance", "stars", "newest", "price", "-price", "name"])
def test_every_order_pages_through_without_repeating(page, sort):
    page.goto(f"/search/?province=86&sort={sort}")
    first = [link.get_attribute("href") for link in page.locator(".card__name a").all()]

    page.locator(".pager a[rel=next]").click()
    page.wait_for_url(re.compile(r"page=2"))
    page.wait_for_function(
        "first => document.querySelector('.card__name a').getAttribute('href') !== first", arg=first[0]
    )
    second = [link.get_attribute("href") for link in page.locator(".card__name a").all()]

    assert len(first) == 24
    assert not set(first) & set(second)


def test_names_are_in_vietnamese_order(page):
    page.goto("/search/?sort=name&q=b%C3%A1nh")
    shown = names(page)

    page.goto("/search/?sort=name&q=b%C3%A1nh&page=2")

    letters = [name[0].lower() for name in [*shown, *names(page)]]
    assert letters == sorted(letters, key="aăâbcdđeêghiklmnoôơpqrstuưvxy".index)


@pytest.mark.parametrize("opened", ["page", "phone", "page_without_scripts"])
def test_product_shows_certificate_maker_and_place(opened, request):
    page = request.getfixturevalue(opened)
    page.goto("/search/?q=hat+mac+ca+mo+nong")
    page.locator(".card__name a").first.click()
    page.wait_for_url(re.compile(r"/products/"))

    assert page.locator("h1").inner_text() == "Hạt Mắc ca Mơ Nông"
    assert page.locator(".cert").is_visible()
    assert "không phải mọi món của chủ thể" in page.locator(".cert").inner_text()
    assert page.get_by_text("Hình minh họa, chưa có ảnh thật").is_visible()
    assert page.locator(".origin svg").is_visible()
    assert page.locator(".cert img.qr").evaluate("image => image.loading === 'lazy' || image.naturalWidth > 0")


def test_product_leads_to_its_maker_and_back_to_its_goods(page):
    page.goto("/search/?q=HTX+C%E1%BA%A7n+Gi%E1%BB%9D+T%C6%B0%C6%A1ng+Lai")
    page.locator(".card__name a").first.click()
    page.locator(".buy a[href*='/makers/']").first.click()
    page.wait_for_url(re.compile(r"/makers/"))

    assert "Cần Giờ Tương Lai" in page.locator("h1").inner_text()
    assert page.locator("#goods .card").count() == 13
    assert page.locator("#certificates tbody tr").count() == 13


@pytest.mark.parametrize("opened", ["page", "phone", "page_without_scripts"])
def test_certificate_is_checked_by_decision_name_and_code(opened, request):
    page = request.getfixturevalue(opened)
    page.goto("/verify/")
    page.locator("main form input[name=q]").fill("2942/QĐ-UBND")
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile(r"q=2942"))
    assert "20 " in page.locator(".verify__heading").inner_text()

    page.goto("/verify/?q=mat+ong+tam+dao")
    page.locator("main .cert a[href*='/verify/']").first.click()
    page.wait_for_url(re.compile(r"/verify/[0-9A-Z]{12}/"))
    code = page.url.rstrip("/").rsplit("/", 1)[-1]

    page.goto(f"/verify/?q={code[:4]}-{code[4:8]}-{code[8:]}".lower())
    assert page.url.endswith(f"/verify/{code}/")


def test_unknown_code_is_told_clearly(page):
    answer = page.goto("/verify/ABCD2345EFGH/")

    assert answer.status == 404
    assert "ABCD2345EFGH" in page.locator("main .empty").inner_text()


def test_english_is_one_click_away_and_stays(page):
    page.goto("/search/?q=keo+dua")
    page.locator("nav.nav a[hreflang=en]").click()
    page.wait_for_url(re.compile(r"/en/search/\?q=keo\+dua"))

    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".card__name a").first.click()
    page.wait_for_url(re.compile(r"/en/products/"))
    assert page.locator("h1").get_attribute("lang") == "vi"


def test_suggestions_are_used_with_the_keyboard_alone(page):
    page.goto("/")
    page.locator("main form[role=search] input").focus()

    page.keyboard.type("mat ong", delay=20)
    page.wait_for_selector(".suggest__opt")
    page.keyboard.press("ArrowDown")
    active = page.locator("main form[role=search] input").get_attribute("aria-activedescendant")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(search|products|makers)/"))

    assert active


def test_keyboard_alone_goes_from_skip_link_to_a_product(page):
    page.goto("/search/?q=keo+dua")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.card')"):
            break
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(r"/products/"))


def test_filter_sheet_on_a_phone_counts_on_its_button(phone):
    phone.goto("/search/?q=tr%C3%A0")
    phone.locator("[data-sheet-open]").click()
    button = phone.locator(".facets__go button")
    before = button.inner_text()

    phone.locator("input[name=stars][value='5']").check()
    phone.wait_for_function("before => document.querySelector('.facets__go button').innerText !== before", arg=before)
    phone.locator(".facets__go button").click()

    assert re.search(r"Xem \d+ món", before)
    assert phone.locator(".card").first.is_visible()


@pytest.mark.parametrize(
    "address", ["/", "/search/?q=keo+dua", "/verify/", "/makers/", "/about/sources/", "/about/ranking/"]
)
@pytest.mark.parametrize("width", [360, 390, 700, 820, 1000, 1440])
def test_no_page_scrolls_sideways(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_nothing_found_has_a_way_on(page):
    page.goto("/search/?q=dien+thoai+iphone")

    assert page.locator(".card").count() <= 3
    assert page.locator("main a[href='/search/'], main .card").count() > 0

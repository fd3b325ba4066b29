"""The public check of certificates: what typed words are, what is answered, what is never told."""

import datetime as dt

import pytest
from django.urls import reverse

from catalog.badge import State
from catalog.services import certificates
from certification import selectors
from core import clock, codes
from tests.factories import make_certificate, make_organization, make_product


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("858/QĐ-UBND", "858/QĐ-UBND"),
        ("QĐ số 858", "858"),
        ("quyết định 2942/QĐ-UBND", "2942/QĐ-UBND"),
        ("  136 / QĐ-UBND ", "136/QĐ-UBND"),
        ("858", "858"),
        ("mật ong", ""),
        ("gạo om5451", ""),
        ("12345678", ""),
        ("", ""),
    ],
)
def test_decision_number_is_read_from_what_people_type(text: str, number: str) -> None:
    assert selectors.decision_number(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("7KQM-2XPA-9RTV", "7KQM2XPA9RTV"),
        ("7kqm 2xpa 9rtv", "7KQM2XPA9RTV"),
        ("https://saolang.example/verify/7KQM2XPA9RTV/", "7KQM2XPA9RTV"),
        ("mật ong rừng", ""),
        ("7KQM", ""),
    ],
)
def test_code_is_read_typed_spoken_or_scanned(text: str, code: str) -> None:
    assert selectors.code_in(text) == code


@pytest.mark.django_db
@pytest.mark.parametrize("written", [str, str.lower, codes.spoken, lambda code: f"http://testserver/verify/{code}/"])
def test_verify_leads_to_the_certificate_of_a_code(client, written) -> None:
    certificate = make_certificate()

    response = client.get(reverse("certification:verify"), {"q": written(certificate.code)})

    assert response.status_code == 302
    assert response.url == reverse("certification:certificate", args=[certificate.code])


@pytest.mark.django_db
def test_verify_finds_certificates_of_a_decision_alone(client) -> None:
    wanted = [make_certificate(decision_no="858/QĐ-UBND"), make_certificate(decision_no="858/QĐ-BNN")]
    make_certificate(decision_no="8580/QĐ-UBND")

    response = client.get(reverse("certification:verify"), {"q": "QĐ 858"})

    assert {answer.certificate.code for answer in response.context["answers"]} == {row.code for row in wanted}
    assert response.context["total"] == 2


@pytest.mark.django_db
def test_verify_finds_by_words_of_product_and_maker(client) -> None:
    maker = make_organization(name="HTX Nam Yang")
    certificate = make_certificate(product=make_product(name="Tiêu sọ Lệ Chí", seller=maker))

    found = [client.get(reverse("certification:verify"), {"q": words}) for words in ("tieu so le chi", "nam yang")]

    assert [[answer.certificate.code for answer in page.context["answers"]] for page in found] == [
        [certificate.code]
    ] * 2


@pytest.mark.django_db
def test_verify_of_what_nobody_has_says_so(client) -> None:
    response = client.get(reverse("certification:verify"), {"q": "xe máy điện"})

    assert response.context["answers"] == []
    assert "chưa có nghĩa là không có" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "state", "words"),
    [
        ({"issued_on": "today"}, State.VALID, "Còn hiệu lực"),
        ({"issued_year": "three years ago"}, State.DAY_UNKNOWN, "ngày chưa rõ"),
        ({"issued_year": 2019}, State.EXPIRED, "Đã hết hạn"),
        ({}, State.UNDATED, "Chưa rõ thời hạn"),
    ],
)
def test_certificate_page_answers_first_and_names_what_it_covers(client, facts, state, words) -> None:
    today = clock.today()
    named = {"today": today, "three years ago": today.year - 3}
    facts = {key: named.get(value, value) for key, value in facts.items()}
    certificate = make_certificate(product=make_product(name="Kẹo dừa gừng"), **facts)

    response = client.get(reverse("certification:certificate", args=[certificate.code]))

    text = response.content.decode()
    assert response.context["certificate"].badge.state is state
    assert words in text
    assert "chỉ riêng Kẹo dừa gừng" in text


@pytest.mark.django_db
def test_withdrawn_certificate_tells_ground_and_day(client) -> None:
    certificate = make_certificate(issued_on=clock.today())
    certificates.withdraw_certificate(certificate=certificate, withdrawn_on=clock.today(), reason="ngừng sản xuất")

    text = client.get(reverse("certification:certificate", args=[certificate.code])).content.decode()

    assert "Đã thu hồi" in text
    assert "ngừng sản xuất" in text


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["ABCD2345EFGH", "x", "0" * 60])
def test_unknown_code_is_not_found_and_says_it(client, code) -> None:
    response = client.get(reverse("certification:certificate", args=[code]))

    assert response.status_code == 404
    assert code in response.content.decode()


@pytest.mark.django_db
def test_certificate_of_a_hidden_product_does_not_exist(client) -> None:
    certificate = make_certificate(product=make_product(is_published=False))

    pages = ["certification:certificate", "certification:certificate_qr"]
    answers = [client.get(reverse(page, args=[certificate.code])).status_code for page in pages]

    assert answers == [404, 404]


@pytest.mark.django_db
def test_qr_code_holds_the_vietnamese_address_also_on_english_pages(client, settings) -> None:
    certificate = make_certificate()
    vietnamese = reverse("certification:certificate_qr", args=[certificate.code])

    drawn = [client.get(prefix + vietnamese).content for prefix in ("", "/en")]

    assert drawn[0] == drawn[1]
    assert drawn[0].startswith(b"<svg")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_verify_asks_the_database_as_often_for_many_as_for_one(client, number, django_assert_num_queries) -> None:
    for _ in range(number):
        make_certificate(decision_no="858/QĐ-UBND", issued_on=dt.date(2024, 1, 2))

    with django_assert_num_queries(3):
        client.get(reverse("certification:verify"), {"q": "858/QĐ-UBND"})

"""Who may open which page: every address of the site has its row in permissions.csv and behaves as the row says.

A new page without a row fails here, so nobody forgets to ask who may see it.
"""

import pytest
from django.apps import apps
from django.core import serializers

from accounts.models import Membership
from accounts.roles import Right, rights_of
from catalog.models import Product
from tests.architecture.pages import patterns, rows
from tests.architecture.world import make_world
from tests.factories import make_user

PAGES = rows()
ROLES = ["owner", "goods", "orders", "finance", "trade"]
OPENED = {200, 302, 405}  # 405: the page takes the other method
APPS = ("accounts", "catalog", "sellers")


def of(*kinds):
    return [page for page in PAGES if page.who.partition(":")[0] in kinds]


@pytest.fixture
def world(db):
    return make_world()


def stored():
    """Everything of the trade as it is stored, to see that nothing changed."""
    models = [model for label in APPS for model in apps.get_app_config(label).get_models()]
    return serializers.serialize("json", [row for model in models for row in model._default_manager.order_by("pk")])


def answers(client, address):
    """Status by method."""
    return {method: getattr(client, method)(address).status_code for method in ("get", "post")}


def test_every_page_has_its_row():
    assert [page.name for page in PAGES] == sorted({name for name, _ in patterns()})


def test_every_page_has_one_name():
    """URL <app>:<page>, view function <page>; what Django itself provides keeps its own."""
    otherwise = [
        name for name, pattern in patterns() if ":" in name and pattern.callback.__name__ != name.rpartition(":")[2]
    ]

    assert otherwise == []


def test_every_row_says_who():
    rights = {"", *(right.value for right in Right)}
    odd = [
        page
        for page in PAGES
        if page.who not in ("everyone", "signed_in", "own", "office", "allauth")
        and not (page.who.partition(":")[0] == "desk" and page.who.partition(":")[2] in rights)
    ]

    assert odd == []


def test_every_address_of_a_desk_is_marked_so():
    odd = [name for name, pattern in patterns() if "<slug:maker>" in str(pattern.pattern)]

    assert sorted(odd) == [page.name for page in of("desk")]


@pytest.mark.parametrize("page", of("everyone"), ids=lambda page: page.name)
def test_page_for_everyone_shows_itself_to_a_visitor(client, world, page):
    assert client.get(page.address(world.mine.rows)).status_code in (200, 302)


@pytest.mark.parametrize("page", of("everyone"), ids=lambda page: page.name)
def test_visitor_changes_no_goods(client, world, page):
    """Whatever a visitor sends without a form's fields, the catalogue stays as it was."""
    before = Product.objects.get(pk=world.mine.rows["product"])

    codes = {
        m: getattr(client, m)(page.address(world.mine.rows)).status_code for m in ("post", "put", "patch", "delete")
    }

    assert set(codes.values()) <= {200, 302, 400, 403, 405, 429}
    assert Product.objects.get(pk=before.pk).revision == before.revision


@pytest.mark.parametrize("page", of("signed_in", "own", "desk", "office"), ids=lambda page: page.name)
def test_visitor_is_led_to_the_sign_in(client, world, page):
    before = stored()

    found = answers(client, page.address(world.mine.rows))

    assert found == {"get": 302, "post": 302} or found in ({"get": 405, "post": 302}, {"get": 302, "post": 405})
    assert stored() == before


@pytest.mark.parametrize("page", of("desk"), ids=lambda page: page.name)
@pytest.mark.parametrize("who", ["other maker", "buyer", "staff"])
def test_desk_does_not_exist_for_a_stranger(client, world, page, who):
    stranger = {"other maker": world.mine.owner, "buyer": world.buyer, "staff": world.staff}[who]
    client.force_login(stranger)
    before = stored()

    found = answers(client, page.address(world.theirs.rows))

    assert set(found.values()) <= {404, 405}
    assert 404 in found.values()
    assert stored() == before


@pytest.mark.parametrize("page", [page for page in of("desk") if page.names_rows], ids=lambda page: page.name)
def test_row_of_another_maker_does_not_exist_at_my_desk(client, world, page):
    client.force_login(world.mine.owner)
    before = stored()
    mixed = world.theirs.rows | {"maker": world.mine.rows["maker"]}

    found = answers(client, page.address(mixed))

    assert set(found.values()) <= {404, 405}
    assert 404 in found.values()
    assert stored() == before


@pytest.mark.parametrize("page", of("desk"), ids=lambda page: page.name)
def test_desk_opens_for_its_owner(client, world, page):
    client.force_login(world.mine.owner)

    assert client.get(page.address(world.mine.rows)).status_code in OPENED


@pytest.mark.parametrize("page", of("desk"), ids=lambda page: page.name)
@pytest.mark.parametrize("role", ROLES)
def test_desk_asks_for_the_right_of_its_row(client, world, page, role):
    colleague = make_user()
    Membership.objects.create(user=colleague, organization=world.mine.organization, role=role)
    client.force_login(colleague)
    right = page.who.partition(":")[2]

    code = client.get(page.address(world.mine.rows)).status_code

    assert (code != 404) == (not right or right in rights_of(role))


@pytest.mark.parametrize("page", of("own"), ids=lambda page: page.name)
@pytest.mark.parametrize("who", ["other maker", "buyer"])
def test_own_page_does_not_exist_for_a_stranger(client, world, page, who):
    client.force_login({"other maker": world.mine.owner, "buyer": world.buyer}[who])
    before = stored()

    found = answers(client, page.address(world.theirs.rows))

    assert set(found.values()) <= {404, 405}
    assert stored() == before


@pytest.mark.parametrize("page", of("signed_in"), ids=lambda page: page.name)
def test_page_of_ones_own_opens_for_who_is_signed_in(client, world, page):
    client.force_login(world.buyer)

    assert client.get(page.address(world.mine.rows)).status_code in OPENED


@pytest.mark.parametrize("page", of("office"), ids=lambda page: page.name)
def test_office_does_not_exist_for_others(client, world, page):
    before = stored()

    for person in (world.mine.owner, world.buyer):
        client.force_login(person)
        assert set(answers(client, page.address(world.theirs.rows)).values()) <= {404}
    assert stored() == before


@pytest.mark.parametrize("page", of("office"), ids=lambda page: page.name)
def test_office_opens_for_staff(client, world, page):
    client.force_login(world.staff)

    assert client.get(page.address(world.mine.rows)).status_code in OPENED


@pytest.mark.parametrize("page", of("desk", "office", "own", "signed_in"), ids=lambda page: page.name)
def test_page_behind_a_door_is_never_kept(client, world, page):
    client.force_login(world.staff if page.who == "office" else world.mine.owner)

    answer = client.get(page.address(world.mine.rows))

    assert answer.status_code == 405 or {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


def test_admin_lets_in_staff_alone(client, world):
    """The admin's own pages: a visitor and a seller are led to its sign-in, staff sees the index."""
    seen = {}
    for name, person in (("visitor", None), ("seller", world.mine.owner)):
        client.logout()
        if person:
            client.force_login(person)
        seen[name] = client.get("/admin/").status_code

    assert seen == {"visitor": 302, "seller": 302}

"""The index follows the database: changes, deletions, makers, midnight, crashes; and the site answers without it."""

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from catalog.models import Certificate, Product, RemovedProduct
from core import clock
from search import engines, selectors, tasks
from search.queries import Filters, SearchQuery
from tests.factories import make_certificate, make_organization, make_product

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parent.parent.parent


def ids(text: str = "", **facts) -> list[int]:
    return list(selectors.finder.find(SearchQuery(text=text, **facts)).answer.ids)


def crash(*args, **facts):
    """What a kill in the middle looks like to the code."""
    raise KeyboardInterrupt


def test_new_renamed_hidden_and_deleted_goods_are_followed(index) -> None:
    product = make_product(name="Mật ong rừng")
    index()
    assert ids("mật ong") == [product.pk]

    Product.objects.filter(pk=product.pk).update(name="Nước mắm nhĩ", name_folded="nuoc mam nhi")
    index()
    assert (ids("mật ong"), ids("nước mắm")) == ([], [product.pk])

    Product.objects.filter(pk=product.pk).update(is_published=False)
    index()
    assert ids("nước mắm") == []

    Product.objects.filter(pk=product.pk).update(is_published=True)
    index()
    product.delete()
    index()
    assert ids("nước mắm") == []
    assert not RemovedProduct.objects.exists()


def test_renamed_maker_is_followed(index) -> None:
    maker = make_organization(name="HTX Hoa Ban")
    product = make_product(name="Măng khô", seller=maker)
    index()

    maker.name = "HTX Đỗ Quyên"
    maker.save()
    index()

    assert ids("htx đỗ quyên") == [product.pk]


def test_badge_that_changes_at_midnight_is_followed(index) -> None:
    certificate = make_certificate(issued_on=dt.date(2023, 5, 5))
    eve = dt.date(2026, 5, 5)
    writer = engines.writer()
    with writer.locked(wait_seconds=1):
        tasks.drain(writer, today=eve)
    product = Product.objects.get(pk=certificate.product_id)
    assert product.badge_changes_on == dt.date(2026, 5, 6)

    with writer.locked(wait_seconds=1):
        drained = tasks.drain(writer, today=dt.date(2026, 5, 6))

    assert drained.written == 1


def test_drained_index_has_nothing_left_to_do(index) -> None:
    make_certificate(product=make_product(seller=make_organization()))
    index()

    assert not Product.objects.behind_in_search().exists()


def test_crash_between_index_and_mark_repeats_the_work(index, monkeypatch) -> None:
    product = make_product(name="Mật ong rừng")
    with monkeypatch.context() as patched:
        patched.setattr(tasks, "clear_marks", crash)
        with pytest.raises(KeyboardInterrupt):
            index()

    assert list(Product.objects.behind_in_search()) == [product]
    index()
    assert ids("mật ong") == [product.pk]


def test_change_while_it_is_indexed_stays_marked(index, monkeypatch) -> None:
    product = make_product(name="Mật ong rừng")
    read = tasks.read_batch

    def read_and_change(*args, **facts):
        batch = read(*args, **facts)
        Product.objects.filter(pk=product.pk).update(name="Nước mắm nhĩ")
        return batch

    writer = engines.writer()
    batch_after = []
    with monkeypatch.context() as patched, writer.locked(wait_seconds=1):
        patched.setattr(tasks, "read_batch", read_and_change)
        batch_after = read_and_change([product.pk], today=clock.today())
        tasks.clear_marks(batch_after.revisions, today=clock.today())

    assert list(Product.objects.behind_in_search()) == [product]


def test_site_answers_from_the_database_without_an_index(index, client, settings) -> None:
    product = make_product(name="Mật ong rừng")
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    engines.engine()._looked_at = 0.0
    engines.engine()._open = None

    response = client.get("/search/", {"q": "mat ong"})

    assert response.status_code == 200
    assert [card.id for card in response.context["answer"].cards_exact] == [product.pk]


def test_broken_index_is_built_anew_by_the_indexer(index, settings) -> None:
    product = make_product(name="Mật ong rừng")
    index()
    for path in Path(settings.SEARCH_INDEX_DIR).rglob("*"):
        if path.is_file() and path.suffix in (".json", ".term", ".idx", ".store"):
            path.write_bytes(b"broken")

    index()

    assert ids("mật ong") == [product.pk]


def test_second_writer_waits_its_turn(index) -> None:
    with engines.writer().locked(wait_seconds=1), pytest.raises(engines.base.IndexBusy):  # noqa: SIM117 -- two writers
        with engines.writer().locked(wait_seconds=0.1):
            pass


def test_rebuild_keeps_what_changes_meanwhile(index, monkeypatch) -> None:
    make_certificate(product=make_product(name="Mật ong rừng"))
    Certificate.objects.update(stars=5)

    call_command("rebuild_index", verbosity=0)

    assert ids(filters=Filters(stars=(5,)))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_indexer_ends_when_its_parent_is_gone(tmp_path) -> None:
    environment = os.environ | {"SAOLANG_VAR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    environment.pop("DATABASE_URL", None)
    started = (
        "import subprocess, sys, time; p = subprocess.Popen([sys.executable, 'manage.py', 'run_indexer']); "
        "print(p.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", started], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    time.sleep(2)

    parent.kill()
    parent.wait()

    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and Path(f"/proc/{child}").exists():
        time.sleep(0.2)
    assert not Path(f"/proc/{child}").exists()

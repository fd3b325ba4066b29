"""Places for tests that store products, and files as people's offices make them."""

from pathlib import Path

import pytest
from django.db import transaction

from places import services

HEADER = "Tên sản phẩm,Chủ thể,Địa chỉ xã huyện,Tỉnh,Số sao,Năm,Quyết định,Giá,Đơn vị tính,Nguồn"


@pytest.fixture(scope="module")
def loaded_places(django_db_setup, django_db_blocker):
    """All provinces and communes, for every test of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        services.load_places()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def csv_file(tmp_path):
    """Writes lines below a usual header as a file: `csv_file("Kẹo dừa,HTX A,,Bến Tre,4,,,,,")`."""

    def write(*lines: str, header: str = HEADER, name: str = "goods.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("\n".join([header, *lines, ""]).encode(encoding))
        return path

    return write

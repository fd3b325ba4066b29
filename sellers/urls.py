"""Addresses of the seller's side: the makers' public pages, joining, the desk of one maker, the office for sellers."""

from django.urls import path

from sellers import views

app_name = "sellers"

public = [
    path("makers/", views.makers, name="makers"),
    path("makers/<slug:slug>/", views.maker, name="maker"),
]
joining: list = []
# Every address of a desk names its maker; the door of accounts/doors.py asks whether the person works there.
desk = [
    path("desk/<slug:maker>/", views.desk, name="desk"),
]
office: list = []
urlpatterns = [*public, *joining, *desk, *office]

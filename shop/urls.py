"""Addresses of the shop window that have a language."""

from django.urls import path

from shop import views

app_name = "shop"
urlpatterns = [
    path("", views.home, name="home"),
    path("products/<slug:slug>/", views.product, name="product"),
    path("about/sources/", views.sources, name="sources"),
    path("about/ranking/", views.ranking, name="ranking"),
]

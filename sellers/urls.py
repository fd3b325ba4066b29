"""Addresses of the makers' pages."""

from django.urls import path

from sellers import views

app_name = "sellers"
urlpatterns = [
    path("makers/", views.makers, name="makers"),
    path("makers/<slug:slug>/", views.maker, name="maker"),
]

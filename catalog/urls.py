"""Addresses of drawn pictures; no language, for they bear no words."""

from django.urls import path

from catalog import views

app_name = "catalog"
urlpatterns = [
    path("picture/<slug:key>.svg", views.picture, name="picture"),
    path("picture/sector/<slug:code>.<int:edition>.svg", views.sector_picture, name="sector_picture"),
    path("picture/cover/<slug:landscape>.<int:seed>.<int:edition>.svg", views.cover, name="cover"),
]

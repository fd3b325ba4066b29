"""Addresses of the public check of certificates."""

from django.urls import path

from certification import views

app_name = "certification"
urlpatterns = [
    path("verify/", views.verify, name="verify"),
    path("verify/<slug:code>/", views.certificate, name="certificate"),
    path("verify/<slug:code>/qr.svg", views.certificate_qr, name="certificate_qr"),
]

"""One address, one query, one small template."""

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def page(request: HttpRequest) -> HttpResponse:
    """Shows one person of the database."""
    return render(request, "page.html", {"person": User.objects.get(username="someone")})


urlpatterns = [path("", page)]

"""Every address of the web application, one list for each area."""

urlpatterns: list[object] = []

"""Addresses of pages by name, put together once each; a page names dozens."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse


def address_of(name: str, *place: str | int) -> str:
    """The address of the page `name` at a board, a year and what else its pattern asks for."""
    return _address(get_script_prefix(), name, place)


@lru_cache(maxsize=4096)
def _address(_prefix: str, name: str, place: tuple[str | int, ...]) -> str:
    """`_prefix` is where the application is mounted, which Django writes before every address."""
    return reverse(name, args=place)

"""The pages of the forecast beside each other: the navigation that stands on each of them."""

from django.utils.translation import gettext_lazy

from styrhus.web.pages.economy.tabs import Tabs

TABS: Tabs = (
    ("forecast", gettext_lazy("Placements"), ("forecast_compare",)),
    ("forecast_income_support", gettext_lazy("Income support"), ()),
    ("forecast_reception", gettext_lazy("Reception"), ()),
    ("forecast_record", gettext_lazy("Past forecasts"), ()),
)
"""As those of economy: name of the address, word, and names of further addresses that lie under the word."""

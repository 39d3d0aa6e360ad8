"""Words for providers and units of price, in lower case."""

PROVIDERS = {
    "own": ("own", "egen", "eget", "egna", "intern", "internt", "interna", "internal", "egen regi", "kommunal",
            "kommunalt", "kommunen", "own provision"),
    "external": ("external", "extern", "externt", "externa", "köpt", "köpta", "privat", "private", "extern regi",
                 "upphandlad", "entreprenad"),
}  # fmt: skip
UNITS = {
    "day": ("day", "dygn", "dag", "per dygn", "per dag", "per day", "kr/dygn", "kr/dag", "daily", "dygnspris", "d"),
    "month": ("month", "månad", "mån", "per månad", "per month", "kr/månad", "kr/mån", "monthly", "månadspris", "m",
              "mån."),
}  # fmt: skip

"""Örebro's responsibilities, activity codes and bought care, and how the costs of each are assumed to be made up."""

from dataclasses import dataclass

from styrhus.finance.synthetic.cell import Code

ACTIVITIES = {
    "5100": "Nämnd och ledning",
    "5200": "Utredning och myndighetsutövning",
    "5300": "Öppenvård i egen regi",
    "5400": "Boende och HVB i egen regi",
    "5600": "Förebyggande arbete",
    "5511": "Barn, institutionsvård",
    "5512": "Barn, familjehem internt",
    "5513": "Barn, familjehem externt",
    "5514": "Barn, kontaktperson och kontaktfamilj",
    "5515": "Barn, öppenvård dygnspris",
    "5516": "Barn, öppenvård övrig",
    "5521": "Unga, institutionsvård",
    "5522": "Unga, familjehem internt",
    "5523": "Unga, familjehem externt",
    "5524": "Unga, kontaktperson och kontaktfamilj",
    "5525": "Unga, öppenvård dygnspris",
    "5526": "Unga, öppenvård övrig",
    "5530": "Jourhem",
    "5541": "Vuxna, institutionsvård missbruk",
    "5542": "Vuxna, öppenvård missbruk",
    "5543": "Vuxna, boende missbruk",
    "5544": "Vuxna, vård icke missbruk",
    "5551": "Ensamkommande, HVB och stödboende",
    "5552": "Ensamkommande, familjehem",
}
TASKS = {"1": "Målgrupp barn", "2": "Målgrupp unga", "3": "Målgrupp vuxna", "4": "Jourhem", "5": "Ensamkommande"}


def activity(code: str) -> Code:
    """An activity code with its name."""
    return Code(code, ACTIVITIES[code])


@dataclass(frozen=True)
class Own:
    """A row of the units' frames: staff, premises and other by weight, and its part of the board's own income."""

    row: str
    code: str
    name: str
    activity: str
    shares: tuple[int, int, int] = (84, 7, 9)
    income: int = 2


HOME = (78, 14, 8)
OWN = (
    Own("overgripande", "000", "Nämnd och central förvaltning", "5100", (30, 2, 68), 45),
    Own("fm-ledning", "100", "Förebyggande och mottagning ledning", "5100", (62, 4, 34)),
    Own("administrativ-enhet", "110", "Administrativ enhet", "5100", (66, 10, 24), 4),
    Own("mottagning-och-jour", "120", "Mottagning och jour", "5200"),
    Own("forebyggande", "130", "Förebyggande", "5600", income=6),
    Own("familjecentraler", "140", "Familjecentraler", "5600", (80, 12, 8), 14),
    Own("vuxna-ledning", "200", "Vuxna ledning", "5100", (70, 4, 26)),
    Own("vuxna-utredning", "210", "Utredningsenheten vuxna", "5200"),
    Own("vuxna-behandling", "220", "Behandlingsenheten vuxna", "5300"),
    Own("vuxna-boende", "240", "Boendeenheten", "5400", HOME, 34),
    Own("ungdom-ledning", "400", "Ungdom och familj ledning", "5100", (70, 4, 26)),
    Own("ungdom-utredning", "410", "Utredningsenheten ungdom", "5200"),
    Own("ungdom-behandling", "420", "Behandlingsenheten ungdom", "5300"),
    Own("ungdom-hvb", "430", "HVB-enheten", "5400", HOME, 8),
    Own("barn-ledning", "500", "Barn och familj ledning", "5100", (66, 4, 30)),
    Own("barn-utredning", "510", "Utredningsenheten barn", "5200"),
    Own("barn-behandling", "520", "Behandlingsenheten barn", "5300"),
    Own("barn-familjehem", "530", "Enhet för familjehem", "5200", income=5),
    Own("barn-familjeratt", "540", "Enhet för familjerätt", "5200", (90, 5, 5), 3),
    Own("barn-vivalla", "550", "Socialkontoret i Vivalla", "5200", (82, 9, 9), 9),
)
ENSAM_CODES = {
    "ensamkommande-overgripande": ("300", "Ensamkommande övergripande"),
    "ensamkommande-utredning": ("310", "Utredningsenheten ensamkommande"),
    "ensamkommande-utforare": ("320", "Utföraravdelningen övergripande"),
    "ensamkommande-hvb": ("330", "HVB-enheten ensamkommande"),
    "ensamkommande-utlussen": ("340", "Utslussenheten ensamkommande"),
}
ENSAM_SHARES = {
    "ensamkommande-overgripande": (58, 6, 36),
    "ensamkommande-utredning": (88, 6, 6),
    "ensamkommande-utforare": (62, 16, 22),
    "ensamkommande-hvb": (74, 17, 9),
    "ensamkommande-utlussen": (66, 25, 9),
}
"""Staff, premises and other of the units for unaccompanied minors, whose kinds are not published."""


@dataclass(frozen=True)
class Care:
    """Bought care: who pays (row of the units' frames), for whom, what, and about how many at `typical` öre a year."""

    payer: str
    code: str
    name: str
    row: str
    activity: str
    account: str
    task: str
    size: int
    typical: int
    weight: int = 0


_BARN = ("barn-externa-kop", "590", "Externa köp barn")
_UNGA = ("ungdom-externa-kop", "490", "Externa köp ungdom")
_VUXNA = ("vuxna-externa-kop", "290", "Externa köp vuxna")
_ENSAM = ("ensamkommande-externa-kop", "390", "Externa köp ensamkommande")
_M = 10_000_000
"""Öre in a tenth of a million kronor."""
CARE = (
    Care(*_BARN, "barn-institution", "5511", "46310", "1", 23, 268 * _M),
    Care(*_BARN, "barn-familjehem-internt", "5512", "50530", "1", 94, 269 * _M),
    Care(*_BARN, "barn-familjehem-externt", "5513", "46320", "1", 17, 104 * _M),
    Care(*_BARN, "barn-kontaktperson", "5514", "50530", "1", 45, 28 * _M),
    Care(*_BARN, "barn-oppenvard-dygn", "5515", "46330", "1", 5, 39 * _M),
    Care(*_BARN, "barn-oppenvard-ovrig", "5516", "46340", "1", 60, 130 * _M),
    Care("barn-jourhem", "580", "Jourhem", "jourhem", "5530", "50530", "4", 8, 41 * _M),
    Care(*_UNGA, "unga-institution", "5521", "46310", "2", 39, 574 * _M),
    Care(*_UNGA, "unga-familjehem-internt", "5522", "50530", "2", 61, 155 * _M),
    Care(*_UNGA, "unga-familjehem-externt", "5523", "46320", "2", 28, 165 * _M),
    Care(*_UNGA, "unga-kontaktperson", "5524", "50530", "2", 50, 31 * _M),
    Care(*_UNGA, "unga-oppenvard-dygn", "5525", "46330", "2", 13, 96 * _M),
    Care(*_UNGA, "unga-oppenvard-ovrig", "5526", "46340", "2", 55, 114 * _M),
    Care(*_VUXNA, "vuxna-institution", "5541", "46310", "3", 45, 420 * _M),
    Care(*_VUXNA, "vuxna-oppenvard", "5542", "46340", "3", 18, 82 * _M),
    Care(*_VUXNA, "vuxna-boende", "5543", "46350", "3", 20, 58 * _M),
    Care(*_VUXNA, "vuxna-icke-missbruk", "5544", "46310", "3", 25, 222 * _M),
    Care(*_ENSAM, "", "5551", "46350", "5", 28, 150 * _M, 150),
    Care(*_ENSAM, "", "5552", "50530", "5", 27, 77 * _M, 77),
)

"""The theme that Word asks for: our colours and font, for whoever edits the document further."""

from styrhus.paper.palette import LIGHT, MARK_MUTED, MARKS
from styrhus.paper.writers.docx.styles import FONT
from styrhus.paper.writers.docx.xml import DECLARATION

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml() -> str:
    """theme1.xml, as small as the schema allows."""
    colours = {
        "dk1": LIGHT.ink, "lt1": LIGHT.paper, "dk2": LIGHT.muted, "lt2": LIGHT.shade, "accent1": MARKS[0],
        "accent2": MARKS[1], "accent3": MARKS[2], "accent4": MARKS[3], "accent5": MARK_MUTED, "accent6": LIGHT.rule,
        "hlink": LIGHT.link, "folHlink": LIGHT.link,
    }  # fmt: skip
    scheme = "".join(f'<a:{key}><a:srgbClr val="{value.lstrip("#")}"/></a:{key}>' for key, value in colours.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    looks = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_MAIN}" name="Styrhus"><a:themeElements>'
        f'<a:clrScheme name="Styrhus">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Styrhus"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Styrhus">{looks}</a:fmtScheme></a:themeElements></a:theme>'
    )

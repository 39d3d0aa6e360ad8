"""A part of a document as an XML tree, parsed so that nothing outside it is fetched and no entity is expanded."""

from lxml import etree

from styrhus.paper.readers.archive import damaged

Element = etree._Element


def tree(content: bytes, name: str) -> Element | None:
    """The root element; None for an empty part. ProblemsError when it is not well-formed."""
    if not content.strip():
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise damaged(name) from error

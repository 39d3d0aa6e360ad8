"""Files of cases for the tests."""

from styrhus.caseload import read_material

HEAD = "person,group,type,provider,start,end,price,price_unit"


def written(folder, text, name="placements.csv", encoding="utf-8"):
    """A file with this text."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def spells(folder, *rows, head=HEAD, **how):
    """What a file of these rows gives."""
    return read_material(written(folder, "\n".join((head, *rows)) + "\n"), **how)


def told(found):
    """Row, column and value of each error."""
    return [(problem.row, problem.column, problem.value) for problem in found.errors]


def warned(found, words):
    """Whether a warning or note holds these words."""
    return any(words in problem.render("en") for problem in found.problems if problem not in found.errors)

"""Prints how many values the dossier of Lund 2023 holds: `python -m benchmarks.subjects.values`."""

from benchmarks.subjects.plans import published


def count(content: object) -> int:
    """The leaves of nested lists and tables."""
    if isinstance(content, dict):
        return sum(count(part) for part in content.values())
    if isinstance(content, list | tuple):
        return sum(count(part) for part in content)
    return 1


if __name__ == "__main__":
    print(count(published().model_dump(exclude_defaults=True)))

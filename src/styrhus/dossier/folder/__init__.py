"""The plan folder: TOML for structure, CSV for tables, Markdown for text; one folder a board and year."""

from styrhus.dossier.folder.read import read_folder
from styrhus.dossier.folder.write import write_folder

__all__ = ["read_folder", "write_folder"]

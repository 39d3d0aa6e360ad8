"""What is stored: Django models, the way from rows to a dossier, and where the data folder is."""

"""The web application: typed pages over the dossier, forms over the actions."""

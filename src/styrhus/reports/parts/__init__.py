"""The chapters that documents are made of, one file each: dossier in, blocks out."""

"""Forms: what a person types, read into the values that an action takes, with errors that say what to do."""

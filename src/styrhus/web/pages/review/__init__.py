"""The review of documents that somebody hands in, without anything being kept."""

"""Everything that changes what is stored: verbs with an actor, each atomic and audited, one a module."""

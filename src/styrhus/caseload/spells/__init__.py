"""Files of spells: who was where from when until when, and at what price."""

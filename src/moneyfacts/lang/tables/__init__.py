"""The tables of a language file, a module each: its schema, its look-ups, and how one becomes the other."""

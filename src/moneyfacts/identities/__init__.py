"""The identities that figures are held to, as pure functions on intervals: exact, and free of words and of texts."""

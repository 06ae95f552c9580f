"""The identities that figures are held to, as pure functions on ranges: no words, no texts."""

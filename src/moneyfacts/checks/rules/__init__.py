"""The rules, a file each: what it means, by which formula, an example in numbers, and the source."""

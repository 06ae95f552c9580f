"""What CLDR prints in any of its locales, read back."""

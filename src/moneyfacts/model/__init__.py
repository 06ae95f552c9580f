"""The vocabulary: numbers and their ranges, values, facts and findings, which every other room speaks."""

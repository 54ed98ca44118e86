"""Example values: documented, held against their types, and made up."""

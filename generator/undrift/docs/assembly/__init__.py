"""From what all parts of a page state to its operations."""

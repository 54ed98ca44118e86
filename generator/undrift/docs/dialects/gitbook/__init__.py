"""GitBook."""

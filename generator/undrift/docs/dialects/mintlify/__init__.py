"""Mintlify."""

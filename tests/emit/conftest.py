"""Printed contract tests are expectations, not tests of this repository."""

collect_ignore_glob = ["printed/*"]

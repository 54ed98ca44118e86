# SPDX-License-Identifier: MIT-0
"""Contract tests of `acme`. This folder may be deleted; nothing else needs it."""

# SPDX-License-Identifier: MIT-0
"""Contract tests of `meum`. This folder may be deleted; nothing else needs it."""

# SPDX-License-Identifier: MIT-0
"""Contract tests of `cryptoprocessing`. This folder may be deleted; nothing else needs it."""

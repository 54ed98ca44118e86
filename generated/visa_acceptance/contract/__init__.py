# SPDX-License-Identifier: MIT-0
"""Contract tests of `visa_acceptance`. This folder may be deleted; nothing else needs it."""

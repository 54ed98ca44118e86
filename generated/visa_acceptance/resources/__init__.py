# SPDX-License-Identifier: MIT-0
"""The calls of the Visa Acceptance client, by resource."""

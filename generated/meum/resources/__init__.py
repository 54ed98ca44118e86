# SPDX-License-Identifier: MIT-0
"""The calls of the meum.io client, by resource."""

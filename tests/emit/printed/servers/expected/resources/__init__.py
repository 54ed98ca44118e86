# SPDX-License-Identifier: MIT-0
"""The calls of the Acme client, by resource."""

# SPDX-License-Identifier: MIT-0
"""The calls of the FireKassa client, by resource."""

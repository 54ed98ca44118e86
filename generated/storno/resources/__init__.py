# SPDX-License-Identifier: MIT-0
"""The calls of the storno.ro client, by resource."""

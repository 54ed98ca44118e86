# SPDX-License-Identifier: MIT-0
"""The calls of the cryptoprocessing.com client, by resource."""

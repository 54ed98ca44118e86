"""undrift: typed Python clients from the API documentation you actually have."""

__version__ = "0.1.0"

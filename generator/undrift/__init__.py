"""undrift: typed Python clients from the API documentation you actually have."""

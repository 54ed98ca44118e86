"""The modules of a client: constructor, resources, types and webhooks."""

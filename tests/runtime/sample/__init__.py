"""A package like the generated ones, small enough to read, for the runtime's tests."""

from ._client import SERVICE as SERVICE, AsyncShop as AsyncShop, Shop as Shop

"""Operations are found on clients as users see them."""

from functools import cached_property

from undrift.contract.coverage import operations_of
from undrift.contract.leaks import leaked, printed_forms, stored


class Lines:
    def get(self) -> None: ...


class Invoices:
    def cancel(self) -> None: ...

    def _hidden(self) -> None: ...

    @property
    def with_raw_response(self) -> None: ...

    @cached_property
    def lines(self) -> Lines:
        return Lines()


class Client:
    @cached_property
    def invoices(self) -> Invoices:
        return Invoices()

    def close(self) -> None: ...


def test_operations_are_dotted_names() -> None:
    assert list(operations_of(Client())) == ["invoices.cancel", "invoices.lines.get"]


def test_leaks_are_found_wherever_an_error_is_kept() -> None:
    error = ValueError("wrong")
    error.add_note("canary-one")
    error.__cause__ = KeyError("canary-two")
    error.data = "canary-three"  # type: ignore[attr-defined]  # any attribute may leak
    text = printed_forms(error) + stored(error)
    secrets = ("canary-one", "canary-two", "canary-three", "canary-four")
    assert len(leaked(secrets, text)) == 3

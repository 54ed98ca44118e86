"""One difference between two descriptions, before it is known whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto


class Direction(Enum):
    """Which way a value travels, as a caller sees it."""

    SENT = auto()
    RECEIVED = auto()


class Version(Enum):
    """One of the two descriptions."""

    OLD = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """A difference: the rule's code, what it is about, and both pointers.

    `where` says in the API's words what differs, `family` what kind of difference it
    is, alike in both directions: a component that is sent and received changes once.
    `before` and `after` are JSON texts or words, None for what is not there.
    """

    code: str
    family: str
    where: str
    old: str
    new: str
    before: str | None = None
    after: str | None = None
    lacking: Version | None = None
    """The side that has nothing there: `old` or `new` then names what is around it."""

    @property
    def there(self) -> tuple[str, ...]:
        """Return the pointers that name the thing itself."""
        match self.lacking:
            case Version.OLD:
                return (self.new,)
            case Version.NEW:
                return (self.old,)
            case None:
                return (self.old, self.new)


@dataclass(slots=True)
class ComparedPair:
    """What differs between two schemas or operations, and what they refer to."""

    changes: list[Change] = field(default_factory=list[Change])
    edges: list[ComparedPair] = field(default_factory=list["ComparedPair"])


@dataclass(frozen=True, slots=True)
class Subject:
    """Where in a description the comparison is: a subject and a path in it."""

    subject: str
    path: str = ""

    def __str__(self) -> str:
        """Return `request body /customer/name`."""
        return f"{self.subject} {self.path}" if self.path else self.subject

    def at(self, name: str) -> Subject:
        """Return the place of a property."""
        return Subject(self.subject, f"{self.path}/{name}")

    def inside(self, mark: str) -> Subject:
        """Return the place of what a list or mapping holds."""
        return Subject(self.subject, (self.path or "/") + mark)

"""What is never mutated, because a change of it is no change of behaviour.

Docstrings, annotations and aliases of types, imports, `__all__` and `__slots__`,
decorators (`frozen=True` keeps nobody's answer), assertions made for type checkers, and
the words of messages.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst
import libcst.matchers as m

_TYPING = m.Name("TYPE_CHECKING") | m.Attribute(attr=m.Name("TYPE_CHECKING"))
_NAMES = m.Name("__all__") | m.Name("__slots__") | m.Name("__match_args__")
_TYPE_MAKERS = m.Name("TypeVar") | m.Name("NewType") | m.Name("ParamSpec")
_TEXT = m.SimpleString() | m.ConcatenatedString() | m.FormattedString()

_EXCLUDED = (
    m.Annotation()
    | m.Import()
    | m.ImportFrom()
    | m.Decorator()
    | m.Assert()
    | m.Raise()
    | m.FormattedString()
    | m.ConcatenatedString()
    | m.TypeAlias()
    | m.If(test=_TYPING)
    | m.Expr(value=_TEXT)
    | m.Expr(value=m.Ellipsis())
    | m.Assign(targets=[m.AssignTarget(target=_NAMES)])
    | m.Assign(value=m.Call(func=_TYPE_MAKERS))
    | m.AnnAssign(annotation=m.Annotation(annotation=m.Name("TypeAlias")))
    | m.Call(func=m.Name("assert_never"))
    | m.Arg(keyword=m.Name("strict"))
)

_MAY_STAND_IN_A_TYPE = m.OneOf(
    m.Name(), m.Attribute(), m.Subscript(), m.BinaryOperation(operator=m.BitOr())
)


def is_excluded(node: cst.CSTNode) -> bool:
    """Return whether a node and all that it holds is left alone."""
    return m.matches(node, _EXCLUDED) or _is_alias(node)


def parts_left_out(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Yield what is left alone for where it stands: targets, and quiet values."""
    match node:
        case cst.For(target=target) | cst.CompFor(target=target):
            yield target
        case cst.Assign(targets=targets):
            yield from targets
        case cst.ClassDef(body=cst.IndentedBlock(body=body)) if _is_quiet_enum(node):
            for line in body:
                if isinstance(line, cst.SimpleStatementLine):
                    yield line
        case _:
            pass


def is_word(node: cst.SimpleString) -> bool:
    """Return whether a string is one that programs compare, not one that people read.

    A message has words and spaces between them; a key, a keyword or a pattern seldom.
    """
    text = node.evaluated_value
    return not any(character.isspace() for character in str(text)) or not text.strip()


def _is_alias(node: cst.CSTNode) -> bool:
    """Return whether this is `Name = One | Another`, a name for a type."""
    match node:
        case cst.Assign(
            targets=[cst.AssignTarget(target=cst.Name(value=name))],
            value=cst.BinaryOperation() | cst.Subscript() as value,
        ):
            return name[:1].isupper() and not name.isupper() and _is_type(value)
        case _:
            return False


def _is_type(node: cst.BaseExpression) -> bool:
    match node:
        case cst.BinaryOperation(left=left, operator=cst.BitOr(), right=right):
            return _is_type(left) and _is_type(right)
        case _:
            return m.matches(node, _MAY_STAND_IN_A_TYPE)


def _is_quiet_enum(node: cst.ClassDef) -> bool:
    """Return whether an enumeration's values are only words for readers."""
    quiet = m.Name("Enum") | m.Name("IntEnum")
    return any(m.matches(base.value, quiet) for base in node.bases)

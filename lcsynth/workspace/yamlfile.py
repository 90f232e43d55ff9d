"""Reading YAML into settings, and changing it without touching what people wrote around it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from lcsynth.errors import DataError, nearest
from lcsynth.workspace.files import read_text
from lcsynth.workspace.model import UNSHOWN, Model

M = TypeVar("M", bound=Model)

# What belongs in a place, by the type of pydantic's error.
_EXPECTED = {
    "model_type": "keys with their values, such as `key: value`",
    "dict_type": "keys with their values, such as `key: value`",
    "tuple_type": "a list: between square brackets, or a line with a dash for each item",
    "string_type": "a text; put it between quotes",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        "a date such as 2022-05-17",
    ),
}


def load(path: Path, model: type[M]) -> M:
    """Read a YAML file as settings.

    Raises
    ------
    DataError
        Naming the file, the line and the key, what was found and what was expected.
    """
    return parse(read_text(path), model, path)


def parse(text: str, model: type[M], path: Path) -> M:
    """Read YAML as settings; `path` is the file that the messages name.

    Raises
    ------
    DataError
        As `load`.
    """
    return validate(parse_tree(text, path), model, path)


def validate(tree: Any, model: type[M], path: Path) -> M:
    """Read a tree as settings.

    Raises
    ------
    DataError
        As `load`.
    """
    try:
        return model.model_validate(tree if tree is not None else {})
    except ValidationError as error:
        raise _explain(path, tree, model, error) from error


def parse_tree(text: str, path: Path) -> Any:
    """Read YAML as nested lists and mappings that remember their comments and lines.

    Raises
    ------
    DataError
        When it is not YAML.
    """
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _yaml().load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataError(
            f"This is not YAML ({error.problem or error.context})",
            where=f"{path}, line {line}",
            mend="Look at the indentation, the colons and the quotes around this line",
        ) from error
    except YAMLError as error:
        raise DataError(f"This is not YAML ({error})", where=str(path)) from error


def dump_tree(tree: Any) -> str:
    """Write nested lists and mappings as YAML, comments kept."""
    stream = io.StringIO()
    _yaml().dump(tree, stream)
    return stream.getvalue()


def as_tree(value: Any) -> Any:
    """Turn plain lists and mappings into a tree of its own, which can hold comments."""
    return _yaml().load(dump_tree(_plain(value)))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _yaml() -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor

    class Constructor(RoundTripConstructor):
        """Tells the line of a value that cannot be, such as the date 2022-02-30 or an empty `!!int`."""

        def construct_object(self, node: Any, deep: bool = False) -> Any:
            try:
                return super().construct_object(node, deep)
            except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
                raise ConstructorError(None, None, str(error), node.start_mark) from error

    yaml = YAML(typ="rt")
    yaml.Constructor = Constructor
    yaml.width = 110
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _explain(path: Path, tree: Any, model: type[Model], error: ValidationError) -> DataError:
    problems = error.errors(include_url=False)
    # A misspelt key is why another one is missing, so it is told first.
    first = min(problems, key=lambda problem: problem["type"] != "extra_forbidden")
    context = first.get("ctx", {})
    place = [part for part in first["loc"] if part != "[key]"] + list(context.get("place", ()))
    key = " › ".join(_spell(tree, place))
    where = f"{path}, line {_line(tree, place)}" + (f", {key}" if key else "")
    more = f"Other problems after this one: {len(problems) - 1}." if len(problems) > 1 else ""
    if first["type"] in {"extra_forbidden", "invalid_key"}:
        known = _known_keys(model, place[:-1])
        return DataError(
            f"The key '{place[-1]}' is unknown", where=where, mend=f"{nearest(str(place[-1]), known)} {more}"
        )
    if first["type"] == "missing":
        return DataError("This key is required", where=where, mend=f"Add it. {more}")
    found = first.get("input")
    if first["type"] in _EXPECTED:
        what, expected = f"{_name(found)} cannot stand here", _EXPECTED[first["type"]]
        return DataError(what, where=where, expected=expected, mend=more)
    plain = isinstance(found, (str, int, float)) and first["type"] != UNSHOWN
    shown = f", found {found!r}" if plain else ""
    wanted = context.get("expected", "")
    if not isinstance(wanted, str) or first["type"] == "literal_error":
        wanted = ""  # pydantic's own messages say it already
    return DataError(f"{first['msg']}{shown}", where=where, expected=wanted, mend=more)


def _name(found: object) -> str:
    if found is None:
        return "Nothing"
    if isinstance(found, (list, dict)):
        return "A list" if isinstance(found, list) else "A group of keys"
    return repr(found) if isinstance(found, (str, int, float)) else str(found)


def _spell(tree: Any, place: Sequence[int | str]) -> list[str]:
    """Name the steps to a place; people count the items of a list from one."""
    steps, current = [], tree
    for part in place:
        counted = isinstance(part, int) and isinstance(current, list)
        steps.append(str(int(part) + 1) if counted else str(part))
        try:
            current = current[part]
        except (KeyError, IndexError, TypeError):
            current = None
    return steps


def _known_keys(model: type[Model], place: Sequence[int | str]) -> list[str]:
    """Follow a path through the models to the keys that are known at its end."""
    current: Any = model
    for part in place:
        if isinstance(part, int):
            continue
        fields = getattr(current, "model_fields", {})
        if part not in fields:
            continue
        current = _inner_model(fields[part].annotation) or current
    return list(getattr(current, "model_fields", {}))


def _inner_model(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        inner = _inner_model(argument)
        if inner is not None:
            return inner
    return None


def _line(tree: Any, place: Sequence[int | str]) -> int:
    """Find the line of a key; of the nearest thing around it when the key itself is absent."""
    line, current = 0, tree
    for part in place:
        try:
            line = current.lc.data[part][0]
            current = current[part]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return line + 1

"""The page's and its doors' JSON as TypeScript, for the check of the scripts' types.

`DJANGO_SETTINGS_MODULE=tests.settings python -m tests.writing.protocol` writes protocol.d.ts anew; a test
asks whether it is up to date.
"""

import json
from pathlib import Path

import django
from msgspec import inspect

django.setup()  # a second time in a test, which changes nothing

from bulletins.admin import protocol  # noqa: E402
from bulletins.drafts.roster import PastedPeople  # noqa: E402
from bulletins.drafts.sheet import Change  # noqa: E402

TARGET = Path(__file__).with_name("protocol.d.ts")
HEAD = "// Written by tests/writing/protocol.py from bulletins/admin/protocol.py and what that is made of.\n"

PLAIN = {
    inspect.AnyType: "any",
    inspect.NoneType: "null",
    inspect.BoolType: "boolean",
    inspect.IntType: "number",
    inspect.StrType: "string",
    inspect.UUIDType: "string",
    inspect.DateType: "string",
    inspect.DateTimeType: "string",
}


def structs():
    """The structs of the protocol that others do not lead to."""
    own = [value for value in vars(protocol).values() if isinstance(value, type)]
    return [value for value in own if value.__module__ == protocol.__name__] + [PastedPeople]


def declarations():
    """Give the text of protocol.d.ts."""
    known = {}
    for struct in structs():
        expression(inspect.type_info(struct), known)
    union = expression(inspect.type_info(Change), known)
    interfaces = [known[name] for name in sorted(known)]
    return HEAD + "\n".join([*interfaces, f"export type Change =\n  | {union.replace(' | ', '\n  | ')}\n"])


def expression(kind, known):
    """Give a type as TypeScript has it; structs are put among those known."""
    if type(kind) in PLAIN:
        return PLAIN[type(kind)]
    if isinstance(kind, inspect.LiteralType):
        return " | ".join(json.dumps(value) for value in kind.values)
    if isinstance(kind, inspect.UnionType):
        return " | ".join(expression(one, known) for one in kind.types)
    if isinstance(kind, inspect.VarTupleType | inspect.FrozenSetType):
        item = expression(kind.item_type, known)
        return f"({item})[]" if isinstance(kind.item_type, inspect.UnionType) else f"{item}[]"
    if isinstance(kind, inspect.DictType):
        return f"Record<{expression(kind.key_type, known)}, {expression(kind.value_type, known)}>"
    return interface(kind, known)


def interface(kind, known):
    """Declare a struct, and give its name."""
    name = kind.cls.__name__
    if name in known:
        return name
    known[name] = ""
    tag = [f'  {kind.tag_field}: "{kind.tag}"'] if kind.tag_field else []
    omits = kind.cls.__struct_config__.omit_defaults
    fields = [
        f"  {field.encode_name}{'?' if omits and not field.required else ''}: {expression(field.type, known)}"
        for field in kind.fields
    ]
    known[name] = "\n".join([f"export interface {name} {{", *tag, *fields, "}", ""])
    return name


if __name__ == "__main__":
    TARGET.write_text(declarations())

"""What is handed from one part to the next does not change on its way."""

import dataclasses
import importlib
import inspect
import pkgutil

import msgspec

# Put together piece by piece, by whoever reads or counts.
PUT_TOGETHER = {
    "bulletins.drafts.importing.Imported",
    "bulletins.manuscript.assembly.Parts",
    "bulletins.manuscript.body.Body",
    "bulletins.manuscript.body.Draft",
    "bulletins.manuscript.body.Part",
    "bulletins.manuscript.colophon.Foot",
    "bulletins.manuscript.masthead.Head",
    "bulletins.manuscript.name_variants.Person",
    "bulletins.manuscript.pdf_pages.Line",
    "bulletins.manuscript.pdf_pages._Letter",
    "bulletins.manuscript.word_file.Word",
    "bulletins.manuscript.word_numbers.Numbers",
    "bulletins.publishing.verification._Told",
    "bulletins.views.topics.Branch",
    "speakers.affiliations.Affiliations",
    "speakers.directory.Directory",
    "speakers.directory.Organisations",
    "speakers.programme.Programme",
    "speakers.programme_changes._Stored",
    "speakers.staff_list.StaffList",
}


def values():
    """Give name and class of every dataclass and msgspec.Struct of ours."""
    for app in ("forum", "speakers", "bulletins"):
        package = importlib.import_module(app)
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".migrations" in found.name or found.name.endswith((".wsgi", ".urls")):
                continue
            for one in vars(importlib.import_module(found.name)).values():
                if not inspect.isclass(one) or one.__module__ != found.name:
                    continue
                if dataclasses.is_dataclass(one) or issubclass(one, msgspec.Struct):
                    yield f"{one.__module__}.{one.__qualname__}", one


def may_change(value):
    if issubclass(value, msgspec.Struct):
        return not value.__struct_config__.frozen
    return not value.__dataclass_params__.frozen


def test_every_value_is_frozen_but_those_put_together_piece_by_piece():
    assert {name for name, value in values() if may_change(value)} == PUT_TOGETHER

"""Where files are kept: a folder of this machine, or a bucket that all machines share."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, storages


class FolderStorage(FileSystemStorage):
    """A folder in which a file is there as a whole or not at all, also after the power failed."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 (Django's signature)
        """Give the name itself: files are named after what is in them."""
        return name

    def _save(self, name: str, content: File) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
            shutil.copyfileobj(content, part)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        return name


def storage_at(place: str) -> dict[str, Any]:
    """Give Django's settings of a storage: a folder, or `s3://bucket/folder` with django-storages installed."""
    told = urlsplit(place)
    if told.scheme != "s3":
        return {"BACKEND": "forum.storage.FolderStorage", "OPTIONS": {"location": place}}
    options = {
        "bucket_name": told.netloc,
        "location": told.path.strip("/"),
        "default_acl": None,
        "file_overwrite": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


class MissingFileError(Exception):
    """A file is not in the storage, or is another than its name says."""


def place_of(sha256: str) -> str:
    """Give the name of a file in the storage."""
    return f"{sha256[:2]}/{sha256}"


def kept(sha256: str) -> bytes | None:
    """Give a file by its SHA-256; None where it is not there, or is damaged."""
    try:
        with storages["renderings"].open(place_of(sha256)) as file:
            data: bytes = file.read()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None


def keep(data: bytes) -> str:
    """Keep a file, unless it is there. Gives its SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    if kept(sha256) is None:
        place = place_of(sha256)
        storages["renderings"].delete(place)
        storages["renderings"].save(place, ContentFile(data))
    return sha256


def kept_files() -> Iterator[tuple[str, bytes, bool]]:
    """Give the place and the bytes of every file that was published, and whether it is still what its name says."""
    storage = storages["renderings"]
    with suppress(FileNotFoundError):
        for folder in sorted(storage.listdir("")[0]):
            for name in sorted(storage.listdir(folder)[1]):
                if not name.startswith("."):
                    with storage.open(f"{folder}/{name}") as file:
                        data = file.read()
                    yield f"{folder}/{name}", data, hashlib.sha256(data).hexdigest() == name


def put_back(folder: Path) -> None:
    """Put files from a folder into the storage. Raises ValueError for a damaged one."""
    storage = storages["renderings"]
    for path in folder.rglob("*"):
        if path.is_file():
            data, place = path.read_bytes(), path.relative_to(folder).as_posix()
            if hashlib.sha256(data).hexdigest() != path.name:
                raise ValueError(f"{place} is not what it was")
            storage.delete(place)
            storage.save(place, ContentFile(data))

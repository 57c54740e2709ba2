"""A signed statement of the ledger's last entry: whoever keeps one can tell later whether what was before it changed.

The signature is Ed25519 over the statement's own bytes, in the format of minisign, so that anybody checks it
with a tool that is not ours. The key is a file that the office keeps (`manage.py signing_key`).
"""

import base64
import datetime
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.utils import timezone

from forum.ledger import NOTHING_BEFORE
from forum.models import LedgerEntry
from forum.refusal import Refusal

_ALGORITHM = b"Ed"  # minisign's letters for the plain signature, which OpenSSL and signify know as well


@dataclass(frozen=True)
class Statement:
    """What the ledger's end was at a moment: how many entries, and the hash of the last."""

    at: datetime.datetime
    entries: int
    head: str

    @classmethod
    def now(cls) -> "Statement":
        """Give the present one."""
        last = LedgerEntry.objects.first()  # the newest comes first
        return cls(timezone.now(), last.number if last else 0, last.hash if last else NOTHING_BEFORE)

    @classmethod
    def read(cls, text: str) -> "Statement":
        """Give the statement that a text is. Raises Refusal where it is none."""
        told = re.fullmatch(
            r"rapporteur ledger statement 1\nat: (\S+)\nentries: (\d+)\nhead: ([0-9a-f]{64})\n", text
        )
        if told is None:
            raise Refusal("This is no statement of a ledger.")
        return cls(datetime.datetime.fromisoformat(told[1]), int(told[2]), told[3])

    def text(self) -> str:
        """Give it as it is signed."""
        at = self.at.astimezone(datetime.UTC).isoformat(timespec="seconds")
        return f"rapporteur ledger statement 1\nat: {at}\nentries: {self.entries}\nhead: {self.head}\n"


def make_key(file: Path) -> None:
    """Write a new private key, which only its owner may read. Raises Refusal where the file is there already."""
    key = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        file.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise Refusal(f"{file} is there already; a key that statements were signed with is kept.") from None
    file.write_bytes(key)


def signing_key() -> Ed25519PrivateKey:
    """Give the key of this site. Raises Refusal where there is none."""
    if settings.SIGNING_KEY is None:
        raise Refusal(
            "Set RAPPORTEUR_SIGNING_KEY to the file of a key; `manage.py signing_key FILE` makes one."
        )
    key = serialization.load_pem_private_key(settings.SIGNING_KEY.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise Refusal(f"{settings.SIGNING_KEY} is no Ed25519 key.")
    return key


def public_key(key: Ed25519PrivateKey) -> str:
    """Give the public key as a file for `minisign -p`."""
    raw = key.public_key().public_bytes_raw()
    packed = base64.b64encode(_ALGORITHM + _key_id(raw) + raw).decode()
    return f"untrusted comment: Rapporteur's public key {_key_id(raw)[::-1].hex().upper()}\n{packed}\n"


def signature(key: Ed25519PrivateKey, text: str) -> str:
    """Give the signature of a text as a file for `minisign -V`."""
    raw = key.public_key().public_bytes_raw()
    signed = key.sign(text.encode())
    comment = "signed by Rapporteur"
    whole = key.sign(signed + comment.encode())
    return (
        "untrusted comment: signature of a statement of the ledger\n"
        f"{base64.b64encode(_ALGORITHM + _key_id(raw) + signed).decode()}\n"
        f"trusted comment: {comment}\n"
        f"{base64.b64encode(whole).decode()}\n"
    )


def is_signed(key: Ed25519PublicKey, text: str, signed: str) -> bool:
    """Tell whether a signature, as `signature` gives it, is of a text and by a key."""
    lines = signed.splitlines()
    try:
        key.verify(base64.b64decode(lines[1], validate=True)[10:], text.encode())
    except (InvalidSignature, ValueError, IndexError):
        return False
    return True


def _key_id(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()[:8]

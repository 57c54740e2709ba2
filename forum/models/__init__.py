"""Forums, their editions and the sessions of an edition; the ledger, in which every act is an entry; and mails."""

from forum.models.forum import RESERVED_ADDRESSES, Forum, ForumMembership
from forum.models.ledger import Act, LedgerEntry
from forum.models.mail import OutgoingMail
from forum.models.programme import Edition, Session, TimeSpan
from forum.models.site import Site

__all__ = [
    "RESERVED_ADDRESSES",
    "Act",
    "Edition",
    "Forum",
    "ForumMembership",
    "LedgerEntry",
    "OutgoingMail",
    "Session",
    "Site",
    "TimeSpan",  # for the first migration
]

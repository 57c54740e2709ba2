"""Rows: drafts that editors work on, what was published, and the index made from it."""

from bulletins.models.body import DraftPoint, DraftSection
from bulletins.models.bulletin import Bulletin
from bulletins.models.credit_notice import CreditNotice
from bulletins.models.finding import AcceptedFinding
from bulletins.models.import_report import ImportReport
from bulletins.models.index import Passage, Statement
from bulletins.models.picture import Picture
from bulletins.models.presence import Presence
from bulletins.models.proposal import Proposal
from bulletins.models.publication import CorrectionKind, Publication
from bulletins.models.rendering import Rendering, SetText
from bulletins.models.review import Comment, Contribution, Digest
from bulletins.models.roster import Kind, RosterLine
from bulletins.models.scheduled import ScheduledCorrection
from bulletins.models.search import Facet, IssueEntry, SearchEntry
from bulletins.models.series import Series
from bulletins.models.set_aside import SetAside
from bulletins.models.site_state import Revision
from bulletins.models.snapshot import Snapshot
from bulletins.models.tally import Tally
from bulletins.models.topic import Topic
from bulletins.models.vocabulary import CountedBulletin, NextWord, SpeakerName, VocabularyWord

__all__ = [
    "AcceptedFinding",
    "Bulletin",
    "Comment",
    "Contribution",
    "CorrectionKind",
    "CountedBulletin",
    "CreditNotice",
    "Digest",
    "DraftPoint",
    "DraftSection",
    "Facet",
    "ImportReport",
    "IssueEntry",
    "Kind",
    "NextWord",
    "Passage",
    "Picture",
    "Presence",
    "Proposal",
    "Publication",
    "Rendering",
    "Revision",
    "RosterLine",
    "ScheduledCorrection",
    "SearchEntry",
    "Series",
    "SetAside",
    "SetText",
    "Snapshot",
    "SpeakerName",
    "Statement",
    "Tally",
    "Topic",
    "VocabularyWord",
]

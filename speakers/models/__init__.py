"""People, the institutions they speak for, the titles they hold, and where they appeared."""

from speakers.models.appearances import Appearance, Role
from speakers.models.column_meanings import ColumnMeaning
from speakers.models.people import Namesakes, Organisation, Speaker, SpeakerMerge, country_name
from speakers.models.positions import Position

__all__ = [
    "Appearance",
    "ColumnMeaning",
    "Namesakes",
    "Organisation",
    "Position",
    "Role",
    "Speaker",
    "SpeakerMerge",
    "country_name",
]

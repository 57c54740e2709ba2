"""The editors' room."""

from bulletins.admin.bulletin import BulletinAdmin
from bulletins.admin.forums import ForumAdmin
from bulletins.admin.people import SpeakerAdmin
from bulletins.admin.publication import PublicationAdmin
from bulletins.admin.series import SeriesAdmin
from bulletins.admin.topic import TopicAdmin

__all__ = ["BulletinAdmin", "ForumAdmin", "PublicationAdmin", "SeriesAdmin", "SpeakerAdmin", "TopicAdmin"]

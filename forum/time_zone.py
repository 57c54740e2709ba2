"""Moments with the zone that they are told in: an embargo that ends at nine ends at nine somewhere."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format


def zone(moment: datetime.datetime | None = None) -> str:
    """Give the site's time zone with its distance from UTC at a moment, or now: "Asia/Shanghai, UTC+08:00"."""
    local = timezone.localtime(moment)
    return f"{timezone.get_current_timezone_name()}, {local:UTC%:z}"


def with_zone(moment: datetime.datetime) -> str:
    """Give a moment as the site's clock shows it, with the zone."""
    return f"{date_format(timezone.localtime(moment), 'SHORT_DATETIME_FORMAT')} ({zone(moment)})"

"""A mail goes out after its transaction, once, and never where that did not hold."""

import datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from forum import outbox, timer
from forum.models import OutgoingMail
from tests.stirred import stir

pytestmark = pytest.mark.django_db(transaction=True)


class Broken(EmailBackend):
    """A mail server that is not there."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("nobody listens")


def run(*words):
    told = StringIO()
    call_command(*words, stdout=told)
    return told.getvalue()


def sent():
    return [(one.to, one.subject, one.body) for one in mail.outbox]


def test_a_mail_goes_out_when_its_transaction_is_committed():
    with transaction.atomic():
        outbox.post("ada@example.org", "Rain", "It rains.")
        before = sent()
    outbox.deliver()
    assert (before, sent()) == ([], [(["ada@example.org"], "Rain", "It rains.")])


def test_a_mail_of_a_transaction_that_failed_never_goes_out():
    with transaction.atomic():
        outbox.post("ada@example.org", "Rain", "It rains.")
        transaction.set_rollback(True)
    outbox.deliver()
    assert (sent(), OutgoingMail.objects.count()) == ([], 0)


def test_a_mail_is_sent_once_however_often_mails_are_sent():
    outbox.post("ada@example.org", "Rain", "It rains.")
    assert (outbox.deliver(), outbox.deliver(), len(sent())) == (1, 0, 1)


def test_mails_go_out_in_the_order_in_which_they_were_written_of_one_moment_too():
    now = timezone.now()
    for hours, subject in ((0, "third"), (0, "fourth"), (1, "first"), (1, "second")):
        OutgoingMail.objects.create(
            to="ada@example.org", subject=subject, written_at=now - datetime.timedelta(hours=hours)
        )
    stir(OutgoingMail)

    outbox.deliver()

    assert [one.subject for one in mail.outbox] == ["first", "second", "third", "fourth"]


def test_what_was_left_behind_is_sent_by_the_command():
    OutgoingMail.objects.create(to="ada@example.org", subject="Rain", body="It rains.")

    assert (run("send_mail"), len(sent())) == ("1 mails sent.\n", 1)


def test_the_command_sends_what_failed_before_only_where_it_is_told_to_try_again(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Broken"}}
    outbox.post("ada@example.org", "Rain", "It rains.")
    outbox.deliver()
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}

    assert (run("send_mail"), run("send_mail", "--retry")) == ("0 mails sent.\n", "1 mails sent.\n")
    assert len(sent()) == 1


def test_a_subject_has_no_line_of_its_own_to_slip_into_the_head():
    outbox.post("ada@example.org", "Rain\nBcc: all@example.org", "It rains.")
    outbox.deliver()
    assert [one.subject for one in mail.outbox] == ["Rain Bcc: all@example.org"]


def test_a_mail_that_failed_keeps_the_reason_and_waits_for_somebody_to_try_again(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Broken"}}
    outbox.post("ada@example.org", "Rain", "It rains.")
    outbox.deliver()
    failed = OutgoingMail.objects.values_list("failure", "sent_at").get()

    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    assert (failed, outbox.deliver()) == (("nobody listens", None), 0)
    assert (outbox.retry(), outbox.deliver(), len(sent())) == (1, 1, 1)


class BrokenForIvo(EmailBackend):
    """A mail server that takes nothing for one of them."""

    def send_messages(self, messages):
        if messages[0].to == ["ivo@example.org"]:
            raise OSError
        return super().send_messages(messages)


def test_one_that_fails_holds_up_no_other_and_each_is_noted_by_itself(settings):
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.BrokenForIvo"}}
    for name in ("ada", "ivo", "eva"):
        outbox.post(f"{name}@example.org", "Rain", "It rains.")
    moment = timezone.now()

    count = outbox.deliver()

    noted = {
        one.to: (one.failure, bool(one.sent_at and one.sent_at >= moment))
        for one in OutgoingMail.objects.all()
    }
    assert (count, noted) == (
        2,
        {
            "ada@example.org": ("", True),
            "ivo@example.org": ("OSError", False),
            "eva@example.org": ("", True),
        },
    )
    assert [one.to for one in mail.outbox] == [["ada@example.org"], ["eva@example.org"]]


def test_a_serving_process_sends_what_waits():
    outbox.post("ada@example.org", "Rain", "It rains.")
    timer.run_due()

    assert len(sent()) == 1


def test_what_waits_anyway_or_was_sent_is_not_tried_again():
    outbox.post("ada@example.org", "Rain", "It rains.")
    outbox.deliver()
    OutgoingMail.objects.create(to="ada@example.org", subject="Snow", body="It snows.")

    assert (outbox.retry(), outbox.deliver(), len(sent())) == (0, 1, 2)

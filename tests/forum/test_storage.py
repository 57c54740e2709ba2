"""Files that were published, as the storage has them."""

import pytest

from forum.storage import keep, kept_files, storage_at


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {"renderings": storage_at(str(tmp_path))}


def test_all_files_are_given_in_the_order_of_their_places():
    kept = {str(count).encode() for count in range(400)}
    for data in kept:
        keep(data)

    found = list(kept_files())

    assert [place for place, _, _ in found] == sorted(place for place, _, _ in found)
    assert ({data for _, data, _ in found}, {is_whole for _, _, is_whole in found}) == (kept, {True})

"""The one-slot hand-off."""

from threading import Thread

from mmdesk.core.latest import Latest


def test_an_empty_slot_gives_none():
    assert Latest[int]().take() is None


def test_the_newest_wins_and_the_rest_is_counted():
    slot: Latest[int] = Latest()

    assert slot.put(1) is True
    assert slot.put(2) is False
    assert slot.put(3) is False

    assert slot.take() == 3
    assert slot.take() is None
    assert slot.dropped == 2


def test_a_taken_slot_wakes_the_receiver_again():
    slot: Latest[int] = Latest()
    slot.put(1)
    slot.take()

    assert slot.put(2) is True
    assert slot.dropped == 0


def test_every_value_is_either_taken_or_dropped_between_threads():
    slot: Latest[int] = Latest()
    taken: list[int] = []

    def put() -> None:
        for value in range(20_000):
            slot.put(value)

    writer = Thread(target=put)
    writer.start()
    while writer.is_alive():
        value = slot.take()
        if value is not None:
            taken.append(value)
    last = slot.take()
    taken += [last] if last is not None else []

    assert taken == sorted(set(taken))
    assert taken[-1] == 19_999
    assert len(taken) + slot.dropped == 20_000

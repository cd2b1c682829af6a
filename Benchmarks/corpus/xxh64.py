"""XXH64, the checksum that a recording carries.

Source: the xxHash fast digest algorithm, version 0.1.1, section "XXH64".
"""

import struct

MASK = (1 << 64) - 1
PRIME_1 = 0x9E3779B185EBCA87
PRIME_2 = 0xC2B2AE3D27D4EB4F
PRIME_3 = 0x165667B19E3779F9
PRIME_4 = 0x85EBCA77C2B2AE63
PRIME_5 = 0x27D4EB2F165667C5
STRIPE = struct.Struct("<4Q")


def xxh64(data: bytes) -> int:
    """The checksum of the data, with seed 0."""
    whole = len(data) & ~31
    if whole:
        value = _merged(_lanes(data, whole))
    else:
        value = PRIME_5
    return _finished(_tail(value + len(data) & MASK, data[whole:]))


def _lanes(data: bytes, whole: int) -> tuple[int, int, int, int]:
    one, two, three, four = PRIME_1 + PRIME_2 & MASK, PRIME_2, 0, -PRIME_1 & MASK
    for first, second, third, fourth in STRIPE.iter_unpack(data[:whole]):
        one = one + first * PRIME_2 & MASK
        one = (one << 31 | one >> 33) * PRIME_1 & MASK
        two = two + second * PRIME_2 & MASK
        two = (two << 31 | two >> 33) * PRIME_1 & MASK
        three = three + third * PRIME_2 & MASK
        three = (three << 31 | three >> 33) * PRIME_1 & MASK
        four = four + fourth * PRIME_2 & MASK
        four = (four << 31 | four >> 33) * PRIME_1 & MASK
    return one, two, three, four


def _merged(lanes: tuple[int, int, int, int]) -> int:
    value = sum(_rotated(lane, by) for lane, by in zip(lanes, (1, 7, 12, 18))) & MASK
    for lane in lanes:
        value = ((value ^ _round(0, lane)) * PRIME_1 + PRIME_4) & MASK
    return value


def _tail(value: int, rest: bytes) -> int:
    while len(rest) >= 8:
        value ^= _round(0, int.from_bytes(rest[:8], "little"))
        value = (_rotated(value, 27) * PRIME_1 + PRIME_4) & MASK
        rest = rest[8:]
    if len(rest) >= 4:
        value ^= int.from_bytes(rest[:4], "little") * PRIME_1 & MASK
        value = (_rotated(value, 23) * PRIME_2 + PRIME_3) & MASK
        rest = rest[4:]
    for byte in rest:
        value = _rotated(value ^ byte * PRIME_5 & MASK, 11) * PRIME_1 & MASK
    return value


def _finished(value: int) -> int:
    value = (value ^ value >> 33) * PRIME_2 & MASK
    value = (value ^ value >> 29) * PRIME_3 & MASK
    return value ^ value >> 32


def _round(lane: int, word: int) -> int:
    return _rotated(lane + word * PRIME_2 & MASK, 31) * PRIME_1 & MASK


def _rotated(value: int, by: int) -> int:
    return (value << by | value >> 64 - by) & MASK

"""Bits flipped, pages zeroed, swapped and cut off, under a ledger at rest."""

from collections.abc import Callable, Iterator
from functools import partial

from tortures.pages import FREE_LIST, MAIN_TABLE, PAGE, DataFile, Page
from tortures.rot import Damage, judge
from tortures.session import Bench, Case, torture

# How many a long run makes: in used bytes of the two pages that all else hangs on, and over all
# pages of the log and of the views.
FLIPS_IN_ROOTS = 300
FLIPS_IN_LOG = 1800
FLIPS_IN_VIEWS = 1200


def data_file(bench: Bench, of_views: bool) -> DataFile:
    def read() -> DataFile:
        ledger = bench.filled()
        return DataFile(ledger.views if of_views else ledger.log)
    return bench.once(f"pages {of_views}", read)


def flip(page: int, offset: int, bit: int) -> Damage:
    def change(data: bytearray) -> None:
        data[page * PAGE + offset] ^= 1 << bit
    return Damage(f"page {page} byte {offset} bit {bit}", change)


def _flips(bench: Bench, name: str, pages: list[Page], count: int) -> list[Damage]:
    """So many, by turns in each of the pages."""
    chance = bench.random(name)
    damages: list[Damage] = []
    while len(damages) < count:
        for page in pages:
            # One in eight anywhere, the others in used bytes.
            offsets = page.offsets()
            offset = chance.randrange(PAGE) if not offsets or chance.random() < 0.125 \
                else chance.choice(offsets)
            damages.append(flip(page.number, offset, chance.randrange(8)))
    chance.shuffle(damages)
    return damages[:count]


def used_flips(bench: Bench, role: str) -> list[Damage]:
    """Every bit of the used bytes of the log's pages of this role, in an order by chance."""
    damages = [flip(page.number, offset, bit) for page in data_file(bench, False).of(role)
               for offset in page.offsets() for bit in range(8)]
    bench.random(role).shuffle(damages)
    return damages


def _cases(bench: Bench, damages: list[Damage], of_views: bool,
           strict: bool = False) -> Iterator[Case]:
    for damage in damages:
        yield damage.name, partial(judge, bench, damage, of_views, strict)


@torture("flips in the free list", weight=2)
def flips_in_free_list(bench: Bench) -> Iterator[Case]:
    yield from _cases(bench, used_flips(bench, FREE_LIST)[:FLIPS_IN_ROOTS], False, strict=True)


@torture("flips in the main table", weight=2)
def flips_in_main_table(bench: Bench) -> Iterator[Case]:
    yield from _cases(bench, used_flips(bench, MAIN_TABLE)[:FLIPS_IN_ROOTS], False, strict=True)


@torture("flips in the log", weight=3)
def flips_in_log(bench: Bench) -> Iterator[Case]:
    pages = list(data_file(bench, False).pages.values())
    yield from _cases(bench, _flips(bench, "log", pages, FLIPS_IN_LOG), False)


@torture("flips in the views", weight=3)
def flips_in_views(bench: Bench) -> Iterator[Case]:
    pages = list(data_file(bench, True).pages.values())
    yield from _cases(bench, _flips(bench, "views", pages, FLIPS_IN_VIEWS), True)


def _whole_pages(bench: Bench, of_views: bool) -> list[Damage]:
    """Each page zeroed, filled by chance and swapped with another, and the file cut at it."""
    name = "views" if of_views else "log"
    chance = bench.random("pages", name)
    count = data_file(bench, of_views).count

    def put(page: int, content: bytes) -> Callable[[bytearray], None]:
        def change(data: bytearray) -> None:
            data[page * PAGE:(page + 1) * PAGE] = content
        return change

    def swap(one: int, other: int) -> Callable[[bytearray], None]:
        def change(data: bytearray) -> None:
            a, b = slice(one * PAGE, one * PAGE + PAGE), slice(other * PAGE, other * PAGE + PAGE)
            data[a], data[b] = data[b], data[a]
        return change

    def cut(length: int) -> Callable[[bytearray], None]:
        def change(data: bytearray) -> None:
            del data[length:]
        return change

    damages = []
    for page in range(count):
        other = (page + chance.randrange(1, count)) % count
        inside = page * PAGE + chance.randrange(1, PAGE)
        damages += [Damage(f"{name} page {page} zeroed", put(page, bytes(PAGE))),
                    Damage(f"{name} page {page} by chance", put(page, chance.randbytes(PAGE))),
                    Damage(f"{name} pages {page} and {other} swapped", swap(page, other)),
                    Damage(f"{name} cut at page {page}", cut(page * PAGE)),
                    Damage(f"{name} cut in page {page}", cut(inside))]
    return damages


@torture("pages zeroed, swapped, cut", weight=2)
def whole_pages(bench: Bench) -> Iterator[Case]:
    cases = [*_cases(bench, _whole_pages(bench, False), False),
             *_cases(bench, _whole_pages(bench, True), True)]
    bench.random("pages").shuffle(cases)
    yield from cases

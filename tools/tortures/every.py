"""Every torture, in the order of the table."""

from tortures import crowd, failures, kills, limits, lockfile, powerloss, rot, strange, waiting  # noqa: F401
from tortures.tortures import ALL, Bench

__all__ = ["ALL", "plant"]


def plant(bench: Bench) -> int:
    return 1

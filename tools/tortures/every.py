"""Every torture, in the order of the table."""

from tortures import crowd, failures, flips, kills, limits, lockfile  # noqa: F401
from tortures import powerloss, strange, waiting  # noqa: F401
from tortures.planted import plant
from tortures.session import ALL

__all__ = ["ALL", "plant"]

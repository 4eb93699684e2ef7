"""Every torture, in the order of the table."""

from tortures import closed, crowd, failures, flips, kills, limits  # noqa: F401
from tortures import lockfile, powerloss, strange, waiting  # noqa: F401
from tortures.planted import plant
from tortures.session import ALL

__all__ = ["ALL", "plant"]

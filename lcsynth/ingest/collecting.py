"""The garbage collector, paused where many objects are made and none is garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_paused() -> Iterator[None]:
    """Pause the garbage collector.

    It looks at all objects again and again while their number grows. What is made of a hundred thousand
    texts is kept, and dictionaries of half a million words are no garbage either: looking for any took a
    third of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

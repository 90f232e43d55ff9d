"""A second thread, for work that hardly holds up the first: products of matrices, files, imports."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager


@contextmanager
def beside() -> Iterator[Executor]:
    """Give a thread that does one thing after another; what it was given is done afterwards.

    The linear algebra has as many threads of its own afterwards as before: of two that limit these at once,
    the last to end puts back what the other had set.
    """
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    libraries = ThreadpoolController().lib_controllers
    before = [one.num_threads for one in libraries]
    try:
        with ThreadPoolExecutor(1) as executor:
            yield executor
    finally:
        for one, threads in zip(libraries, before, strict=True):
            one.set_num_threads(threads)

"""Where the tasks of a comparison run: in processes of this machine, or on a running Dask cluster; through joblib."""

from __future__ import annotations

import logging
import socket
import warnings
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

import joblib
import torch
from joblib.externals.loky import get_reusable_executor

import mmdesk
from mmdesk.core.errors import OptionError, TrainingError
from mmdesk.core.problem import Problem

T = TypeVar("T")
R = TypeVar("R")

_WAIT_S = 10


class Workers(ABC):
    """Carries out tasks; a context manager.

    Attributes:
        count: How many tasks run at a time; of a cluster, known once it is entered.
        in_process: Whether they run on the calling thread.
    """

    count: int
    in_process: bool

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    @abstractmethod
    def results(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """Return what ``function`` makes of each task, as soon as it is there and in any order.

        Args:
            function: One that can be imported, unless `in_process`.
            tasks: Taken one by one, a few ahead of what runs.

        Raises:
            TrainingError: If workers were lost for good.
            Exception: What a task raised.
        """


class LocalWorkers(Workers):
    """Processes of this machine, or the calling thread alone for one task at a time.

    Args:
        jobs: How many tasks run at a time; None for one per core.
    """

    def __init__(self, jobs: int | None = None) -> None:
        self.count = joblib.cpu_count() if jobs is None else jobs
        self.in_process = self.count == 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self.in_process:  # joblib keeps its processes for other calls, which do not come
            get_reusable_executor().shutdown(wait=True, kill_workers=error is not None)

    def results(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """See `Workers`."""
        with joblib.parallel_config(backend="loky"):
            parallel = joblib.Parallel(n_jobs=self.count, **_PARALLEL)
        try:
            yield from parallel(joblib.delayed(function)(task) for task in tasks)
        except BrokenProcessPool as error:
            raise TrainingError(Problem("comparison.process_lost", jobs=self.count)) from error


# One task a message, each result as soon as it is there; what a task carries is no array that could be mapped.
_PARALLEL: dict[str, Any] = {"return_as": "generator_unordered", "batch_size": 1, "max_nbytes": None}


class ClusterWorkers(Workers):
    """The workers of a running Dask cluster.

    They need mmdesk and torch of the same versions, and the data at the same path.

    Args:
        address: Of its scheduler, "tcp://host:8786".

    Raises:
        OptionError: If that is no address; when entered, if nothing answers there or the workers do not fit.
    """

    in_process = False

    def __init__(self, address: str) -> None:
        try:
            scheme, host, port = (parts := urlsplit(address)).scheme, parts.hostname, parts.port
        except ValueError:  # a port that is none
            scheme, host, port = "", None, None
        if scheme not in ("tcp", "tls") or not host or not port:
            raise OptionError(Problem("option.scheduler", value=address))
        self._place = host, port
        self._address = address
        self._client: Any = None
        self.count = 0

    def __enter__(self) -> Self:
        try:
            from distributed import Client
        except ImportError as error:
            raise OptionError(Problem("comparison.no_dask")) from error
        for name in ("distributed", "distributed.client"):  # what goes wrong is told in one line here
            logging.getLogger(name).setLevel(logging.CRITICAL)
        # A task has all that it needs with it, see `comparison_tasks.SeedPlan`: that is meant to be large.
        warnings.filterwarnings("ignore", message="Sending large graph")
        try:
            # Where nothing answers a client would wait, and leave a thread behind.
            socket.create_connection(self._place, timeout=_WAIT_S).close()
            self._client = Client(  # type: ignore[no-untyped-call]
                self._address, timeout=_WAIT_S, set_as_default=False
            )
        except OSError as error:
            raise OptionError(Problem("comparison.no_scheduler", address=self._address)) from error
        try:
            self._check_workers()
        except BaseException:
            self._client.close(timeout=1)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close(timeout=1)

    def _check_workers(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=_WAIT_S)
            found: dict[str, tuple[str, str]] = self._client.run(_versions)
        except TimeoutError as error:
            raise OptionError(Problem("comparison.no_workers", address=self._address)) from error
        except ImportError as error:
            raise OptionError(Problem("comparison.worker_lacks", address=self._address, detail=str(error))) from error
        except OSError as error:
            raise self._lost() from error
        ours = _versions()
        for worker, theirs in found.items():
            for package, its, own in zip(("mmdesk", "torch"), theirs, ours, strict=True):
                if its != own:
                    raise OptionError(
                        Problem("comparison.worker_differs", worker=worker, package=package, theirs=its, ours=own)
                    )
        self.count = len(found)

    def results(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """See `Workers`."""
        from distributed import CancelledError, KilledWorker

        with joblib.parallel_config(backend=_cluster_backend(self._client)):
            parallel = joblib.Parallel(n_jobs=-1, **_PARALLEL)
        try:
            yield from parallel(joblib.delayed(function)(task) for task in tasks)
        except KilledWorker as error:
            raise TrainingError(Problem("comparison.workers_lost", address=self._address)) from error
        except (CancelledError, OSError) as error:
            raise self._lost() from error

    def _lost(self) -> TrainingError:
        return TrainingError(Problem("comparison.scheduler_lost", address=self._address))


def _cluster_backend(client: Any) -> Any:
    """Return joblib's backend for a cluster, without what it does not do well."""
    from joblib._dask import DaskDistributedBackend

    class Backend(DaskDistributedBackend):  # type: ignore[misc]
        def effective_n_jobs(self, n_jobs: int) -> int:
            workers: int = super().effective_n_jobs(n_jobs)
            return max(2, workers)  # for a single one joblib would train in this process

        def submit(self, func: Any, callback: Callable[[Any], None]) -> Any:
            def on_done(done: Future[Any]) -> None:
                if (error := done.exception()) is not None:
                    callback(error)

            # It would wait for ever for a task that the scheduler has given up.
            future = super().submit(func, callback)
            future.add_done_callback(on_done)
            return future

    return Backend(client=client)


def _versions() -> tuple[str, str]:
    return mmdesk.__version__, torch.__version__

"""
Many texts read by several processes: results in the order of the texts, and no text lost with a process.

Each worker is a process with one pipe; the parent sends it a chunk of texts at a time. That is built on the processes
and pipes of :mod:`multiprocessing` rather than on its pools: a pool of :mod:`concurrent.futures` cannot end its
processes at once, and if one is killed all chunks are lost; a :class:`multiprocessing.pool.Pool` waits forever then.
"""

from quotekit.processes.chunks import Failure, Outcome
from quotekit.processes.pool import count_processes, read_here, read_in_processes

__all__ = ["Failure", "Outcome", "count_processes", "read_here", "read_in_processes"]

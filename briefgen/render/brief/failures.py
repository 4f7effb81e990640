"""The diagnostics of a brief that was not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    from briefgen.render.brief.job import BriefJob


def failure(job: BriefJob, code: str, reason: str, hint: str = "") -> Diagnostic:
    """The brief of `job` failed; `reason` completes the sentence."""
    sentence = f"No brief {job.path}: {reason.removesuffix('.')}."
    return error(code, sentence, job.source, hint=hint, item=job.item)


def out_of_time(job: BriefJob) -> Diagnostic:
    """The brief took longer than its limit."""
    return failure(
        job,
        "brief-time",
        f"it took longer than its limit of {job.limits.seconds} seconds",
        "Split the packet, look for a table or picture of unusual size, or raise"
        " `limits.brief_seconds` in briefgen.yaml.",
    )


def out_of_memory(job: BriefJob) -> Diagnostic:
    """The brief needed more memory than its limit."""
    return failure(
        job,
        "brief-memory",
        f"it needed more than its limit of {job.limits.memory_mb} MB of memory",
        "Split the packet, use smaller pictures, or raise `limits.brief_memory` in briefgen.yaml.",
    )


def died(job: BriefJob, code: int, last_words: str) -> Diagnostic:
    """The worker ended without an answer; `code` is its exit status, negative for a signal."""
    # GLib and Fontconfig abort where Python would raise MemoryError; and where Python runs out
    # while it answers, MemoryError is the last that is heard of it.
    if "alloc" in last_words or "memory" in last_words.lower():
        return out_of_memory(job)
    how = f"signal {-code}" if code < 0 else f"status {code}"
    words = f" ({last_words})" if last_words else ""
    return failure(job, "brief-worker", f"its worker ended with {how}{words}")

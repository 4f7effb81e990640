"""All rules, in the order of their codes."""

from __future__ import annotations

from briefgen.check import (
    after_cutoff,
    alternative,
    archival,
    audience,
    corrected,
    disputed,
    duplicate,
    judgment,
    label,
    missing,
    near_name,
    repeated,
    selected,
    snapshot,
)
from briefgen.check.fair_use import article_share, copied, lede, source_share
from briefgen.check.quotations import absent, altered, prose, short, speaker, spliced, turned
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is."""
    modules = (
        after_cutoff,
        alternative,
        archival,
        audience,
        corrected,
        disputed,
        duplicate,
        judgment,
        label,
        missing,
        near_name,
        repeated,
        selected,
        snapshot,
    )
    of_quotations = (absent, altered, prose, short, speaker, spliced, turned)
    of_use = (article_share, copied, lede, source_share)
    rules = [rule for module in (*modules, *of_quotations, *of_use) for rule in module.RULES]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def check_site(subject: Subject) -> tuple[Finding, ...]:
    """What all rules find. Levels and silences are applied where findings become diagnostics."""
    return tuple(finding for rule in all_rules() for finding in rule.run(subject))

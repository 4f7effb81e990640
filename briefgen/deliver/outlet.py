"""Whether a channel is one by which this audience's output, with its labels, may leave."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.build.project import Project
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.channels import Channel, Outlet
from briefgen.model.handling import Handled
from briefgen.model.settings import Settings
from briefgen.resolve.visibility import tlp_of
from briefgen.scan.project import SETTINGS_FILE

LEAVING = {
    Channel.DEPLOY: "be put on a server",
    Channel.MAIL: "be sent by mail",
}


def outlet_of(channel: Channel, settings: Settings) -> Outlet:
    """The rules of a channel."""
    return {Channel.DEPLOY: settings.deploy, Channel.MAIL: settings.mail}[channel]


def channel_refusals(
    channel: Channel, project: Project, shown: dict[str, Handled]
) -> Iterator[Diagnostic]:
    """Why what shows these items (by id) may not leave. Nothing internal and nothing above CLEAR
    leaves unless the settings say so: who may see it here is no word on who may carry it there.
    """
    outlet = outlet_of(channel, project.settings)
    view = project.view
    if not _is_for(outlet, project):
        listed = ", ".join(dict.fromkeys((*outlet.audiences, view.name)))
        yield error(
            "channel-audience",
            f"What was built for “{view.name}” may not {LEAVING[channel]}: {SETTINGS_FILE} does"
            " not say so.",
            hint=f"If it may, write in {SETTINGS_FILE}: `{channel}: {{audiences: [{listed}]}}`.",
        )
    labels = {item: tlp_of(keys, view.default_tlp) for item, keys in shown.items()}
    above = sorted(item for item, tlp in labels.items() if tlp.rank > outlet.ceiling.rank)
    if above:
        strictest = max((labels[item] for item in above), key=lambda tlp: tlp.rank)
        rest = f" and {len(above) - 1:,} more" if len(above) > 1 else ""
        yield error(
            "channel-ceiling",
            f"{above[0]}{rest} may not {LEAVING[channel]}: nothing above"
            f" {outlet.ceiling.label or outlet.ceiling} may, and the label is {strictest.label}.",
            hint=f"If it may, write in {SETTINGS_FILE}: `{channel}: {{ceiling: {strictest}}}`.",
        )


def _is_for(outlet: Outlet, project: Project) -> bool:
    if outlet.audiences:
        return project.view.name in outlet.audiences
    usual = project.view.name == project.settings.default_audience
    return usual and not project.view.audience.internal

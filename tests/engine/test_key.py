"""Every part of the key is needed.

For each part there is an edit that only this part can notice. With the whole key the incremental
build equals a clean one; with the part left out it does not. A part whose absence went unnoticed
here would be one that the random edits of `machine.py` cannot be trusted to hold either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from briefgen.build import briefs, front, recall, shelf, stale
from briefgen.build.make import Kitchen
from briefgen.build.project import Project
from briefgen.model.base import Record, digest_value
from briefgen.plan.artifact import Artifact, Form, form_of
from briefgen.publish.manifest import Manifest
from briefgen.render import environment, feeds
from briefgen.render.brief import fingerprint
from briefgen.render.feeds import render_feed
from briefgen.scan.listing import Listing
from briefgen.store.built import Built, Lookups
from briefgen.store.version import source_digest
from tests.harness import SETTINGS, SiteFolder

Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def nothing_stands(monkeypatch: Patch) -> None:
    """What stands has tests of its own; a part that is left out here must be missed."""
    monkeypatch.setattr(front, "holds", lambda *_: False)


def _form_without(field: str) -> Callable[[Artifact, str], Form]:
    def form(artifact: Artifact, site_digest: str) -> Form:
        parts: dict[str, object] = {
            "kind": artifact.kind,
            "template": artifact.template,
            "site": site_digest,
            "frame": artifact.frame,
            "page": artifact.page,
            "needs": [(each.item, each.links) for each in artifact.needs],
        }
        kept = {name: part for name, part in parts.items() if name != field}
        whole = form_of(artifact, site_digest)
        return Form(data=whole.data, digest=digest_value(kept))

    return form


def _forget_view(field: str) -> Callable[[Patch], None]:
    return lambda patch: patch.setattr(stale, "form_of", _form_without(field))


def _forget_bodies(patch: Patch) -> None:
    patch.setattr(stale, "artifact_digest", lambda _artifact, form: form * 2)
    patch.setattr(recall, "view_digest", lambda form, _bodies: form * 2)


def _forget_lookups(prefix: str, only: str = "") -> Callable[[Patch], None]:
    """Leave out what was looked up under a prefix (only what stood for `only`, if given)."""

    def forget(patch: Patch) -> None:
        def lookups(self: environment.Templates, _text: str) -> Lookups:
            return tuple(
                (name, digest)
                for name, digest in sorted(self._seen.items())
                if not (name.startswith(prefix) and (not only or digest == only))
            )

        patch.setattr(environment.Templates, "lookups", lookups)

    return forget


def _forget_bytes(patch: Patch) -> None:
    """Believe that the output is as it was left."""
    real = stale.scan_output

    def scan(output: str, manifest: Manifest, built: Built) -> Listing:
        found = {path: each.found for path, each in built.outputs.items()}
        return found or real(output, manifest, built)

    patch.setattr(shelf, "scan_output", scan)


def _forget_source(patch: Patch) -> None:
    patch.setattr(front, "source_digest", lambda: "always the same")


def _edit_page(site: SiteFolder, _: Patch) -> None:
    site.edit("content/articles/tianjin.md", "title: Tianjin", "title: In Tianjin")


def _edit_frame(site: SiteFolder, _: Patch) -> None:
    site.edit("content/pages/about.md", "title: About", "title: About\ntlp: none")


def _edit_body(site: SiteFolder, _: Patch) -> None:
    site.edit("content/articles/tianjin.md", "A body.", "Another body.")


def _edit_site(site: SiteFolder, _: Patch) -> None:
    site.write("briefgen.yaml", SETTINGS.replace("Amu Desk", "Syr Desk"))


def _edit_template(site: SiteFolder, _: Patch) -> None:
    site.edit("themes/tiny/templates/base.html", "<main>", "<main class='new'>")


def _add_include(site: SiteFolder, _: Patch) -> None:
    site.write("themes/tiny/templates/banner.html", "<p>Attention</p>\n")


def _edit_style(site: SiteFolder, _: Patch) -> None:
    site.edit("themes/tiny/static/tiny.css", "color", "outline-color: red; color")


def _damage(site: SiteFolder, _: Patch) -> None:
    (site.built / "index.html").write_text("vandalised")


def _change_code(_: SiteFolder, patch: Patch) -> None:
    """Another version of briefgen writes feeds otherwise; its source has another digest."""
    patch.setattr(feeds, "render_feed", lambda view: render_feed(view) + b"<!-- new -->\n")
    # Where the source is left out of the key, the new version goes unnoticed.
    if getattr(front, "source_digest") is source_digest:  # noqa: B009  patched by name too
        patch.setattr(front, "source_digest", lambda: "the next version")


Part = tuple[Callable[[Patch], None], Callable[[SiteFolder, Patch], None]]
PARTS: dict[str, Part] = {
    "the page's view": (_forget_view("page"), _edit_page),
    "the frame": (_forget_view("frame"), _edit_frame),
    "the bodies": (_forget_bodies, _edit_body),
    "the site's view": (_forget_view("site"), _edit_site),
    "templates that were found": (_forget_lookups("template:"), _edit_template),
    "templates that were absent": (_forget_lookups("template:", "ABSENT"), _add_include),
    "assets": (_forget_lookups("asset:"), _edit_style),
    "the bytes on disk": (_forget_bytes, _damage),
    "briefgen's own source": (_forget_source, _change_code),
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("left_out", [False, True], ids=["kept", "left out"])
def test_the_part_is_needed(
    site: SiteFolder, monkeypatch: Patch, part: str, *, left_out: bool
) -> None:
    forget, edit = PARTS[part]
    if left_out:
        forget(monkeypatch)
    site.build_well()
    edit(site, monkeypatch)
    site.build_well()
    incremental = site.files()
    assert (incremental != site.clean_build()) is left_out


def _print_style(site: SiteFolder, _: Patch) -> None:
    path = site.root / "themes/tiny/static/print/brief.css"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("@page { size: A6; margin: 5mm }\n")


def _another_platform(_: SiteFolder, patch: Patch) -> None:
    class Other(Record):
        name: str = "another machine"

    patch.setattr(fingerprint, "fingerprint", Other)


def _print_option(site: SiteFolder, _: Patch) -> None:
    """Set to what it was by default, it stays the same for templates but enters the style sheet."""
    site.write("briefgen.yaml", SETTINGS + "theme_options: {ink: '#000000'}\n")


BRIEF_PARTS: dict[str, tuple[str, Callable[[SiteFolder, Patch], None]]] = {
    "resources": ("resource:", _print_style),
    "the platform": ("platform:", _another_platform),
    "options": ("options:", _print_option),
}


@pytest.mark.parametrize("part", BRIEF_PARTS)
@pytest.mark.parametrize("left_out", [False, True], ids=["kept", "left out"])
def test_the_part_is_needed_for_briefs(
    site: SiteFolder, monkeypatch: Patch, part: str, *, left_out: bool
) -> None:
    prefix, edit = BRIEF_PARTS[part]
    if left_out:
        make_briefs = briefs.make_briefs

        def make(
            artifacts: tuple[Artifact, ...],
            project: Project,
            kitchen: Kitchen,
            workers: int,
            wanted: Callable[[], bool],
        ) -> Iterator[briefs.BriefMade]:
            for made in make_briefs(artifacts, project, kitchen, workers, wanted):
                kept = tuple(each for each in made.lookups if not each[0].startswith(prefix))
                yield briefs.BriefMade(
                    artifact=made.artifact,
                    data=made.data,
                    lookups=kept,
                    diagnostics=made.diagnostics,
                )

        monkeypatch.setattr(briefs, "make_briefs", make)
    site.build_well(pdf=True)
    edit(site, monkeypatch)
    rendered = site.build_well(pdf=True).rendered
    assert ("packets/first.pdf" not in rendered) is left_out

"""Pictures and documents that published items refer to, in the widths that screens ask for."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.base import digest_value
from briefgen.model.item import AnyFace, Article
from briefgen.model.media import PICTURES, Media
from briefgen.model.text import Picture
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.views.files import Figure, MediaFile
from briefgen.plan.views.media import PictureSource, PictureView
from briefgen.read.slug import slugify
from briefgen.resolve.media import Use, image_paths
from briefgen.resolve.site import Site

FOLDER = "media"
WIDTHS = (480, 960, 1440)
# Wider than a page is on any screen; beyond it a picture only takes time.
WIDEST = 2400
# What readers get that know no `srcset`, and what a brief prints: 1440 pixels across the text of an
# A4 page are some 220 to the inch.
PLAIN, PRINTED = 960, 1440
SIZES = "(min-width: 45rem) 37rem, 100vw"
HASH_LENGTH = 10


class MediaPlan:
    """Where each published file of the site stands in the output. `encoder` is the digest of all
    that decides the bytes beside the file itself: with it in their names, no cache ever lies.
    """

    def __init__(self, site: Site, encoder: str) -> None:
        self._site = site
        self._encoder = encoder

    def href(self, path: str) -> str:
        """The address of a file that is linked to: of a picture its largest width."""
        media = self._site.media[path]
        return self._href(media, self._widths(media, shown=False)[-1])

    def artifacts(self) -> Iterable[Artifact]:
        """A file of the output for each document, and for each width of a picture."""
        made: dict[str, Artifact] = {}
        for path, use in self._site.uses.items():
            media = self._site.media[path]
            for width in self._widths(media, shown=use.shown):
                href = self._href(media, width)
                before = made.get(href)
                made[href] = self._artifact(href, media, width, use, before)
        return made.values()

    def image(self, article: Article) -> PictureView | None:
        """The picture of an article."""
        keys = article.keys
        found = self._find(image_paths(article.path, keys.image)) if keys.image else None
        if found is None:
            return None
        return self._view(found, "", alt=keys.image_alt, credit=keys.image_credit)

    def figures(
        self, face: AnyFace, root: str, *, brief: bool = False
    ) -> tuple[Figure | None, ...]:
        """The pictures of a text, for a place with this root; None for what is not shown there."""
        internal = self._site.view.audience.internal
        return tuple(
            self._figure(picture, root, brief=brief) if internal or not picture.internal else None
            for picture in face.pictures
        )

    def _figure(self, picture: Picture, root: str, *, brief: bool) -> Figure | None:
        media = self._find((picture.target,))
        if media is None:
            return None
        view = self._view(
            media, root, alt=picture.alt, caption=picture.caption, credit=picture.credit
        )
        view = printed(view) if brief else view
        return Figure(picture=view, given=picture.given, alone=picture.alone)

    def _find(self, candidates: tuple[str, ...]) -> Media | None:
        found = next(
            (self._site.media[each] for each in candidates if each in self._site.media), None
        )
        return found if found is not None and found.format in PICTURES else None

    def _view(
        self, media: Media, root: str, *, alt: str, caption: str = "", credit: str = ""
    ) -> PictureView:
        widths = self._widths(media, shown=True)
        largest = widths[-1] or media.width
        plain = next((width for width in widths if width >= PLAIN), widths[-1])
        return PictureView(
            href=f"{root}{self._href(media, plain)}",
            width=largest,
            height=_height(media, largest),
            sources=tuple(
                PictureSource(href=f"{root}{self._href(media, width)}", width=width)
                for width in widths
            )
            if len(widths) > 1
            else (),
            sizes=SIZES if len(widths) > 1 else "",
            alt=alt,
            caption=caption,
            credit=credit,
        )

    def _widths(self, media: Media, *, shown: bool) -> tuple[int, ...]:
        """The widths in which a file is published; 0: as it is. A moving picture keeps its own."""
        if media.format not in PICTURES or media.animated:
            return (0,)
        largest = min(media.width, WIDEST)
        return (*(w for w in WIDTHS if w < largest), largest) if shown else (largest,)

    def _href(self, media: Media, width: int) -> str:
        name = slugify(media.path.rpartition("/")[2].rpartition(".")[0]) or "file"
        digest = digest_value((media.digest, self._encoder))[:HASH_LENGTH]
        size = f"-{width}" if width else ""
        return f"{FOLDER}/{name}-{digest}{size}.{media.format}"

    def _artifact(
        self, href: str, media: Media, width: int, use: Use, before: Artifact | None
    ) -> Artifact:
        # Two files of one name and content in two folders are one in the output.
        items = (*(before.items if before else ()), *use.items)
        view = MediaFile(
            source=media.path,
            digest=media.digest,
            format=media.format,
            encoder=self._encoder,
            width=width,
            height=_height(media, width) if width else 0,
            animated=media.animated,
        )
        return Artifact(
            path=href,
            kind=ArtifactKind.MEDIA,
            page=view if before is None else before.page,
            items=tuple(dict.fromkeys(items)),
        )


def _height(media: Media, width: int) -> int:
    return max(1, round(media.height * width / media.width))


def printed(view: PictureView) -> PictureView:
    """The picture as a brief prints it: in one width."""
    fit = [each for each in view.sources if each.width >= PRINTED] or list(view.sources[-1:])
    return PictureView(
        href=fit[0].href if fit else view.href,
        width=view.width,
        height=view.height,
        alt=view.alt,
        caption=view.caption,
        credit=view.credit,
    )

"""What print needs otherwise than the web: footnotes, ranks of headings, links."""

from __future__ import annotations

from xml.etree import ElementTree

from briefgen.render.brief.footnotes import place_footnotes
from briefgen.render.brief.html import depth, rank_headings, unlink


def tree(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(f"<div>{markup}</div>")  # noqa: S314  our own markup


def text(root: ElementTree.Element) -> str:
    return ElementTree.tostring(root, encoding="unicode")


def test_notes_of_several_paragraphs_go_to_their_call() -> None:
    root = tree(
        '<p>One<sup class="footnote-ref"><a href="#a-fn1">1</a></sup>, two.</p>'
        '<p>Three<sup class="footnote-ref"><a href="#a-fn2">2</a></sup></p>'
        '<hr class="footnotes-sep"/><section class="footnotes"><ol>'
        '<li id="a-fn1"><p>First <em>part</em>.</p>'
        '<ul><li>Third</li></ul><p>Second. <a class="footnote-backref" href="#r">↩</a></p></li>'
        '<li id="a-fn2"><p>Alone.</p><p><a class="footnote-backref" href="#r">↩</a></p></li>'
        "</ol></section><p>End.</p>"
    )
    place_footnotes(root)
    assert text(root) == (
        '<div><p>One<span class="footnote">First <em>part</em>.<br />Third<br />Second.</span>'
        ', two.</p><p>Three<span class="footnote">Alone.</span></p><p>End.</p></div>'
    )


def test_a_call_without_a_note_stays() -> None:
    markup = '<p><sup class="footnote-ref"><a href="#gone">1</a></sup></p>'
    root = tree(markup)
    place_footnotes(root)
    assert text(root) == f"<div>{markup}</div>"


def test_headings_go_on_from_the_title_without_gaps() -> None:
    root = tree("<h1>a</h1><h4>b</h4><h2>c</h2>")
    rank_headings(root, 3)
    assert text(root) == "<div><h3>a</h3><h5>b</h5><h4>c</h4></div>"


def test_relative_links_become_text() -> None:
    root = tree('<a href="articles/x.html">x</a><a href="#y">y</a><a href="javascript:z">z</a>')
    for link in root.iter("a"):
        unlink(link)
    assert text(root) == '<div><a>x</a><a href="#y">y</a><a>z</a></div>'


def test_depth_counts_without_recursion() -> None:
    root = leaf = ElementTree.Element("div")
    for _ in range(5000):
        leaf = ElementTree.SubElement(leaf, "div")
    assert depth(root) == 5001

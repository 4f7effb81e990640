"""What a theme makes of a shared part is kept during a build; nothing may show of that."""

from __future__ import annotations

from tests.harness import SiteFolder

PARTS = "themes/tiny/templates/parts.html"
LISTS = ("topics/diplomacy.html", "archive/index.html", "publishers/the-gazette.html")


def test_what_a_card_looks_up_counts_for_every_page_that_shows_it(site: SiteFolder) -> None:
    site.edit(PARTS, "{{ c.title }}", "{{ c.title }} {{ asset('dot.svg') }}")
    site.build_well()
    site.edit("themes/tiny/static/dot.svg", "<svg", "<svg ")
    outcome = site.build_well()
    assert set(LISTS) <= set(outcome.rendered)
    assert site.files() == site.clean_build()


def test_arguments_that_are_equal_but_read_otherwise_are_told_apart(site: SiteFolder) -> None:
    site.edit(PARTS, "{% macro card(root, c) %}", "{% macro card(root, c, n=0) %}<b>{{ n }}</b>")
    calls = "{{ card(root, c, true) }}{{ card(root, c, 1) }}{{ card(root, c, '1') }}"
    site.edit(
        PARTS, "{% for c in month.cards %}{{ card(root, c) }}", "{% for c in month.cards %}" + calls
    )
    site.build_well()
    page = site.page("topics/diplomacy.html")
    assert page.count("<b>True</b>") == page.count("<b>1</b>") / 2 > 0


def test_pages_at_other_depths_get_their_own_addresses(site: SiteFolder) -> None:
    site.build_well()
    assert 'href="../articles/tianjin.html"' in site.page("topics/diplomacy.html")
    assert 'href="articles/tianjin.html"' in site.page("index.html")


def test_text_is_escaped_once_wherever_it_passes_through(site: SiteFolder) -> None:
    site.edit("content/articles/tianjin.md", "title: Tianjin", 'title: "<i>Tian & jin</i>"')
    site.edit(PARTS, "{{ c.title }}</a>", "{% set t %}{{ c.title }}{% endset %}{{ t ~ '' }}</a>")
    site.build_well()
    assert "&lt;i&gt;Tian &amp; jin&lt;/i&gt;</a>" in site.page("topics/diplomacy.html")


def test_macros_take_names_defaults_and_a_caller(site: SiteFolder) -> None:
    site.write(
        "themes/tiny/templates/term.html",
        """\
        {% macro box(a, b='<two>', c=none) %}{{ a }}|{{ b }}|{{ c }}|
        {%- if caller %}{{ caller() }}{% endif %}{% endmacro %}
        {% macro all() %}{{ varargs|join('+') }}{{ kwargs.x }}{% endmacro %}
        {% macro plain(a, b='<two>') %}{{ a }}/{{ b }}{% endmacro %}
        <p>{{ plain('<one>') }}</p><p>{{ plain(a=1, b=2) }}</p><p>{{ all(1, 2, x=3) }}</p>
        {% call box('x', c='y') %}<em>inside</em>{% endcall %}
        <p>{{ plain(*['p', 'q']) }}</p>
        """,
    )
    site.build_well()
    page = site.page("topics/diplomacy.html")
    for part in ("<p>&lt;one&gt;/&lt;two&gt;</p>", "<p>1/2</p>", "<p>1+23</p>", "<p>p/q</p>"):
        assert part in page
    assert "x|&lt;two&gt;|y|<em>inside</em>" in page
    site.edit("themes/tiny/templates/term.html", "plain(a=1, b=2)", "plain(1, 2, 3)")
    (told,) = site.build().diagnostics
    assert (told.code, told.mark.line) == ("template-error", 5)


def test_a_malformed_template_is_read_once(site: SiteFolder) -> None:
    site.build_well()
    site.edit(PARTS, "{% macro card(root, c) %}", "{% macro card(root, c %}")
    told = site.build().diagnostics
    assert {each.code for each in told} == {"template-syntax"}
    assert {each.mark.line for each in told} == {1}


def test_an_item_may_be_named_as_an_attribute_is(site: SiteFolder) -> None:
    site.write(
        "themes/tiny/templates/term.html",
        """\
        {% set given = {'a': '<x>', 'count': 7} %}
        <p>{{ given.a }} {{ given['count'] }} {{ page.title }} {{ asset('dot.svg') }}</p>
        """,
    )
    site.build_well()
    assert "<p>&lt;x&gt; 7 Diplomacy assets/" in site.page("topics/diplomacy.html")
    site.edit("themes/tiny/static/dot.svg", "<svg", "<svg ")
    assert "topics/diplomacy.html" in site.build_well().rendered
    assert site.files() == site.clean_build()


def test_a_choice_without_another_branch_prints_nothing(site: SiteFolder) -> None:
    site.write(
        "themes/tiny/templates/term.html",
        """\
        {% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}
        <p>{{ '<no>' if page.count > 99 }}{{ bold('<yes>') if page.count }}|
        {{- '<&>' if page.count else bold('no') }}{{ (bold('a') if page.count) ~ '<' }}</p>
        """,
    )
    site.build_well()
    page = site.page("topics/diplomacy.html")
    assert "<p><b>&lt;yes&gt;</b>|&lt;&amp;&gt;<b>a</b>&lt;</p>" in page

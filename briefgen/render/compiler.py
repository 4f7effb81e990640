"""From a template to Python, as Jinja does it but for what is hot in a site of ten thousand pages:
calls go straight to what they call, and text is escaped without being wrapped."""

from __future__ import annotations

import keyword

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

_IMPORTS = "from jinja2.runtime import "
# On the first line, so that the lines of the code stay those that Jinja counts.
_OURS = (
    "from briefgen.render.fragment import Fragment, as_markup as Markup, escape, joined, shown; "
)
_REPLACED = frozenset({"Markup", "escape"})


# What in views is a mapping, and the page as Jinja knows it: what they hold are items.
_MAPPINGS = frozenset({"extra", "options", "self"})


class Careful(CodeGenerator):
    """What `Environment.code_generator_class` is there for."""

    # The part of a page that is written next, if it is a call or a choice.
    _printed: nodes.Node | None = None

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro of ours in the place of Jinja's."""
        del frame
        names = "".join(f"{each.name!r}, " for each in macro_ref.node.args)
        self.write(
            f"Fragment(environment, macro, {getattr(macro_ref.node, 'name', None)!r}, ({names}),"
            f" {macro_ref.accesses_kwargs!r}, {macro_ref.accesses_varargs!r},"
            f" {macro_ref.accesses_caller!r}, context.eval_ctx.autoescape)"
        )

    def visit_Call(  # noqa: N802  the name in Jinja
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """A call, straight where that is all there is to it. Jinja goes through its context, for
        functions that want to be given it; templates here have none."""
        printed, self._printed = node is self._printed, None
        if forward_caller or not _is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        if not printed:
            self.write("(")
        self.visit(node.node, frame)
        self.write(", " if printed else ")(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        if not printed:
            self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Parts put together: most are plain texts, an address behind the way to the root."""
        if not _escapes(frame):
            super().visit_Concat(node, frame)
            return
        self.write("joined(")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        """A choice. In a page each branch is escaped by itself, and one that is not there is
        nothing: Jinja makes an object of it, finds out what that is, and prints nothing."""
        if node is not self._printed:
            super().visit_CondExpr(node, frame)
            return
        self._printed = None
        frame = frame.soft()
        self.write("(")
        self._print(node.expr1, frame)
        self.write(" if ")
        self.visit(node.test, frame)
        self.write(" else ")
        if node.expr2 is None:
            self.write("''")
        else:
            self._print(node.expr2, frame)
        self.write(")")

    def _print(self, node: nodes.Expr, frame: Frame) -> None:
        finalize = self._make_finalize()
        try:
            self.write(repr(self._output_child_to_const(node, frame, finalize)))
        except nodes.Impossible:
            self._output_child_pre(node, frame, finalize)
            self.visit(node, frame)
            self._output_child_post(node, frame, finalize)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Before a part of a page. The environment finalizes nothing."""
        choice = isinstance(node, nodes.CondExpr)
        call = isinstance(node, nodes.Call) and _is_plain(node) and not node.kwargs
        if not _escapes(frame) or not (choice or call):
            super()._output_child_pre(node, frame, finalize)
            return
        self._printed = node
        if call:
            self.write("shown(")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """After it."""
        if not (_escapes(frame) and isinstance(node, nodes.CondExpr)):
            super()._output_child_post(node, frame, finalize)


class Compiler(Careful):
    """The same for templates that name by `a.b` only attributes, as nearly all do: Python finds one
    in an eighth of the time that it takes to ask for it and be ready to look among items."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute. One that is not there raises AttributeError: see `Templates.render`."""
        whole = node.node
        known = isinstance(whole, nodes.Name | nodes.Getattr)
        name = getattr(whole, "attr", None) or getattr(whole, "name", None)
        odd = keyword.iskeyword(node.attr) or not node.attr.isascii()
        if odd or not known or name in _MAPPINGS:
            super().visit_Getattr(node, frame)
            return
        self.visit(whole, frame)
        self.write(f".{node.attr}")


def _escapes(frame: Frame) -> bool:
    """Whether text is escaped there, and nothing decides that while the page is made."""
    return bool(frame.eval_ctx.autoescape) and not frame.eval_ctx.volatile


def _is_plain(node: nodes.Call) -> bool:
    """Whether Python can write a call as it stands: nothing is unpacked, and no name is taken."""
    unpacked = node.dyn_args is not None or node.dyn_kwargs is not None
    return not unpacked and not any(keyword.iskeyword(each.key) for each in node.kwargs)


def with_ours(source: str) -> str:
    """The Python of a template, with our names in the place of Jinja's."""
    head, end, rest = source.partition("\n")
    assert head.startswith(_IMPORTS)  # noqa: S101  so it is in Jinja, as long as it is
    names = [name for name in head.removeprefix(_IMPORTS).split(", ") if name not in _REPLACED]
    return f"{_OURS}{_IMPORTS}{', '.join(names)}{end}{rest}"

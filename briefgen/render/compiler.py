"""From a template to Python, as Jinja does it but for what is hot in a site of ten thousand pages:
calls go straight to what they call, and text is escaped without being wrapped."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

_IMPORTS = "from jinja2.runtime import "
# On the first line, so that the lines of the code stay those that Jinja counts.
_OURS = "from briefgen.render.fragment import Fragment, escape; "


class Compiler(CodeGenerator):
    """What `Environment.code_generator_class` is there for."""

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
        odd = node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None
        if forward_caller or odd:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


def with_ours(source: str) -> str:
    """The Python of a template, with our names in the place of Jinja's."""
    head, end, rest = source.partition("\n")
    assert head.startswith(_IMPORTS)  # noqa: S101  so it is in Jinja, as long as it is
    names = [name for name in head.removeprefix(_IMPORTS).split(", ") if name != "escape"]
    return f"{_OURS}{_IMPORTS}{', '.join(names)}{end}{rest}"

"""The leak scan: a second pair of eyes over what was published.

It asks by itself who may see what, takes the words of everything that this audience may not see,
and looks for them in the decoded bytes of the output. It shares no code with resolve, plan and
render, which decide what is shown: a mistake there must not blind it. The linter holds that.
"""

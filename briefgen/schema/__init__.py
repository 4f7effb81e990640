"""JSON Schemas (draft 2020-12) of the files that people write, made from the records they become.

A schema accepts what the reader accepts. The reader takes every scalar as text and lets the field's
type decide; an editor's YAML may make numbers, truth values and nulls of them first. Both pass: a
text may be a number or a truth value, a number or a truth value may be a text, and what is null is
left out. Dates stay text, as they do in YAML 1.2.
"""

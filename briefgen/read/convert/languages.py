"""Language tags, and what was meant where somebody wrote something else."""

from __future__ import annotations

import re

# BCP 47 (RFC 5646), section 2.1, without its older irregular tags. It allows names of five to
# eight letters as well; none has ever been registered, so they are names of languages in words.
LANGUAGE = re.compile(r"(?:[a-zA-Z]{2,3}|x(?=-))(?:-[a-zA-Z0-9]{1,8})*")
# The two-letter codes of ISO 639-1, a closed list. Those of countries look alike.
CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy
da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu
hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb
lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om
or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv
sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
SHORT = frozenset(CODES.split())
ALSO = {"farsi": "fa", "mandarin": "zh"}  # names that Unicode gives otherwise


def is_language(text: str) -> bool:
    """Whether the text is a tag of a language."""
    primary = text.partition("-")[0].lower()
    return LANGUAGE.fullmatch(text) is not None and (len(primary) != len("fa") or primary in SHORT)


def meant_language(text: str) -> str:
    """The tag that was probably meant, or nothing: a name in English or in the language itself, or
    the code of a country."""
    # Loaded only when there is something to suggest.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.core import get_global  # noqa: PLC0415

    written = text.strip().replace("_", "-")
    if is_language(written):
        return written
    primary, _, rest = written.lower().partition("-")
    if primary in ALSO:
        return ALSO[primary]
    for code, name in Locale("en").languages.items():
        if name.lower() == primary:
            return str(code).replace("_", "-")
    if len(primary) == len("ua"):
        likely = str(get_global("likely_subtags").get(f"und_{primary.upper()}", ""))
        country = likely.partition("_")[0]
        return country if not rest and country in SHORT else ""
    for code in sorted(SHORT):
        try:
            own = Locale(code).get_display_name(code)
        except UnknownLocaleError:
            continue
        if own and own.lower() == primary:
            return code
    return ""

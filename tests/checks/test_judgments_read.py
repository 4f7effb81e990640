"""Fifty judgments as analysts write them, and which of them a critical reader would stop at.

They were written before the rules were tried on them, true alarms and false ones: at first ten were
read otherwise.
"""

from __future__ import annotations

import json

from tests.harness import SiteFolder

JUDGMENTS = (
    ("The Taliban are likely to reach Kabul before the winter.", ""),
    ("We assess with high confidence that the border posts will remain open.", ""),
    (
        "We assess with high confidence that Tashkent will probably keep the border closed.",
        "likelihood-confidence",
    ),
    (
        "It is likely, with moderate confidence, that Russia keeps its troops in Tajikistan.",
        "likelihood-confidence",
    ),
    ("The talks may collapse over the release of prisoners.", "judgment-hedged"),
    ("The talks might well resume in Doha.", "judgment-hedged"),
    ("Moscow could use the exercises to press Dushanbe.", "judgment-hedged"),
    ("Iran could not stop the flow of refugees in July.", ""),
    ("In May the ministry promised more aid.", ""),
    ("It is possible that the governor changes sides.", "judgment-hedged"),
    ("There is a possibility that the army splits.", "judgment-hedged"),
    ("There is a chance that the army splits.", "judgment-hedged"),
    ("There is a remote chance that Herat falls without a fight.", ""),
    ("It cannot be ruled out that Herat falls.", "judgment-hedged"),
    ("We cannot rule out an attack on the airport.", "judgment-hedged"),
    ("Beijing appears to be preparing to recognise the government.", "judgment-hedged"),
    ("Beijing seems ready to recognise the government.", "judgment-hedged"),
    ("It remains unclear whether Pakistan will open its border.", ""),
    ("The government is unlikely to survive the month; a coup is improbable.", "likelihood-rows"),
    ("The chances are roughly even that the dam is held.", ""),
    ("There is an even chance that the dam is held.", ""),
    ("An unlikely alliance of Uzbeks and Hazaras holds the pass.", ""),
    ("It is not likely that India sends troops.", ""),
    ("It will almost certainly rain on the parade.", ""),
    ("The fall of Kunduz is virtually certain.", ""),
    ("Fighters have reportedly crossed the river.", ""),
    ("The Taliban will, in all likelihood, seize the north.", ""),
    ("The might of the army is overrated.", ""),
    ("He is believed to be in Quetta.", "judgment-hedged"),
    ("A deal by the end of the month is doubtful.", ""),
    ("We have low confidence in this judgment because sources are few.", ""),
    ("Kabul will most likely fall within weeks.", ""),
    ("Kabul will more than likely fall within weeks.", ""),
    ("Sources say the general could have fled; we judge this unlikely.", ""),
    ("The probable cause of the crash was fuel.", ""),
    ("Investors with low confidence will likely leave.", ""),
    ("We judge it highly likely that aid stops. Our confidence in this is moderate.", ""),
    ("Our confidence in this likely outcome is moderate.", "likelihood-confidence"),
    (
        "The government probably will not survive; it is likely to fall in September.",
        "likelihood-rows",
    ),
    ("On Monday the Taliban will likely announce a cabinet.", "date-relative"),
    ("Last week's losses make a retreat very likely.", "date-relative"),
    ("By Friday, 20 August, the airlift is likely to end.", ""),
    ("The minister “may resign” if the vote fails.", ""),
    ("Moscow might, if provoked, close the base.", "judgment-hedged"),
    ("The army may or may not hold.", "judgment-hedged"),
    ("We believe the talks will fail.", ""),
    ("Perhaps the talks will fail.", "judgment-hedged"),
    ("The talks have the potential to fail.", "judgment-hedged"),
    ("Ankara can not be excluded from the deal.", ""),
    ("Nothing in the reports suggests that troops will move.", ""),
)


def test_each_is_told_of_what_is_wrong_with_it_and_of_nothing_else(site: SiteFolder) -> None:
    for number, (text, _) in enumerate(JUDGMENTS):
        judgment = f"  - text: {json.dumps(text)}\n    articles: [tianjin]\n"
        site.packet(f"p{number}", ["tianjin"], more=f"key_judgments:\n{judgment}")
    told: dict[str, list[str]] = {}
    for each in site.check().diagnostics:
        told.setdefault(each.path, []).append(each.code)
    for number, (text, code) in enumerate(JUDGMENTS):
        assert told.get(f"content/packets/p{number}.md", []) == [code][: bool(code)], text

"""The English words by which one tells who speaks."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Verbs that report words, in the forms in which news use them.
SAYING = _set(
    """
    said says say told tells added adds argued argues described describes claimed claims
    promised promises stated states judged judges called calls insisted insists warned warns
    noted notes explained explains declared declares asked asks replied replies announced
    announces acknowledged admitted admits alleged alleges asserted asserts confirmed
    confirms conceded denied denies emphasized emphasised stressed stresses suggested
    suggests remarked recalled reiterated reported reports revealed tweeted wrote writes
    urged urges vowed vows pledged predicted quipped complained commented concluded
    continued countered cautioned demanded accused praised condemned denounced dismissed
    criticized criticised lamented mused objected observed proclaimed recounted responded
    retorted shouted testified threatened underlined underscored hoped thought believed
    expressed rejected voiced estimate warn argue claim insist note suggest believe
    acknowledge admit hope describe call urge deny deemed dubbed labeled labelled branded
    hailed boasted joked whispered exclaimed quoted cited agreed maintained estimated
    repeated referred spoke
    """
)
# Their participles, which have the subject of what goes before.
PARTICIPLES = _set(
    """
    saying adding citing calling describing warning insisting arguing claiming noting
    stressing telling explaining declaring asking promising stating urging vowing pledging
    suggesting emphasizing emphasising writing accusing denouncing praising labeling
    labelling branding alleging asserting confirming predicting concluding continuing
    quoting referring
    """
)
# Some of the verbs are nouns too, if one of these goes before.
BEFORE_NOUN = _set(
    """
    the a an his her their its this that these those my our your of for no any such some to
    """
)
PRONOUNS = frozenset({"he", "she", "they"})
WEEKDAYS = _set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december
    """
)
# Small words; those at the head of a sentence are no names, whatever their first letter.
SMALL = _set(
    """
    a about according across after again against ago all along also although am amid among
    an and another any are as asked at away back be because been before being below between
    both but by can could did do does doing down during each either even every few finally
    for formerly from further had has have having he her here hers him his how
    however i if in indeed instead into is it its itself just last later like many may me
    meanwhile might more moreover most much must my near neither never next no nor not
    nothing now of off often on once one only onto or other others our out over own per
    perhaps rather said same several shall she should since so some soon still such than
    that the their them then there therefore these they this those though three through
    throughout thus to today tomorrow too toward towards two under unless until up upon us
    very was we were what when where whereas whether which while who whom whose why will
    with within without would yes yesterday yet you your
    """
)
PREPOSITIONS = _set(
    """
    about across after against along amid among around as at before behind below between by
    during for from in inside into like near of off on onto outside over past since than
    through throughout to toward towards under until upon via with within without
    """
)
# A sentence that begins with one of these says its main thing after a comma.
SUBORDINATE = _set(
    """
    although after as because before despite even given if in once since though unless until
    when whereas whether while with
    """
)
COORDINATORS = _set(
    """
    and but while whereas yet though although so
    """
)
AUXILIARIES = _set(
    """
    has had have also then later still even already once again now first further always
    never often repeatedly reportedly does did would will
    """
)
BE = _set(
    """
    was were is are be been being
    """
)
PARTICLES = _set(
    """
    al bin ibn bint da das de del della den der di do dos du el la le san ten ter van von y
    zu
    """
)
# Roles of one person.
ROLES = _set(
    """
    activist adviser advisor ambassador analyst archbishop attorney author ayatollah bishop
    captain cardinal ceo chair chairman chairperson chairwoman chancellor chief co-founder
    colonel columnist commander commissioner congressman congresswoman coordinator
    correspondent counsel deputy diplomat director doctor economist editor emir engineer
    envoy executive expert founder general governor head historian imam inspector journalist
    judge justice king lawmaker lawyer leader lieutenant lord major manager master mayor
    member minister mp mullah negotiator nurse officer official owner pope premier president
    priest prince princess principal professor prosecutor queen rabbi reporter
    representative researcher scholar scientist secretary secretary-general senator sergeant
    sheikh sheriff speaker spokesman spokesperson spokeswoman strategist sultan teacher
    treasurer undersecretary vice-president warden writer resident farmer worker driver
    mother father student gen col lt sen rep gov prof adm maj capt sgt brig rev
    """
)
# Roles of many.
CROWDS = _set(
    """
    activists advisers analysts authorities citizens commanders critics delegates diplomats
    doctors economists experts forces fighters groups investigators journalists lawmakers
    lawyers leaders members ministers observers officers officials organizers people police
    protesters prosecutors rebels refugees reporters representatives researchers residents
    scholars scientists soldiers sources spokesmen spokespeople staffers students supporters
    survivors troops villagers witnesses workers
    """
)
# Bodies that speak.
BODIES = _set(
    """
    administration agency army association authority bank bureau cabinet church commission
    committee company congress council court delegation department directorate embassy
    federation foundation government group house institute kremlin military ministry mission
    movement navy newspaper office organization organisation parliament party police report
    senate service statement taliban team tribunal union university
    """
)
TITLES = {
    "mr": "he",
    "mrs": "she",
    "ms": "she",
    "miss": "she",
    "sir": "he",
    "dr": "",
    "lady": "she",
}
# A full stop after these ends no sentence.
ABBREVIATIONS = _set(
    """
    mr mrs ms dr gen col lt sen rep gov prof adm maj capt sgt brig rev st jr sr no vs etc
    jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp approx
    """
)

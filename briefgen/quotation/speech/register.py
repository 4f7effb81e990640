"""Who has been named so far, for surnames, roles and pronouns to be resolved."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.quotation.speech.mentions import Mention, Who

# Persons that are remembered: more than any article names, few enough to be asked each time.
_MOST = 200


class Speaker(Record):
    """Whom a statement is by. `name` is empty where only a role is known."""

    name: str = ""
    role: str = ""
    person: bool = True


class Register:
    """Lives as long as one text is read."""

    def __init__(self) -> None:
        self._persons: dict[str, Speaker] = {}  # by full name, the latest last
        self._pronouns: dict[str, str] = {}  # how a person was referred to
        self._last: Speaker | None = None
        self._last_person: list[Speaker] = []
        self._last_group: Speaker | None = None
        self._lost = False

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self._last

    def meet(self, mention: Mention) -> None:
        """Remember a person who is named."""
        if mention.who is Who.GROUP and not mention.oblique:
            self._last_group = Speaker(name=mention.name, person=False)
        if mention.who is Who.PERSON and mention.name:
            name = self._full(mention.name)
            if " " not in name and not mention.role:
                return
            known = self._persons.pop(name, None)
            role = mention.role or (known.role if known else "")
            self._persons[name] = Speaker(name=name, role=role)
            if len(self._persons) > _MOST:
                del self._persons[next(iter(self._persons))]

    def tells_of(self, mention: Mention) -> None:
        """Remember whom a sentence is about: the next “he” is he, if he said anything or not."""
        speaker = self.resolve(mention)
        if mention.who is Who.PERSON and speaker is not None and " " in speaker.name:
            self._turn_to(speaker)

    def lose(self) -> None:
        """Somebody spoke whom nobody named: the next “he” may be he."""
        self._lost = True
        self._last = None

    def spoke(self, speaker: Speaker) -> None:
        """Remember who said something."""
        self._last = speaker
        if speaker.person and speaker.name:
            self._turn_to(speaker)

    def _turn_to(self, speaker: Speaker) -> None:
        self._lost = False
        self._last_person = [each for each in self._last_person if each.name != speaker.name]
        self._last_person = [*self._last_person[-_MOST:], speaker]

    def resolve(self, mention: Mention) -> Speaker | None:
        """Who is meant; None for a pronoun before anybody was named."""
        if mention.who is Who.PRONOUN:
            return self._by_pronoun(mention.name)
        if mention.who is Who.ROLE:
            return self._by_role(mention.role)
        if mention.who is Who.GROUP:
            return Speaker(name=mention.name, person=False)
        name = self._full(mention.name)
        known = self._persons.get(name)
        if mention.title in {"he", "she"}:
            self._pronouns.setdefault(name, mention.title)
        return Speaker(name=name, role=mention.role or (known.role if known else ""))

    def _full(self, name: str) -> str:
        """The full name met before of which `name` is the end, or the beginning."""
        if name in self._persons:
            return name
        # “Von der Leyen” at the head of a sentence is Ursula von der Leyen.
        part = name.casefold()
        for known in reversed(self._persons):
            if known.casefold().endswith(f" {part}"):
                return known
        for known in reversed(self._persons):
            if " " not in name and known.casefold().startswith(f"{part} "):
                return known
        return name

    def _by_pronoun(self, pronoun: str) -> Speaker | None:
        if pronoun == "they":
            return self._last
        if pronoun == "it":
            return self._last_group
        if self._lost:
            return None
        other = {"he": "she", "she": "he"}[pronoun]
        for speaker in reversed(self._last_person):
            if self._pronouns.get(speaker.name) != other:
                self._pronouns.setdefault(speaker.name, pronoun)
                return speaker
        for name, speaker in reversed(self._persons.items()):
            if self._pronouns.get(name) != other:
                return speaker
        return None

    def _by_role(self, role: str) -> Speaker:
        """The last one whose role says all that this one does."""
        words = set(role.casefold().split())
        for speaker in reversed(self._persons.values()):
            if words <= set(speaker.role.casefold().split()):
                return speaker
        return Speaker(role=role)

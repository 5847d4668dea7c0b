"""What a report in REPRISE's order is told from, and how it says that nobody has said a thing."""

from collections.abc import Iterator

import attrs

from prioritera.model.coverage import Coverage
from prioritera.model.need import Need
from prioritera.model.outcome import ERROR, MERGED
from prioritera.model.result import Decision, Result
from prioritera.report.document import Pairs
from prioritera.report.voice import Voice
from prioritera.words.catalogue import say


@attrs.frozen(kw_only=True)
class Telling:
    """A run with its coverage, and the voice that tells of it. `points` asks for scores as numbers too."""

    voice: Voice
    result: Result
    coverage: Coverage
    points: bool = False

    def say(self, key: str, **parameters: object) -> str:
        """A sentence of this report."""
        return say(self.voice.language, f"reprise.{key}", **parameters)

    def known(self, text: str) -> str:
        """The text, or that nobody has said it: what is not said is seen, and never guessed."""
        return text or self.say("blank")

    def pairs(self, **rows: str) -> Pairs:
        """What is known of the round by the keys of its rows; a row without a text is blank."""
        return Pairs([(self.say(f"row.{key.replace('_', '-')}"), self.known(text)) for key, text in rows.items()])

    def kept(self) -> Iterator[tuple[Decision, Need]]:
        """The needs that went on from the reading of the files, merged ones in what they went into."""
        for decision in self.result.decisions:
            if decision.need is not None and decision.outcome not in {MERGED, ERROR}:
                yield decision, decision.need

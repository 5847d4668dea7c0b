"""Words that people see, in both languages."""

import attrs


@attrs.frozen(kw_only=True)
class Label:
    """A text in Swedish and in English. Never branch on one.

    >>> Label(sv="Hemtjänst", en="Home care").say("en")
    'Home care'
    """

    sv: str
    en: str

    def say(self, language: str) -> str:
        """The text in "sv" or "en"."""
        return self.sv if language == "sv" else self.en

"""A paragraph as sentences, each as it stands."""

import re

# A full stop after one of these ends no sentence.
_SHORT = re.compile(
    r"(?:^|[\s(])(?:bl\.?\s?a|t\.?\s?ex|d\.?\s?v\.?\s?s|m\.?\s?fl|m\.?\s?m|s\.?\s?k|f\.?\s?n|o\.?\s?s\.?\s?v|ca|nr|kap|jfr|jmf|resp|ev|e\.g|i\.e|dr|st|\d{1,2})\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"”’'»)\]*]*\s+(?=[\"“”’'«(*–—]*[A-ZÅÄÖÉÜ0-9])")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, in order; put together they are the paragraph, but for the blanks between.

    >>> sentences("Vi saknar kunskap, t.ex. Om hemlöshet. Vad gör vi? Se 3.2 nedan.")
    ('Vi saknar kunskap, t.ex. Om hemlöshet.', 'Vad gör vi?', 'Se 3.2 nedan.')
    """
    found = []
    start = 0
    for end in _END.finditer(text):
        sentence = text[start : end.end()].strip()
        if not _SHORT.search(sentence):
            found.append(sentence)
            start = end.end()
    return (*found, text[start:].strip()) if text[start:].strip() else tuple(found)

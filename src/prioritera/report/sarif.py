"""Findings as SARIF 2.1.0, the form in which tools that read code hand their findings to other tools.

Columns count characters (code points), as our places do. File names become relative references in percent-encoding. A finding has the same
fingerprint wherever in the file it stands, whatever the language.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import quote

import attrs

from prioritera.diagnostics import Diagnostic, Related, Severity, Span, mend, what, why
from prioritera.report.json import as_text
from prioritera.version import __version__
from prioritera.words.catalogue import say

Record = dict[str, object]
# The sentence of a part of a code in a language, its parameters shown as places to fill.
SentenceOf = Callable[[str, str, str], str]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "prioriteraFinding/v1"
_WEIGHTS = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def sarif(found: Iterable[Diagnostic], language: str, sentence: SentenceOf, *, done: bool = True) -> str:
    """A SARIF log of one run, with the rules that were broken.

    Args:
        found: in the order they are to be listed.
        language: of the texts, "sv" or "en".
        sentence: gives what a code means, whatever the case.
        done: whether everything that was to be checked could be.

    >>> print(sarif([], "en", lambda *_: "")[:16])
    {
      "$schema": "
    """
    listed = tuple(found)
    weights = {code: max((one.severity for one in listed if one.code == code), key=_WEIGHTS.index) for code in {one.code for one in listed}}
    codes = sorted(weights)
    driver = {
        "name": "prioritera",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language,
        "rules": [_rule(code, weights[code], language, sentence) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": done}],
        "results": _results(listed, codes, language),
    }
    return as_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, weight: Severity, language: str, sentence: SentenceOf) -> Record:
    return {
        "id": code,
        "shortDescription": _message(sentence(language, code, "what")),
        "fullDescription": _message(sentence(language, code, "why")),
        "help": _message(sentence(language, code, "mend")),
        "defaultConfiguration": {"level": weight.value},
    }


def _results(listed: Sequence[Diagnostic], codes: Sequence[str], language: str) -> list[Record]:
    seen: Counter[str] = Counter()
    results = []
    for one in listed:
        print_ = _fingerprint(one)
        seen[print_] += 1
        results.append(_result(one, codes.index(one.code), language, f"{print_}/{seen[print_]}"))
    return results


def _result(one: Diagnostic, index: int, language: str, fingerprint: str) -> Record:
    labels = (say(language, "diagnostics.labels.why").strip(), say(language, "diagnostics.labels.mend"))
    record: Record = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity.value,
        "message": _message(f"{what(one, language)}\n{labels[0]} {why(one, language)}\n{labels[1]} {mend(one, language)}"),
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if one.span is not None:
        record["locations"] = [_location(one.span)]
    if one.related:
        record["relatedLocations"] = [_related(number, related, language) for number, related in enumerate(one.related)]
    return record


def _related(number: int, related: Related, language: str) -> Record:
    text = say(language, f"diagnostics.roles.{related.role}")
    return {"id": number, **_location(related.span), "message": _message(text)}


def _message(text: str) -> Record:
    """A text as it is; a brace alone would begin a place to fill."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _location(span: Span) -> Record:
    """Where something stands; a cell of a workbook is no place in a text, and is named as formulas name it."""
    location: Record = {"physicalLocation": _place(span)}
    if span.is_cell:
        location["logicalLocations"] = [{"fullyQualifiedName": str(attrs.evolve(span, file="")).removeprefix(":"), "kind": "member"}]
    return location


def _place(span: Span) -> Record:
    place: Record = {"artifactLocation": {"uri": uri(span.file)}}
    if span.line and not span.is_cell:
        region = {"startLine": span.line, "startColumn": span.column}
        if span.end is not None:
            region |= {"endLine": span.end[0], "endColumn": span.end[1]}
        place["region"] = region
    return place


def uri(name: str) -> str:
    """The name of a file as a reference: relative where the name is.

    >>> uri("regler/hemtjänst 1.toml"), uri("/tmp/a.toml"), uri("prioritera:sbu-four.toml")
    ('regler/hemtj%C3%A4nst%201.toml', 'file:///tmp/a.toml', 'prioritera:sbu-four.toml')
    """
    if name.startswith("prioritera:"):
        return quote(name, safe="/:")
    encoded = quote(name, safe="/", errors="surrogatepass")
    return f"file://{encoded}" if name.startswith("/") else encoded


def _fingerprint(one: Diagnostic) -> str:
    """What the finding is about, without where in the file it stands."""
    about = [one.code, one.span.file if one.span is not None else "", sorted(one.params.items())]
    return hashlib.sha256(json.dumps(about, ensure_ascii=True).encode()).hexdigest()

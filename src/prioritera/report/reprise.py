"""A round in REPRISE's order: ten domains, each with what people have said, what the round itself knows, and what nobody has said.

REPRISE is a reporting guideline for priority setting, 31 items in ten domains (Tong and others 2019). Items 1–10 are named; of the others
only the domains are known, so they are not named. What is not said is shown as blank.
"""

from collections.abc import Callable, Iterator, Mapping

from prioritera.model.coverage import Coverage
from prioritera.model.reprise import DOMAINS, ITEMS, ITEMS_IN_ALL, NAMED, number_of
from prioritera.model.result import Result
from prioritera.model.ruleset import Model
from prioritera.report.document import Block, Document, Pairs, Paragraph, Section
from prioritera.report.preface import notices
from prioritera.report.reprise_before import context, framework, governance, identification, stakeholders
from prioritera.report.reprise_decided import evaluation, implementation, output, prioritisation
from prioritera.report.reprise_telling import Telling
from prioritera.report.voice import Voice

# What the round itself knows of each domain; of the last it knows nothing.
_KNOWN: Mapping[str, Callable[[Telling], Iterator[Block]]] = {
    "context": context,
    "governance": governance,
    "framework": framework,
    "stakeholders": stakeholders,
    "identification": identification,
    "prioritisation": prioritisation,
    "output": output,
    "evaluation": evaluation,
    "implementation": implementation,
}


def reprise_document(result: Result, model: Model, coverage: Coverage, language: str, *, points: bool = False) -> Document:
    """The report of a round in the order of REPRISE.

    Args:
        result: a run.
        model: the rules and the network of the run.
        coverage: how complete the round is, told to nobody in particular: then nobody's silence is named.
        language: "sv" or "en".
        points: scores as numbers too.

    >>> from prioritera import load_model, prioritise
    >>> from prioritera.questions import coverage
    >>> round_, model = load_model("examples/nsks-2018")
    >>> result = prioritise(round_, model)
    >>> found = reprise_document(result, model, coverage(result, model), "en")
    >>> [block.title for block in found.blocks if isinstance(block, Section)][:2]
    ['1. Context and scope', '2. Governance and team']
    """
    told = Telling(voice=Voice(language, model.rules, model.network), result=result, coverage=coverage, points=points)
    said = {one.key for one in result.round.reprise}
    blocks: list[Block] = [
        *notices(told.voice, result),
        Paragraph(told.say("order", items=ITEMS_IN_ALL, domains=len(DOMAINS), named=len(NAMED))),
        Paragraph(told.say("filled", items=len(said & {*NAMED}), named=len(NAMED), domains=len(said & {*DOMAINS}), of=len(DOMAINS))),
        *(_domain(told, domain, number) for number, domain in enumerate(DOMAINS, start=1)),
    ]
    return Document(told.say("title", round=told.voice.of(result.round.label)), blocks, language=language)


def _domain(told: Telling, domain: str, number: int) -> Section:
    """What is said item by item and in words of people's own, then what the round knows."""
    said = {one.key: told.voice.of(one.text) for one in told.result.round.reprise}
    items = [
        (told.say("item", number=number_of(item), item=told.say(f"items.{item}")), said.get(item, "")) for item in ITEMS.get(domain, ())
    ]
    own = (told.say("own-words"), said.get(domain, ""))
    known = list(_KNOWN[domain](told)) if domain in _KNOWN else []
    return Section(
        told.say("domain", number=number, domain=told.say(f"domains.{domain}")),
        (
            Pairs([(label, told.known(text)) for label, text in (*items, own)]),
            *([Section(told.say("known"), known)] if known else []),
        ),
    )

"""Elicited weights as a document: contradictions first, then what they come to, then everybody's own side by side."""

from fractions import Fraction

from prioritera.elicitation.levels import places_of
from prioritera.elicitation.ratios import TOLERATED
from prioritera.elicitation.said import AHP, VOICES, Elicited, Said
from prioritera.model.ruleset import RuleSet
from prioritera.report.document import Block, Document, Item, Listing, Paragraph, Section, Table, Verbatim
from prioritera.report.points import rounded
from prioritera.words.catalogue import listing, say


def weights_document(found: Elicited, rules: RuleSet, toml: str, language: str) -> Document:
    """All that people said, as it is read; the section for the rule set last."""

    def words(key: str, **params: object) -> str:
        return say(language, f"elicitation.{key}", **params)

    label = rules.label.say(language)
    first: list[Block] = [Paragraph(words("about", people=len(found.people), asked=found.asked, rules=label, version=rules.version))]
    if found.set_aside:
        first.append(Paragraph(words("set-aside", people=listing(language, found.set_aside, "and")), notice=True))
    sections = [
        *_contradictions(found, language),
        Section(
            words("title.together"), (Paragraph(words(f"voices.{found.voices}")), _together(found, language), *_rounding(found, language))
        ),
        Section(words("title.people"), (Paragraph(words("people-about")), _people(found, language), *_judgements(found, language))),
        *_points(found, language),
        Section(words("title.toml"), (Paragraph(words("toml-about")), Verbatim(toml.rstrip("\n")))),
    ]
    return Document(words("title.whole"), (*first, *sections), language=language)


def _contradictions(found: Elicited, language: str) -> tuple[Section, ...]:
    if not found.contradictions:
        return ()
    items = []
    for one in found.contradictions:
        key = "fewest" if one.fewest else "not-fewest"
        text = say(language, f"elicitation.contradiction.{key}", person=one.person, count=len(one.answers))
        items.append(Item(text, (Listing([Item(answer) for answer in one.answers]),)))
    about = Paragraph(say(language, "elicitation.contradiction.about"))
    return (Section(say(language, "elicitation.title.contradictions"), (about, Listing(items))),)


def _together(found: Elicited, language: str) -> Table:
    head = [say(language, f"elicitation.head.{key}") for key in ("criterion", "weight", "share", "range", "median")]
    rows = []
    for number, (criterion, weight, share, spread) in enumerate(
        zip(found.criteria, found.weights, found.shares, found.spreads, strict=True), start=1
    ):
        between = say(language, "terms.range", low=_percent(spread.least, language), high=_percent(spread.most, language))
        label = f"{number}. {criterion.label.say(language)}"
        rows.append((label, str(weight), _percent(share, language), between, _percent(spread.median, language)))
    return Table(head, rows, numbers=(1, 2, 3, 4))


def _rounding(found: Elicited, language: str) -> tuple[Paragraph, ...]:
    if not found.rounded_to:
        return (Paragraph(say(language, "elicitation.whole-exact")),)
    return (Paragraph(say(language, "elicitation.whole-rounded", parts=found.rounded_to, total=sum(found.weights))),)


def _people(found: Elicited, language: str) -> Table:
    """Everybody's shares side by side, a criterion a column by its number in the table above."""
    grouped = found.voices != VOICES[0] or any(one.group for one in found.people)
    head = [say(language, "elicitation.head.person"), *([say(language, "elicitation.head.group")] if grouped else [])]
    head += [say(language, "elicitation.head.method"), *(str(number) for number in range(1, len(found.criteria) + 1))]
    rows = []
    for one in found.people:
        named = [one.person, *([one.group] if grouped else []), say(language, f"elicitation.method.{one.method}")]
        rows.append((*named, *(_percent(share, language) for share in one.shares)))
    return Table(head, rows, numbers=range(len(head) - len(found.criteria), len(head)))


def _judgements(found: Elicited, language: str) -> tuple[Listing, ...]:
    """How far each person's judgements of pairs agree with each other."""
    items = [_judged(one, found, language) for one in found.people if one.method == AHP]
    return (Listing(items),) if items else ()


def _judged(one: Said, found: Elicited, language: str) -> Item:
    many = {"person": one.person, "answered": one.answered, "possible": one.possible}
    if one.consistency is None:
        return Item(say(language, "elicitation.ratio-none", **many))
    mark = say(language, "terms.decimal.mark")
    key = "ratio-strained" if one.consistency > TOLERATED else "ratio"
    labels = [criterion.label.say(language) for criterion in found.criteria]
    worst = [
        Item(
            say(
                language,
                "elicitation.strained",
                first=labels[it.criterion],
                second=labels[it.other],
                times=f"{it.times:.1f}".replace(".", mark),
            )
        )
        for it in one.strained
    ]
    text = say(language, f"elicitation.{key}", **many, ratio=f"{one.consistency:.2f}".replace(".", mark))
    return Item(text, (Listing(worst),) if worst else ())


def _points(found: Elicited, language: str) -> tuple[Section, ...]:
    """The points that each person's trade-offs come to, level by level, in hundredths of the whole."""
    items = []
    for one in found.people:
        told = []
        for criterion, of in zip(found.criteria, one.points, strict=False):
            levels = [
                say(language, "elicitation.level", level=place.label.say(language), points=_percent(points, language))
                for place, points in zip(places_of(criterion), of, strict=True)
            ]
            told.append(Item(say(language, "elicitation.levels", criterion=criterion.label.say(language), levels=", ".join(levels))))
        if told:
            items.append(Item(one.person, (Listing(told),)))
    if not items:
        return ()
    return (Section(say(language, "elicitation.title.points"), (Paragraph(say(language, "elicitation.points-about")), Listing(items))),)


def _percent(share: Fraction, language: str) -> str:
    return rounded(share * 100, 1).replace(".", say(language, "terms.decimal.mark"))

"""The same forms as TOML: every question as a comment, with the words that can be written."""

import json
from collections.abc import Iterable, Iterator

from prioritera.forms.analyst import analyst_facts
from prioritera.forms.answers import WISHED
from prioritera.forms.form import about, asked_facts, form_columns
from prioritera.forms.questions import questions
from prioritera.model.criterion import Criterion
from prioritera.model.field import Field, Kind
from prioritera.model.need import BACKINGS, BRACKETS, CONSEQUENCES, DECISIONS, DONT_KNOW, Need
from prioritera.model.outcome import ERROR, MERGED
from prioritera.model.result import Decision
from prioritera.model.ruleset import RuleSet
from prioritera.model.value import Assessment, Fact
from prioritera.verify.as_toml import assessment_as_toml, fact_as_toml
from prioritera.words.catalogue import say

_ORIGIN = ("persons", "consequence", "example", "tried", "wished_form", "backing", "forum", "decided")
_QUESTION = ("target_group", "context")
_BETWEEN = " · "


def form_toml(rules: RuleSet, language: str) -> str:
    """The municipality's form as a file of needs, every line of it a comment until somebody writes a need.

    >>> from prioritera.loading.load import load_rules
    >>> form_toml(load_rules("prioritera:sbu-four"), "sv").splitlines()[1]
    '# Vad saknar ni kunskap om? Kommunens formulär'
    """
    helps = {column.id: f"{column.label} {column.help}".strip() for column in form_columns(rules, language)}
    words = {
        "area": tuple(term.id for term in rules.areas),
        "persons": tuple(BRACKETS),
        "consequence": CONSEQUENCES,
        "backing": BACKINGS,
        "decided": DECISIONS,
    }

    def asked(key: str, name: str = "") -> Iterator[str]:
        known = words.get(key, ())
        yield f"# {helps[key]}{f' ({_BETWEEN.join(known)})' if known else ''}"
        shown = known[-1] if known else _shown(key, language)
        yield f"#{name or key} = {_text(shown)}"

    lines = [
        "#:schema ./needs.schema.json",
        f"# {say(language, 'forms.title.form')}",
        f"# {say(language, 'forms.above.form')}",
        f"# {say(language, 'forms.toml.how')}",
        f"# {about(rules, language)}",
        "",
        "#[[needs]]",
        f"#id = {_text(say(language, 'forms.toml.id'))}",
        *asked("wording"),
        *asked("area"),
        "",
        "#[needs.question]",
        *(line for key in _QUESTION for line in asked(key)),
        "",
        "#[[needs.origins]]",
        *asked("origin", "actor"),
        *(line for key in _ORIGIN for line in asked(key)),
        f"# {say(language, 'forms.toml.dont-know')} ({_BETWEEN.join(DONT_KNOW)})",
        f"#dont_know = [{_text(DONT_KNOW[0])}]",
        "",
        "#[needs.facts]",
        *(line for field in asked_facts(rules) for line in _fact(field, None, language)),
    ]
    return "\n".join(lines) + "\n"


def _shown(key: str, language: str) -> str:
    """A text that could be the answer, as in the example of the form."""
    return say(language, f"forms.wished.{WISHED[1]}" if key == "wished_form" else f"forms.example.{key}")


def analyst_toml(decisions: Iterable[Decision], rules: RuleSet, language: str) -> str:
    """The analyst's sheet as TOML: a table a need, what is known written out and what is not as comments.

    >>> from prioritera import load_model, prioritise
    >>> round_, model = load_model("examples/illustrative")
    >>> analyst_toml(prioritise(round_, model).decisions, model.rules, "sv").count("[[needs]]")
    19
    """
    needs = [one.need for one in decisions if one.need is not None and one.outcome not in {ERROR, MERGED}]
    head = [
        f"# {say(language, 'forms.title.analyst')}",
        f"# {say(language, 'forms.toml.analyst')}",
        f"# {about(rules, language)}",
    ]
    return "\n".join([*head, *(line for need in needs for line in _need(need, rules, language))]) + "\n"


def questions_toml(kind: str, language: str) -> str:
    """A sheet of questions as TOML: an array of tables, each with room for the answer.

    >>> questions_toml("questions-2014", "sv").count("[[questions]]")
    5
    """
    lines = [f"# {say(language, f'questions.{kind}.title')}", f"# {say(language, 'questions.how')}"]
    for question, use, source in questions(kind, language):
        lines += ["", "[[questions]]", f"ask = {_text(question)}", f"use = {_text(use)}"]
        lines += [f"source = {_text(source)}" if source else 'status = "proposal"', 'answer = ""']
    return "\n".join(lines) + "\n"


def _need(need: Need, rules: RuleSet, language: str) -> Iterator[str]:
    yield from ("", "[[needs]]", f"id = {_text(need.id)}", f"title = {_text(need.title)}")
    yield from ("", "[needs.facts]")
    for field in analyst_facts(rules):
        yield from _fact(field, need.facts.get(field.id), language)
    yield from ("", "[needs.assess]")
    for criterion in rules.criteria:
        yield from _assessed(criterion, need.assess.get(criterion.id), language)


def _fact(field: Field, fact: Fact | None, language: str) -> Iterator[str]:
    choices = f" ({_BETWEEN.join(field.words)})" if field.kind in {Kind.CHOICE, Kind.SET} else ""
    yield f"# {(field.question or field.label).say(language)}{choices}"
    yield f"{field.id} = {fact_as_toml(fact)}" if fact is not None else f'#{field.id} = {{ missing = "dont-know" }}'


def _assessed(criterion: Criterion, assessment: Assessment | None, language: str) -> Iterator[str]:
    yield f"# {(criterion.question or criterion.label).say(language)}"
    if assessment is None:
        yield f'#{criterion.id} = {{ missing = "not-yet-judged" }}'
    else:
        yield f"{criterion.id} = {assessment_as_toml(assessment, criterion)}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

"""A whole rule set from its files: words, fields, criteria, tables, each resolved against those before it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from prioritera.diagnostics import Faults, Related
from prioritera.loading.document import Document
from prioritera.loading.rule_conditions import Readable
from prioritera.loading.rule_criteria import read_criteria
from prioritera.loading.rule_fields import read_fields
from prioritera.loading.rule_forbidden import read_forbidden
from prioritera.loading.rule_layers import Layer, close_layers, gather_layers, merge_items
from prioritera.loading.rule_lists import (
    DESTINATION,
    read_bands,
    read_classes,
    read_list_key,
    read_missing,
    read_not_comparable,
    read_tie_breakers,
)
from prioritera.loading.rule_merge import TableParts, merge_table, merge_tables
from prioritera.loading.rule_policies import DESTINATION_POLICIES, TRIAGE_POLICIES, fits, read_policy
from prioritera.loading.rule_tables import Concludes, in_order, read_table
from prioritera.loading.rule_weights import Weights, read_weights
from prioritera.loading.rule_words import OUTCOME, built_in_fields, read_outcomes, read_vocabularies
from prioritera.loading.selections import merge_selections
from prioritera.loading.structure import Items, label_or_none, read_label
from prioritera.model.field import Field, Origin
from prioritera.model.outcome import FACT_NEEDED
from prioritera.model.ruleset import RuleSet
from prioritera.model.table import Table
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import as_id

TRIAGE = "triage"
INHERITED = ("status", "owner", "source", "object", "domain")
OWN = ("id", "version", "label", "about", "valid_from", "valid_to")


def read_rule_set(document: Document, faults: Faults) -> RuleSet | None:
    """The rule set of a document, or None after noting everything that is wrong with it."""
    before = faults.count
    layers = gather_layers(document, faults)
    if layers is None:
        return None
    head = _head(layers)
    words = read_vocabularies(layers, faults)
    areas = _areas(layers, words)
    outcomes = read_outcomes(merge_items(layers, "outcomes", faults), faults)
    field_items = merge_items(layers, "fields", faults)
    built_in = built_in_fields(words.get(areas, ()), outcomes)
    fields = {**read_fields(field_items, words, faults), **built_in}
    criterion_items = merge_items(layers, "criteria", faults)
    by_class = any(layer.main.has("classes") for layer in layers)
    if not criterion_items and not by_class:
        faults.add("no-criteria", layers[-1].main.here)
    section = _weights_section(layers)
    needless = by_class and not criterion_items and section is None
    weights = Weights(shares={}) if needless else read_weights(section, criterion_items, faults, layers[-1].main)
    criteria = read_criteria(criterion_items, weights, outcomes, field_items, faults)
    bands = read_bands(layers, faults)
    # An id that is faulty only in its letters is known to be meant; it is not noted again wherever it is used.
    readable = Readable(fields, {*field_items, *(as_id(name) for name in field_items), *built_in}, bands)
    triage_words = (*outcomes, FACT_NEEDED)
    tables, triage, destination = _tables(layers, field_items, readable, triage_words, faults)
    min_known, leave_out, known_status = read_missing(layers)
    faulty = [name for name in (*field_items, *criterion_items) if name not in fields and name not in {c.id for c in criteria}]
    list_key = read_list_key(layers, fields, faulty)
    not_comparable = read_not_comparable(layers, fields, list_key, faulty)
    tie_breakers = read_tie_breakers(layers, fields, criteria, faulty)
    classes = read_classes(layers, fields, faulty)
    forbidden = read_forbidden(layers, readable, faults)
    selections = merge_selections(layers, faults)
    close_layers(layers)
    if faults.count != before or triage is None or destination is None:
        return None
    return RuleSet(
        **head,
        areas=words[areas],
        fields=fields,
        outcomes=outcomes,
        tables=tables,
        triage=triage,
        destination=destination,
        criteria=criteria,
        bands=bands,
        min_known=min_known,
        min_known_status=known_status,
        propose_leaving_out_above=leave_out,
        list_key=list_key,
        not_comparable=not_comparable,
        tie_breakers=tie_breakers,
        classes=classes,
        forbidden=forbidden,
        selections=selections,
        weights_decided=weights.decided,
        weights_source=weights.source,
        weights_total=weights.total,
        weights_domains=weights.domains,
    )


def _head(layers: Sequence[Layer]) -> dict[str, Any]:
    """Id, version, label, about and dates are the uppermost layer's own; the rest of `[ruleset]` is inherited where it is not written."""
    top = layers[-1].head
    if not layers[-1].has_head:
        return {}
    head: dict[str, Any] = {
        "id": top.ident("id"),
        "version": top.text("version"),
        "label": read_label(top, "label"),
        "about": label_or_none(top, "about"),
        **_days(top),
        "span": top.here,
    }
    for layer in layers:
        for key in (*INHERITED, *OWN, "extends", "vocabularies", "areas", "remove"):
            layer.head.has(key)
        head |= {key: layer.head.text(key) for key in INHERITED if key in layer.head.data}
    return head


def _days(top: Cursor) -> dict[str, date | None]:
    """The first and the last day that the rules are in force."""
    first, last = top.day("valid_from"), top.day("valid_to")
    if first is not None and last is not None and last < first:
        top.fault("rules-days-reversed", "valid_to", first=first.isoformat(), last=last.isoformat())
        return {}
    return {"valid_from": first, "valid_to": last}


def _areas(layers: Sequence[Layer], words: Mapping[str, object]) -> str:
    """The name of the vocabulary of areas."""
    heads = [layer.head for layer in layers if layer.head.has("areas")]
    if not heads:
        top = layers[-1].head
        if not layers[-1].has_head:
            return ""
        top.faults.add("missing-key", top.here, key="areas")
        return ""
    name = heads[-1].text("areas")
    if name and name not in words:
        heads[-1].unknown("unknown-vocabulary", "areas", name, tuple(words))
    return name


def _weights_section(layers: Sequence[Layer]) -> Cursor | None:
    found = [layer.main for layer in layers if layer.main.has("weights")]
    return found[-1].table("weights") if found else None


def _tables(
    layers: Sequence[Layer], items: Items, readable: Readable, outcomes: Sequence[str], faults: Faults
) -> tuple[tuple[Table, ...], Table | None, Table | None]:
    parts = merge_tables(layers, faults)
    read = {
        ident: read_table(ident, parts[ident], concludes, readable)
        for ident, concludes in _concluding(parts, items, readable.fields, faults).items()
    }
    tables = in_order(
        {ident: table for ident, table in read.items() if table is not None},
        {ident: found.cursor for ident, found in parts.items()},
    )
    triage_parts, destination_parts = merge_table(layers, TRIAGE, faults), merge_table(layers, DESTINATION, faults)
    triage = destination = None
    if triage_parts:
        policy = read_policy(TRIAGE, triage_parts, TRIAGE_POLICIES)
        triage = read_table(TRIAGE, triage_parts, Concludes(OUTCOME, "outcome", tuple(outcomes), policy), readable)
    if destination_parts:
        policy = read_policy(DESTINATION, destination_parts, DESTINATION_POLICIES)
        wider = Readable(readable.fields, readable.declared, readable.bands, in_destination=True)
        destination = read_table(DESTINATION, destination_parts, Concludes(DESTINATION, "to", None, policy), wider)
    return tables, triage, destination


def _concluding(parts: Mapping[str, TableParts], items: Items, fields: Mapping[str, Field], faults: Faults) -> dict[str, Concludes]:
    """What each table concludes. Every field marked as concluded must have exactly one table, whose policy concludes such a field."""
    found: dict[str, Concludes] = {}
    first: dict[str, Cursor] = {}
    concluded = [name for name, field in fields.items() if field.origin is Origin.CONCLUSION and name != OUTCOME]
    for ident, table in parts.items():
        cursor = table.written("concludes")
        name = cursor.text("concludes")
        if ident in {TRIAGE, DESTINATION}:
            faults.add("reserved-id", table.cursor.here, value=ident)
        if name in first:
            related = (Related(span=first[name].at("concludes"), role="first"),)
            faults.add("concluded-twice", cursor.at("concludes"), value=name, related=related)
        elif name in concluded:
            policy = read_policy(ident, table)
            if fits(policy, fields[name], items[name]):
                found[ident] = Concludes(name, "then", fields[name].words, policy)
        elif name and (name in fields or name not in items):
            cursor.unknown("not-concluded", "concludes", name, concluded)
        first.setdefault(name, cursor)
    for name in concluded:
        if name not in first:
            faults.add("concluded-by-no-table", items[name].here, value=name)
    return found

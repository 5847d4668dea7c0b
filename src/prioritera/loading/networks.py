"""Networks from their files: kinds, actors, channels and mandates, with those of the files they include."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from prioritera.diagnostics import Faults, Related, Span
from prioritera.loading.document import Document, open_document, refer
from prioritera.loading.network_channels import read_channels, read_mandates
from prioritera.loading.network_facts import read_county, read_population, read_validity
from prioritera.loading.structure import Items, check_known, label_or_none, read_label, read_unique
from prioritera.model.network import LEVELS, Actor, Network
from prioritera.model.text import Label
from prioritera.reading.cursor import Cursor
from prioritera.reading.ids import as_id, is_rule_id


def read_network_file(document: Document, faults: Faults) -> Network | None:
    """The network of a document, or None after noting everything that is wrong with it."""
    before = faults.count
    top = document.cursor(faults)
    head = _head(top, faults)
    files = _with_included(document, head, faults)
    kinds, counties = _labels("kinds", files, faults), _labels("counties", files, faults)
    items = read_unique([row for cursor in files for row in cursor.tables("actors")], faults)
    actors = _actors(items, kinds, counties, faults)
    channels = read_channels([row for cursor in files for row in cursor.tables("channels")], actors, items, kinds, faults)
    mandates = read_mandates([row for cursor in files for row in cursor.tables("mandates")], actors, items, kinds, faults)
    named = _named(head) if "network" in top.data else {}
    for cursor in files:
        cursor.close()
    if faults.count != before:
        return None
    return Network(
        **named,
        kinds=kinds,
        counties=counties,
        actors=actors,
        channels=channels,
        mandates=mandates,
        span=head.here,
    )


def _head(top: Cursor, faults: Faults) -> Cursor:
    head = top.table("network")
    if head is None and "network" not in top.data:
        faults.add("missing-section", top.here, key="network")
    return head or top.down({}, "network")


def _with_included(document: Document, head: Cursor, faults: Faults) -> list[Cursor]:
    """A cursor over the file, and one over each file it includes, directly or by way of another; each once."""
    found: dict[str, Cursor] = {}
    waiting = [(document, head)]
    while waiting:
        current, above = waiting.pop(0)
        if current.shown in found:
            continue
        cursor = current.cursor(faults)
        cursor.has("network")
        found[current.shown] = cursor
        for index, reference in enumerate(above.texts("include")):
            at = above.place.value((*above.path, "include", index))
            opened = _included(current, reference, found, faults, at)
            if opened:
                waiting.append((opened, _head(opened.cursor(faults), faults)))
        if current is not document:
            # An included network's own name and source are read, so that they are right, and not used.
            _named(above)
    return list(found.values())


def _named(head: Cursor) -> dict[str, Any]:
    """What a network says of itself."""
    named = {
        "id": head.ident("id"),
        "label": read_label(head, "label"),
        "status": head.text("status", ""),
        "source": head.text("source", ""),
    }
    head.close()
    return named


def _included(document: Document, reference: str, found: Collection[str], faults: Faults, at: Span) -> Document | None:
    leads = refer(document, reference, faults, at)
    if leads is None or leads[0].shown(leads[1]) in found:
        return None
    return open_document(*leads, faults, at)


def _labels(key: str, files: Sequence[Cursor], faults: Faults) -> dict[str, Label]:
    """The labels of the kinds, or of the counties, of all files together."""
    labels: dict[str, Label] = {}
    first: dict[str, Span] = {}
    for cursor in files:
        section = cursor.table(key) or cursor.down({}, key)
        for name in section.data:
            at = section.at_key(name)
            if not is_rule_id(name):
                faults.add("bad-id", at, key=name, value=name)
            if name in first:
                faults.add("duplicate-id", at, value=name, related=(Related(span=first[name], role="first"),))
            first.setdefault(name, at)
            labels[name] = read_label(section, name)
            # One that is faulty only in its letters is known to be meant; it is not noted again wherever it is used.
            labels.setdefault(as_id(name), labels[name])
    return labels


def _actors(items: Items, kinds: Collection[str], counties: Collection[str], faults: Faults) -> dict[str, Actor]:
    actors = {}
    for ident, cursor in items.items():
        before = faults.count
        actor = _actor(ident, cursor, kinds, counties, items)
        cursor.close()
        if faults.count == before and actor is not None:
            actors[ident] = actor
    for ident in actors:
        _check_parts(ident, actors, items)
    return actors


def _actor(ident: str, cursor: Cursor, kinds: Collection[str], counties: Collection[str], items: Items) -> Actor | None:
    before = cursor.faults.count
    part_of = cursor.text("part_of", "")
    if part_of and part_of not in items:
        cursor.unknown("unknown-actor", "part_of", part_of, tuple(items))
    member_of = cursor.texts("member_of")
    check_known(cursor, "member_of", "unknown-actor", member_of, items)
    organisation = cursor.text("organisation", "")
    if organisation.strip() and not is_rule_id(organisation):
        cursor.fault("bad-id", "organisation", value=organisation)
    kind = cursor.text("kind")
    if kind.strip() and kind not in kinds:
        cursor.unknown("unknown-kind", "kind", kind, tuple(kinds))
    level = cursor.choice("level", LEVELS)
    label = read_label(cursor, "label")
    flag = cursor.flag("other_authority", default=False)
    texts = {key: cursor.text(key, "") for key in ("code", "contact", "source", "status")}
    names, note = cursor.texts("names"), label_or_none(cursor, "note")
    county, population, (valid_from, valid_to) = read_county(cursor, counties), read_population(cursor), read_validity(cursor)
    if cursor.faults.count != before:
        return None
    return Actor(
        id=ident,
        label=label,
        kind=kind,
        level=level,
        organisation=organisation,
        part_of=part_of,
        member_of=member_of,
        other_authority=flag,
        names=names,
        note=note,
        county=county,
        population=population,
        valid_from=valid_from,
        valid_to=valid_to,
        span=cursor.here,
        **texts,
    )


def _check_parts(ident: str, actors: Mapping[str, Actor], items: Items) -> None:
    """Note an actor that is part of itself, directly or by way of others."""
    seen = [ident]
    while (above := actors[seen[-1]].part_of if seen[-1] in actors else "") and seen.count(ident) == 1 and above not in seen[1:]:
        seen.append(above)
        if above == ident and ident == min(seen):
            items[ident].fault("part-of-itself", "part_of", circle=" → ".join(seen))

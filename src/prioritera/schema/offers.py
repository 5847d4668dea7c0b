"""Files of offers: kinds of support, and what each actor offers."""

from prioritera.schema.known import Known, Schema
from prioritera.schema.shapes import ident, label, listed, named, ref, some, table, text, words


def offers(known: Known) -> Schema:
    """What actors offer; what nobody has said is left out."""
    head = {"id": ident(), "label": label(), "source": text(), "status": text(), "open_areas": some(_area(known))}
    kind = {"id": ident(), "label": label(), "meets": named(some(text())), "source": text(), "status": text()}
    offer: dict[str, Schema] = {
        "id": ident(),
        "actor": ref("actor"),
        "areas": some(_area(known), least=1),
        "kinds": some(ident(), least=1),
        "serves": some(words(("all", *known.actors) if known.actors else ()), least=1),
        "what": label(),
        "contact": text(),
        "link": text(),
        "source": text(),
        "status": text(),
    }
    parts = {
        "offers": table(known, "offers-head", head, required=("id", "label")),
        "kinds": listed(table(known, "support-kind", kind, required=("id", "label"))),
        "offer": listed(table(known, "offer", offer, required=("id", "actor"))),
    }
    return table(known, "offers", parts, required=("offers",))


def _area(known: Known) -> Schema:
    return words(known.areas)

"""A small rule set, network, catalogue and round as files are written, for tests that change one thing in them."""

from pathlib import Path

from prioritera.diagnostics import Diagnostic, describe
from round_files import write_files

RULES = """\
[ruleset]
id = "ours"
version = "1"
label = { sv = "vår", en = "ours" }
areas = "areas"

[vocabularies.areas]
terms = [{ id = "elderly", label = { sv = "äldre", en = "elderly" } }, { id = "youth", label = { sv = "unga", en = "youth" } }]

[vocabularies.causes]
terms = [{ id = "gap", label = { sv = "lucka", en = "gap" } }, { id = "support", label = { sv = "stöd saknas", en = "support missing" } }]

[vocabularies.sizes]
terms = [
  { id = "low", label = { sv = "låg", en = "low" } },
  { id = "middle", label = { sv = "mellan", en = "middle" } },
  { id = "high", label = { sv = "hög", en = "high" } },
]

[outcomes.go-on]
label = { sv = "går vidare", en = "goes on" }
ranked = true

[outcomes.inform]
label = { sv = "informera", en = "inform" }

[fields.causes]
kind = "set"
vocabulary = "causes"
empty = false
label = { sv = "orsak", en = "cause" }

[fields.size]
kind = "choice"
vocabulary = "sizes"
ordered = true
label = { sv = "storlek", en = "size" }

[fields.kind]
kind = "choice"
vocabulary = "causes"
label = { sv = "slag", en = "kind" }

[fields.wait]
kind = "whole"
min = 0
max = 9
label = { sv = "väntan", en = "wait" }

[fields.urgent]
kind = "flag"
label = { sv = "brådskande", en = "urgent" }

[fields.anchoring]
derived = "anchoring-level"
label = { sv = "förankring", en = "anchoring" }

[fields.class]
kind = "choice"
vocabulary = "sizes"
concluded = true
label = { sv = "klass", en = "class" }

[tables.class]
concludes = "class"
hit = "first"

[[tables.class.rules]]
id = "urgent-ones"
when = { urgent = true }
then = "high"

[[tables.class.rules]]
id = "others"
then = "low"

[triage]
hit = "first"

[[triage.rules]]
id = "known"
when = { causes = { any = ["support"] }, wait = { min = 3 } }
outcome = "inform"

[[triage.rules]]
id = "rest"
outcome = "go-on"

[criteria.impact]
label = { sv = "betydelse", en = "impact" }
step = "1/2"
points = [
  { at = 0, value = 0, label = { sv = "liten", en = "small" } },
  { at = 3, value = 3, label = { sv = "stor", en = "great" } },
]

[criteria.spread]
label = { sv = "spridning", en = "spread" }
bins = [{ from = 0, value = 0 }, { from = 10, value = 2 }]

[weights]
shares = { impact = 2, spread = 1 }

[bands]
a = { least = "2/3" }
b = { least = "1/3" }
c = { least = "0" }

[destination]
hit = "first"

[[destination.rules]]
id = "to-agency"
when = { outcome = "go-on" }
to = "agency"

[[destination.rules]]
id = "back"
to = "origin"
"""

NETWORK = """\
[network]
id = "ours"
label = "ours"

[kinds]
town = { sv = "kommun", en = "town" }
rss = { sv = "RSS", en = "RSS" }
agency = { sv = "myndighet", en = "agency" }

[[actors]]
id = "t1"
code = "0114"
label = { sv = "Väsby", en = "Vasby" }
names = ["Väsby kommun"]
kind = "town"
level = "local"
member_of = ["north"]

[[actors]]
id = "t2"
label = { sv = "Norrby", en = "Norrby" }
kind = "town"
level = "local"
member_of = ["north"]

[[actors]]
id = "north"
label = { sv = "RSS Norr", en = "RSS North" }
kind = "rss"
level = "regional"

[[actors]]
id = "agency"
label = { sv = "Myndigheten", en = "The Agency" }
kind = "agency"
level = "national"

[[channels]]
id = "up"
kind = "raises"
from = { kind = "town" }
to = { member_of = "rss" }

[[channels]]
id = "on"
kind = "forwards"
from = "north"
to = "agency"
days = 30

[[channels]]
id = "back"
kind = "answers"
from = "agency"
to = "north"

[[channels]]
id = "down"
kind = "answers"
from = { kind = "rss" }
to = { members = "town" }

[[mandates]]
actor = "agency"
outcomes = ["go-on"]
"""

CATALOGUE = """\
[catalogue]
id = "ours"

[[support]]
id = "guide"
title = { sv = "Handboken", en = "The guide" }
status = "current"
year = 2017
"""

OFFERS = """\
[offers]
id = "ours"
label = "ours"
open_areas = "not-stated"

[[kinds]]
id = "training"
label = { sv = "utbildning", en = "training" }
meets = { causes = ["competence"] }

[[offer]]
id = "course"
actor = "north"
areas = "elderly"
kinds = "training"
serves = "all"
what = "Kurs."

[[offer]]
id = "silent"
actor = "north"
"""

ROUND = """\
[round]
id = "first"
label = { sv = "Omgång ett", en = "Round one" }
rules = "rules.toml"
network = "network.toml"
catalogue = "catalogue.toml"
needs = ["needs.toml"]
"""

NEEDS = """\
[[needs]]
id = "n1"
title = "Fallskador"
area = "elderly"

[[needs.origins]]
actor = "t1"

[needs.facts]
causes = ["gap"]
wait = { value = 3, source = "p. 7", by = "RSS" }

[needs.assess]
impact = 1.5
spread = { low = 3, high = 12 }
"""


def write_round(folder: Path, **files: str) -> Path:
    """A folder with a whole round; a file whose name is given, without its ending, has that text instead."""
    texts = {"rules": RULES, "network": NETWORK, "catalogue": CATALOGUE, "round": ROUND, "needs": NEEDS, **files}
    return write_files(folder, {f"{name}.toml": text for name, text in texts.items()})


def changed(text: str, old: str, new: str) -> str:
    """The text with one passage replaced; the passage must be there."""
    if old not in text:
        raise AssertionError(old)
    return text.replace(old, new, 1)


def told(diagnostics: tuple[Diagnostic, ...], language: str = "en") -> str:
    """Every diagnostic as people read it, one after the other."""
    return "\n".join(describe(diagnostic, language) for diagnostic in diagnostics)

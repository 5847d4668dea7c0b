"""A rule set with a table of every way to write a hit policy, and one that builds on it, as files are written."""

from small_rules import RULES, changed

_FIELDS = """\
[fields.signs]
kind = "set"
vocabulary = "sizes"
concluded = true
label = "signs"

[fields.steps]
kind = "set"
vocabulary = "sizes"
concluded = true
label = "steps"

[fields.course]
kind = "set"
vocabulary = "causes"
concluded = true
label = "course"

[fields.reasons]
kind = "whole"
min = 0
max = 3
concluded = true
label = "reasons"

[fields.strength]
kind = "whole"
min = 0
max = 9
concluded = true
label = "strength"

"""
_TABLES = """\
[tables.signs]
concludes = "signs"
hit = "collect"
aggregate = "list"
default = { id = "no-sign", then = "low" }
rules = [{ id = "sign", when = { urgent = true }, then = "high" }]

[tables.steps]
concludes = "steps"
hit = "output-order"
order = ["high", "low"]
rules = [{ id = "step", when = { signs = { any = ["high"] } }, then = "low" }]

[tables.course]
concludes = "course"
hit = "rule-order"
rules = [{ id = "course", then = "gap" }]

[tables.reasons]
concludes = "reasons"
hit = "collect"
aggregate = "count"
default = { then = 1, because = "one at least", source = "p. 1", status = "proposal", ask = ["wait"] }
rules = [{ id = "reason", when = { wait = { min = 3 } }, because = "long" }]

[tables.strength]
concludes = "strength"
hit = "collect"
aggregate = "max"
default = { then = 0 }
rules = [{ id = "strong", when = { reasons = { min = 1 } }, then = 9 }]

"""
EVERY_POLICY = changed(RULES, "[tables.class]\n", f"{_FIELDS}{_TABLES}[tables.class]\n")
EVERY_POLICY = changed(EVERY_POLICY, 'concludes = "class"\nhit = "first"', 'concludes = "class"\nhit = "priority"\norder = ["high", "low"]')
EVERY_POLICY = changed(
    EVERY_POLICY,
    '[triage]\nhit = "first"',
    '[triage]\nhit = "priority"\norder = ["inform", "go-on"]\ndefault = { id = "nothing", outcome = "go-on", ask = ["wait"] }',
)
EVERY_POLICY = changed(EVERY_POLICY, '[destination]\nhit = "first"', '[destination]\nhit = "any"\ndefault = { to = "rss" }')

# What it does not say of its tables is said by the one below.
OVER_THEM = """\
[ruleset]
id = "over"
version = "1"
label = "over"
extends = "policies.toml"

[tables.signs]
rules = [{ id = "sign-of-wait", after = "sign", when = { wait = 9 }, then = "middle" }]

[tables.steps]
order = ["low", "high"]

[tables.class]
hit = "priority"
rules = [{ id = "others", then = "high" }]

[tables.strength]
aggregate = "sum"
default = { then = 1 }
rules = [{ id = "strong", then = 2 }]

[tables.reasons]
hit = "collect"
remove = []
rules = [{ id = "reason", when = { wait = { min = 4 } } }]

[triage]
order = ["go-on", "inform"]
"""

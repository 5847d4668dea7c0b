"""How long it takes to find the needs of a round that may be the same, and that looking at few pairs loses none.

    python benchmarks/matching.py [NEEDS]

Three rounds are drawn, each of 5000 needs if no other number is given:

- `spread`: the eight areas, every question asked by about three senders, as a national round may be;
- `one area`: the same, all in one area;
- `crowded`: one area, and every question of the labelled set asked some 26 times with other words mixed in: far more pairs than a person
  could go through, and the worst that was tried.

The figures at the end are those of the labelled set (`tests/labelled/README.md`).
"""

import csv
import sys
import time
from itertools import combinations
from pathlib import Path
from random import Random

from prioritera.matching.lexicon import swedish
from prioritera.matching.search import all_pairs, candidates
from prioritera.matching.voices import Spoken, spoken
from prioritera.model.need import Need, Origin, Question, Wording

HOME = Path(__file__).parent.parent
ROWS = list(csv.DictReader((HOME / "tests" / "labelled" / "needs.csv").open(encoding="utf-8"), delimiter=";"))
WORDS = [word for row in ROWS for word in row["wording"].split()]
AREAS = sorted({row["area"] for row in ROWS})
SYLLABLES = (
    "bar",
    "del",
    "en",
    "fors",
    "gar",
    "hjul",
    "in",
    "jord",
    "kol",
    "lin",
    "mark",
    "nor",
    "od",
    "plats",
    "ris",
    "sten",
    "tor",
    "vind",
)
ASKED_BY = 3
CHECKED = 600
SEED = 20_181_101


def main(number: int) -> None:
    """Time the rounds, with the equality check inside."""
    for name, draw in (("spread", spread), ("one area", one_area), ("crowded", crowded)):
        needs = draw(number)
        few, all_of_them = heard(needs[:CHECKED])[0], heard(needs[:CHECKED])[0]
        assert candidates(few, swedish()) == all_pairs(all_of_them, swedish())
        started = time.process_time()
        voices, reading = heard(needs)
        found = candidates(voices, swedish())
        total = time.process_time() - started
        print(f"{name:10} {len(needs)} needs, {len(found)} pairs shown: {total:.1f} s (of which {reading:.1f} s for reading the words)")
    print(f"the first {CHECKED} of each: the same pairs as by looking at all of them")
    for half in ("tune", "held"):
        labelled(half)


def heard(needs: list[Need]) -> tuple[list[Spoken], float]:
    """The needs as they are compared, and how long that took."""
    started = time.process_time()
    return [spoken(need, swedish()) for need in needs], time.process_time() - started


def spread(number: int) -> list[Need]:
    """Questions of their own words, each asked by a few senders in words that differ."""
    random = Random(SEED)
    topics = [[_made_up(random) for _ in range(3)] for _ in range(number // ASKED_BY + 1)]
    return [_asked(random, index, topics[index // ASKED_BY], AREAS[index // ASKED_BY % len(AREAS)]) for index in range(number)]


def one_area(number: int) -> list[Need]:
    """The same, all in one area."""
    return [_need(need.id, need.title, AREAS[0]) for need in spread(number)]


def crowded(number: int) -> list[Need]:
    """The wordings of the labelled set again and again, with words of others mixed in."""
    random = Random(SEED)
    found = []
    for index in range(number):
        words = [*random.choice(ROWS)["wording"].split(), *random.sample(WORDS, random.randint(2, 8))]
        random.shuffle(words)
        found.append(_need(f"n{index:05}", " ".join(words), AREAS[0]))
    return found


def _asked(random: Random, index: int, topic: list[str], area: str) -> Need:
    words = [*random.sample(topic, random.randint(2, 3)), *random.sample(WORDS, random.randint(3, 6))]
    random.shuffle(words)
    return _need(f"n{index:05}", " ".join(words), area)


def _made_up(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(3))


def _need(ident: str, text: str, area: str) -> Need:
    return Need(id=ident, title=text, area=area, wordings=[Wording(need=ident, text=text)], origins=[Origin(unknown=True)])


def labelled(half: str) -> None:
    """Precision and recall at the threshold from which pairs are shown."""
    rows = {f"row-{number:03}": row for number, row in enumerate(ROWS, start=2) if row["half"] == half}
    needs = [
        Need(
            id=ident,
            title=row["wording"],
            area=row["area"],
            origins=[Origin(unknown=True)],
            question=Question(target_group=row["target_group"], intervention=row["intervention"]),
        )
        for ident, row in rows.items()
    ]
    shown = candidates([spoken(need, swedish()) for need in needs], swedish())
    right = sum(_is_labelled(rows[one.first], rows[one.second]) for one in shown)
    pairs = sum(_is_labelled(*pair) for pair in combinations(rows.values(), 2))
    print(f"{half}: {len(rows)} wordings, {pairs} pairs labelled, {len(shown)} shown, {right} right: ", end="")
    print(f"precision {100 * right // len(shown)} %, recall {100 * right // pairs} %")


def _is_labelled(first: dict[str, str], second: dict[str, str]) -> bool:
    same = first["group"] == second["group"] or first["part_of"] == second["group"] or second["part_of"] == first["group"]
    return same and first["area"] == second["area"]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)

"""A table laid out to be proved: its rules as packed boxes over the axes of its rule set, after the tables that are run before it."""

from collections.abc import Sequence

import attrs

from prioritera.frozen import frozen_tuple
from prioritera.model.table import Table
from prioritera.verify.budget import Budget
from prioritera.verify.concluded import point_of
from prioritera.verify.findings import Witness
from prioritera.verify.packed import Frame, Packed, frame_of
from prioritera.verify.reached import Reached, reached, witness_of
from prioritera.verify.world import Sheet, World

# A union of packed boxes.
Boxes = tuple[Packed, ...]


@attrs.frozen(kw_only=True)
class Laid:
    """A table with the tables before it. `regions` are where each of its rules matches, within what the tables before can conclude."""

    table: Table
    reads: tuple[str, ...]
    sheet: Sheet
    before: tuple[Sheet, ...] = attrs.field(converter=frozen_tuple)
    world: World
    frame: Frame
    whole: Packed
    never: Boxes
    regions: tuple[Boxes, ...]

    def some_need(self, region: Sequence[Packed], without: Sequence[Packed], budget: Budget) -> Reached | None:
        """Needs of a region that lie in none of some boxes, or None where there are none.

        Raises:
            Exhausted: the budget is spent.
        """
        every_point_is_a_need = not self.before and not self.never
        for part in region:
            for piece in self.frame.outside(part, without, budget):
                if every_point_is_a_need:
                    return Reached(self.frame.masks(piece))
                for found in reached(self.frame.masks(piece), self.before, self.world, budget):
                    return found
        return None

    def shared(self, one: Sequence[Packed], other: Sequence[Packed]) -> Boxes:
        """What two regions have in common."""
        whole, free = self.frame.whole, self.frame.free
        both = [mine & theirs for mine in one for theirs in other]
        return tuple([part for part in both if part + whole & free == free])

    def possible(self, place: int, budget: Budget) -> bool:
        """Whether some need could match a rule, whatever the tables before conclude."""
        return any(True for cut in self.sheet.regions[place] for _ in self.frame.outside(self.frame.cut(cut), self.never, budget))

    def witness(self, found: Reached) -> Witness:
        """One need of what was reached."""
        return witness_of(found, self.table, self.before, self.world)

    def point(self, found: Reached) -> Packed:
        """The cells of the witness of what was reached: of each axis the first one, of a conclusion the one concluded."""
        masks = [mask & -mask for mask in found.box]
        if self.before:
            witness = self.witness(found)
            for name in (sheet.table.concludes for sheet in self.before if sheet.table.concludes in witness):
                for place, mask in point_of(name, witness[name], self.world.space):
                    masks[place] = mask
        return self.frame.box(masks)


def laid_out(table: Table, sheet: Sheet, before: Sequence[Sheet], world: World) -> Laid:
    """A table with its sheet, laid out."""
    frame = frame_of(tuple(len(axis.cells) for axis in world.space.axes))
    # What this table and those after it conclude says nothing here, and may be nothing at all.
    known = {place for one in before for place in world.space.places[one.table.concludes]}
    masks = (mask if place in known else every for place, (mask, every) in enumerate(zip(world.whole, world.space.whole, strict=True)))
    whole = frame.box(masks)
    packed = [tuple(frame.cut(cut) & whole for cut in region) for region in sheet.regions]
    return Laid(
        table=table,
        reads=table.reads,
        sheet=sheet,
        before=before,
        world=world,
        frame=frame,
        whole=whole,
        never=tuple(frame.cut(cut) for cut in world.never),
        regions=tuple(tuple(box for box in region if frame.is_box(box)) for region in packed),
    )

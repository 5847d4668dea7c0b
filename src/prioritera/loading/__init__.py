"""From files to values: rule sets, networks, catalogues, rounds and needs, each fault with its place, all of them gathered."""

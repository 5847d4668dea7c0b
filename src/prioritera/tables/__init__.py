"""What decision tables mean: short, slow, the reference."""

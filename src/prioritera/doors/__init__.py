"""Doors to other libraries' methods: what may be handed over, and what comes back that may be shown."""

"""The stages: one step of the way that a need goes, each in a file of its name. No stage knows another."""

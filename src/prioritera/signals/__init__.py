"""Signals that a need may be there: indicators, gaps of competence, deviations, trends. They give candidates."""

"""The command line: words in, text or JSON out, an exit code. The only floor with a clock, an environment and a screen."""

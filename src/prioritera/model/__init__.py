"""The nouns: every value that prioritera reads, reasons with and answers with. All of them frozen, through and through."""

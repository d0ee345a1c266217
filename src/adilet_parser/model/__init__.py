"""The contract: the act, its tree, its records, repairs and problems."""

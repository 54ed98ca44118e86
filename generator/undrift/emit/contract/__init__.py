"""The contract tests of a client, printed from the IR alone."""

"""Source as black's stable style has it, without asking black about every line."""

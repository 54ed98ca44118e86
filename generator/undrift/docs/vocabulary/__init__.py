"""Words: what headings, columns and cells say, in any language that is known."""

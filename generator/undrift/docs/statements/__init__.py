"""What a part of a page states: endpoints, tables, lists, example calls."""

"""Facts against facts: documentation against a spec, old against new.

    client_facts, conformance, obsolete_overlay   a spec against the pages it is from
    compare/                                      pages as they were, and as they are
    finding, rules, ignore, state                 what is found, and what is known of it
    forms, report/                                told to people and programs

Nothing is imported here: a command line names the forms of reports without reading
what it takes to compare documents.
"""

"""The sample packages are input of the tests here, not tests."""

collect_ignore = ["sample"]

"""One folder or file for each dialect of pages."""

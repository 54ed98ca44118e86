"""Whatever is pointed at, read once: pages, documents, indexes, provider folders."""

"""Other tools that do the same work, and how they are built."""

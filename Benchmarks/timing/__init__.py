"""Running the tools in turn, measuring them, and setting their figures side by side."""

"""From a sheet to its tables: heading rows, and which column stands for what."""

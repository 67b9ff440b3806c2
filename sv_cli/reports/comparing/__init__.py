"""One bid by several methods, side by side: on a screen, and in formats that programs read."""

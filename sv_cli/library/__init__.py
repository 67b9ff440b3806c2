"""From YAML files to a linked Library: find, parse with line marks, check shapes, link, overlay."""

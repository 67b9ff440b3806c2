"""From YAML files to a linked Library: find, parse with line marks, check shapes, link, overlay.

`load` reads the layers and takes what they come to from the `cache`, or has it built. In the order of the work:

* bytes: `find`, `layers`, `cache`, `load`
* entries in their shapes: `build`, `yaml_text`, `documents`, `shapes`, `complaints`, `faults`, `nearest`
* one library of them: `overlay`, `link`, `link_methods`, `link_vocabulary`, `formula`, `formula_units`
* files that stand beside a library: `beside`, `frameworks`, `framework_shapes`, `waivers`, `targets`, `reading_shapes`
* looks into a library: `search`, `diff`, `schema`, and `lint` with its rules
"""

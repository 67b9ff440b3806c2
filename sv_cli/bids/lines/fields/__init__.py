"""The fields of one commitment, each from the cells of one row: its reference, its quantity, its times, its texts.

* its reference: `references`; its texts: `texts`
* how much: `quantities`, from `amounts` in the unit that is `stated`, which `agreement` holds against what else is
  said; `plain` amounts are read at once
* when: `times`, and of the quantity `tranches` and `own_years`
* none of it: `refused`
"""

"""Quantities that stand in several columns: spread over times or units, multiplied, added up or taken off.

* spread over times: `times`, of parts of years `spread`; over units: `matrix`
* multiplied: `products`, where every row proves it, and else `multipliers`; added up: `proofs`
* more or less than the quantity: `extensions`
"""

"""Framework rules: a check a module. A check looks at a valuation and gives violations; it formats no report.

`families` lists the checks, and says what a check's module contains.

* which measures, and how many: `allowed`, `forbidden`, `required`, `exclusive`, `number`, `quantity`, `share`, `worth`
* what is counted twice: `double_count`, `duplicates`
* what cannot be: `calendar`, `population`, `volunteer_hours`, `work_capacity`
* what has to be said, and be so: `stated`, `contract_facts`, `area`, `period`, `unvalued`
* how it is valued: `adjusting`, `conventions`, `current_proxies`
* applying a framework to a bid: `binding`, `case`, `judging`, `selecting`, `settings`, `waiving`
* a buyer's targets: `reaching`; how checks say amounts: `words`
"""

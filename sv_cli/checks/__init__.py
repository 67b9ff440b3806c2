"""Framework rules: a check a module. They read a valuation and tell what they find; they draw nothing.

`families` lists the checks, and says what a module of one has.

* which measures, and how many: `allowed`, `forbidden`, `required`, `exclusive`, `number`, `quantity`, `share`, `worth`
* what is counted twice: `double_count`, `duplicates`
* what cannot be: `calendar`, `population`, `volunteer_hours`, `work_capacity`
* what has to be said, and be so: `stated`, `contract_facts`, `area`, `period`, `unvalued`
* how it is valued: `adjusting`, `conventions`, `current_proxies`
* the framework and the bid that it is held against: `binding`, `case`, `judging`, `selecting`, `settings`, `waiving`
* a buyer's targets: `reaching`; how checks say amounts: `words`
"""

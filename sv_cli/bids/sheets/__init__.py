"""One reader per kind of spreadsheet; each gives the same Grid of raw cells.

* what all of them give and heed: `grid`, `unseen`, `files`, `styles`, `shown`, `runs`, `damaged`, `lengthy`
* text files: `delimited`
* xlsx and xlsm: `xlsx`, `xlsx_sheet`, `xlsx_tame`, `comments`; ods: `ods`, `ods_styles`; both of them: `archive`,
  `markup`
* xls and xlsb: `legacy`, whose values come from an engine in `isolated`; of an xls beside its values: `ole`, `biff`,
  `notes`, `shared`; of an xlsb: `xlsb`
"""

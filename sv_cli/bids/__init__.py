"""From a spreadsheet as people make them to a Bid: open, find the table, recognise the columns, read the cells."""

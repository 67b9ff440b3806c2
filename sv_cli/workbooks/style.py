"""Owns the common look of all workbooks: few colours, each with enough contrast (WCAG AA), font, margins."""

from datetime import datetime

INK, WHITE, MUTED, LINE = "1B2A3D", "FFFFFF", "4A5768", "B8C4D2"
NAVY, PALE, YELLOW, GREEN, AMBER = "1F3A5F", "EEF2F7", "FFF8DC", "0B6B3A", "8A4B00"
FONT = "Calibri"
POUNDS = '"£"#,##0.00'
TITLE_HEIGHT, HEADER_HEIGHT = 32, 36
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
FOOTER_MARGIN = 0.3
FOOT_LEFT, FOOT_RIGHT = "&A", "Page &P of &N"
AUTHOR = "sv"
EPOCH = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's dates have no zone; fixed, so that the same library gives the same file

"""The fields of one commitment, each from the cells of one row: its reference, its quantity, its times, its texts."""

"""The facts of the contract, wherever they stand around the tables."""

"""One use case a file: builds the parts and joins them. No arithmetic, no drawing."""

"""What stands below a heading, and what that says of the heading."""

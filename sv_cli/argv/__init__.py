"""The argv surface, a group of commands a file: options declared, one short body a command."""

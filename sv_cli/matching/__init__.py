"""From promises in words to the proxies that they may mean: proposals with reasons, never a decision."""

"""How good the ranking is, on any judged collection, with the code that answers visitors."""

"""The demonstration content: written anew from public documents, loaded by one idempotent command."""

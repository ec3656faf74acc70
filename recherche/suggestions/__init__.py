"""What is proposed while a reader types: titles of sheets, keywords, terms of the classifications.

Titles and keywords stand in a table (`table`), kept where documents enter and leave the index (`indexation`);
terms come from the registry's values, with the counts of the engine (`termes`). `services.proposer` is the door.
"""

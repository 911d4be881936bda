"""From a source document to a draft of a debate: turns, statements, links, question points and their answers."""

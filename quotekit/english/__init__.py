"""English as a resource: word lists, inflection, pronouns and verb classes, independent of any text."""

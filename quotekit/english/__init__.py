"""English as a resource: word lists, inflection, pronouns and verb classes. It knows nothing of texts."""

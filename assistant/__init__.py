"""Decides and words: a message and a conversation become a question, the question an answer with its proof."""

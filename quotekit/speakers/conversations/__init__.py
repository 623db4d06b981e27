"""Decide who speaks in conversations, in fiction and elsewhere, by what is known of those who take part."""

from quotekit.speakers.conversations.revise import decide_conversations

__all__ = ["decide_conversations"]

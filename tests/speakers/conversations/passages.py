"""Invented dialogues, with the speaker of each quotation, and passages of news that are none."""

from __future__ import annotations

__all__ = ["DIALOGUES", "NEWS"]

#: Dialogues in which some quotations have nothing beside them.
DIALOGUES = {
    "two take turns": (
        "{t1 “You are late,”} said {s1 Eva Dahl=Eva Dahl}.\n\n"
        "{t2 “The bridge was shut,”} said {s2 Tom Lind=Tom Lind}.\n\n"
        "{t3 “Did you tell the others?”=Eva Dahl}\n\n"
        "{t4 “I did not see them.”=Tom Lind}\n\n"
        "{t5 “You must go back.”=Eva Dahl}\n\n"
        "{t6 “Tonight?”=Tom Lind}"
    ),
    "who answers is named later": (
        "Eva Dahl met Tom Lind on the quay.\n\n"
        "{t1 “Have you seen the boat?”} asked {s1 Eva=Eva Dahl}.\n\n"
        "{t2 “Not since the morning.”=Tom Lind}\n\n"
        "{t3 “And your brother?”=Eva Dahl}\n\n"
        "{t4 “He is asleep,”} said {s4 Tom=Tom Lind}.\n\n"
        "{t5 “Then wake him!”=Eva Dahl}"
    ),
    "two of different gender": (
        "Mr. Berg shut the door. Mrs. Holm looked up.\n\n"
        "{t1 “You have read it?”} {s1 she=Holm} asked.\n\n"
        "{t2 “Every word,”} {s2 he=Berg} said.\n\n"
        "{t3 “And what do you think?”=Holm}\n\n"
        "{t4 “I think you should burn it.”=Berg}"
    ),
    "a name in a question": (
        "{t1 “What do you say, Anna?”} asked {s1 Peter=Peter}.\n\n"
        "{t2 “I say that we go.”=Anna}\n\n"
        "{t3 “In this rain?”=Peter}\n\n"
        "{t4 “You will not melt.”=Anna}"
    ),
    "a name in an answer": (
        "{t1 “It is cold in here,”} said {s1 Anna=Anna}. Peter did not move.\n\n"
        "{t2 “Then close the window, Anna.”=Peter}\n\n"
        "{t3 “You are nearer to it.”=Anna}\n\n"
        "{t4 “You are younger than I am.”=Peter}"
    ),
    "an action beat": (
        "{t1 “We leave at six,”} said {s1 Marta=Marta}.\n\n"
        "Jonas put down his cup. {t2 “You said seven yesterday.”=Jonas}\n\n"
        "{t3 “I have changed my mind.”=Marta}\n\n"
        "{t4 “You might have told me.”=Jonas}"
    ),
    "narration between turns": (
        "{t1 “Is that your dog?”} asked {s1 Ida=Ida}.\n\n"
        "{t2 “It was my father’s,”} said {s2 Karl=Karl}.\n\n"
        "They walked on without a word.\n\n"
        "{t3 “You never speak of him,”} {s3 she=Ida} said.\n\n"
        "{t4 “There is nothing to say.”=Karl}\n\n"
        "{t5 “Not to me, you mean?”=Ida}"
    ),
    "a paragraph about who speaks next": (
        "{t1 “Who broke this?”} asked {s1 Ida=Ida}.\n\n"
        "{t2 “It was broken before,”} said {s2 Karl=Karl}.\n\n"
        "{t3 “You are lying.”=Ida}\n\n"
        "Karl turned to the window and said:\n\n"
        "{t4 “I never lie to you.”=Karl}\n\n"
        "{t5 “You do it every day.”=Ida}"
    ),
    "more than one quotation in a paragraph": (
        "{t1 “No,”} said {s1 Ruth=Ruth}. {t2 “I will not sell it.”=Ruth}\n\n"
        "{t3 “Think of the money,”} said {s3 Otto=Otto}. {t4 “Think of the roof.”=Otto}\n\n"
        "{t5 “You think of the roof.”=Ruth}\n\n"
        "{t6 “Do you never listen to me?”=Otto}"
    ),
    "three people": (
        "{t1 “Shall we ask him?”} said {s1 Nora=Nora}.\n\n"
        "{t2 “Ask whom?”} said {s2 Felix=Felix}.\n\n"
        "{t3 “The doctor,”} said {s3 Greta=Greta}.\n\n"
        "{t4 “You would not dare, Greta.”=Felix}\n\n"
        "{t5 “Would I not?”=Greta}"
    ),
    "the first-person narrator": (
        "Dr. Lund came into the room.\n\n"
        "{t1 “You have been walking,”} said {s1 Lund=Lund}.\n\n"
        "{t2 “How can you know that?”} {s2 I=-:author} asked.\n\n"
        "{t3 “There is mud on your boots.”=Lund}\n\n"
        "{t4 “There is mud on yours.”=-:author}\n\n"
        "{t5 “You are learning.”=Lund}"
    ),
    "an unnamed speaker": (
        "{t1 “Where are you going?”} said {s1 the old man=-:unnamed}.\n\n"
        "{t2 “To the harbour,”} said {s2 Elsa=Elsa}.\n\n"
        "{t3 “There are no boats today.”=-:unnamed}\n\n"
        "{t4 “Then I will wait.”=Elsa}"
    ),
    "a form of address": (
        "Mr. Falk opened the gate. Mrs. Brandt stood in the road.\n\n"
        "{t1 “Is this the inn, sir?”} asked {s1 Mrs. Brandt=Brandt}.\n\n"
        "{t2 “It was, madam.”=Falk}\n\n"
        "{t3 “Is there a bed to be had?”=Brandt}\n\n"
        "{t4 “Not for a week, madam.”=Falk}"
    ),
    "one is spoken of": (
        "{t1 “Have you written to Viktor?”} asked {s1 Lena=Lena}.\n\n"
        "{t2 “Twice,”} said {s2 Paul=Paul}.\n\n"
        "{t3 “And did Viktor answer you?”=Lena}\n\n"
        "{t4 “Viktor never answers.”=Paul}"
    ),
    "long silence": (
        "{t1 “You play well,”} said {s1 Simon=Simon}.\n\n"
        "{t2 “I have had time to learn,”} said {s2 Clara=Clara}.\n\n"
        "{t3 “All these years?”=Simon}\n\n"
        "{t4 “All these years.”=Clara}\n\n"
        "The lamp had burned low, and the street was empty. At last Simon sat down.\n\n"
        "{t5 “Play it again for me.”=Simon}\n\n"
        "{t6 “You know that I will not.”=Clara}"
    ),
}

#: News, interviews and vox pops. Nothing in them is decided as a turn of a conversation.
NEWS = {
    "one speaker goes on": (
        "{t1 “The dam will hold,”} {s1 engineer Ida Holm=Ida Holm} said on Monday.\n\n"
        "{t2 “We have tested every gate.”=?}\n\n"
        "Mayor Carl Dray disagreed.\n\n"
        "{t3 “Nobody has shown us a test,”} {s3 he=Carl Dray} said."
    ),
    "two speakers with cues": (
        "{t1 “We will appeal,”} said {s1 Ida Holm=Ida Holm}, the union’s lawyer.\n\n"
        "{t2 “They will lose,”} said {s2 Carl Dray=Carl Dray}, who owns the mill.\n\n"
        "{t3 “You cannot run a mill without people,”} {s3 Holm=Ida Holm} said."
    ),
    "scare quotes": (
        "{t1 “We will appeal,”} said {s1 Ida Holm=Ida Holm}.\n\n"
        "The “new deal” of May has become an “old story”, and the “dawn” of June is over."
    ),
    "titles": (
        "{t1 “It took ten years,”} said {s1 Ida Holm=Ida Holm}, who wrote “The Dam” and “The Weir”.\n\n"
        "“The Lock” will be out in May.\n\n"
        "“The Gate” is her first book."
    ),
    "a list of readers": (
        "Readers have told us what they think of the new bridge.\n\n"
        "{t1 “It is too narrow.”=?}\n\n"
        "{t2 “It is far too late.”=?}\n\n"
        "{t3 “It is a waste.”=?}"
    ),
}

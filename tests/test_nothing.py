"""Texts without attributions, in which none must be found."""

from __future__ import annotations

import pytest

import quotekit

NOTHING = [
    pytest.param("The “burger” was made of beans, and nobody minded.", id="scare quotes"),
    pytest.param("He ordered a “steak” that was made of beets, and paid for it.", id="scare quotes in an object"),
    pytest.param("They went to the “opera,” a tent behind the mill.", id="scare quotes and what is meant"),
    pytest.param("The so-called “smart” meter stopped after a week.", id="so-called"),
    pytest.param("The “Bridge of Sighs” was closed for repairs in May.", id="name in marks"),
    pytest.param("“The Long Winter” won three prizes at the festival in Ghent.", id="film"),
    pytest.param("A copy of “War and Peace” lay on the seat of the train.", id="book"),
    pytest.param("The band opened with “Blue Harbor” and closed with “Rain Again.”", id="songs"),
    pytest.param("The novel “Dubliners” has fifteen stories.", id="novel"),
    pytest.param("He parked his truck next to a “No Parking” sign.", id="sign"),
    pytest.param("Type “exit” and press Enter.", id="command"),
    pytest.param("Rita “The Hammer” Olsen fought eleven bouts in two years.", id="nickname"),
    pytest.param('The screen is 27" wide and the door is 6\'8" high.', id="inches and feet"),
    pytest.param("The '90s and the '70s are back in the shops of Lisbon.", id="decades"),
    pytest.param(
        "Heat the oil in a large pan. Add the onions and cook them for five minutes. Stir in the rice, pour over the "
        "stock and simmer until it is soft. Season with salt and serve.",
        id="recipe",
    ),
    pytest.param(
        'def greet(name):\n    message = "hello, " + name\n    print(message)\n    return len(message)\n', id="code"
    ),
    pytest.param('{"name": "bridge", "length": 420, "open": true, "lanes": ["north", "south"]}', id="JSON"),
    pytest.param('<p class="lead">Opening hours: <b>9 to 5</b></p>', id="markup"),
    pytest.param("PORT 3, ROVERS 1\nCITY 0, UNITED 0\nATHLETIC 2, WANDERERS 2", id="results"),
    pytest.param("Monday: rain, 12 degrees. Tuesday: sun, 17 degrees. Wednesday: fog.", id="forecast in notes"),
    pytest.param(
        "The river rises in the hills north of the town and flows east for ninety kilometres. Two dams were built "
        "on it "
        "in the 1960s. Its lower reaches freeze in most winters.",
        id="description",
    ),
    pytest.param(
        "The old mill burned down in 1911. It was rebuilt in brick the year after and has housed a museum since 1974.",
        id="history",
    ),
    pytest.param("Shares of the ferry line rose 3 percent on Tuesday after two weeks of losses.", id="market"),
    pytest.param("1. Turn off the power.\n2. Remove the four screws.\n3. Lift the cover.\n", id="manual"),
    pytest.param("Contact: Harbor Office, 12 Quay Street, tel. 555 0142. Open daily.", id="address"),
    pytest.param("Click here to subscribe to our newsletter. Follow us on social media.", id="boilerplate"),
    pytest.param("The train left at nine, stopped twice on the way and came in at noon.", id="events"),
    pytest.param("x = 3y + 2, where y > 0. Hence x is larger than 2.", id="mathematics"),
    pytest.param("Two cars collided on the ring road on Friday night. Nobody was hurt.", id="accident"),
    pytest.param("The talk show runs for an hour and is followed by a film.", id="talk show"),
    pytest.param("The speech lasted forty minutes and ended in applause.", id="speech that is not told"),
    pytest.param("The statement came late and ran to two pages.", id="statement that is not told"),
    pytest.param("Chapter 3: “The Storm”", id="heading"),
    pytest.param("The sign on the door is painted “green,” not blue.", id="painted"),
    pytest.param("Use “Save as” in the menu “File” to keep a copy.", id="menus"),
    pytest.param("The word has five letters and rhymes with “sound.”", id="word itself"),
    pytest.param("The claims department moved to the third floor.", id="claims as a noun"),
    pytest.param("The report is on the table, beside the cups.", id="report as a thing"),
    pytest.param("A note hung on the fridge. The note was blue.", id="note as a thing"),
]


class TestNothing:
    """Texts without attributions."""

    @pytest.mark.parametrize("text", NOTHING)
    def test_finds_nothing(self, text: str) -> None:
        """No attribution reaches the default confidence."""
        assert [] == [(a.cue.text, a.content.text) for a in quotekit.extract(text).attributions]

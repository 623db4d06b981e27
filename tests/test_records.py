"""The records: spans, articles, and their serialization."""

from __future__ import annotations

import ast
import copy
import inspect
import json
import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotekit import errors, records
from quotekit.errors import RecordError
from quotekit.records import (
    Article,
    Attribution,
    Credit,
    Dateline,
    Kind,
    Outlet,
    Spans,
    Speaker,
    SpeakerKind,
    Stance,
    TextSpan,
)
from tests.strategies import articles, spans, texts

TEXT = 'OSLO, 3 May (NTB) "It is," Ida Berg told Ann on Radio 4, "a start." She meant it.'

BERG = Speaker(
    id="s1",
    name="Ida Berg",
    kind=SpeakerKind.PERSON,
    titles=("Minister", "Ms."),
    mentions=Spans.of(TEXT, [(27, 35), (68, 71)]),
)

ARTICLE = Article(
    id="oslo",
    text=TEXT,
    attributions=(
        Attribution(
            id="a1",
            kind=Kind.DIRECT,
            content=Spans.of(TEXT, [(18, 26), (57, 67)]),
            quoted=Spans.of(TEXT, [(19, 25), (58, 66)]),
            cue=Spans.of(TEXT, [(36, 40)]),
            cue_lemma="tell",
            source=Spans.of(TEXT, [(27, 35)]),
            speaker=BERG,
            addressee=TextSpan(41, 44, "Ann"),
            via=(Outlet("Radio 4", TextSpan(48, 55, "Radio 4")), Outlet("NTB")),
            negated=False,
            parent=None,
            confidence=0.93,
            speaker_confidence=0.87,
        ),
        Attribution(
            id="a2",
            kind=Kind.INDIRECT,
            content=Spans.of(TEXT, [(78, 80)]),
            quoted=Spans(),
            cue=Spans(),
            cue_lemma=None,
            source=Spans(),
            speaker=None,
            addressee=None,
            via=(),
            negated=True,
            parent="a1",
            confidence=1,
            stance=Stance.DENIED,
        ),
    ),
    speakers=(BERG, Speaker(id="s2", name=None, kind=SpeakerKind.UNNAMED)),
    credits=(Credit("NTB", "wire", 13, 16),),
    dateline=Dateline(None, "OSLO", 0, 11),
    meta={"outlet": "Harbour Times", "words": 300, "tags": ["dam", "river"], "editor": None},  # type: ignore[arg-type]
)

PLAIN: dict[str, Any] = {
    "id": "oslo",
    "text": TEXT,
    "attributions": [
        {
            "id": "a1",
            "kind": "direct",
            "content": [{"start": 18, "end": 26, "text": '"It is,"'}, {"start": 57, "end": 67, "text": '"a start."'}],
            "quoted": [{"start": 19, "end": 25, "text": "It is,"}, {"start": 58, "end": 66, "text": "a start."}],
            "cue": [{"start": 36, "end": 40, "text": "told"}],
            "cue_lemma": "tell",
            "source": [{"start": 27, "end": 35, "text": "Ida Berg"}],
            "speaker": "s1",
            "speakers": ["s1"],
            "addressee": {"start": 41, "end": 44, "text": "Ann"},
            "via": [
                {"name": "Radio 4", "span": {"start": 48, "end": 55, "text": "Radio 4"}},
                {"name": "NTB", "span": None},
            ],
            "negated": False,
            "parent": None,
            "confidence": 0.93,
            "speaker_confidence": 0.87,
            "stance": "asserted",
        },
        {
            "id": "a2",
            "kind": "indirect",
            "content": [{"start": 78, "end": 80, "text": "it"}],
            "quoted": [],
            "cue": [],
            "cue_lemma": None,
            "source": [],
            "speaker": None,
            "speakers": [],
            "addressee": None,
            "via": [],
            "negated": True,
            "parent": "a1",
            "confidence": 1,
            "speaker_confidence": None,
            "stance": "denied",
        },
    ],
    "speakers": [
        {
            "id": "s1",
            "name": "Ida Berg",
            "kind": "person",
            "titles": ["Minister", "Ms."],
            "mentions": [{"start": 27, "end": 35, "text": "Ida Berg"}, {"start": 68, "end": 71, "text": "She"}],
            "members": [],
        },
        {"id": "s2", "name": None, "kind": "unnamed", "titles": [], "mentions": [], "members": []},
    ],
    "credits": [{"name": "NTB", "role": "wire", "start": 13, "end": 16}],
    "dateline": {"date": None, "place": "OSLO", "start": 0, "end": 11},
    "meta": {"outlet": "Harbour Times", "words": 300, "tags": ["dam", "river"], "editor": None},
}

LATER_FIELDS = ("speakers", "members", "meta", *PLAIN["meta"])

RECORDS = [
    pytest.param(record, id=type(record).__name__)
    for record in (
        TextSpan(0, 4, "OSLO"),
        BERG.mentions,
        BERG,
        ARTICLE.attributions[0].via[0],
        ARTICLE.attributions[0],
        ARTICLE.credits[0],
        ARTICLE.dateline,
        ARTICLE,
    )
]

Path = list[Any]


def paths(data: Any) -> Iterator[Path]:
    """Return the path of every value in dictionaries and lists, the outermost first."""
    if isinstance(data, dict):
        keys: Any = data.keys()
    elif isinstance(data, list):
        keys = range(len(data))
    else:
        return
    for key in keys:
        yield [key]
        yield from ([key, *path] for path in paths(data[key]))


def parent_of(data: Any, path: Path) -> Any:
    """Return the dictionary or list that contains the last step of a path."""
    for step in path[:-1]:
        data = data[step]
    return data


def changed(path: Path, value: object) -> dict[str, Any]:
    """Return the plain article with another value at a path."""
    data = copy.deepcopy(PLAIN)
    parent_of(data, path)[path[-1]] = value
    return data


def written(path: Path) -> str:
    """Return a path as errors write it."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def kind_of(value: object) -> type:
    """Return the JSON type of a value: all numbers are alike, but booleans are not numbers."""
    return float if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value)


class TestChoices:
    """The kinds of content and of speakers."""

    @pytest.mark.parametrize("choice", [*Kind, *SpeakerKind, *Stance])
    def test_prints_as_its_word(self, choice: Kind | SpeakerKind | Stance) -> None:
        """A kind prints, formats and serializes as its word, and is equal to it."""
        word = choice.name.lower()

        assert [word] * 4 == [str(choice), f"{choice}", f"{choice:s}", json.loads(json.dumps(choice))]
        assert word == choice
        assert choice is type(choice)(word)


class TestTextSpan:
    """TextSpan."""

    @pytest.mark.parametrize(
        ("start", "end", "text", "problem"),
        [
            pytest.param(
                -1, 2, "abc", "a span must start at 0 or later and end after its start, got -1 to 2", id="below 0"
            ),
            pytest.param(3, 3, "", "a span must start at 0 or later and end after its start, got 3 to 3", id="empty"),
            pytest.param(
                5, 2, "abc", "a span must start at 0 or later and end after its start, got 5 to 2", id="backwards"
            ),
            pytest.param(2, 6, "abc", "a span from 2 to 6 must have that many characters, got 3", id="other length"),
        ],
    )
    def test_offsets_do_not_fit(self, start: int, end: int, text: str, problem: str) -> None:
        """A span whose text does not fit its offsets is refused."""
        with pytest.raises(RecordError) as caught:
            TextSpan(start, end, text)

        assert RecordError(where="", problem=problem) == caught.value


class TestSpans:
    """Spans."""

    def test_empty(self) -> None:
        """Empty spans have no text and no offsets, and are falsy."""
        none = Spans()

        assert ("", None, None, 0, False, []) == (none.text, none.start, none.end, len(none), bool(none), list(none))

    def test_read_as_one(self) -> None:
        """The texts are joined by an ellipsis; the offsets are the outermost."""
        content = Spans([TextSpan(0, 4, "Yes,"), TextSpan(13, 16, "no.")])

        assert ("Yes, … no.", 0, 16) == (content.text, content.start, content.end)

    def test_sequence(self) -> None:
        """Spans behave like any sequence."""
        a, b = BERG.mentions

        assert (a, b, b) == (BERG.mentions[0], BERG.mentions[1], BERG.mentions[-1])
        assert [b, a] == list(reversed(BERG.mentions))
        assert (1, 1) == (BERG.mentions.index(b), BERG.mentions.count(b))
        assert b in BERG.mentions
        assert TextSpan(0, 4, "OSLO") not in BERG.mentions
        with pytest.raises(IndexError):
            BERG.mentions[2]

    def test_slice(self) -> None:
        """A slice of spans is spans."""
        a, b = BERG.mentions

        assert Spans([b]) == BERG.mentions[1:]
        assert Spans([a, b]) == BERG.mentions[:]
        assert Spans() == BERG.mentions[5:]

    def test_equality(self) -> None:
        """Spans are equal, and have equal hashes, if their items are; they are not equal to a list or tuple."""
        a, b = BERG.mentions

        assert BERG.mentions == Spans(iter([a, b]))
        assert hash(BERG.mentions) == hash(Spans((a, b)))
        assert 2 == len({BERG.mentions, Spans([a, b]), Spans([a])})
        assert BERG.mentions not in ([a, b], (a, b), Spans([b, a]))

    def test_immutable(self) -> None:
        """A list given is copied, and spans cannot be changed."""
        given_list = list(BERG.mentions)
        made = Spans(given_list)
        given_list.clear()
        with pytest.raises(TypeError):
            made[0] = TextSpan(0, 4, "OSLO")  # type: ignore[index]

        assert BERG.mentions == made

    def test_repr(self) -> None:
        """The representation can be evaluated."""
        shown = repr(BERG.mentions)

        assert "Spans([TextSpan(start=27, end=35, text='Ida Berg'), TextSpan(start=68, end=71, text='She')])" == shown
        assert BERG.mentions == eval(shown, {"Spans": Spans, "TextSpan": TextSpan})  # noqa: S307  # made here

    @given(texts().flatmap(lambda text: st.tuples(st.just(text), spans(text))))
    def test_of(self, text_and_spans: tuple[str, Spans]) -> None:
        """Spans of a text have the text between their offsets."""
        text, found = text_and_spans

        assert [text[span.start : span.end] for span in found] == [span.text for span in found]
        assert found == Spans.of(text, [(span.start, span.end) for span in found])


class TestValues:
    """What all records have in common."""

    @pytest.mark.parametrize("record", RECORDS)
    def test_frozen(self, record: attrs.AttrsInstance) -> None:
        """Setting a field raises."""
        for field in attrs.fields(type(record)):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(record, field.name, getattr(record, field.name))

    @pytest.mark.parametrize("record", RECORDS)
    def test_no_new_fields(self, record: attrs.AttrsInstance) -> None:
        """New fields cannot be added."""
        with pytest.raises(AttributeError):
            record.comment = "mine"  # type: ignore[attr-defined]

    @pytest.mark.parametrize("record", RECORDS)
    @pytest.mark.parametrize(
        "again",
        [
            pytest.param(lambda record: pickle.loads(pickle.dumps(record)), id="pickle"),  # noqa: S301  # made here
            pytest.param(copy.deepcopy, id="deepcopy"),
        ],
    )
    def test_copies(self, record: object, again: Callable[[object], object]) -> None:
        """A copied or pickled record is equal and has an equal hash."""
        assert record == again(record)
        assert hash(record) == hash(again(record))

    @pytest.mark.parametrize(
        "cls",
        [getattr(module, name) for module in (records, errors) for name in module.__all__ if name[0].isupper()],
        ids=lambda cls: cls.__name__,
    )
    def test_fields_are_explained(self, cls: type) -> None:
        """Each field and each choice has a documentation comment."""
        lines = inspect.getsource(cls).splitlines()
        (definition,) = ast.parse("\n".join(lines)).body
        assert isinstance(definition, ast.ClassDef)
        fields = [line for line in definition.body if isinstance(line, (ast.AnnAssign, ast.Assign))]

        assert [] == [lines[f.lineno - 1] for f in fields if not lines[f.lineno - 2].startswith("    #: ")]
        assert attrs.has(cls) is any(isinstance(field, ast.AnnAssign) for field in fields)


class TestToDict:
    """Article.to_dict()."""

    def test_format(self) -> None:
        """All fields are written."""
        assert PLAIN == ARTICLE.to_dict()

    def test_order(self) -> None:
        """The fields are in the order of the format, in JSON too."""
        assert json.dumps(PLAIN) == json.dumps(ARTICLE.to_dict()) == ARTICLE.to_json()

    def test_nothing_found(self) -> None:
        """An article in which nothing was found has empty lists."""
        plain: dict[str, Any] = {
            "id": None,
            "text": "",
            "attributions": [],
            "speakers": [],
            "credits": [],
            "dateline": None,
            "meta": {},
        }

        assert plain == Article(id=None, text="").to_dict()

    @given(articles())
    def test_plain(self, article: Article) -> None:
        """There are only plain values, of exactly the JSON types."""
        data = article.to_dict()
        found = {type(parent_of(data, path)[path[-1]]) for path in paths(data)}

        assert found <= {dict, list, str, int, float, bool, type(None)}


class TestFromDict:
    """Article.from_dict()."""

    def test_format(self) -> None:
        """All fields are read."""
        assert ARTICLE == Article.from_dict(PLAIN)

    def test_speakers(self) -> None:
        """An attribution has the article's own speaker object."""
        article = Article.from_dict(PLAIN)

        assert article.speakers[0] is article.attributions[0].speaker

    def test_input_stays(self) -> None:
        """The input is not changed."""
        data = copy.deepcopy(PLAIN)
        Article.from_dict(data)

        assert PLAIN == data

    def test_tuples(self) -> None:
        """Tuples are read like lists."""
        assert ARTICLE == Article.from_dict({**PLAIN, "attributions": tuple(PLAIN["attributions"])})

    def test_integer(self) -> None:
        """An integer is accepted where a number is expected."""
        for field in ("confidence", "speaker_confidence"):
            confidence = getattr(Article.from_dict(changed(["attributions", 0, field], 1)).attributions[0], field)

            assert (1.0, float) == (confidence, type(confidence))

    def test_unknown_fields(self) -> None:
        """Unknown fields, as of later versions, are ignored everywhere."""
        data = copy.deepcopy(PLAIN)
        for path in [*paths(PLAIN), [None]]:
            holder = parent_of(data, path)
            if isinstance(holder, dict) and holder is not data["meta"]:
                holder["later"] = {"start": "anything"}

        assert ARTICLE == Article.from_dict(data)

    @given(articles())
    def test_round_trip(self, article: Article) -> None:
        """What is read is what was written."""
        assert article == Article.from_dict(article.to_dict())

    @given(articles())
    def test_offsets(self, article: Article) -> None:
        """Every span that is read has its text."""
        data = Article.from_dict(article.to_dict()).to_dict()
        holders = [parent_of(data, path) for path in paths(data) if path[-1] == "start"]
        found = [holder for holder in holders if "text" in holder]

        assert [article.text[span["start"] : span["end"]] for span in found] == [span["text"] for span in found]


class TestFromDictErrors:
    """Data that is not an article raises an error that says what is wrong, and where."""

    @pytest.mark.parametrize(
        "path",
        [path for path in paths(PLAIN) if isinstance(path[-1], str) and path[-1] not in LATER_FIELDS],
        ids=written,
    )
    def test_missing(self, path: Path) -> None:
        """Every field is required, except those that earlier versions did not write."""
        data = copy.deepcopy(PLAIN)
        del parent_of(data, path)[path[-1]]
        with pytest.raises(RecordError) as caught:
            Article.from_dict(data)

        assert RecordError(where=written(path), problem="the field is missing") == caught.value

    @pytest.mark.parametrize(
        ("path", "value", "problem"),
        [
            (["id"], 7, "it must be a string, got 7 (int)"),
            (["text"], None, "it must be a string, got None (NoneType)"),
            (["text"], b"x", "it must be a string, got b'x' (bytes)"),
            (["attributions"], None, "it must be a list, got None (NoneType)"),
            (["attributions"], {}, "it must be a list, got {} (dict)"),
            (["attributions", 1, "kind"], "said", "it must be one of 'direct', 'indirect', 'mixed', got 'said' (str)"),
            (["attributions", 1, "kind"], [], "it must be one of 'direct', 'indirect', 'mixed', got [] (list)"),
            (["attributions", 0, "cue"], "told", "it must be a list, got 'told' (str)"),
            (
                ["attributions", 0, "cue", 0],
                [36, 40],
                "it must be a dictionary with the fields 'start', 'end', 'text', got [36, 40] (list)",
            ),
            (["attributions", 0, "cue", 0, "start"], "36", "it must be an integer, got '36' (str)"),
            (["attributions", 0, "cue", 0, "start"], 36.0, "it must be an integer, got 36.0 (float)"),
            (["attributions", 0, "cue", 0, "end"], True, "it must be an integer, got True (bool)"),
            (["attributions", 0, "content", 1, "text"], 5, "it must be a string, got 5 (int)"),
            (["attributions", 0, "addressee", "start"], None, "it must be an integer, got None (NoneType)"),
            (["attributions", 0, "speaker"], {"id": "s1"}, "it must be a string, got {'id': 's1'} (dict)"),
            (["attributions", 0, "via", 0, "span", "end"], "55", "it must be an integer, got '55' (str)"),
            (
                ["attributions", 0, "via", 1],
                "NTB",
                "it must be a dictionary with the fields 'name', 'span', got 'NTB' (str)",
            ),
            (["attributions", 0, "negated"], 0, "it must be true or false, got 0 (int)"),
            (["attributions", 0, "negated"], "false", "it must be true or false, got 'false' (str)"),
            (["attributions", 0, "confidence"], "0.93", "it must be a number, got '0.93' (str)"),
            (["attributions", 0, "confidence"], True, "it must be a number, got True (bool)"),
            (["attributions", 0, "speaker_confidence"], "high", "it must be a number, got 'high' (str)"),
            (
                ["speakers", 0, "kind"],
                None,
                (
                    "it must be one of 'person', 'organization', 'group', 'unnamed', 'document', 'author', got None "
                    "(NoneType)"
                ),
            ),
            (["speakers", 0, "titles"], "Ms.", "it must be a list, got 'Ms.' (str)"),
            (["speakers", 0, "titles", 1], None, "it must be a string, got None (NoneType)"),
            (["credits", 0, "start"], None, "it must be an integer, got None (NoneType)"),
            (["dateline", "place"], 4, "it must be a string, got 4 (int)"),
        ],
        ids=lambda value: written(value) if isinstance(value, list) else None,
    )
    def test_type(self, path: Path, value: object, problem: str) -> None:
        """Values are not converted to the required type, except integers to numbers."""
        with pytest.raises(RecordError) as caught:
            Article.from_dict(changed(path, value))

        assert RecordError(where=written(path), problem=problem) == caught.value

    @pytest.mark.parametrize(
        ("path", "value", "where", "problem"),
        [
            pytest.param(
                ["attributions", 0, "cue", 0, "text"],
                "tell",
                "attributions[0].cue[0]",
                "its text is not the article's text from 36 to 40",
                id="another text",
            ),
            pytest.param(
                ["attributions", 0, "cue", 0, "end"],
                41,
                "attributions[0].cue[0]",
                "a span from 36 to 41 must have that many characters, got 4",
                id="another length",
            ),
            pytest.param(
                ["speakers", 0, "mentions", 1],
                {"start": 90, "end": 93, "text": "She"},
                "speakers[0].mentions[1]",
                "its text is not the article's text from 90 to 93",
                id="behind the text",
            ),
            pytest.param(
                ["attributions", 0, "addressee"],
                {"start": -3, "end": 0, "text": "it."},
                "attributions[0].addressee",
                "a span must start at 0 or later and end after its start, got -3 to 0",
                id="before the text",
            ),
            pytest.param(
                ["attributions", 0, "addressee", "text"],
                "ann",
                "attributions[0].addressee",
                "its text is not the article's text from 41 to 44",
                id="addressee",
            ),
            pytest.param(
                ["attributions", 0, "via", 0, "span", "text"],
                "Radio 5",
                "attributions[0].via[0].span",
                "its text is not the article's text from 48 to 55",
                id="outlet",
            ),
            pytest.param(
                ["credits", 0, "end"],
                13,
                "credits[0]",
                "the article has no text from 13 to 13",
                id="empty credit",
            ),
            pytest.param(
                ["dateline", "end"],
                82,
                "dateline",
                "the article has no text from 0 to 82",
                id="dateline behind the text",
            ),
            pytest.param(
                ["attributions", 1, "id"],
                "a1",
                "attributions[1].id",
                "it must be unique, got 'a1' (str) again",
                id="attribution twice",
            ),
            pytest.param(
                ["speakers", 1, "id"],
                "s1",
                "speakers[1].id",
                "it must be unique, got 's1' (str) again",
                id="speaker twice",
            ),
            pytest.param(
                ["attributions", 1, "speaker"],
                "s9",
                "attributions[1].speaker",
                "it must be null or the id of one of the speakers, got 's9' (str)",
                id="unknown speaker",
            ),
            pytest.param(
                ["attributions", 1, "confidence"],
                1.5,
                "attributions[1].confidence",
                "it must be from 0 to 1, got 1.5 (float)",
                id="too sure",
            ),
            pytest.param(
                ["attributions", 1, "confidence"],
                float("nan"),
                "attributions[1].confidence",
                "it must be from 0 to 1, got nan (float)",
                id="no number",
            ),
            pytest.param(
                ["attributions", 0, "speaker_confidence"],
                -0.1,
                "attributions[0].speaker_confidence",
                "it must be from 0 to 1, got -0.1 (float)",
                id="less than impossible",
            ),
            pytest.param(
                ["attributions", 1, "speaker_confidence"],
                0.5,
                "attributions[1].speaker_confidence",
                "it must be null without a speaker, got 0.5 (float)",
                id="sure of nobody",
            ),
            pytest.param(
                ["attributions", 1, "confidence"],
                10**400,
                "attributions[1].confidence",
                "OverflowError('int too large to convert to float')",
                id="too large for a number",
            ),
        ],
    )
    def test_parts_do_not_fit(self, path: Path, value: object, where: str, problem: str) -> None:
        """Values of the right type must be consistent with the rest of the article."""
        with pytest.raises(RecordError) as caught:
            Article.from_dict(changed(path, value))

        assert RecordError(where=where, problem=problem) == caught.value

    def test_first(self) -> None:
        """If several fields are wrong, the error names the first."""
        data = changed(["dateline", "start"], "0")
        data["attributions"][1]["kind"] = data["attributions"][1]["negated"] = 3
        with pytest.raises(RecordError) as caught:
            Article.from_dict(data)

        assert "attributions[1].kind" == caught.value.where

    def test_no_article(self) -> None:
        """A value that is not a dictionary is refused as a whole."""
        names = "'id', 'text', 'attributions', 'speakers', 'credits', 'dateline'"
        with pytest.raises(RecordError) as caught:
            Article.from_dict([])  # type: ignore[arg-type]

        assert RecordError("", f"it must be a dictionary with the fields {names}, got [] (list)") == caught.value
        assert caught.value.__suppress_context__

    @pytest.mark.parametrize("ids", [None, [], ["s9"], "s1"])
    def test_other_speakers(self, ids: Any) -> None:
        """The ids of all speakers of an attribution are those that follow from its speaker, or left out."""
        path = ["attributions", 0, "speakers"]
        with pytest.raises(RecordError) as caught:
            Article.from_dict(changed(path, ids))
        plain = changed(path, None)
        del plain["attributions"][0]["speakers"]

        assert "attributions[0].speakers" == caught.value.where
        assert PLAIN == Article.from_dict(plain).to_dict()

    @given(st.data())
    def test_values_are_not_converted(self, data: st.DataObject) -> None:
        """With any JSON value anywhere, an article is refused or keeps the value."""
        scalars = st.none() | st.booleans() | st.integers(-1, 90) | st.floats() | st.sampled_from(["", "s2", "direct"])
        values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(), inner))
        path = data.draw(st.sampled_from(list(paths(PLAIN))))
        plain = changed(path, data.draw(values))
        try:
            back = Article.from_dict(plain).to_dict()
        except RecordError as error:
            assert re.split(r"[.\[]", error.where)[0] in PLAIN  # noqa: PT017  # being refused is one of two right answers
        else:
            assert plain == back
            assert [kind_of(parent_of(plain, p)[p[-1]]) for p in paths(plain)] == [
                kind_of(parent_of(back, p)[p[-1]]) for p in paths(back)
            ]


class TestJson:
    """Article.to_json() and Article.from_json()."""

    @given(articles())
    def test_round_trip(self, article: Article) -> None:
        """Reading returns what was written, on one line, whatever the text."""
        line = article.to_json()

        assert [line] == line.splitlines()
        assert article == Article.from_json(line)

    def test_non_ascii_letters(self) -> None:
        """Non-ASCII letters are not escaped."""
        line = Article(id=None, text="Ærlig? 😀").to_json()

        assert '"text": "Ærlig? 😀"' in line

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            pytest.param("\0", r"\u0000", id="null byte"),
            pytest.param("a\nb\u2028c\u2029d\x85e", r"a\nb\u2028c\u2029d\u0085e", id="line breaks"),
            pytest.param("a\ud83d", r"a\ud83d", id="first half"),
            pytest.param("\ude00b", r"\ude00b", id="second half"),
            pytest.param("\ude00\ud83d", r"\ude00\ud83d", id="halves in the wrong order"),
            pytest.param("\\ud83d\ude00", r"\\ud83d\ude00", id="letters like an escape before a half"),
        ],
    )
    def test_escapes(self, text: str, shown: str) -> None:
        """Line breaks, and what UTF-8 cannot encode, are escaped, in the id as in the text."""
        article = Article(id=text, text=text)
        line = article.to_json()

        assert line.encode().decode().startswith(f'{{"id": "{shown}", "text": "{shown}"')
        assert article == Article.from_json(line)

    def test_both_halves(self) -> None:
        """The two halves of a surrogate pair stay two characters."""
        article = Article(id=None, text="\ud83d\ude00")
        file = article.to_json().encode("utf-8", "surrogatepass")

        assert article == Article.from_json(file.decode("utf-8", "surrogatepass"))

    @pytest.mark.parametrize(
        "line",
        ["", "{", "{'id': null}", "[" * 100_000, "1" * 5000 + "x"],
        ids=["empty", "cut", "python", "deep", "long"],
    )
    def test_invalid_json(self, line: str) -> None:
        """Invalid JSON is refused as a whole."""
        with pytest.raises(RecordError) as caught:
            Article.from_json(line)

        assert "" == caught.value.where
        assert caught.value.problem.startswith("it must be JSON (")

    def test_no_article(self) -> None:
        """JSON that is not an article is refused."""
        with pytest.raises(RecordError) as caught:
            Article.from_json('{"id": 5}')

        assert RecordError(where="text", problem="the field is missing") == caught.value

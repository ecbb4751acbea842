"""Drafts while they are written: whatever is edited, the server says what `check` says."""

import random

import pytest

import texts

ENCODINGS = ["utf-8", "utf-16", "utf-32"]

# Characters that count differently in each encoding, and all ends of lines.
PIECES = [
    "日本語", "😀", "cafe\u0301 ", "\r\n", "\n", "\r", "Please remove your review. ", "Thank you! ", "é", "👩‍👩‍👧 ",
    "Call me at 202-555-0147. ", "\t", "a", "",
]  # fmt: skip

DOCUMENTS = {
    "note.txt": "Hello 😀.\nPlease remove your review.\n",
    "late.md": "---\nlang: en\nsubject: Please remove your review\n---\nHello **日本**, please *remove* your review.\n",
    "page.html": "<html><body><p>Hello &amp; 😀</p><p>Please remove&nbsp;your review.</p></body></html>\n",
    "macros.json": '{"macros": [{"body": "Caf\\u00e9 😀\\nPlease remove your review."}, {"body": "Thank you."}]}\n',
    "macros.yaml": 'macros:\n  - body: |\n      日本 hello.\n      Please remove your review.\n  - body: "A\\nB"\n',
    "macros.csv": 'id,body\n1,"😀 ""Hello"", please remove your review."\n2,Thank you.\n',
    "macros.po": 'msgid "a"\nmsgstr ""\n"😀 Please "\n"remove your review."\n',
    "en.lproj/Macros.strings": '/* 😀 */\n"a" = "Say \\"hi\\". Please remove your review.";\n',
    "macros_en.properties": "a=caf\\u00e9 please remove \\\n  your review.\n",
    "reply.eml": "From: a@example.com\nSubject: Please remove your review\n\nHello,\nplease remove your review.\n",
    "export.ndjson": '{"id": 1, "text": "😀\\n Please remove your review."}\n{"text": 3}\n{"text": "Thank you."}\n',
}


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_says_what_check_says(begin, encoding):
    session = await begin([encoding])
    for name, text in DOCUMENTS.items():
        path = session.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, newline="")
        uri = session.open(name, text)
        found = texts.told(await session.diagnostics(uri), text, encoding)
        expected = texts.check(path)
        assert any(rule.startswith("revision-request") for rule, *_ in expected), name
        if name.endswith(".ndjson"):
            # Of records `json` tells no places in the file.
            assert [(rule, start) for rule, _, _, start, _ in found] == texts.starts(path)
            expected = [(rule, level, message) for rule, level, message, *_ in expected]
            found = [(rule, level, message) for rule, level, message, *_ in found]
        assert found == expected, name


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_edits(begin, encoding):
    session = await begin([encoding])
    for seed in range(6):
        chance = random.Random(seed)
        uri = session.open(f"{seed}.txt", "Hello 😀,\r\n日本 please remove your review.\n")
        for _ in range(8):
            edits, length = [], len(session.texts[uri])
            for _ in range(chance.randint(1, 4)):
                start = chance.randint(0, length)
                end = min(length, start + chance.choice([0, 0, 1, 3, 20]))
                new = "".join(chance.choices(PIECES, k=chance.randint(0, 3)))
                edits.append((start, end, new))
                length += len(new) - (end - start)
            session.change(uri, edits)
        path = session.folder / f"{seed}.txt"
        path.write_text(session.texts[uri], newline="")
        found = await session.diagnostics(uri)
        assert texts.told(found, session.texts[uri], encoding) == texts.check(path), f"seed {seed}"


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [([], "utf-16"), (["utf-32", "utf-8"], "utf-32"), (["utf-7", "utf-8"], "utf-8"), (["utf-7"], "utf-16")],
)
async def test_encoding_is_the_first_that_both_know(begin, offered, agreed):
    assert (await begin(offered)).encoding == agreed


async def test_many_documents(begin):
    session = await begin()
    uris = [session.open(f"{number}.txt", "Thank you.\n") for number in range(200)]
    for number, uri in enumerate(uris):
        session.change(uri, [(0, 0, "Please remove your review.\n" * (number % 3))])
    for number, uri in enumerate(uris):
        found = await session.diagnostics(uri)
        assert [d.range.start.line for d in found if d.code == "revision-request/ask"] == list(range(number % 3))


async def test_the_last_of_many_edits_counts(begin):
    session = await begin()
    uri = session.open("note.txt", "Thank you.\n")
    for letter in "Please remove your review. ":
        session.change(uri, [(len(session.texts[uri]), len(session.texts[uri]), letter)])
    found = await session.diagnostics(uri)
    assert [d.code for d in found] == ["revision-request/ask"]
    assert session.published[uri].version == session.versions[uri]


async def test_what_is_closed_has_no_findings(begin):
    session = await begin()
    uri = session.open("note.txt", "Please remove your review.\n")
    assert await session.diagnostics(uri)
    identifier = texts.types.TextDocumentIdentifier(uri)
    session.client.text_document_did_close(texts.types.DidCloseTextDocumentParams(identifier))
    async with session.news:
        await session.news.wait_for(lambda: session.published[uri].version is None)
    assert not session.published[uri].diagnostics

"""What the server does besides: reasons, actions, pulled and workspace diagnostics, settings, cancellation."""

import asyncio
import json

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

import texts

ASK = "Hello 😀 日本 cafe\u0301, your parcel was late, and I am sorry for that. Please remove your review."

# The same draft in formats with escapes and quotations of their own.
DRAFTS = {
    "note.txt": f"{ASK}\n",
    "late.md": f"# Hello\n\n{ASK}\n",
    "fm.md": f"---\nlang: en\nsuppress:\n- rule: format/emoji\n  reason: ours\n---\n{ASK}\n",
    "page.html": f"<html><body>\n<p>{ASK}</p>\n</body></html>\n",
    "macros.json": '{"a": {"body": "' + ASK.replace("é", "\\u00e9") + '"}, "b": {"body": "Thank you."}}\n',
    "macros.yaml": f"macros:\n  - title: a\n    body: |\n      {ASK}\n  - body: Thank you.\n",
    "quoted.yaml": f'macros:\n  - body: "Thank you."\n  - body: "{ASK}"\n',
    "macros.csv": f'id,body\n1,"{ASK}"\n2,Thank you.\n',
    "macros.po": f'msgid "x"\nmsgstr "Thank you."\n\n#: a.c\nmsgid "a"\nmsgstr "{ASK}"\n',
    "Macros.strings": f'"a" = "{ASK}";\n"b" = "Thank you.";\n',
    "macros.properties": f"a={ASK}\nb=Thank you.\n",
    "export.ndjson": '{"text": "Thank you."}\n{"id": 1, "text": "' + ASK + '"}\n',
}

# Where a buyer never sees it the document itself says what is accepted.
SAYS_SO = {"late.md", "fm.md", "macros.yaml", "quoted.yaml", "macros.po", "Macros.strings", "macros.properties"}


def of_rule(diagnostics, rule="revision-request/ask"):
    return [d for d in diagnostics if d.code == rule]


async def acted(session, name, word):
    """The text after the action whose title begins with a word, the addresses that it has changed, and what is left."""
    uri = session.open(name, DRAFTS[name])
    [asked] = of_rule(await session.diagnostics(uri))
    actions = [a for a in await session.actions(uri, asked) if a.title.startswith(word)]
    assert actions, f"{name}: no action `{word}`"
    assert actions[0].kind == "quickfix" and asked in actions[0].diagnostics
    changed = session.do(actions[0])
    return session.texts[uri], changed, of_rule((await session.pulled(uri)).items)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_fix(begin, encoding):
    session = await begin([encoding])
    for name, draft in DRAFTS.items():
        text, changed, left = await acted(session, name, "Take out")
        assert changed == [session.uri(name)] and not left, name
        assert text.replace(" ", "") == draft.replace("Please remove your review.", "").replace(" ", ""), name


async def test_template(begin):
    session = await begin()
    for name, draft in DRAFTS.items():
        text, changed, left = await acted(session, name, "Replace the draft by the template `late`")
        assert changed == [session.uri(name)] and not left, name
        assert "{{order}}" in text and "{{carrier}}" in text and "parcel" not in text, name
        assert ("Thank you." in text) == ("Thank you." in draft), name
        (session.folder / name).write_text(text, newline="")
        assert texts.check(session.folder / name, "--select", "revision-request") == [], name


@pytest.mark.parametrize("where", ["in this sentence", "for this file"])
async def test_suppression(begin, where):
    session = await begin(options={"reason": "shown in our training"})
    for name in DRAFTS:
        _, changed, left = await acted(session, name, f"Suppress `revision-request/ask` {where}")
        own, beside = session.uri(name), session.uri(".buyerlint-suppressions.yml")
        is_inside = name in SAYS_SO and (where == "in this sentence" or name.endswith(".md"))
        assert changed == [own if is_inside else beside] and not left, name
        assert "shown in our training" in session.texts[changed[0]], name
        # The program says so too, of what is saved.
        for uri in {own, changed[0]}:
            (session.folder / uri.rsplit("/", 1)[1]).write_text(session.texts[uri], newline="")
        assert texts.check(session.folder / name, "--select", "revision-request/ask") == [], name


async def test_safe_fixes_at_once(begin):
    session = await begin()
    text = "Hello.\nPlease re\u200bmove your review.\nPlease del\u200bete your rating.\n"
    uri = session.open("note.txt", text)
    diagnostic = (await session.diagnostics(uri))[0]
    [action] = await session.actions(uri, diagnostic, only=[types.CodeActionKind.SourceFixAll])
    session.do(action)
    assert session.texts[uri] == text.replace("\u200b", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_hover(begin, encoding):
    session = await begin([encoding])
    uri = session.open("note.txt", f"Hello.\n{ASK}\n")
    [asked] = of_rule(await session.diagnostics(uri))
    start = texts.index(session.texts[uri], asked.range.start, encoding)

    async def hover(index):
        place = texts.position(session.texts[uri], index, encoding)
        return await session.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), place)
        )

    found = await hover(start + 3)
    assert found.range == asked.range
    for words in ["revision-request/ask", "**Instead:**", "**Policies:**", "https://"]:
        assert words in found.contents.value
    assert await hover(start - 12) is None
    assert asked.code_description.href.startswith("https://")
    assert asked.data["rule"] == "revision-request/ask" and len(asked.data["fingerprint"]) == 16


async def test_client_that_knows_little(begin):
    session = await begin(knows_little=True, options={"ignore": "format"})
    uri = session.open("note.txt", f"{ASK}\n")
    [asked] = await session.diagnostics(uri)
    hover = await session.client.text_document_hover_async(
        types.HoverParams(types.TextDocumentIdentifier(uri), asked.range.start)
    )
    assert hover.contents.kind == "plaintext" and "Instead: " in hover.contents.value
    action = (await session.actions(uri, asked))[0]
    text = texts.apply(session.texts[uri], action.edit.changes[uri], session.encoding)
    assert text == ASK.replace(" Please remove your review.", "") + "\n"
    # Settings that say nothing of it leave alone what the client has begun with.
    session.published.clear()
    session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
    assert [d.code for d in await session.diagnostics(uri)] == ["revision-request/ask"]


async def test_pulled_diagnostics(begin):
    session = await begin(pulls=True)
    uri = session.open("note.txt", "Please remove your review.\n")
    first = await session.pulled(uri)
    assert [d.code for d in first.items] == ["revision-request/ask"]
    assert (await session.pulled(uri, first.result_id)).kind == "unchanged"
    session.change(uri, [(0, 6, "Hello. Please")])
    second = await session.pulled(uri, first.result_id)
    assert [d.range.start.character for d in second.items] == [14]
    assert not session.published


async def test_workspace_diagnostics(begin):
    session = await begin(pulls=True)
    for name, text in {"a.txt": "Please remove your review.\n", "b.md": "Thank you.\n", "c.jpg": "x"}.items():
        (session.folder / name).write_text(text)
    (session.folder / "u16.txt").write_bytes("Hello 😀.\nPlease remove your review.\n".encode("utf-16"))
    (session.folder / ".buyerlint.yml").write_text("exclude: [old]\n")
    (session.folder / "old").mkdir()
    (session.folder / "old" / "d.txt").write_text("Please remove your review.\n")
    session.client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            [types.FileEvent(session.uri(".buyerlint.yml"), types.FileChangeType.Created)]
        )
    )
    opened = session.open("b.md", "Thank you.\n\nPlease delete your review.\n")
    known = []

    async def ask():
        result = await session.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))
        return {item.uri.rsplit("/", 1)[1]: item for item in result.items}

    found = await ask()
    lines = {name: [d.range.start.line for d in of_rule(item.items)] for name, item in found.items()}
    assert lines == {"a.txt": [0], "b.md": [2], "u16.txt": [1]}
    assert found["b.md"].version == 1 and found["b.md"].uri == opened and found["a.txt"].version is None
    known = [types.PreviousResultId(item.uri, item.result_id) for item in found.values()]
    (session.folder / "a.txt").write_text("Thank you.\n")
    kinds = {name: item.kind for name, item in (await ask()).items()}
    assert kinds == {"a.txt": "full", "b.md": "unchanged", "u16.txt": "unchanged"}


async def test_configuration(begin):
    session = await begin()
    uri = session.open("note.txt", "Please remove your review.\n")
    assert await session.diagnostics(uri)
    file = session.folder / ".buyerlint.yml"

    async def configured(text, uri_of_news):
        file.write_text(text)
        session.published.clear()
        session.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(file.as_uri(), types.FileChangeType.Changed)])
        )
        async with session.news:
            await session.news.wait_for(lambda: uri_of_news in session.published and uri in session.published)
        return session.published[uri_of_news].diagnostics

    [mistake] = await configured("channel: message\nignore: [revision-reqest/ask]\n", file.as_uri())
    assert "did you mean" in mistake.message and mistake.severity == 1
    assert (mistake.range.start.line, mistake.range.start.character) == (1, 9)
    # What cannot be checked is never called clean.
    assert ["not checked" in d.message for d in session.published[uri].diagnostics] == [True]
    assert not await configured("ignore: [revision-request/ask]\n", file.as_uri())
    assert not session.published[uri].diagnostics
    assert [r.method for r in session.client.registrations] == ["workspace/didChangeWatchedFiles"]


async def test_mistakes_in_open_files(begin):
    session = await begin()
    (session.folder / ".buyerlint.yml").write_text("chanel: message\n")
    text = "- path: note.txt\n  rule: revision-request/ask\n"
    for name, text in {".buyerlint.yml": "chanel: message\n", ".buyerlint-suppressions.yml": text}.items():
        uri = session.open(name, text, "yaml")
        [mistake] = await session.diagnostics(uri)
        assert mistake.code == "configuration" and mistake.range.start.line == 0


async def test_halves_of_characters(begin):
    session = await begin()
    uri = session.open("note.txt", "Hello 😀.\nPlease remove your review.\n")
    # pygls cannot send them itself.
    change = {
        "jsonrpc": "2.0",
        "method": "textDocument/didChange",
        "params": {
            "textDocument": {"uri": uri, "version": 2},
            "contentChanges": [
                {
                    "text": "\ud83d \\\ude00 \ude00 😀 Please remove your rating. ",
                    "range": {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 0}},
                }
            ],
        },
    }
    content = json.dumps(change).encode()
    session.client.protocol.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
    found = of_rule(await session.diagnostics(uri, 2))
    assert [(d.range.start.line, d.range.start.character) for d in found] == [(1, 17), (1, 44)]


async def test_byte_order_mark(begin):
    session = await begin(["utf-8"])
    uri = session.open("note.txt", "\ufeffPlease remove your review.\nPlease remove your review.\n")
    found = of_rule(await session.diagnostics(uri))
    assert [d.range.start.character for d in found] == [10, 7]


async def test_settings(begin):
    session = await begin(options={"ignore": ["revision-request"], "severity": {"format/emoji": "error"}})
    uri = session.open("note.txt", "Please remove your review 😀.\n")
    assert [(d.code, d.severity) for d in await session.diagnostics(uri)] == [("format/emoji", 1)]
    session.published.clear()
    session.client.set_configuration({"ignore": "format"}, section="buyerlint")
    session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    assert [d.code for d in await session.diagnostics(uri)] == ["revision-request/ask"]
    session.client.set_configuration({"ignroe": "format"}, section="buyerlint")
    session.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    while not session.client.messages:
        await asyncio.sleep(0.01)
    assert "did you mean `ignore`?" in session.client.messages[0].message
    assert await session.pulled(uri)


async def test_cancellation(begin):
    session = await begin()
    uri = session.open("note.txt", "Please remove your review, it was late. Thank you for your order.\n" * 1_500)
    protocol = session.client.protocol
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), types.Range(types.Position(0, 0), types.Position(9, 0)),
        types.CodeActionContext([]),
    )  # fmt: skip
    asked = [protocol.send_request_async("textDocument/codeAction", params, msg_id=f"a{n}") for n in range(3)]
    tasks = [asyncio.ensure_future(one) for one in asked]
    await asyncio.sleep(0)
    for number in range(3):
        session.client.cancel_request(types.CancelParams(id=f"a{number}"))
    for task in tasks:
        with pytest.raises(JsonRpcException) as caught:
            await task
        assert caught.value.code == -32800
    # Nobody has to wait for what is not wanted any more.
    session.open("other.txt", "Thank you.\n")
    assert not await session.diagnostics(session.uri("other.txt"))

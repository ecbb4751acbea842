"""Sessions with the server."""

import asyncio

import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

import texts


class Session:
    """A client, the folder that it works in, and what it has told the server."""

    def __init__(self, client, folder, result):
        self.client = client
        self.folder = folder
        self.result = result
        self.encoding = types.PositionEncodingKind(result.capabilities.position_encoding).value
        self.texts = {}
        self.versions = {}
        self.published = client.published
        self.news = client.news

    def uri(self, name):
        return (self.folder / name).as_uri()

    def open(self, name, text, language="plaintext"):
        uri = self.uri(name)
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri, edits):
        """Edits one after the other, each of the text that the one before has left."""
        changes = []
        for start, end, new in edits:
            text = self.texts[uri]
            # No place lies between the two characters of a line end.
            start, end = (at - (text[at - 1 : at + 1] == "\r\n") for at in (start, end))
            area = types.Range(
                texts.position(text, start, self.encoding), texts.position(text, end, self.encoding)
            )
            changes.append(types.TextDocumentContentChangePartial(text=new, range=area))
            self.texts[uri] = text[:start] + new + text[end:]
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    async def diagnostics(self, uri, version=None):
        """What the server tells of a version of a document, by itself."""
        version = version or self.versions.get(uri)
        async with self.news:
            await self.news.wait_for(lambda: uri in self.published and self.published[uri].version == version)
            return self.published[uri].diagnostics

    async def pulled(self, uri, known=None):
        document = types.TextDocumentIdentifier(uri)
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(document, previous_result_id=known)
        )

    async def actions(self, uri, diagnostic, only=None):
        context = types.CodeActionContext([diagnostic], only=only)
        return await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), diagnostic.range, context)
        )

    def do(self, action):
        """Makes the edits of an action, and answers the addresses of what has changed."""
        changed = []
        for change in action.edit.document_changes:
            if isinstance(change, types.CreateFile):
                self.open(change.uri.rsplit("/", 1)[1], "", "yaml")
                continue
            uri = change.text_document.uri
            if uri not in self.texts:
                self.open(uri.rsplit("/", 1)[1], (self.folder / uri.rsplit("/", 1)[1]).read_text(), "yaml")
            new = texts.apply(self.texts[uri], change.edits, self.encoding)
            self.change(uri, [(0, len(self.texts[uri]), new)])
            changed.append(uri)
        return changed


def capabilities(encodings=("utf-16",), pulls=False, knows_little=False):
    if knows_little:
        literal = types.ClientCodeActionLiteralOptions(types.ClientCodeActionKindOptions([]))
        return types.ClientCapabilities(
            text_document=types.TextDocumentClientCapabilities(
                code_action=types.CodeActionClientCapabilities(code_action_literal_support=literal),
                hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.PlainText]),
            )
        )
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
        workspace=types.WorkspaceClientCapabilities(
            configuration=True,
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            workspace_edit=types.WorkspaceEditClientCapabilities(
                document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
            ),
        ),
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pulls else None,
            code_action=types.CodeActionClientCapabilities(
                code_action_literal_support=types.ClientCodeActionLiteralOptions(
                    code_action_kind=types.ClientCodeActionKindOptions(value_set=[])
                )
            ),
        ),
    )


async def publish(client: LanguageClient, params: types.PublishDiagnosticsParams):
    async with client.news:
        client.published[params.uri] = params
        client.news.notify_all()


def register(client: LanguageClient, params: types.RegistrationParams):
    client.registrations.extend(params.registrations)


def make_client():
    client = LanguageClient(converter_factory=default_converter)
    client.published, client.registrations, client.news = {}, [], asyncio.Condition()
    own = {
        types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish,
        types.CLIENT_REGISTER_CAPABILITY: register,
    }
    register_lsp_features(client, DEFAULT_CLIENT_FEATURES | own)
    return client


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[texts.PROGRAM, "lsp"], client_factory=make_client))
async def client(lsp_client: LanguageClient):
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture
async def begin(client, tmp_path):
    """Begins a session in a folder of its own."""

    async def begin(encodings=("utf-16",), pulls=False, options=None, knows_little=False):
        folder = tmp_path / "shop ü"
        folder.mkdir(exist_ok=True)
        (folder / ".git").mkdir(exist_ok=True)
        result = await client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities(encodings, pulls, knows_little),
                workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "shop")],
                initialization_options=options,
            )
        )
        return Session(client, folder, result)

    return begin

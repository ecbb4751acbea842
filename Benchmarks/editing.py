"""Edits of one document through the language server, each until its findings are told."""

import json
import subprocess
import time


class Editor:
    """As much of a client as measuring takes."""

    def __init__(self, program, uri, text):
        self.server = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.uri = uri
        self.send({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
        document = {"uri": uri, "languageId": "plaintext", "version": 0, "text": text}
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        self.wait(0)

    def send(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.server.stdin.flush()

    def wait(self, version):
        """Waits for the findings of a version."""
        while True:
            length = int(self.server.stdout.readline().split()[1])
            self.server.stdout.readline()
            params = json.loads(self.server.stdout.read(length)).get("params", {})
            if params.get("version") == version:
                return

    def edit(self, version, line):
        """Types a letter, and answers how many seconds later its findings are told."""
        place = {"line": line, "character": 0}
        change = {"range": {"start": place, "end": place}, "text": "a"}
        document = {"uri": self.uri, "version": version}
        start = time.perf_counter()
        self.send(
            {"method": "textDocument/didChange", "params": {"textDocument": document, "contentChanges": [change]}}
        )
        self.wait(version)
        return time.perf_counter() - start

    def end(self):
        self.server.stdin.close()
        self.server.wait()


def edits(program, path, rounds):
    """The seconds that edits all over a document take."""
    text = path.read_text()
    editor = Editor(program, path.as_uri(), text)
    lines = text.count("\n")
    times = [editor.edit(number + 1, number * lines // rounds) for number in range(rounds)]
    editor.end()
    return times

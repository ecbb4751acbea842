internal import Checking
internal import Reporting

extension JSONWriter {
  mutating func action(_ action: CodeAction, _ capabilities: Capabilities, _ catalogue: Catalogue) {
    object { writer in
      writer.member("title", action.title)
      writer.member("kind", action.kind)
      if !action.remarks.isEmpty {
        writer.name("diagnostics")
        writer.diagnostics(action.remarks, catalogue)
      }
      if action.isPreferred { writer.member("isPreferred", true) }
      writer.name("edit")
      writer.workspaceEdit(action.target, capabilities)
    }
  }

  private mutating func workspaceEdit(_ target: CodeAction.Target, _ capabilities: Capabilities) {
    object { writer in
      guard capabilities.takesDocumentChanges else {
        writer.name("changes")
        writer.object { writer in
          writer.member(target.uri) { $0.edits(target, capabilities.encoding) }
        }
        return
      }
      writer.name("documentChanges")
      writer.array { writer in
        if target.isNew, capabilities.createsFiles {
          writer.object { writer in
            writer.member("kind", "create")
            writer.member("uri", target.uri)
            writer.name("options")
            writer.object { $0.member("ignoreIfExists", true) }
          }
        }
        writer.object { writer in
          writer.name("textDocument")
          writer.object { writer in
            writer.member("uri", target.uri)
            writer.name("version")
            if let version = target.version { writer.number(version) } else { writer.null() }
          }
          writer.name("edits")
          writer.edits(target, capabilities.encoding)
        }
      }
    }
  }

  private mutating func edits(_ target: CodeAction.Target, _ encoding: PositionEncoding) {
    array { writer in
      for edit in target.edits {
        writer.object { writer in
          writer.range(
            target.text.place(of: edit.range.lowerBound, encoding),
            target.text.place(of: edit.range.upperBound, encoding))
          writer.name("newText")
          writer.string(edit.bytes.span)
        }
      }
    }
  }
}

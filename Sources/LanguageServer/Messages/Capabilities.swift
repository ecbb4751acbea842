internal import Reporting

/// What the client can take, as far as the server goes by it.
struct Capabilities: Sendable {
  var encoding = PositionEncoding.utf16

  /// Whether it asks for diagnostics itself.
  var pullsDiagnostics = false
  var refreshesDiagnostics = false
  var watchesFiles = false
  var asksConfiguration = false
  var takesMarkdown = true

  /// Whether edits may name versions of documents, and make files.
  var takesDocumentChanges = false
  var createsFiles = false

  /// Whether code actions may be more than commands.
  var takesCodeActions = true

  init() {}

  init(_ params: Payload?) {
    let all = params?["capabilities"]
    let document = all?["textDocument"]
    let workspace = all?["workspace"]
    let offered = (all?["general"]?["positionEncodings"]?.elements ?? []).compactMap(\.string)
    encoding = offered.lazy.compactMap { PositionEncoding(rawValue: $0) }.first ?? .utf16
    pullsDiagnostics = document?["diagnostic"] != nil
    refreshesDiagnostics = workspace?["diagnostics"]?["refreshSupport"]?.boolean ?? false
    watchesFiles = workspace?["didChangeWatchedFiles"]?["dynamicRegistration"]?.boolean ?? false
    asksConfiguration = workspace?["configuration"]?.boolean ?? false
    if let formats = document?["hover"]?["contentFormat"]?.elements {
      takesMarkdown = formats.contains { $0.string == "markdown" }
    }
    takesDocumentChanges = workspace?["workspaceEdit"]?["documentChanges"]?.boolean ?? false
    let operations = workspace?["workspaceEdit"]?["resourceOperations"]?.elements ?? []
    createsFiles = takesDocumentChanges && operations.contains { $0.string == "create" }
    takesCodeActions = document?["codeAction"]?["codeActionLiteralSupport"] != nil
  }

  /// The answer to `initialize`.
  func result(version: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.name("capabilities")
      writer.object { writer in
        writer.member("positionEncoding", encoding.rawValue)
        writer.name("textDocumentSync")
        writer.object { writer in
          writer.member("openClose", true)
          // In parts.
          writer.member("change", 2)
          writer.name("save")
          writer.object { $0.member("includeText", false) }
        }
        writer.name("diagnosticProvider")
        writer.object { writer in
          writer.member("identifier", "buyerlint")
          writer.member("interFileDependencies", false)
          writer.member("workspaceDiagnostics", true)
        }
        writer.member("hoverProvider", true)
        writer.name("codeActionProvider")
        writer.object { writer in
          writer.name("codeActionKinds")
          writer.array { writer in
            for kind in [CodeActions.quickFix, CodeActions.fixAll] { writer.string(kind) }
          }
        }
        writer.name("workspace")
        writer.object { writer in
          writer.name("workspaceFolders")
          writer.object { writer in
            writer.member("supported", true)
            writer.member("changeNotifications", true)
          }
        }
      }
      writer.name("serverInfo")
      writer.object { writer in
        writer.member("name", "buyerlint")
        writer.member("version", version)
      }
    }
  }
}

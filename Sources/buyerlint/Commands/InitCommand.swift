internal import Documents
internal import Project
internal import Reporting

/// `buyerlint init`.
enum InitCommand {
  private struct Options: Sendable {
    var folder: String?
    var replaces = false
  }

  private static let syntax = CommandSyntax<Options>(
    name: "buyerlint init", arguments: "[DIR]", summary: "Write a configuration for a folder, by what is in it",
    discussion: """
      It looks at the files and folders in DIR (default: the working directory) and writes \(ProjectSettings.fileName) there.
      """,
    options: [
      OptionSpecification("--force", group: "Output", "write over a configuration that is there") { options, _ in
        options.replaces = true
      }
    ],
    takeArgument: { options, argument throws(UsageError) in
      guard options.folder == nil else { throw UsageError("`init` takes one DIR") }
      options.folder = argument
    })

  static var description: CommandDescription { syntax.description(for: Options()) }

  static func run(_ arguments: [String]) throws(UsageError) -> Int32 {
    switch try syntax.read(arguments, into: Options()) {
    case .help(let isLong): OutputFile.standardOutput.send(syntax.help(isLong: isLong))
    case .values(let options): try write(options)
    }
    return ExitStatus.clean
  }

  private static func write(_ options: Options) throws(UsageError) {
    let folder = options.folder ?? "."
    var tree = DocumentTree()
    tree.add(folder)
    if let (path, error) = tree.failures.first { throw UsageError("\(path): \(error)") }
    guard tree.files != [folder] else { throw UsageError("`init` takes a folder, which \(folder) is not") }
    let paths = tree.files.map { String($0.dropFirst(folder.utf8.count).drop { $0 == "/" }) }
    let draft = InitialConfiguration(paths)
    let path = folder == "." ? ProjectSettings.fileName : "\(folder)/\(ProjectSettings.fileName)"
    do throws(SystemError) {
      let file = options.replaces ? try OutputFile(path: path) : try OutputFile(newPath: path)
      file.send(draft.text)
    } catch {
      guard error.isExisting else { throw UsageError("\(path): \(error)") }
      throw UsageError("\(path) is there already; --force writes over it")
    }
    var told: [UInt8] = []
    for line in ["wrote \(path)"] + draft.notes {
      told.append(visible: line)
      told.append(UInt8(ascii: "\n"))
    }
    OutputFile.standardOutput.send(told)
  }
}

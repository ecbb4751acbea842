import Foundation
import PackagePlugin

/// Compiles `lexicons/` to string literals of the program, anew whenever one of its files changes.
@main
struct CompileLexicons: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "lexicons", directoryHint: .isDirectory)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter {
      $0.hasSuffix(".yml") || $0.hasSuffix(".md")
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledLexicons.swift")
    return [
      .buildCommand(
        displayName: "Compiling lexicons",
        executable: try context.tool(named: "lexicon-compiler").url,
        arguments: [folder.path(), output.path()],
        inputFiles: files.sorted().map { folder.appending(path: $0) },
        outputFiles: [output])
    ]
  }
}

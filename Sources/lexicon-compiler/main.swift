import FoundationEssentials
import Glibc
import Lexicon

// Compiles a lexicon folder to a Swift file that holds the images and their sources:
//
//     lexicon-compiler FOLDER SWIFT-FILE

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count == 2 else {
  print("usage: lexicon-compiler FOLDER SWIFT-FILE")
  exit(2)
}

do {
  let files = try LexiconFolder.files(in: arguments[0])
  let text =
    SwiftLiteral.declaration(named: "compiledImage", of: try LexiconCompiler.compile(files))
    + SwiftLiteral.declaration(named: "compiledSituations", of: try LexiconCompiler.compile(files, for: .situations))
    + SwiftLiteral.declaration(named: "compiledComments", of: try LexiconCompiler.compile(files, for: .comments))
    + SwiftLiteral.declaration(named: "compiledSources", of: LexiconArchive.bytes(of: files))
  try Data(text).write(to: URL(filePath: arguments[1]), options: .atomic)
} catch {
  print(error)
  exit(1)
}

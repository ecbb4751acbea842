// swift-tools-version: 6.3

// A section per layer, from the system's libraries up to the programs; settings for all targets at the end.

import PackageDescription

let package = Package(
  name: "buyerlint",
  products: [
    .library(name: "BuyerLint", targets: ["Linting"]),
    .executable(name: "buyerlint", targets: ["buyerlint"]),
  ],
  targets: [
    // The system's libraries: where their headers are, and nothing else.
    .systemLibrary(
      name: "CICUSystem",
      pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]
    ),
    .systemLibrary(
      name: "CYAMLSystem",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CZlibSystem",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),

    // Text.
    .target(name: "CICU", dependencies: ["CICUSystem"]),
    .target(name: "SourceText"),
    .target(name: "JSONReading", dependencies: ["SourceText"]),
    .target(name: "UnicodeText", dependencies: ["CICU", "SourceText"]),
    .target(name: "YAMLReading", dependencies: ["CYAMLSystem"]),

    // The lexicons: their sources, their compiler and the compiled images.
    .target(name: "Lexicon", dependencies: ["SourceText", "UnicodeText", "YAMLReading"]),
    .executableTarget(name: "lexicon-compiler", dependencies: ["Lexicon"]),
    .plugin(
      name: "CompileLexicons",
      capability: .buildTool(),
      dependencies: ["lexicon-compiler"]
    ),
    .target(name: "LexiconImages", plugins: ["CompileLexicons"]),

    // The linter.
    .target(
      name: "Linting",
      dependencies: ["Lexicon", "LexiconImages", "SourceText", "UnicodeText"]
    ),

    // What goes in and what comes out.
    .target(
      name: "Documents",
      dependencies: ["JSONReading", "Lexicon", "LexiconImages", "SourceText", "UnicodeText", "YAMLReading"]
    ),
    .target(name: "Reporting", dependencies: ["Linting", "SourceText", "UnicodeText"]),

    // What to write instead.
    .target(name: "Advice", dependencies: ["Lexicon", "LexiconImages", "Linting", "SourceText", "YAMLReading"]),

    // The marketplace's feedback report.
    .target(
      name: "Feedback",
      dependencies: ["Advice", "CZlibSystem", "Documents", "JSONReading", "Linting", "SourceText", "UnicodeText"]
    ),

    // A seller's folder: its configuration, what is accepted in it, its git repository.
    .target(
      name: "Project",
      dependencies: ["Documents", "JSONReading", "Lexicon", "Linting", "SourceText", "UnicodeText", "YAMLReading"]
    ),

    // What is read, judged and mended: the way of one file.
    .target(
      name: "Checking",
      dependencies: [
        "Advice", "Documents", "JSONReading", "Linting", "Project", "Reporting", "SourceText", "UnicodeText",
      ]
    ),
    .target(
      name: "LanguageServer",
      dependencies: [
        "Advice", "Checking", "Documents", "JSONReading", "Linting", "Project", "Reporting", "SourceText",
        "UnicodeText",
      ]
    ),

    // The programs.
    .executableTarget(
      name: "buyerlint",
      dependencies: [
        "Advice", "Checking", "Documents", "Feedback", "JSONReading", "LanguageServer", "Lexicon", "Linting",
        "Project", "Reporting", "SourceText", "UnicodeText",
      ],
      // Loading and relocating ICU's libraries takes longer than checking a draft, so what ships is one file.
      linkerSettings: [
        .unsafeFlags(["-static-executable"], .when(platforms: [.linux], configuration: .release)),
        .linkedLibrary("m", .when(platforms: [.linux], configuration: .release)),
      ]
    ),

    // The tests.
    .target(
      name: "TestSupport",
      path: "Tests/Support",
      exclude: ["Innocent/patterns.txt", "Innocent/violations.txt", "Innocent/words.txt"]
    ),
    .executableTarget(name: "benchmark-inputs", dependencies: ["TestSupport"], path: "Benchmarks/Inputs"),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "TestSupport"]),
    .testTarget(name: "UnicodeTextTests", dependencies: ["SourceText", "TestSupport", "UnicodeText"]),
    .testTarget(name: "JSONReadingTests", dependencies: ["JSONReading", "SourceText"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "SourceText", "TestSupport", "UnicodeText"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Documents", "JSONReading", "Linting", "Reporting", "SourceText"],
      exclude: ["Golden"]
    ),
    .testTarget(
      name: "LexiconTests",
      dependencies: ["Lexicon", "LexiconImages", "Linting", "SourceText", "UnicodeText"]
    ),
    .testTarget(
      name: "LintingTests", dependencies: ["Linting", "Lexicon", "SourceText", "TestSupport", "UnicodeText"]),
    .testTarget(name: "AdviceTests", dependencies: ["Advice", "Lexicon", "Linting"], exclude: ["Drafts"]),
    .testTarget(
      name: "ProjectTests",
      dependencies: ["Documents", "Linting", "Project", "SourceText", "TestSupport", "UnicodeText", "YAMLReading"]),
    .testTarget(name: "FeedbackTests", dependencies: ["Feedback", "TestSupport"]),
    .testTarget(name: "CorpusTests", dependencies: ["Advice", "Feedback", "JSONReading", "Linting", "SourceText"]),
    .testTarget(name: "LanguageServerTests", dependencies: ["LanguageServer", "SourceText", "TestSupport"]),
    .testTarget(name: "CommandLineTests", dependencies: ["TestSupport", "buyerlint"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where ![.system, .plugin].contains(target.type) && target.name != "CICU" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

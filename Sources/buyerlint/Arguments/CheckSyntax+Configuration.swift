internal import Project

extension CheckOptions {
  static let configuration: [OptionSpecification<CheckOptions>] = [
    OptionSpecification(
      "--config", "FILE", group: "Configuration", "a configuration for all files; default: the nearest .buyerlint.yml",
      details: "Its globs are of paths from the working directory."
    ) { $0.configuration = .file($1) },
    OptionSpecification("--no-config", group: "Configuration", "no configuration, whatever stands there") {
      options, _ in
      options.configuration = .none
    },
    OptionSpecification(
      "--force-exclude", group: "Configuration", "pass over what a configuration excludes even where PATH names it",
      details: "For programs that name the files that have changed; see --allow-empty too."
    ) { options, _ in options.forcesExclusion = true },
    OptionSpecification(
      "--show-config", group: "Configuration", "what holds for each PATH and where it was set, and no check"
    ) { options, _ in options.showsConfiguration = true },
  ]
}

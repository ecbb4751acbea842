internal import Project

extension CheckOptions {
  static let acceptance: [OptionSpecification<CheckOptions>] = [
    OptionSpecification(
      "--suppressions", "FILE", group: "Accepted findings", "the suppression file of all that is checked",
      details: """
        Default: the nearest .buyerlint-suppressions.yml, from the folder of a file
        upwards to the top of the project.
        """
    ) { $0.review.suppressionFile = $1 },
    OptionSpecification("--no-suppressions", group: "Accepted findings", "report what is suppressed too") {
      options, _ in options.review.ignoresSuppressions = true
    },
    OptionSpecification(
      "--add-suppressions", group: "Accepted findings", "suppress all findings at or above --fail-on from now on",
      details: "They are added to the suppression file; --reason says why."
    ) { options, _ in options.addsSuppressions = true },
    OptionSpecification("--reason", "TEXT", group: "Accepted findings", "why --add-suppressions is right") {
      $0.review.reasonToSuppress = $1
    },
    OptionSpecification(
      "--baseline", "FILE", group: "Accepted findings", "report only what this baseline does not hold",
      details: "What it holds and is not found any more is told on standard error."
    ) { $0.review.baseline = $1 },
    OptionSpecification("--write-baseline", "FILE", group: "Accepted findings", "write a baseline of all that is found")
    {
      $0.review.newBaseline = $1
    },
    OptionSpecification(
      "--prune-baseline", group: "Accepted findings", "take what is not found any more out of --baseline"
    ) { options, _ in options.review.prunesBaseline = true },
  ]
}

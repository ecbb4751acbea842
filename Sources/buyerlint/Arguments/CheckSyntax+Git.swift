internal import Reporting

extension CheckOptions {
  static let git: [OptionSpecification<CheckOptions>] = [
    OptionSpecification(
      "--staged", group: "Git", "check what the next commit would hold, not the work tree",
      details: """
        The files that differ from HEAD, as they are in git's index; below PATH if one is
        named. Nothing staged that holds drafts is status 0.
        """
    ) { options, _ in
      options.isStaged = true
      options.gate.isSelected = true
    },
    OptionSpecification(
      "--diff-base", "REV", group: "Git", "tell only what a change adds since it has left REV",
      details: """
        Findings in lines that are new or altered since the merge base of REV and HEAD, in
        the work tree with files that git does not ignore, or with --staged in the index.
        """
    ) { options, value throws(UsageError) in
      guard !value.isEmpty, value.utf8.first != UInt8(ascii: "-") else {
        throw UsageError("`--diff-base` takes a revision, not `\(value)`")
      }
      options.diffBase = value
      options.gate.isSelected = true
    },
  ]

  /// Whether git chooses what is checked.
  var asksGit: Bool { isStaged || diffBase != nil }
}

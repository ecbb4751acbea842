internal import Project

/// What the files of a patch are called.
///
/// git takes no name that leads upwards, so where a file lies outside the working folder all are named from `/`.
struct PatchNames {
  /// Whether names count from `/`.
  let isFromRoot: Bool

  /// The names for files that a command is given by these paths.
  init(for paths: [String]) {
    isFromRoot = paths.contains { $0 != "-" && Paths.fromWorkingFolder($0).hasPrefix("..") }
  }

  /// How to apply the patch, where that is not the usual way.
  var advice: String? {
    isFromRoot ? "the patch names files from / since some lie outside this folder; apply it with: git -C / apply" : nil
  }

  func name(_ path: String) -> String {
    isFromRoot ? String(Paths.absolute(path).dropFirst()) : Paths.fromWorkingFolder(path)
  }
}

internal import Glibc

/// Replaces a file as a whole: a reader sees the old bytes or the new ones, and a failure leaves the old ones.
package enum FileReplacement {
  /// Writes bytes to a new file beside the old one and puts it in its place.
  ///
  /// A link is followed, and the permissions of the old file stay.
  ///
  /// - Throws: The system's failure; the new file is gone then.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let (descriptor, name, target) = try begin(path)
    do throws(SystemError) {
      defer { close(descriptor) }
      try OutputFile(descriptor: descriptor).write(bytes)
      guard fsync(descriptor) == 0 else { throw SystemError() }
    } catch {
      unsafe unlink(name)
      throw error
    }
    guard unsafe rename(name, target) == 0 else {
      let error = SystemError()
      unsafe unlink(name)
      throw error
    }
  }

  /// Makes the new file, open to write, and tells its name and the place it is for.
  static func begin(_ path: String) throws(SystemError) -> (descriptor: Int32, name: String, target: String) {
    let target = resolved(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError() }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let name = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard fchmod(descriptor, permissions(of: target)) == 0 else {
      let error = SystemError()
      close(descriptor)
      unsafe unlink(name)
      throw error
    }
    return (descriptor, name, target)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Those of the file, or what a new one gets.
  private static func permissions(of path: String) -> mode_t {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return status.st_mode & 0o7777 }
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }
}

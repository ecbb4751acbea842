internal import CZlibSystem

/// Files as gzip packs them.
enum Gzip {
  /// What is wrong with a packed file, in one line without a full stop.
  struct Failure: Error {
    let message: String

    static let damaged = Failure(message: "the gzip file is damaged; fetch it again")
  }

  fileprivate static let mark: [UInt8] = [0x1F, 0x8B]

  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// The bytes that were packed, in one part or several.
  ///
  /// - Parameter limit: How many there may be: some files are made to fill the memory.
  static func unpacked(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var packed = bytes
    let inflater = try Inflater()
    var unpacked: [UInt8] = []
    return try unsafe packed.withUnsafeMutableBufferPointer { (packed) throws(Failure) -> [UInt8] in
      unsafe inflater.take(packed)
      while true {
        let status = inflater.next(&unpacked)
        guard unpacked.count <= limit else {
          throw Failure(message: "there are more than \(limit) bytes packed in the gzip file")
        }
        switch status {
        case Z_OK: continue
        case Z_STREAM_END:
          // What else stands behind the last part says nothing.
          if !inflater.beginsAnother() { return unpacked }
        case Z_BUF_ERROR: throw Failure(message: "the gzip file ends too early; fetch it again")
        default: throw .damaged
        }
      }
    }
  }
}

/// A stream of zlib's, which has to stay where it was made.
@safe
private struct Inflater: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>

  /// The bytes that are unpacked at once.
  private static let piece = 1 << 16

  init() throws(Gzip.Failure) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 16 asks for gzip's frame and no other.
    let status = unsafe inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .damaged }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Takes all that is packed; it has to stay until the last of it is unpacked.
  func take(_ packed: UnsafeMutableBufferPointer<UInt8>) {
    unsafe stream.pointee.next_in = packed.baseAddress
    unsafe stream.pointee.avail_in = UInt32(packed.count)
  }

  /// Unpacks a piece, and answers zlib's status.
  func next(_ unpacked: inout [UInt8]) -> Int32 {
    var status = Z_OK
    unpacked.append(addingCapacity: Self.piece) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        unsafe stream.pointee.next_out = buffer.baseAddress
        unsafe stream.pointee.avail_out = UInt32(Self.piece)
        status = unsafe inflate(stream, Z_NO_FLUSH)
        initialized = unsafe Self.piece - Int(stream.pointee.avail_out)
      }
    }
    return status
  }

  /// Whether another part follows, which is then begun.
  func beginsAnother() -> Bool {
    guard unsafe stream.pointee.avail_in >= 2, let rest = unsafe stream.pointee.next_in,
      unsafe rest[0] == Gzip.mark[0] && rest[1] == Gzip.mark[1]
    else { return false }
    return unsafe inflateReset(stream) == Z_OK
  }
}

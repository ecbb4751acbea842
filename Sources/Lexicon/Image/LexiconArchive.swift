/// The files of a lexicon folder in one run of bytes.
package enum LexiconArchive {
  package static func bytes(of files: [LexiconFile]) -> [UInt8] {
    var writer = ImageWriter()
    writer.write(UInt32(files.count))
    for file in files {
      writer.write(file.path)
      writer.write(String(decoding: file.bytes, as: UTF8.self))
    }
    return writer.bytes
  }

  /// The files of an archive.
  package static func files(_ storage: ImageStorage) -> [LexiconFile] {
    var reader = ImageReader(storage, 0..<storage.count)
    return (0..<Int(reader.read(UInt32.self))).map { _ in
      LexiconFile(path: reader.readString(), bytes: Array(reader.readString().utf8))
    }
  }
}

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

  /// What stands in one file of an archive; the others are passed over.
  package static func bytes(ofFile path: String, in storage: ImageStorage) -> [UInt8]? {
    var reader = ImageReader(storage, 0..<storage.count)
    for _ in 0..<Int(reader.read(UInt32.self)) {
      if reader.readString() == path { return Array(reader.readString().utf8) }
      reader.skipString()
    }
    return nil
  }

  /// The files of an archive whose paths are asked for.
  package static func files(
    _ storage: ImageStorage, where isAsked: (String) -> Bool = { _ in true }
  ) -> [LexiconFile] {
    var reader = ImageReader(storage, 0..<storage.count)
    return (0..<Int(reader.read(UInt32.self))).compactMap { _ in
      let path = reader.readString()
      if isAsked(path) { return LexiconFile(path: path, bytes: Array(reader.readString().utf8)) }
      reader.skipString()
      return nil
    }
  }
}

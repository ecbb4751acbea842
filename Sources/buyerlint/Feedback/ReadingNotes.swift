internal import Documents
internal import Feedback
internal import Reporting

/// What is to be said of the reading of files.
enum ReadingNotes {
  /// Names on standard error what was kept aside.
  static func say(_ collection: FeedbackCollection, malformed: [MalformedRow]) {
    for row in malformed { OutputFile.standardError.say("\(row.place.file):\(row.place.line): \(row.reason)") }
    for conflict in collection.conflicts {
      let (kept, dropped) = (conflict.kept, conflict.dropped)
      OutputFile.standardError.say(
        "\(dropped.file):\(dropped.line): order \(conflict.id) comes again at \(kept.file):\(kept.line), which holds")
    }
  }

  /// What was read, in a line without an end.
  static func summary(_ collection: FeedbackCollection) -> String {
    let kept = collection.malformed.count
    let parts = [
      "\(collection.rows.count) of \(count(collection.rowCount, "row"))",
      kept > 0 ? "\(kept) malformed and kept aside" : nil,
      collection.duplicates > 0 ? "\(count(collection.duplicates, "duplicate")) dropped" : nil,
      collection.conflicts.isEmpty ? nil : "\(count(collection.conflicts.count, "conflict"))",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// The members of a JSON object that tell what was read.
  static func append(_ collection: FeedbackCollection, malformed: [MalformedRow], to writer: inout JSONWriter) {
    writer.name("rows")
    writer.number(collection.rowCount)
    writer.name("entries_read")
    writer.number(collection.rows.count)
    writer.name("duplicates")
    writer.number(collection.duplicates)
    writer.name("conflicts")
    writer.array { writer in
      for conflict in collection.conflicts {
        writer.object { writer in
          writer.name("id")
          writer.string(conflict.id)
          writer.name("kept")
          writer.place(conflict.kept)
          writer.name("dropped")
          writer.place(conflict.dropped)
        }
      }
    }
    writer.name("malformed")
    writer.array { writer in
      for row in malformed {
        writer.object { writer in
          writer.name("file")
          writer.string(row.place.file)
          writer.name("line")
          writer.number(row.place.line)
          writer.name("reason")
          writer.string(row.reason)
        }
      }
    }
    writer.name("encodings")
    writer.object { writer in
      var named: Set<String> = []
      for (file, encoding) in collection.encodings where named.insert(file).inserted {
        writer.name(file)
        writer.string(encoding.rawValue)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func place(_ place: FilePlace) {
    object { writer in
      writer.name("file")
      writer.string(place.file)
      writer.name("line")
      writer.number(place.line)
    }
  }
}

// Writes English messages of sellers to standard output, for measurements.
//
// usage: benchmark-inputs BYTES SHARE
// SHARE is the share of messages with a violation, from 0 to 1.

import TestSupport

guard CommandLine.arguments.count == 3, let bytes = Int(CommandLine.arguments[1]),
  let share = Double(CommandLine.arguments[2]), bytes > 0, (0...1).contains(share)
else {
  fatalError("usage: benchmark-inputs BYTES SHARE")
}
print(try EnglishProse(bytes: bytes, share: share).text, terminator: "")

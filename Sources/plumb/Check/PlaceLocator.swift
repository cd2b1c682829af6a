import PlumbChecking
import PlumbModel
import PlumbRecordings
import PlumbText

/// Reads recordings again to find the lines of places that were found between exchanges.
struct PlaceLocator {
  private let files: [String: RecordingFile]

  /// Remembers the files that were read.
  init(_ files: [RecordingFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks for recordings where reports say that they are.
  init(recordings paths: Set<String>) {
    let files = paths.compactMap { path in
      RecordingFile.Format(path: path).map { format in
        RecordingFile(path: path, rank: 0, session: path, format: format, size: 0)
      }
    }
    self.init(files)
  }

  /// Remembers files that reports call by other names.
  init(named files: [String: RecordingFile]) {
    self.files = files
  }

  /// The places; none when the exchange cannot be read a second time, as from standard input.
  func locate(_ open: Report.OpenPlaces) -> [FilePlace] {
    guard let file = files[open.recording], !file.isStandardInput else { return [] }
    var reader = ExchangeReader()
    var found: [FilePlace] = []
    // What cannot be read now was read before: the places stay without a line.
    try? reader.read(file) { layout, _, source, locate, _ in
      guard source.entry == open.entry, !source.isNamed else { return }
      found = open.ranges.map { range in
        let start = min(layout.body.lowerBound + range.lowerBound, layout.body.upperBound)
        return locate(start..<min(start + range.count, layout.body.upperBound))
      }
    }
    return found
  }
}

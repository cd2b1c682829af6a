public import PlumbText

extension Report {
  /// Places of one exchange whose lines are not known yet.
  public struct OpenPlaces: Hashable, Sendable {
    /// The path of the file as it was given.
    public var recording: String

    /// The index from 0 of the exchange within the file; `nil` when the file holds one exchange.
    public var entry: Int?

    /// Where in the body the places are, in bytes from its start.
    public var ranges: [Range<Int>]
  }

  /// Works out the lines of places that were found when the exchanges were judged together.
  ///
  /// Exchanges are judged together when their bytes are gone, so these places are known by offsets
  /// in their bodies only. What `locate` cannot answer keeps line and column 0.
  ///
  /// - Parameter locate: Reads an exchange again, and gives a place for each range, in order.
  public mutating func locatePlaces(_ locate: (OpenPlaces) -> [FilePlace]) {
    struct Source: Hashable {
      var recording: String
      var entry: Int?
    }
    var wanted: [Source: [(finding: Int, place: Int, range: Range<Int>)]] = [:]
    for (finding, value) in findings.enumerated() {
      for (index, place) in value.places.enumerated() {
        guard let range = place.bodyRange else { continue }
        wanted[Source(recording: place.recording, entry: place.entry), default: []]
          .append((finding, index, range))
      }
    }
    for (source, places) in wanted {
      let open = OpenPlaces(
        recording: source.recording,
        entry: source.entry,
        ranges: places.map(\.range)
      )
      for (place, file) in zip(places, locate(open)) {
        findings[place.finding].places[place.place].locate(file)
      }
    }
  }
}

extension Place {
  fileprivate mutating func locate(_ file: FilePlace) {
    line = file.line
    column = file.column
    offset = file.offset
    excerpt = file.excerpt
    bodyRange = nil
  }
}

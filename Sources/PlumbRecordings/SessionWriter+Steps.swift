public import PlumbModel
import PlumbText
import Synchronization

/// Where a recording belongs: which operation, and which of several like it.
struct RecordingPlace: Sendable {
  /// The request as it was sent, which is never written.
  var request: Exchange.Request
  var operation: String?
  var `repeat` = 0
  var pathValues: [String] = []
}

/// What of an exchange goes into its recording, and what beside it.
struct KeptExchange: Sendable {
  var exchange: Exchange
  var note: SessionNote
}

extension SessionWriter {
  /// Begins to record an exchange whose body comes in pieces.
  ///
  /// - Parameters:
  ///   - exchange: The request, and the head of the response; its body is not looked at.
  ///   - operation: The operation, whose name the folder gets; `nil` when it belongs to none.
  ///   - pathValues: The values of the path's parameters, for the name of the file.
  /// - Throws: ``RecordingError`` when the folder cannot be written to, or the exchange holds what
  ///   must not be written.
  public func begin(
    _ exchange: Exchange,
    operation: String?,
    pathValues: [String] = []
  ) throws(RecordingError) -> BodyRecorder {
    try BodyRecorder(self, exchange, operation: operation, pathValues: pathValues)
  }

  /// Records an exchange that is whole.
  func write(
    _ exchange: Exchange,
    at place: RecordingPlace,
    circumstances: Circumstances,
    details: HARDetails? = nil
  ) throws(RecordingError) -> String {
    let kept = try kept(exchange, details)
    return try finish(kept, at: place, circumstances: circumstances) {
      path throws(RecordingError) in
      try RecordedFiles(Recording.encodeApart(kept.exchange)).write(to: path, names: names)
    }
  }

  /// Takes out credentials and what differs each time.
  func kept(
    _ exchange: Exchange,
    _ details: HARDetails? = nil
  ) throws(RecordingError) -> KeptExchange {
    try parted(try redacted(exchange), details)
  }

  /// Takes out of an exchange without credentials what differs each time.
  func parted(
    _ exchange: Exchange,
    _ details: HARDetails? = nil
  ) throws(RecordingError) -> KeptExchange {
    var exchange = exchange
    let request = exchange.request.fields.parted()
    let response = exchange.response.fields.parted(documented: documentedFields)
    exchange.request.fields = request.kept
    exchange.response.fields = response.kept
    let note = SessionNote(
      .recording(""),
      Circumstances(order: 0),
      requestFields: request.volatile,
      fields: response.volatile,
      details: try details.map { details throws(RecordingError) in
        try RecordingError.refusing { () throws(RedactionRefusal) in try redactor.redacted(details)
        }
      }
    )
    return KeptExchange(exchange: exchange, note: note)
  }

  /// The path of a recording below the session's folder, whose own folder is made.
  func path(of kept: Exchange, at place: RecordingPlace) throws(RecordingError) -> String {
    let name = Recording.fileName(
      for: kept.request,
      pathValues: Self.shown(place.pathValues, in: kept.request),
      repeat: place.repeat
    )
    let folder = Self.folderName(of: place.operation)
    try makeFolder(folder)
    return "\(folder)/\(name)"
  }

  /// The values of a path's parameters, without those that redaction took out of it.
  private static func shown(_ values: [String], in request: Exchange.Request) -> [String] {
    let path = PercentEncoding.decode(URLReference(request.url)?.path ?? "").utf8
    return values.map { path.firstRange(of: $0.utf8) != nil ? $0 : Redactor.word }
  }

  /// Writes the files of an exchange, and notes that they are there.
  func finish(
    _ kept: KeptExchange,
    at place: RecordingPlace,
    circumstances: Circumstances,
    write: (_ path: String) throws(RecordingError) -> Void
  ) throws(RecordingError) -> String {
    var place = place
    var digits = Recording.digits(of: kept.exchange.request)
    place.repeat = state.withLock { state in
      state.alike.take(place.request, digits: digits, repeat: place.repeat)
    }
    digits = Recording.digits(digits, repeat: place.repeat)
    let path = try path(of: kept.exchange, at: place)
    try write("\(folder)/\(path)")
    let old = state.withLock { state in
      state.made.insert(digits)
      return state.index.set(path, for: digits)
    }
    if let old { try RecordedFiles.remove("\(folder)/\(old)") }
    var note = kept.note
    note.subject = .recording(path)
    note.circumstances = circumstances
    try notes.append(note.encode())
    return "\(folder)/\(path)"
  }
}

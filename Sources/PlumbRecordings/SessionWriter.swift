public import PlumbModel
import PlumbText
import Synchronization

/// Records exchanges into a session's folder, each whole on disk before the call returns.
///
/// ```
/// recordings/library/              a session: one API, one time
/// ├── session.json                 written once
/// ├── volatile.ndjson              what differs each time, appended as it happens
/// └── books.list/                  an operation
///     └── 3f9a0c12be45.http        one exchange
/// ```
///
/// Nothing is written before it was redacted. What differs each time stands in `volatile.ndjson`,
/// so that an API that did not change is recorded twice in the same bytes. Many tasks may share a
/// writer, and several processes a folder.
public final class SessionWriter: Sendable {
  /// What becomes of recordings that are there already.
  public enum Mode: Hashable, Sendable {
    /// There must be none.
    case fresh
    /// They stay, and count as made; a walk that recorded anew and was stopped goes on doing so.
    case resume
    /// Each is replaced when it is recorded anew, and ``SessionWriter/finish()`` removes the rest.
    case replace
  }

  /// What is changed while recording.
  struct State: Sendable {
    var index: SessionIndex
    /// The digits of what was recorded in this walk.
    var made: Set<String> = []
    /// The requests whose recordings would have one name.
    var alike = AlikeRequests()
    /// The folders of operations that are known to be there.
    var folders: Set<String> = []
  }

  /// The session's folder.
  public let folder: String

  /// The session.
  public let session: Session

  /// Whether what is there is being replaced.
  let isReplacing: Bool

  let redactor: Redactor
  let documentedFields: Set<String>
  let lock: FolderLock
  let notes: AppendedFile
  let names = NewNames()
  let state: Mutex<State>
  /// The placeholders that stand for the values of what is marked `secret`.
  let book = Mutex(PlaceholderBook())

  /// Opens a folder for recording, making it when it is not there.
  ///
  /// - Parameters:
  ///   - folder: The session's folder.
  ///   - session: What the session says of itself; its path is not looked at.
  ///   - redactor: What takes secrets out of everything that is written.
  ///   - mode: What becomes of recordings that are there already.
  ///   - documentedFields: The names of header fields that the contracts document, which a
  ///     recording shows even when their values differ each time.
  /// - Throws: ``RecordingError`` when the folder cannot be written to, belongs to another API, has
  ///   recordings and `mode` is ``Mode/fresh``, or is in use and `mode` is ``Mode/replace``.
  public init(
    folder: String,
    session: Session,
    redactor: Redactor,
    mode: Mode,
    documentedFields: Set<String> = []
  ) throws(RecordingError) {
    let opened = try OpenedSession(folder: folder, session: session, mode: mode)
    self.folder = folder
    self.session = opened.session
    self.redactor = redactor
    self.documentedFields = Set(documentedFields.map { $0.lowercased() })
    isReplacing = opened.isReplacing
    notes = opened.notes
    state = Mutex(State(index: opened.index, made: opened.made))
    lock = opened.lock
  }

  deinit {
    // Whoever wants to know whether the names last calls `finish`.
    try? names.settle()
  }

  /// Returns whether a request need not be sent again, because its recording is there.
  ///
  /// - Parameters:
  ///   - request: The request, as it would be sent.
  ///   - count: How often the same request was sent before.
  public func contains(_ request: Exchange.Request, repeat count: Int = 0) -> Bool {
    path(of: request, repeat: count) != nil
  }

  /// Returns the path of the recording of a request that need not be sent again; `nil` when it has
  /// none. The parameters are those of ``contains(_:repeat:)``.
  public func path(of request: Exchange.Request, repeat count: Int = 0) -> String? {
    guard let digits = recorded(request).map({ Recording.digits(of: $0) }) else { return nil }
    let path = state.withLock { state in
      let number = state.alike.number(of: request, digits: digits, repeat: count)
      let digits = Recording.digits(digits, repeat: number)
      return !isReplacing || state.made.contains(digits) ? state.index.paths[digits] : nil
    }
    return path.map { "\(folder)/\($0)" }
  }

  /// Records an exchange.
  ///
  /// - Parameters:
  ///   - exchange: The exchange as it was sent and received, after content decoding.
  ///   - operation: The operation, whose name the folder gets; `nil` when it belongs to none.
  ///   - count: How often the same request was sent before in this walk.
  ///   - pathValues: The values of the path's parameters, for the name of the file.
  ///   - circumstances: What differs each time.
  ///   - details: What an archive said of the exchange, when it comes from one.
  /// - Returns: The path of the recording.
  /// - Throws: ``RecordingError`` when it cannot be written, or holds what must not be written;
  ///   what was recorded before stays as it is.
  @discardableResult
  public func write(
    _ exchange: Exchange,
    operation: String?,
    repeat count: Int = 0,
    pathValues: [String] = [],
    circumstances: Circumstances,
    details: HARDetails? = nil
  ) throws(RecordingError) -> String {
    let place = RecordingPlace(
      request: exchange.request,
      operation: operation,
      repeat: count,
      pathValues: pathValues
    )
    return try write(exchange, at: place, circumstances: circumstances, details: details)
  }

  /// Notes an exchange that does not join the recordings: a refusal that was asked again, or a
  /// failure before a retry. Its body is not kept.
  ///
  /// - Returns: The exchange without credentials.
  @discardableResult
  public func note(
    _ exchange: Exchange,
    circumstances: Circumstances
  ) throws(RecordingError) -> Exchange {
    // What it gives away for the first time has a name only once it is recorded.
    var book = book.withLock { $0 }
    let exchange = try RecordingError.refusing { () throws(RedactionRefusal) in
      try redactor.redacted(exchange, &book)
    }
    let subject = SessionNote.Subject.attempt(
      method: exchange.request.method,
      url: exchange.request.url,
      status: exchange.response.status,
      failure: exchange.response.failure
    )
    let note = SessionNote(subject, circumstances, fields: exchange.response.fields)
    try notes.append(note.encode())
    return exchange
  }

  /// Makes the folder of an operation; a link in its place is refused, for it may lead elsewhere.
  func makeFolder(_ name: String) throws(RecordingError) {
    guard !state.withLock({ $0.folders.contains(name) }) else { return }
    let path = "\(folder)/\(name)"
    try DurableFile.makeFolder(path)
    guard try System.status(of: path, followsLinks: false).kind == .folder else {
      throw RecordingError(
        file: path,
        message: "is in the place of an operation's folder; move it elsewhere"
      )
    }
    _ = state.withLock { $0.folders.insert(name) }
  }

  /// The name of an operation's folder: what is safe on every disk of the operation's own.
  static func folderName(of operation: String?) -> String {
    let allowed = { (byte: UInt8) in
      byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
    let bytes = (operation ?? "").utf8.prefix(100).map { allowed($0) ? $0 : UInt8(ascii: "-") }
    let name = bytes.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    return name.isEmpty ? "other" : String(decoding: name, as: UTF8.self)
  }
}

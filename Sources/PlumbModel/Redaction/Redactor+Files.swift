import PlumbText

extension Redactor {
  /// Looks through a file: a recording, an archive, lines of exchanges, a body, or any other text.
  ///
  /// A recording's own lengths and hashes are told anew in ``ScannedFile/redacted``, unless it was
  /// edited before: then it stays marked as edited.
  public func scan(_ bytes: [UInt8]) -> ScannedFile { scanned(bytes).file }

  /// Looks through a file; returns also the values that names gave away.
  func scanned(_ bytes: [UInt8]) -> (file: ScannedFile, discovered: [Secret]) {
    var search = CredentialSearch(self, style: .placeholder)
    let recording = ScannedRecording(bytes)
    let parts = search.edits(inParts: recording?.count ?? 1) { search, part in
      if let recording {
        recording.look(&search, at: part)
      } else {
        search.body(bytes, mediaType: nil)
      }
    }
    let edits = RedactionEdit.merged(Array(parts.joined()))
    let redacted = RedactionEdit.apply(edits, to: bytes)
    let file = ScannedFile(
      credentials: edits.map { Credential(kind: $0.kind, range: $0.range, place: $0.place) },
      redacted: edits.isEmpty ? bytes : recording?.repaired(redacted) ?? redacted
    )
    return (file, search.discovered)
  }
}

/// A recording that is looked through as it lies in its file.
private struct ScannedRecording {
  private let bytes: [UInt8]
  private let head: RecordingHead
  private let layout: ExchangeLayout

  /// Reads a recording; `nil` when the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Array("# plumb.recording/".utf8)) else { return nil }
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    guard let head = try? reader.layout(of: bytes.span, count: bytes.count, into: &layout) else {
      return nil
    }
    self.bytes = bytes
    self.head = head
    self.layout = layout
  }

  /// The head and the URL, the bodies, then the fields.
  var count: Int { 4 + layout.requestFields.count + layout.fields.count }

  /// Looks through a part.
  func look(_ search: inout CredentialSearch, at part: Int) {
    switch part {
    case 0: look(&search, at: 0..<head.end, "the head", .init())
    case 1: look(&search, at: layout.url, "the URL of the request", .init(isPercent: true))
    case 2: body(&search, head.requestBody, of: layout.requestFields, "the body of the request")
    case 3: body(&search, layout.body, of: layout.fields, "the body of the response")
    default:
      let requests = layout.requestFields.count
      let isAnswer = part - 4 >= requests
      let field = isAnswer ? layout.fields[part - 4 - requests] : layout.requestFields[part - 4]
      let name = String(decoding: bytes[field.name], as: UTF8.self)
      search.place = "the \(isAnswer ? "response" : "request")'s header field \(name)"
      search.field(name: name, Layer(Array(bytes[field.value]), at: field.value.lowerBound))
    }
  }

  private func look(
    _ search: inout CredentialSearch,
    at range: Range<Int>,
    _ place: String,
    _ options: CredentialSearch.TextOptions
  ) {
    search.place = place
    search.text(Layer(Array(bytes[range]), at: range.lowerBound), options)
  }

  private func body(
    _ search: inout CredentialSearch,
    _ range: Range<Int>,
    of fields: [ExchangeLayout.Field],
    _ place: String
  ) {
    search.place = place
    let type = fields.first {
      String(decoding: bytes[$0.name], as: UTF8.self).lowercased() == "content-type"
    }
    search.body(
      Array(bytes[range]),
      mediaType: type.map { String(decoding: bytes[$0.value], as: UTF8.self) },
      at: range.lowerBound
    )
  }

  /// Tells lengths and hashes anew, which have as many digits as before but for the length.
  func repaired(_ redacted: [UInt8]) -> [UInt8] {
    guard !head.isEdited else { return redacted }
    // The request's body, which ends before the line `###`, is as much longer as the whole is
    // without what was changed elsewhere; so it is counted where it now stands.
    var redacted = redacted
    if !head.requestBody.isEmpty, let count = requestBodyCount(in: redacted) {
      redacted = Self.replacing("# request body: ", with: "\(count) bytes", in: redacted)
    }
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    guard
      let head = try? reader.layout(of: redacted.span, count: redacted.count, into: &layout)
    else { return redacted }
    let body =
      LaidOutBody.received(from: redacted.span, in: layout.body, layout: head.body)
      ?? Array(redacted[layout.body])
    if head.sha256 != nil {
      let digits = SHA256.hash(body).hexadecimal
      redacted = Self.replacing("# sha256: ", with: digits, in: redacted)
    }
    guard head.checksum != nil else { return redacted }
    let sum = Hexadecimal.text(XXH64.hash(Array(redacted[head.end...])))
    return Self.replacing("# checksum: xxh64 ", with: sum, in: redacted)
  }

  /// How long the request's body is now: what stands behind it is looked for from the end.
  private func requestBodyCount(in redacted: [UInt8]) -> Int? {
    let separator = Array("\n###\n".utf8)
    let search = PatternSearch([separator])
    let before = search.matches(in: bytes.span.bytes, head.requestBody.upperBound..<bytes.count)
    let after = search.matches(in: redacted.span.bytes, 0..<redacted.count)
    guard let end = after.dropLast(max(before.count - 1, 0)).last?.range.lowerBound else {
      return nil
    }
    let fields = PatternSearch([Array("\n\n".utf8)])
    let gaps = fields.matches(in: redacted.span.bytes, 0..<end).map(\.range.upperBound)
    // The first empty line ends the head, the second one the fields.
    return gaps.count > 1 ? end - gaps[1] : nil
  }

  /// Replaces the rest of the first line that begins so.
  private static func replacing(
    _ beginning: String,
    with value: String,
    in bytes: [UInt8]
  ) -> [UInt8] {
    let mark = Array("\n\(beginning)".utf8)
    let search = PatternSearch([mark])
    guard let found = search.matches(in: bytes.span.bytes, 0..<bytes.count).first else {
      return bytes
    }
    let end = bytes[found.range.upperBound...].firstIndex(of: 0x0A) ?? bytes.count
    return Array(bytes[..<found.range.upperBound]) + Array(value.utf8) + bytes[end...]
  }
}

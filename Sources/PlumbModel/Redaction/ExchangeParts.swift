import PlumbText

/// The parts of an exchange that may hold credentials, in the order in which they are looked
/// through.
struct ExchangeParts {
  /// A part.
  private enum Part {
    case url
    case field(isAnswer: Bool, index: Int)
    case fieldName(isAnswer: Bool, index: Int)
    case body(isAnswer: Bool)
    case failure
  }

  /// The exchange.
  private(set) var exchange: Exchange
  private let parts: [Part]

  init(_ exchange: Exchange) {
    self.exchange = exchange
    var parts = [Part.url]
    for isAnswer in [false, true] {
      let fields = isAnswer ? exchange.response.fields : exchange.request.fields
      for index in fields.indices {
        parts.append(.field(isAnswer: isAnswer, index: index))
        parts.append(.fieldName(isAnswer: isAnswer, index: index))
      }
      parts.append(.body(isAnswer: isAnswer))
    }
    if exchange.response.failure != nil { parts.append(.failure) }
    self.parts = parts
  }

  /// How many there are.
  var count: Int { parts.count }

  /// Looks through a part.
  func look(at index: Int, with search: inout CredentialSearch) {
    switch parts[index] {
    case .url:
      search.place = "the URL of the request"
      search.text(Layer(bytes(of: index), at: 0), .init(isPercent: true))
    case .field(let isAnswer, let field):
      let name = fields(isAnswer)[field].name
      search.place = "the \(Self.side(isAnswer))'s header field \(name)"
      search.field(name: name, Layer(bytes(of: index), at: 0))
    case .fieldName(let isAnswer, _):
      search.place = "the name of a header field of the \(Self.side(isAnswer))"
      search.text(Layer(bytes(of: index), at: 0))
    case .body(let isAnswer):
      search.place = "the body of the \(Self.side(isAnswer))"
      let type = fields(isAnswer).value(of: "Content-Type")
      search.body(bytes(of: index), mediaType: type)
    case .failure:
      search.place = "the reason of the failure"
      search.text(Layer(bytes(of: index), at: 0))
    }
  }

  /// Puts the edits of each part in place; a length that was told of a body is told anew.
  mutating func apply(_ edits: [[RedactionEdit]]) {
    for (index, edits) in edits.enumerated() where !edits.isEmpty {
      let before = bytes(of: index)
      let after = RedactionEdit.apply(edits, to: before)
      let text = String(decoding: after, as: UTF8.self)
      switch parts[index] {
      case .url: exchange.request.url = text
      case .field(true, let field): exchange.response.fields[field].value = text
      case .field(false, let field): exchange.request.fields[field].value = text
      case .fieldName(true, let field): exchange.response.fields[field].name = text
      case .fieldName(false, let field): exchange.request.fields[field].name = text
      case .body(true):
        exchange.response.body = after
        Self.correct(&exchange.response.fields, from: before.count, to: after.count)
      case .body(false):
        exchange.request.body = after
        Self.correct(&exchange.request.fields, from: before.count, to: after.count)
      case .failure: exchange.response.failure = text
      }
    }
  }

  /// Tells a length anew that was told of a body.
  static func correct(_ fields: inout [HTTPField], from old: Int, to new: Int) {
    for index in fields.indices
    where fields[index].name.lowercased() == "content-length" && fields[index].value == "\(old)" {
      fields[index].value = "\(new)"
    }
  }

  private func bytes(of index: Int) -> [UInt8] {
    switch parts[index] {
    case .url: Array(exchange.request.url.utf8)
    case .field(let isAnswer, let field): Array(fields(isAnswer)[field].value.utf8)
    case .fieldName(let isAnswer, let field): Array(fields(isAnswer)[field].name.utf8)
    case .body(let isAnswer): isAnswer ? exchange.response.body : exchange.request.body
    case .failure: Array((exchange.response.failure ?? "").utf8)
    }
  }

  private func fields(_ isAnswer: Bool) -> [HTTPField] {
    isAnswer ? exchange.response.fields : exchange.request.fields
  }

  private static func side(_ isAnswer: Bool) -> String { isAnswer ? "response" : "request" }
}

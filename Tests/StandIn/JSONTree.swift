import PlumbText

/// A JSON value in the making: it can hold what no correct API sends.
public indirect enum JSONTree: Hashable, Sendable {
  /// An object; names may be repeated.
  case object([Member])
  /// A list.
  case list([JSONTree])
  /// A string.
  case string(String)
  /// A number, as written.
  case number(String)
  /// A truth value.
  case boolean(Bool)
  /// `null`.
  case null
  /// Bytes that are written as they are.
  case raw([UInt8])

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONTree

    /// Creates a member.
    public init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// Creates an integer.
  static func integer(_ value: Int) -> JSONTree { .number(String(value)) }

  /// Creates an object from pairs; those without a value are left out.
  static func members(_ pairs: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .object(pairs.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The value of a member; `nil` when there is none.
  ///
  /// To set one appends it when the object has none of that name; to set `nil` removes it.
  subscript(name: String) -> JSONTree? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.name == name }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      switch (members.firstIndex { $0.name == name }, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name, value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// Adds to the integer of a member.
  mutating func add(_ number: Int, to name: String) {
    if let value = self[name]?.integer { self[name] = .integer(value + number) }
  }

  /// The value of an integer; `nil` for anything else.
  var integer: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  /// The text of a string; `nil` for anything else.
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension JSONTree {
  /// How strings are escaped.
  enum Escaping: Hashable, Sendable {
    /// Only what must be.
    case least
    /// Everything beyond ASCII, and what could end a piece of HTML.
    case forHTML
  }

  /// Returns the value as compact JSON.
  func bytes(escaping: Escaping) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, escaping)
    return bytes
  }

  private func write(to bytes: inout [UInt8], _ escaping: Escaping) {
    switch self {
    case .object(let members):
      Self.write(members, to: &bytes, in: "{}") { member, bytes in
        Self.write(member.name, to: &bytes, escaping)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes, escaping)
      }
    case .list(let items):
      Self.write(items, to: &bytes, in: "[]") { $0.write(to: &$1, escaping) }
    case .string(let text): Self.write(text, to: &bytes, escaping)
    case .number(let text): bytes += Array(text.utf8)
    case .boolean(let value): bytes += Array((value ? "true" : "false").utf8)
    case .null: bytes += Array("null".utf8)
    case .raw(let raw): bytes += raw
    }
  }

  private static func write<Part>(
    _ parts: [Part],
    to bytes: inout [UInt8],
    in brackets: String,
    _ each: (Part, inout [UInt8]) -> Void
  ) {
    bytes += Array(brackets.utf8.prefix(1))
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      each(part, &bytes)
    }
    bytes += Array(brackets.utf8.suffix(1))
  }

  private static func write(_ text: String, to bytes: inout [UInt8], _ escaping: Escaping) {
    guard escaping == .forHTML else {
      var writer = JSONWriter()
      writer.value(text)
      bytes += writer.bytes
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for unit in text.utf16 {
      let isPlain = (0x20..<0x7F).contains(unit) && !"\"\\'&<>+".utf16.contains(unit)
      if isPlain {
        bytes.append(UInt8(unit))
      } else {
        let digits = String(unit, radix: 16, uppercase: true)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

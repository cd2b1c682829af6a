import PlumbText

/// Judges by a name whether its value is a credential; case, `_` and `-` are not told apart.
struct SecretNames: Sendable {
  /// Where a name stands.
  enum Place: Hashable, Sendable {
    /// A header field.
    case field
    /// A parameter of a query or form, or a cookie.
    case parameter
    /// A member of a body.
    case member
  }

  /// How much a name says, from the least.
  enum Judgement: Int, Comparable, Sendable {
    /// Nothing.
    case none
    /// The value is a credential when it is long and looks made up, as codes of a sign-in are.
    case doubtful
    /// The value is a credential when it looks made up.
    case likely
    /// The value is a credential.
    case certain

    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  private let exempt: Set<String>
  private let marked: Set<String>
  private let lasting: Set<String>
  /// Finds the marked names in a text, however their words are parted.
  let markedSearch: PatternSearch

  /// Creates a judge.
  ///
  /// - Parameters:
  ///   - exempt: Documented names that carry no credentials, spelt as they are.
  ///   - marked: Documented names that do; header fields among them in any case.
  ///   - lasting: Those among them whose values relate one exchange to another.
  init(exempt: Set<String> = [], marked: Set<String> = [], lasting: Set<String> = []) {
    self.exempt = exempt.subtracting(marked)
    self.lasting = Set(lasting.map(Self.folded))
    self.marked = Set(marked.map(Self.folded))
    let spellings = marked.flatMap { name in
      ["", "_", "-", ".", " "].map { Self.words(of: name).joined(separator: $0) }
        + [Self.folded(name), name.lowercased()]
    }
    markedSearch = PatternSearch(Set(spellings).sorted().map { Array($0.utf8) }, foldsCase: true)
  }

  /// Whether any name is one of ``lasts(_:)``.
  var someLast: Bool { !lasting.isEmpty }

  /// Whether values of a name keep their placeholders beyond an exchange.
  func lasts(_ name: String) -> Bool { someLast && lasting.contains(Self.folded(name)) }

  /// Judges a name, given without escapes.
  func judge(_ name: String, as place: Place) -> Judgement {
    guard name.utf8.count <= 128 else { return .none }
    let whole = Self.folded(name)
    if marked.contains(whole) { return .certain }
    if place == .field, SecretWords.fields.contains(whole) { return .certain }
    if exempt.contains(name) { return .none }
    var words = Self.words(of: name)
    // `password2` is one more password.
    while let last = words.last, let digit = last.utf8.last, digit &- 0x30 < 10 {
      words[words.count - 1].removeLast()
      if last.utf8.count == 1 { words.removeLast() }
    }
    let folded = words.joined()
    guard let last = words.last, !SecretWords.harmlessEndings.contains(last) else { return .none }
    if SecretWords.pagingTokens.contains(where: { folded.hasSuffix("\($0)token") }) { return .none }
    if words.contains(where: SecretWords.certain.contains)
      || SecretWords.certainLast.contains(last)
      || SecretWords.certainEndings.contains(where: folded.hasSuffix)
    {
      return .certain
    }
    if last == "key" { return Self.key(words, folded, as: place) }
    if SecretWords.likely.contains(last) || SecretWords.likely.contains(folded) {
      return place == .member ? .likely : .certain
    }
    return place == .parameter && SecretWords.doubtful.contains(folded) ? .doubtful : .none
  }

  /// Judges what ends in `key`: an API's, or that of a table?
  private static func key(_ words: [String], _ folded: String, as place: Place) -> Judgement {
    if words.count == 1 { return place == .parameter ? .certain : .none }
    if SecretWords.keys.contains(words[words.count - 2]) { return .certain }
    let isHeader = place == .field && !SecretWords.harmlessKeyFields.contains(folded)
    return isHeader ? .certain : .none
  }

  /// A name in lower case, without what parts its words.
  static func folded(_ name: String) -> String {
    let bytes = name.utf8.compactMap { byte -> UInt8? in
      if byte &- 0x41 < 26 { return byte | 0x20 }
      return "_-. []".utf8.contains(byte) ? nil : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words of a name, in lower case: `X-Foo-Token`, `fooToken` and `foo[token]` end in `token`.
  static func words(of name: String) -> [String] {
    let bytes = Array(name.utf8)
    var words: [[UInt8]] = [[]]
    for (index, byte) in bytes.enumerated() {
      let isCapital = byte &- 0x41 < 26
      guard isCapital || byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 else {
        words.append([])
        continue
      }
      let followsCapital = index > 0 && bytes[index - 1] &- 0x41 < 26
      let precedesSmall = index + 1 < bytes.count && bytes[index + 1] &- 0x61 < 26
      if isCapital, !followsCapital || precedesSmall { words.append([]) }
      words[words.count - 1].append(isCapital ? byte | 0x20 : byte)
    }
    return words.compactMap { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
  }
}

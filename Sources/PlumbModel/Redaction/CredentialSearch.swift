import PlumbText

/// Looks through the parts of an exchange or a file for credentials.
///
/// It looks twice: what names give away in one part is looked for by value in all others.
struct CredentialSearch {
  /// What is put in place of a credential.
  enum Style: Hashable, Sendable {
    /// A placeholder that names it, for machines.
    case placeholder
    /// ``Redactor/word``, for people.
    case word
  }

  let names: SecretNames
  let shapes: ShapeFinder
  let hints: CredentialHints
  let style: Style
  /// The values that are looked for.
  private(set) var finder: SecretFinder
  /// How many of them were known from the start.
  private let knownCount: Int
  /// What the names gave away that may stand elsewhere, too.
  private(set) var discovered: [Secret] = []
  /// The most of those; the others are still found under their names.
  var mostLearnt = Int.max
  /// How many of those the finder knows.
  private var learntCount = 0
  /// The names of the values that were found.
  var book = PlaceholderBook()
  /// What the names of members say.
  private var memory = NameMemory()

  /// What was found in the part that is looked through.
  private(set) var edits: [RedactionEdit] = []
  /// Where that part is, for people.
  var place = ""
  /// The objects and lists that are open.
  var frames: [JSONFrame] = []
  /// How many texts inside texts are open.
  private(set) var depth = 0

  init(_ redactor: Redactor, style: Style) {
    names = redactor.names
    shapes = redactor.shapes
    hints = redactor.hints
    finder = redactor.finder
    knownCount = redactor.finder.secrets.count
    self.style = style
  }

  /// Looks through parts, and once more for the values that were found under a name.
  ///
  /// - Parameters:
  ///   - count: The number of parts.
  ///   - look: Looks through the part of an index.
  /// - Returns: For each part the edits, in order and apart.
  mutating func edits(
    inParts count: Int,
    look: (inout CredentialSearch, Int) -> Void
  ) -> [[RedactionEdit]] {
    var result = round(count, look)
    if discovered.count > learntCount {
      finder = SecretFinder(finder.secrets + discovered[learntCount...])
      learntCount = discovered.count
      memory.forget()
      result = round(count, look)
    }
    return result
  }

  private mutating func round(
    _ count: Int,
    _ look: (inout CredentialSearch, Int) -> Void
  ) -> [[RedactionEdit]] {
    (0..<count).map { part in
      look(&self, part)
      defer { edits.removeAll(keepingCapacity: true) }
      return RedactionEdit.merged(edits)
    }
  }

  /// Notes a credential.
  ///
  /// - Parameters:
  ///   - value: The value without escapes; what equals it gets the same placeholder.
  ///   - range: Where it stands in the layer.
  mutating func add(
    _ kind: CredentialKind,
    value: [UInt8],
    at range: Range<Int>,
    in layer: Layer,
    as writing: PlaceholderText.Writing
  ) {
    var kind = kind
    var name = kind.name
    if let known = knownName(in: value) {
      name = known
      kind = self.kind(called: known)
    } else if case .known = kind {
      // The placeholder has its name, and nothing else is to be learnt.
      kind = self.kind(called: name)
    } else {
      let isTold = isFound(in: Array(name.utf8))
      name = book.name(of: value, called: isTold ? "value" : name, lasts: names.lasts(name))
      if isTold { kind = .named(name) }
      // What has a shape of its own is found everywhere by that.
      if !kind.isShape, SecretValue.isDistinctive(value),
        let text = String(validating: value, as: UTF8.self)
      {
        let secret = Secret(name: name, value: text)
        if discovered.count < mostLearnt, !discovered.contains(secret) {
          discovered.append(secret)
        }
      }
    }
    let replacement =
      style == .word && writing != .number
      ? Array(Redactor.word.utf8) : PlaceholderText(name: name).bytes(as: writing)
    add(
      RedactionEdit(range: layer.original(range), replacement: replacement, kind: kind, place: "")
    )
  }

  /// Notes an edit of the original.
  mutating func add(_ edit: RedactionEdit) {
    var edit = edit
    edit.place = placeName
    edits.append(edit)
  }

  /// How a value of this name became known: from outside, or under a name in another place.
  private func kind(called name: String) -> CredentialKind {
    finder.secrets.prefix(knownCount).contains { $0.name == name }
      ? .known(name: name) : .named(name)
  }

  /// The name of the known value in a text; `nil` when there is none.
  private func knownName(in value: [UInt8]) -> String? {
    guard !finder.isEmpty else { return nil }
    for layer in Layer(value, at: 0).all(wraps: false) {
      if let found = finder.found(in: layer).first { return finder.secrets[found.secret].name }
    }
    return nil
  }

  /// Whether something that must not be shown is in a text.
  private func isFound(in text: [UInt8]) -> Bool {
    knownName(in: text) != nil || !shapes.found(in: text).isEmpty
  }

  /// Whether a credential may be in a text; most hold none.
  func mayHold(_ bytes: [UInt8], wraps: Bool) -> Bool {
    let span = bytes.span
    return hints.mayHold(span.bytes, 0..<bytes.count, wraps: wraps, by: self)
  }

  /// What a member's name says of its value.
  ///
  /// - Returns: The name without escapes, and what it says; then whether the name itself may hold a
  ///   credential.
  mutating func judge(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    as place: SecretNames.Place
  ) -> (name: String, judgement: SecretNames.Judgement, mayHold: Bool) {
    var memory = NameMemory()
    swap(&memory, &self.memory)
    defer { swap(&memory, &self.memory) }
    let span = bytes.span
    let slot = memory.slot(of: bytes, range) {
      let name = String(decoding: JSONUnescaping.text(span.bytes, range), as: UTF8.self)
      return (name, hints.mayHold(span.bytes, range, wraps: false, by: self))
    }
    let judgement = memory.judgement(at: slot, as: place, by: names)
    let known = memory.known(at: slot)
    return (known?.name ?? "", judgement, known?.mayHold ?? true)
  }

  /// Looks through a text that is encoded in another one, and returns its own edits.
  mutating func nested(_ look: (inout CredentialSearch) -> Void) -> [RedactionEdit] {
    guard depth < Self.mostTexts else { return [] }
    let outer = (edits, frames, place)
    place = placeName
    edits = []
    frames = []
    depth += 1
    look(&self)
    let inner = RedactionEdit.merged(edits)
    depth -= 1
    (edits, frames, place) = outer
    return inner
  }

  /// Looks on inside a text whose edits are edits of the original.
  mutating func inside(_ look: (inout CredentialSearch) -> Void) {
    guard depth < Self.mostTexts else { return }
    let outer = (frames, place)
    place = placeName
    frames = []
    depth += 1
    look(&self)
    depth -= 1
    (frames, place) = outer
  }

  private static let mostTexts = 6
}

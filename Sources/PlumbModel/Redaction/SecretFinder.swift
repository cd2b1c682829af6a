import PlumbText

/// Finds known values in a text, in whatever form and under whatever escapes they stand there.
struct SecretFinder: Sendable {
  /// A value that was found.
  struct Found: Hashable, Sendable {
    /// The index of the secret.
    var secret: Int
    /// How it is written.
    var writing: SecretForm.Writing
    /// Where it stands in the layer.
    var range: Range<Int>
  }

  /// The secrets that are looked for.
  let secrets: [Secret]
  private let forms: [SecretForm]
  private let owners: [Int]
  private let search: PatternSearch

  /// Creates a finder; values of which one is part of the other are both found.
  init(_ secrets: [Secret]) {
    self.secrets = secrets
    var forms: [SecretForm] = []
    var owners: [Int] = []
    for (index, secret) in secrets.enumerated() {
      for form in SecretForm.all(of: secret.value) {
        forms.append(form)
        owners.append(index)
      }
    }
    self.forms = forms
    self.owners = owners
    search = PatternSearch(forms.map(\.pattern))
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { search.isEmpty }

  /// Whether a value may stand in a stretch, its escapes left aside.
  func mayBe(in bytes: RawSpan, _ range: Range<Int>) -> Bool { search.isFound(in: bytes, range) }

  /// The values in one layer.
  func found(in layer: Layer) -> [Found] {
    let span = layer.bytes.span
    return search.matches(in: span.bytes, 0..<span.count).compactMap { match in
      let secret = owners[match.pattern]
      let writing = forms[match.pattern].writing
      guard
        writing.isCoded || secrets[secret].value.utf8.count >= Self.leastAnywhere
          || Self.standsAlone(match.range, in: layer.bytes)
      else { return nil }
      return Found(
        secret: secret,
        writing: writing,
        range: match.range
      )
    }
  }

  /// Shorter values count only where no letter or digit stands beside them: they are words as
  /// well.
  private static let leastAnywhere = 8

  private static func standsAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let isWord = { (index: Int) in
      guard bytes.indices.contains(index) else { return false }
      let byte = bytes[index]
      return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
    return !isWord(range.lowerBound - 1) && !isWord(range.upperBound)
  }
}

extension Layer {
  /// The text and what it becomes when escapes are taken off again and again, in any order; what two
  /// orders lead to is there once.
  func all(wraps: Bool) -> [Layer] {
    var layers = [self]
    var position = 0
    while position < layers.count, layers.count < Self.mostLayers {
      let layer = layers[position]
      position += 1
      guard layer.depth < Self.mostDepth else { continue }
      for escaping in Escaping.allCases where wraps || escaping != .wrapping {
        guard let next = layer.unescaped(escaping), !layers.contains(where: next.reads(like:))
        else {
          continue
        }
        layers.append(next)
      }
    }
    return layers
  }

  private static let mostLayers = 24
  private static let mostDepth = 4
}

import PlumbText

/// The paths that were seen below one server, word by word, and which of their parts are values.
final class PathTree {
  private var words: [String: PathTree] = [:]
  private var value: PathTree?

  /// Whether a path ends here.
  private var isEnd = false

  /// What bodies look like whose paths end here, in a word; `nil` when there are several looks.
  private var look: String?

  /// Some of the values that stand here, when this is the place of a parameter.
  private(set) var values: [String] = []
  private(set) var hasMoreValues = false

  /// Adds a path.
  ///
  /// - Parameters:
  ///   - parts: What stands between its slashes, decoded.
  ///   - look: What the body looks like.
  func add(_ parts: ArraySlice<String>, look: String) {
    guard let part = parts.first else {
      self.look = !isEnd || self.look == look ? look : nil
      isEnd = true
      return
    }
    let rest = parts.dropFirst()
    if PathPart.isValue(part) {
      place(for: part).add(rest, look: look)
    } else if let known = words[part] {
      known.add(rest, look: look)
    } else if words.count < Thresholds.pathMost {
      let next = PathTree()
      words[part] = next
      next.add(rest, look: look)
    } else {
      join(Array(words.keys))
      place(for: part).add(rest, look: look)
    }
  }

  private func place(for part: String) -> PathTree {
    let place = value ?? PathTree()
    value = place
    place.note(part)
    return place
  }

  private func note(_ part: String) {
    guard !values.contains(part) else { return }
    if values.count < 3 { values.append(part) } else { hasMoreValues = true }
  }

  /// Takes words that lead to what looks alike as values of a parameter.
  func settle() {
    let isAlike =
      words.count >= Thresholds.pathWords
      && words.values.allSatisfy { $0.isEnd && $0.words.isEmpty && $0.value == nil }
      && words.values.allSatisfy { $0.look != nil } && Set(words.values.map(\.look)).count == 1
    if isAlike { join(Array(words.keys)) }
    // Beside values such as `L10`, `L9` is one too.
    if value != nil { join(words.keys.filter(PathPart.mayBeValue)) }
    for next in words.values { next.settle() }
    value?.settle()
  }

  private func join(_ names: [String]) {
    for name in names.sorted() {
      guard let next = words.removeValue(forKey: name) else { continue }
      place(for: name).merge(next)
    }
  }

  private func merge(_ other: PathTree) {
    look = !isEnd || !other.isEnd || look == other.look ? look ?? other.look : nil
    isEnd = isEnd || other.isEnd
    for (word, next) in other.words {
      if let known = words[word] { known.merge(next) } else { words[word] = next }
    }
    if let added = other.value {
      for part in added.values { place(for: part).hasMoreValues = added.hasMoreValues }
      value?.merge(added)
    }
  }

  // MARK: - Templates

  /// A path, with `nil` for each place of a parameter.
  typealias Shape = [String?]

  /// Returns the shape of a path, where it ends at one; words go before parameters.
  func shape(of parts: ArraySlice<String>) -> Shape? {
    guard let part = parts.first else { return isEnd ? [] : nil }
    let rest = parts.dropFirst()
    if let next = words[part]?.shape(of: rest) { return [part] + next }
    guard !part.isEmpty, let next = value?.shape(of: rest) else { return nil }
    return [nil] + next
  }

  /// The values seen in each place of a parameter of a shape.
  func values(of shape: ArraySlice<String?>) -> [(values: [String], areMore: Bool)] {
    guard let part = shape.first else { return [] }
    guard let part else {
      guard let value else { return [] }
      return [(value.values, value.hasMoreValues)] + value.values(of: shape.dropFirst())
    }
    return words[part]?.values(of: shape.dropFirst()) ?? []
  }
}

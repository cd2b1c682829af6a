public import PlumbModel

/// Writes what has changed into the text of a file, and leaves everything else as people wrote it.
///
/// An operation that is the same stays line for line. In one that changed, each key that is the
/// same stays; the others are written anew, with the comments that stood at their rows. No comment
/// is lost: one whose row is gone stands above its operation.
public enum NotationUpdate {
  /// Updates a contract file.
  ///
  /// - Parameters:
  ///   - text: The file as it is.
  ///   - old: What it says: the operations read from it, and their API.
  ///   - new: What it should say. Operations that it does not have yet come last.
  public static func text(
    of text: String,
    from old: (contracts: [Contract], api: API),
    to new: (contracts: [Contract], api: API)
  ) -> String {
    let comments = NotationComments(readingFrom: text)
    let fresh = NotationWriter.text(of: new.contracts, api: new.api, comments: comments)
    guard let own = NotationOutline(text), let freshOutline = NotationOutline(fresh),
      let before = NotationOutline(NotationWriter.text(of: old.contracts, api: old.api)),
      let after = NotationOutline(NotationWriter.text(of: new.contracts, api: new.api))
    else { return fresh }
    let head = own.contracts.first.map { own.lines[..<$0.lines.lowerBound] } ?? own.lines[...]
    var lines = Array(head)
    for part in freshOutline.contracts {
      let sections = UpdatedParts(own, before, after, freshOutline) { $0.sections(of: part.key) }
      while lines.last == "" { lines.removeLast() }
      lines.append("")
      guard let mine = own.contracts.first(where: { $0.key == part.key }) else {
        lines += freshOutline.lines[part.lines]
        continue
      }
      if sections.isUnchanged {
        lines += own.lines[mine.lines]
      } else {
        let first = own.sections(of: part.key).first?.lines.lowerBound ?? mine.lines.upperBound
        lines += own.lines[mine.lines.lowerBound..<first] + sections.lines
      }
    }
    let end = own.contracts.last?.lines.upperBound ?? own.lines.count
    return finished(lines + own.lines[end...], keeping: comments)
  }

  /// Updates an API's own file.
  public static func text(of text: String, from old: API, to new: API) -> String {
    let comments = NotationComments(readingFrom: text)
    let fresh = NotationWriter.text(of: new, comments: comments)
    guard let own = NotationOutline(text), let freshOutline = NotationOutline(fresh),
      let before = NotationOutline(NotationWriter.text(of: old)),
      let after = NotationOutline(NotationWriter.text(of: new))
    else { return fresh }
    let head = own.lines[..<(own.parts.first?.lines.lowerBound ?? 0)]
    let parts = UpdatedParts(own, before, after, freshOutline) { $0.parts }
    return finished(head + parts.lines, keeping: comments)
  }

  /// The text of lines, with the comments in it that have lost their place.
  private static func finished(_ lines: [String], keeping comments: NotationComments) -> String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    var rest = NotationComments(readingFrom: lines.joined(separator: "\n") + "\n").texts
    for (path, text) in comments.all {
      if let index = rest.firstIndex(of: text) {
        rest.remove(at: index)
        continue
      }
      let outline = NotationOutline(lines.joined(separator: "\n") + "\n")
      let contract = path.first == "contracts" && path.count > 1 ? path[1] : nil
      let part = contract.flatMap { name in outline?.contracts.first { $0.key == name } }
      if let part {
        lines.insert("  # \(text)", at: part.keyLine)
      } else {
        lines.append("# \(text)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The keys at one level of a file, each as it is or written anew.
private struct UpdatedParts {
  private typealias Level = (outline: NotationOutline, parts: [NotationOutline.Part])

  /// The file as it is, and with the new values and its own comments.
  private let own: Level
  private let fresh: Level

  /// The old and the new values without comments, in the writer's own form.
  private let before: Level
  private let after: Level

  init(
    _ own: NotationOutline,
    _ before: NotationOutline,
    _ after: NotationOutline,
    _ fresh: NotationOutline,
    _ parts: (NotationOutline) -> [NotationOutline.Part]
  ) {
    self.own = (own, parts(own))
    self.before = (before, parts(before))
    self.after = (after, parts(after))
    self.fresh = (fresh, parts(fresh))
  }

  /// Whether old and new values are the same.
  var isUnchanged: Bool {
    before.parts.map(\.key) == after.parts.map(\.key)
      && after.parts.allSatisfy { isUnchanged($0.key) }
  }

  /// The lines of all keys: in the order of the file, new ones where the writer puts them.
  var lines: [String] {
    var keys = own.parts.map(\.key).filter { key in
      // A key that says what is so anyway, such as `complete: false`, is not written, but stays.
      after.parts.contains { $0.key == key } || !before.parts.contains { $0.key == key }
    }
    for (index, part) in after.parts.enumerated() where !keys.contains(part.key) {
      let previous = after.parts[..<index].last { keys.contains($0.key) }
      let at = previous.flatMap { keys.firstIndex(of: $0.key) }.map { $0 + 1 } ?? 0
      keys.insert(part.key, at: at)
    }
    return keys.flatMap(lines)
  }

  private func isUnchanged(_ key: String) -> Bool {
    guard let old = Self.lines(key, before), let new = Self.lines(key, after) else { return false }
    // The last key before another operation has an empty line behind it.
    return old.filter { !$0.isEmpty } == new.filter { !$0.isEmpty }
  }

  private func lines(of key: String) -> [String] {
    let isKept = isUnchanged(key) || Self.lines(key, after) == nil
    return (isKept ? Self.lines(key, own) : nil) ?? Self.lines(key, fresh) ?? []
  }

  private static func lines(_ key: String, _ level: Level) -> [String]? {
    level.parts.first { $0.key == key }.map { Array(level.outline.lines[$0.lines]) }
  }
}

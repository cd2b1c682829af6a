/// The difference between two texts, line by line, as `diff -u` shows it.
public struct UnifiedDiff: Hashable, Sendable {
  /// A line of the difference.
  public enum Line: Hashable, Sendable {
    /// `--- name` and `+++ name`, the names of the two files.
    case file(String)
    /// `@@ -1,4 +1,5 @@`
    case place(String)
    case same(String)
    case removed(String)
    case added(String)

    /// The line with the sign in front.
    public var text: String {
      switch self {
      case .file(let text), .place(let text): text
      case .same(let text): " \(text)"
      case .removed(let text): "-\(text)"
      case .added(let text): "+\(text)"
      }
    }
  }

  /// The lines; none when the texts are the same.
  public let lines: [Line]

  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - context: How many lines to show around each change.
  public init(_ old: String?, _ new: String, name: String, context: Int = 3) {
    let before = old.map(Self.lines) ?? []
    let after = Self.lines(new)
    let edits = Self.edits(before, after)
    guard edits.contains(where: { !$0.isSame }) else {
      lines = []
      return
    }
    var lines: [Line] = [.file("--- \(old == nil ? "/dev/null" : name)"), .file("+++ \(name)")]
    for hunk in Self.hunks(edits, context) { lines += Self.lines(of: hunk, in: edits) }
    self.lines = lines
  }

  private struct Edit {
    var line: Line
    /// The line before which it stands in the old and in the new text, from 0.
    var old: Int
    var new: Int
    var isSame: Bool { if case .same = line { true } else { false } }
  }

  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func edits(_ before: [Substring], _ after: [Substring]) -> [Edit] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if old < before.count, removed.contains(old) {
        edits.append(Edit(line: .removed(String(before[old])), old: old, new: new))
        old += 1
      } else if new < after.count, added.contains(new) {
        edits.append(Edit(line: .added(String(after[new])), old: old, new: new))
        new += 1
      } else {
        guard old < before.count else { break }
        edits.append(Edit(line: .same(String(before[old])), old: old, new: new))
        old += 1
        new += 1
      }
    }
    return edits
  }

  /// The stretches of edits to show: each change with what is around it.
  private static func hunks(_ edits: [Edit], _ context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in edits.indices where !edits[index].isSame {
      let range = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func lines(of hunk: Range<Int>, in edits: [Edit]) -> [Line] {
    let part = edits[hunk]
    guard let first = part.first else { return [] }
    let old = part.count { if case .added = $0.line { false } else { true } }
    let new = part.count { if case .removed = $0.line { false } else { true } }
    func place(_ start: Int, _ count: Int) -> String {
      count == 0 ? "\(start),0" : count == 1 ? "\(start + 1)" : "\(start + 1),\(count)"
    }
    let head = "@@ -\(place(first.old, old)) +\(place(first.new, new)) @@"
    return [.place(head)] + part.map(\.line)
  }
}

package import PlumbModel

/// Takes credentials out of a line that is shown, and moves the place in it along.
///
/// In a line of an archive also what stands beside the place that is shown is left out: values of
/// header fields and cookies, whose names the cut may have taken away.
package struct ExcerptRedaction {
  private let text: [Character]
  private var hidden: [Range<Int>] = []
  /// Up to where the text is left out, but for the mark of a cut at its beginning.
  private var start = 0

  private let redactor: Redactor

  /// Looks through a text.
  package init(in text: String, by redactor: Redactor) {
    self.text = Array(text)
    self.redactor = redactor
    var starts: [Int: Int] = [:]
    var offset = 0
    for (index, character) in self.text.enumerated() {
      starts[offset] = index
      offset += character.utf8.count
    }
    starts[offset] = self.text.count
    for range in redactor.credentials(in: text) {
      // A character that a credential begins or ends inside of goes with it.
      let lower = (0...range.lowerBound).reversed().lazy.compactMap { starts[$0] }.first ?? 0
      let upper = (range.upperBound...offset).lazy.compactMap { starts[$0] }.first
      hidden.append(lower..<(upper ?? self.text.count))
    }
    hideCutUsers()
  }

  /// Looks through a line of an archive, in which other members surround what is shown.
  ///
  /// - Parameters:
  ///   - line: The line, as it was cut.
  ///   - shown: The characters that the line is shown for; they stay, but for URLs in them.
  package init(inArchive line: String, around shown: Range<Int>, by redactor: Redactor) {
    self.init(in: line, by: redactor)
    hideMembers(around: shown)
  }

  /// The text with ``Redactor/word`` in place of each credential.
  package var redacted: String {
    var result = start > 0 ? "…" : ""
    var position = start
    for range in merged {
      result += String(text[position..<range.lowerBound]) + Redactor.word
      position = range.upperBound
    }
    return result + String(text[position...])
  }

  /// Where a character of the text stands in ``redacted``; that of a credential at its beginning.
  package func index(ofRedacted index: Int) -> Int {
    var shift = start > 0 ? 1 - start : 0
    for range in merged where range.lowerBound < index {
      guard range.upperBound <= index else { return range.lowerBound + shift }
      shift += Redactor.word.count - range.count
    }
    return index + shift
  }

  /// What is hidden, in order and without overlaps.
  private var merged: [Range<Int>] {
    var result: [Range<Int>] = []
    for range in hidden.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let range = max(range.lowerBound, start)..<max(range.upperBound, start)
      guard !range.isEmpty else { continue }
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private func end(from start: Int, at isEnd: (Character) -> Bool) -> Int {
    text[start...].firstIndex(where: isEnd) ?? text.count
  }
}

extension ExcerptRedaction {
  /// Hides what stands behind `://` where the line was cut before a port or an `@` came.
  private mutating func hideCutUsers() {
    for index in text.indices.dropLast(2) where text[index...].starts(with: "://") {
      let start = index + 3
      let end = end(from: start) { "/?#\"'\\<> ".contains($0) }
      if text[start..<end].last == "…", text[start..<end].contains(":") {
        hidden.append(start..<(end - 1))
      }
    }
  }

  /// Hides the strings of members that sound secret, and those called `value`, as headers are.
  private mutating func hideMembers(around shown: Range<Int>) {
    var position = text.first == "…" ? endOfCut(before: shown.lowerBound) : 0
    start = position
    var member = ""
    while position < text.count {
      guard text[position] == "\"" else {
        if text[position] == "," || text[position] == "{" { member = "" }
        position += 1
        continue
      }
      let start = position + 1
      var end = start
      while end < text.count, text[end] != "\"" { end += text[end] == "\\" ? 2 : 1 }
      end = min(end, text.count)
      let isSecret = member == "value" || redactor.soundsSecret(member)
      if isSecret, !shown.overlaps(start..<max(end, start + 1)) { hidden.append(start..<end) }
      position = end + 1
      let next = text.indices.contains(position) ? text[position...].first { $0 != " " } : nil
      if next == ":" { member = String(text[start..<end]) }
    }
  }

  /// Where the first whole member begins: what was cut may be a credential, or the name of one.
  private func endOfCut(before limit: Int) -> Int {
    var position = min(end(from: 0) { $0 == "\"" }, limit)
    let next = text[min(position + 1, text.count)...].first { $0 != " " }
    guard let next, position < limit, ":,}]".contains(next) else { return position }
    position += 1
    // Where the next name begins, so that a text that was cut here is not cut again.
    guard next == ":" else { return min(end(from: position) { $0 == "\"" }, limit) }
    let comma = end(from: position) { $0 == "," }
    return min(end(from: comma) { $0 == "\"" }, limit)
  }
}

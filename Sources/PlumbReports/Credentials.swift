import PlumbChecking

/// Finds credentials in a line of text, so that no report shows them.
///
/// Recordings that others made never had theirs taken out. Found are user and password of a URL,
/// and the values of parameters whose names sound secret; in a line of an archive also what stands
/// beside the place that is shown: values of header fields and cookies.
struct Credentials {
  private let text: [Character]
  private var hidden: [Range<Int>] = []
  /// Up to where the text is left out, but for the mark of a cut at its beginning.
  private var start = 0

  /// Looks through a text for URLs.
  init(in text: some StringProtocol) {
    self.text = Array(text)
    hideUsers()
    hideParameters()
  }

  /// Looks through a line of an archive, in which other members surround what is shown.
  ///
  /// - Parameters:
  ///   - line: The line, as it was cut.
  ///   - shown: The characters that the line is shown for; they stay, but for URLs in them.
  init(inArchive line: String, around shown: Range<Int>) {
    self.init(in: line)
    hideMembers(around: shown)
  }

  /// The text with ``URLRedaction/placeholder`` in place of each credential.
  var redacted: String {
    var result = start > 0 ? "…" : ""
    var position = start
    for range in merged {
      result += String(text[position..<range.lowerBound]) + URLRedaction.placeholder
      position = range.upperBound
    }
    return result + String(text[position...])
  }

  /// Where a character of the text stands in ``redacted``; that of a credential at its beginning.
  func index(ofRedacted index: Int) -> Int {
    var shift = start > 0 ? 1 - start : 0
    for range in merged where range.lowerBound < index {
      guard range.upperBound <= index else { return range.lowerBound + shift }
      shift += URLRedaction.placeholder.count - range.count
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

extension Credentials {
  /// Hides what stands between `://` and `@`, or a port that is none where the line was cut.
  private mutating func hideUsers() {
    for index in text.indices.dropLast(2) where text[index...].starts(with: "://") {
      let start = index + 3
      let end = end(from: start) { "/?#\"'\\<> ".contains($0) }
      if let at = text[start..<end].lastIndex(of: "@") {
        hidden.append(start..<at)
      } else if text[start..<end].last == "…", text[start..<end].contains(":") {
        hidden.append(start..<(end - 1))
      }
    }
  }

  /// Hides the value of `name=value` where the name sounds secret.
  private mutating func hideParameters() {
    for index in text.indices where text[index] == "=" {
      let name = text[..<index].reversed().prefix { !"?&#;= ,\"'\\<>{".contains($0) }
      guard URLRedaction.soundsSecret(String(name.reversed())) else { continue }
      hidden.append((index + 1)..<end(from: index + 1) { "&#;\"'\\<>, …".contains($0) })
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
      let isSecret = member == "value" || URLRedaction.soundsSecret(member)
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
    guard next == ":" else { return position }
    let comma = end(from: position) { $0 == "," }
    return min(end(from: comma) { $0 == "\"" }, limit)
  }
}

extension String {
  /// The text without the credentials of the URLs in it.
  package var withoutCredentials: String {
    contains { $0 == "=" || $0 == "@" } ? Credentials(in: self).redacted : self
  }
}

import PlumbModel
import PlumbText

/// Reads where addresses lead.
struct LinkReader {
  let reading: NodeReading

  /// Reads the map under `links`.
  func read(_ node: NotationNode) -> [Link] {
    (reading.map(node, "`links`") ?? []).compactMap(link)
  }

  private func link(_ entry: NotationEntry) -> Link? {
    let at = reading.parse(key: entry.key, at: entry.keyPlace) {
      scanner throws(NotationProblem) in try scanner.path()
    }
    let parts = reading.parse(entry.value, "the target of a link") {
      scanner throws(NotationProblem) in try scanner.target()
    }
    guard let at, let parts, let target = reading.string(entry.value, "a target") else {
      return nil
    }
    return Link(at: at, target: target, parts: parts, place: entry.keyPlace)
  }
}

extension NotationScanner {
  /// Reads the target of a link: text with `{parameter}`, `{.member}`, `{..member}` in it.
  mutating func target() throws(NotationProblem) -> [Link.Part] {
    guard peek == "/" else {
      throw fail("a link's target is a path below the server and begins with `/`")
    }
    var parts: [Link.Part] = []
    while let next = peek {
      if next == "{" {
        parts.append(try placeholder())
      } else if next == "}" {
        throw fail("this `}` closes nothing")
      } else {
        parts.append(.text(run { $0 != "{" && $0 != "}" }))
      }
    }
    return parts
  }

  private mutating func placeholder() throws(NotationProblem) -> Link.Part {
    let start = offset
    offset += 1
    let dots = run { $0 == "." }.count
    let name = run { $0 != "}" && $0 != "{" }
    guard take("}") else {
      throw NotationProblem(message: "the brace `{` is not closed", offset: start, isUnclosed: true)
    }
    if dots == 0 {
      guard !name.isEmpty else { throw fail("`{}` names nothing", at: start) }
      return .parameter(name)
    }
    var inner = NotationScanner(name)
    do {
      let path = try inner.path()
      try inner.end()
      return .member(levelsUp: dots - 1, path)
    } catch {
      throw fail(error.message, at: start + 1 + dots + error.offset, remedy: error.remedy)
    }
  }
}

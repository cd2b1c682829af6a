import PlumbModel
import PlumbText

extension NotationScanner {
  /// Reads a path: `occupation[].job_family.code`, `$[].href`, `['a.b'].c`.
  mutating func path() throws(NotationProblem) -> FieldPath {
    skipBlanks()
    var steps: [FieldPath.Step] = []
    var needsDot = false
    if take("$") {
      needsDot = true
    } else if peek != "[" {
      steps.append(.member(try memberName()))
      needsDot = true
    }
    while let next = peek {
      if next == "[" {
        offset += 1
        if take("]") {
          guard needsDot else {
            throw fail("a root that is a list is written `$[]`", at: offset - 2)
          }
          steps.append(.items)
        } else {
          guard peek == "'" else { throw fail("expected `]` or a name in single quotes") }
          steps.append(.member(try quoted()))
          guard take("]") else { throw fail("expected `]`") }
        }
        needsDot = true
      } else if next == "." {
        guard needsDot else { throw fail("expected the name of a member") }
        offset += 1
        steps.append(.member(try memberName()))
      } else {
        break
      }
    }
    return FieldPath(steps: steps)
  }

  private mutating func memberName() throws(NotationProblem) -> String {
    let name = run { scalar in
      !scalar.properties.isWhitespace && !".[]{}(),=<>+'\"$".unicodeScalars.contains(scalar)
    }
    guard !name.isEmpty else {
      throw fail(isAtEnd ? "a path was expected" : "expected the name of a member, not `\(rest)`")
    }
    return name
  }
}

/// A path to values inside a body, as contracts write it: `occupation[].job_family.code`.
///
/// It starts at the root of the body (or of an item, where the contract says so); `[]` steps into
/// the items of a list, and `$` stands for a root that is itself a list: `$[].href`. A name with a
/// sign of the notation in it stands in brackets and quotes: `['a.b'].c`.
public struct FieldPath: Hashable, Sendable {
  /// One step of a path.
  public enum Step: Hashable, Sendable {
    /// Into the member of this name.
    case member(String)
    /// Into each item.
    case items
  }

  /// The steps, from the root down; none is the root itself.
  public var steps: [Step]

  /// Creates a path.
  public init(steps: [Step]) {
    self.steps = steps
  }
}

extension FieldPath: CustomStringConvertible {
  /// The path as contracts write it.
  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name):
        if Self.needsQuotes(name) {
          text += "['\(Self.doublingQuotes(name))']"
        } else {
          text += text.isEmpty ? name : ".\(name)"
        }
      case .items: text += text.isEmpty ? "$[]" : "[]"
      }
    }
    return text.isEmpty ? "$" : text
  }

  private static func needsQuotes(_ name: String) -> Bool {
    name.isEmpty
      || name.unicodeScalars.contains { scalar in
        scalar.properties.isWhitespace || ".[]{}(),=<>+'\"$".unicodeScalars.contains(scalar)
      }
  }

  private static func doublingQuotes(_ name: String) -> String {
    name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }
}

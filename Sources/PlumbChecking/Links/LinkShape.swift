import PlumbModel
import PlumbText

/// The path of a documented link, as far as it is the same for all values.
struct LinkShape {
  private enum Segment {
    case text(String)
    /// At least one value, perhaps with text around it.
    case value
  }

  private let segments: [Segment]

  /// Takes a link's path apart; `nil` where escapes or a fragment make it hard to say.
  init?(_ link: Link) {
    var segments: [Segment] = []
    parts: for part in link.parts {
      guard case .text(let text) = part else {
        guard !segments.isEmpty else { return nil }
        segments[segments.count - 1] = .value
        continue
      }
      for character in text.unicodeScalars {
        switch character {
        case "?": break parts
        case "#", "%", "\\": return nil
        case "/": segments.append(.text(""))
        default:
          guard let last = segments.last else { return nil }
          if case .text(let before) = last {
            segments[segments.count - 1] = .text(before + String(character))
          }
        }
      }
    }
    if case .text("")? = segments.last { segments.removeLast() }
    self.segments = segments
  }

  /// Whether every such path is one of an operation's, whatever the values, a slash at the end
  /// apart.
  func isAlways(_ path: PathTemplate) -> Bool {
    let wanted = path.hasTrailingSlash ? path.segments.dropLast() : path.segments[...]
    guard wanted.count == segments.count else { return false }
    return zip(segments, wanted).allSatisfy { segment, wanted in
      switch (segment, wanted) {
      case (.text(let text), .literal(let literal)):
        !text.isEmpty && text.utf8.elementsEqual(literal.utf8)
      case (.text(let text), .parameter(_, "", "")): !text.isEmpty
      case (.value, .parameter(_, "", "")): true
      default: false
      }
    }
  }
}

/// A place inside a JSON value.
///
/// A pointer is a list of *reference tokens*. Its text escapes `~` as `~0` and `/` as `~1`:
///
/// ```swift
/// try JSONPointer("/occupation/7/a~1b").tokens  // ["occupation", "7", "a/b"]
/// try JSONPointer("occupation")
/// // expected "/" at the start of a JSON Pointer, found "o": write "/occupation"
/// ```
///
/// Source: RFC 6901.
public struct JSONPointer: Hashable, Sendable {
  /// The unescaped reference tokens, from the root down.
  public var tokens: [String]

  /// Creates a pointer; without tokens it is that of the whole value.
  public init(tokens: [String] = []) {
    self.tokens = tokens
  }

  /// Reads a pointer in its escaped form: empty, or beginning with `/`.
  public init(_ text: String) throws(SyntaxError) {
    let scalars = Array(text.unicodeScalars)
    tokens = []
    guard let first = scalars.first else { return }
    guard first == "/" else {
      let found = String(first)
      throw SyntaxError(
        message: "expected \"/\" at the start of a JSON Pointer, found \"\(found)\": "
          + "write \"/\(text)\"",
        offset: 0
      )
    }
    var token = String.UnicodeScalarView()
    var offset = 1
    while offset < scalars.count {
      switch scalars[offset] {
      case "/":
        tokens.append(String(token))
        token = String.UnicodeScalarView()
      case "~":
        guard offset + 1 < scalars.count, let plain = Self.plain(scalars[offset + 1]) else {
          throw SyntaxError(
            message: "expected \"0\" or \"1\" after \"~\": write \"~0\" for \"~\" "
              + "and \"~1\" for \"/\"",
            offset: offset
          )
        }
        token.append(plain)
        offset += 1
      case let other:
        token.append(other)
      }
      offset += 1
    }
    tokens.append(String(token))
  }

  private static func plain(_ escaped: Unicode.Scalar) -> Unicode.Scalar? {
    switch escaped {
    case "0": "~"
    case "1": "/"
    default: nil
    }
  }

  /// Returns the pointer one step further down, to a member.
  public func appending(_ name: String) -> JSONPointer {
    JSONPointer(tokens: tokens + [name])
  }

  /// Returns the pointer one step further down, to an element counted from 0.
  public func appending(_ index: Int) -> JSONPointer {
    appending(String(index))
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer in its escaped form.
  public var description: String {
    var text = String.UnicodeScalarView()
    for token in tokens {
      text.append("/")
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text.append(contentsOf: "~0".unicodeScalars)
        case "/": text.append(contentsOf: "~1".unicodeScalars)
        default: text.append(scalar)
        }
      }
    }
    return String(text)
  }
}

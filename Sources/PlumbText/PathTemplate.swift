/// The path of an operation, with its parameters in braces: `/occupations/{code}/`.
///
/// A parameter is a whole segment, or stands alone in one with text around it: `/{code}.json`.
///
/// ```swift
/// try PathTemplate("/jobs/{code}/").match("/jobs/a%2Fb/")  // ["code": "a/b"]
/// try PathTemplate("/jobs/{code")
/// // expected "}" after "{code": close the brace, or write "%7B" for a literal "{"
/// ```
public struct PathTemplate: Hashable, Sendable {
  /// What stands between two slashes.
  public enum Segment: Hashable, Sendable {
    /// This very text, decoded; empty after a slash at the end.
    case literal(String)
    /// A value, with decoded text before and after it.
    case parameter(String, prefix: String, suffix: String)
  }

  /// The template as written.
  public let text: String

  /// The segments, from the left.
  public let segments: [Segment]

  /// Reads a template.
  public init(_ text: String) throws(SyntaxError) {
    self.text = text
    var parser = PathTemplateParser(text)
    segments = try parser.parse()
  }

  /// The names of the parameters, from the left.
  public var parameterNames: [String] {
    segments.compactMap { segment in
      guard case .parameter(let name, _, _) = segment else { return nil }
      return name
    }
  }

  /// Whether the path ends in a slash.
  public var hasTrailingSlash: Bool { segments.last == .literal("") }

  /// Returns the path with these values in it, escaped; `nil` when one is missing or empty.
  public func expand(_ values: [String: String]) -> String? {
    var path = ""
    for segment in segments {
      path += "/"
      switch segment {
      case .literal(let text):
        path += PercentEncoding.encodePathSegment(text)
      case .parameter(let name, let prefix, let suffix):
        guard let value = values[name], !value.isEmpty else { return nil }
        path += PercentEncoding.encodePathSegment(prefix + value + suffix)
      }
    }
    return path
  }

  /// Returns the decoded values of the parameters in an escaped path; `nil` when it is no such
  /// path.
  ///
  /// A parameter takes one character or more, and no slash.
  ///
  /// - Parameter ignoringTrailingSlash: Whether it may lack the template's slash at the end, or
  ///   have one more.
  public func match(_ path: String, ignoringTrailingSlash: Bool = false) -> [String: String]? {
    guard path.utf8.first == UInt8(ascii: "/"),
      mayMatch(slashes: path.utf8.count { $0 == UInt8(ascii: "/") })
    else { return nil }
    var parts = path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"),
      omittingEmptySubsequences: false
    )
    var expected = segments[...]
    if ignoringTrailingSlash {
      if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
      if expected.count > 1, hasTrailingSlash { expected.removeLast() }
    }
    guard parts.count == expected.count else { return nil }
    var values: [String: String] = [:]
    for (part, segment) in zip(parts, expected) {
      switch segment {
      case .literal(let literal):
        guard Self.means(literal, part) else { return nil }
      case .parameter(let name, let prefix, let suffix):
        let text = PercentEncoding.decode(String(decoding: part, as: UTF8.self))
        guard let value = Self.value(in: text, prefix: prefix, suffix: suffix) else { return nil }
        values[name] = value
      }
    }
    return values
  }

  /// Whether an escaped segment means a text; most are written as they are.
  private static func means(_ literal: String, _ part: Substring.UTF8View) -> Bool {
    let isPlain = part.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "%") }
    if isPlain { return part.elementsEqual(literal.utf8) }
    return PercentEncoding.decode(String(decoding: part, as: UTF8.self)) == literal
  }

  /// Whether a path with so many slashes, one more or one less at its end, may match: tells most
  /// that do not without taking them apart.
  private func mayMatch(slashes: Int) -> Bool {
    slashes - 1 <= segments.count && segments.count <= slashes + 1
  }

  private static func value(in text: String, prefix: String, suffix: String) -> String? {
    let scalars = text.unicodeScalars
    let before = prefix.unicodeScalars
    let after = suffix.unicodeScalars
    let length = scalars.count - before.count - after.count
    guard length > 0, scalars.starts(with: before) else { return nil }
    guard scalars.suffix(after.count).elementsEqual(after) else { return nil }
    return String(Substring(scalars.dropFirst(before.count).prefix(length)))
  }
}

extension PathTemplate: CustomStringConvertible {
  /// Returns whether both are written alike.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.text == rhs.text }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The template as written.
  public var description: String { text }
}

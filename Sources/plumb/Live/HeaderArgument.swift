#if Live
import PlumbLive
import PlumbModel

/// Header fields that are given on the command line. No message says their values.
enum HeaderArgument {
  /// Names whose values are no credentials.
  private static let harmless: Set<String> = [
    "accept", "accept-language", "user-agent", "from", "referer", "x-api-version",
  ]

  /// Reads `Name: value`, `Name=VARIABLE`, or `@FILE` with such lines.
  static func entries(_ argument: String) throws(Failure) -> [Keyring.Entry] {
    guard argument.hasPrefix("@") else { return [try entry(argument)] }
    let path = String(argument.dropFirst())
    guard let lines = TextFile.lines(of: path) else {
      throw Failure(.usage, "--header @\(path): the file cannot be read; check the path")
    }
    var entries: [Keyring.Entry] = []
    for line in lines where !line.allSatisfy({ $0 == " " }) && !line.hasPrefix("#") {
      entries.append(try entry(line))
    }
    guard !entries.isEmpty else {
      throw Failure(.usage, "--header @\(path): expected lines such as \"Name: value\", found none")
    }
    return entries
  }

  private static func entry(_ text: String) throws(Failure) -> Keyring.Entry {
    let name = String(text.prefix { $0 != ":" && $0 != "=" })
    let sign = text.dropFirst(name.count).first
    guard let sign, !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else {
      throw Failure(
        .usage,
        "--header: expected \"Name: value\", Name=VARIABLE or @FILE; "
          + "what was found is not shown, because it may be a credential"
      )
    }
    let rest = trimmed(text.dropFirst(name.count + 1))
    guard sign == "=" else {
      guard !rest.isEmpty, !rest.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
        throw Failure(.usage, "--header \(name): expected a value after the colon, on one line")
      }
      let isSecret = !harmless.contains(name.lowercased())
      return Keyring.Entry(
        field: HTTPField(name: name, value: rest),
        name: name,
        isSecret: isSecret
      )
    }
    guard let value = Environment.value(of: rest) else {
      throw Failure(
        .usage,
        "--header \(name): the environment variable \"\(rest)\" is not set; "
          + "a value itself follows a colon: --header \"\(name): value\""
      )
    }
    return Keyring.Entry(field: HTTPField(name: name, value: value), name: rest)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}
#endif

/// A host name in which `*` stands for any run of characters.
///
/// ```swift
/// HostPattern("api-v*.example.org").matches("API-v2.example.org")  // true
/// ```
public struct HostPattern: Hashable, Sendable {
  /// The pattern as written.
  public let text: String

  private let pattern: [UInt8]

  /// Creates a pattern.
  public init(_ text: String) {
    self.text = text
    pattern = text.utf8.map(Self.lowercased)
  }

  /// Returns whether a host, without its port, matches; letters of ASCII in any case.
  public func matches(_ host: some StringProtocol) -> Bool {
    let host = host.utf8.map(Self.lowercased)
    var offset = 0
    var index = 0
    // Where to try again: the last star can always take one character more.
    var retry: (offset: Int, index: Int)?
    while offset < host.count {
      if index < pattern.count, pattern[index] == UInt8(ascii: "*") {
        index += 1
        retry = (offset, index)
      } else if index < pattern.count, pattern[index] == host[offset] {
        offset += 1
        index += 1
      } else if let last = retry {
        offset = last.offset + 1
        index = last.index
        retry = (offset, index)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}

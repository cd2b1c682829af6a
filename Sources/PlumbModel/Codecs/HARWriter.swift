import PlumbText

/// Writes exchanges as an HTTP archive, HAR 1.2, an entry a line, always the same bytes for the
/// same exchanges.
///
/// What is not known is written as the standard has it: a moment as 1970, a size as -1. An exchange
/// that failed has its reason in `_error`, as browsers write it. Header fields that frame a message
/// stand as they were received, although the body is written without content coding.
///
/// Source: HAR 1.2 specification.
public struct HARWriter: Sendable {
  /// What stands for a version that is not known.
  static let httpVersion = "HTTP/1.1"

  private let creator: (name: String, version: String)
  private var isFirst = true

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - creator: The name of the program that writes.
  ///   - version: Its version.
  public init(creator: String, version: String) {
    self.creator = (creator, version)
  }

  /// Returns what stands before the entries.
  public func begin() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("name", creator.name)
    writer.member("version", creator.version)
    writer.endObject()
    return Array("{\"log\":{\"version\":\"1.2\",\"creator\":\(writer.text),\"entries\":[".utf8)
  }

  /// Returns an entry.
  public mutating func entry(_ record: ExchangeRecord) -> [UInt8] {
    var writer = JSONWriter()
    let entry = HAREntryWriter(record)
    entry.write(to: &writer)
    let separator = isFirst ? "\n" : ",\n"
    isFirst = false
    return Array(separator.utf8) + writer.bytes
  }

  /// Returns what stands behind the entries.
  public func end() -> [UInt8] { Array("\n]}}\n".utf8) }
}

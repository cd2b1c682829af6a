/// A file that holds exchanges, or a body.
public struct RecordingFile: Hashable, Sendable {
  /// What a file holds, told by the end of its name.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// One exchange, as `plumb record` writes it.
    case http
    /// An HTTP archive.
    case har
    /// Exchanges, one on a line.
    case ndjson
    /// A body alone.
    case json

    /// The format of a file by its name; `nil` when no recording is called so.
    public init?(path: String) {
      guard let known = Self.endings.first(where: { Self.ends(path, in: $0.ending) }) else {
        return nil
      }
      self = known.format
    }

    private static let endings: [(ending: StaticString, format: Format)] = [
      (".http", .http), (".har", .har), (".ndjson", .ndjson), (".jsonl", .ndjson), (".json", .json),
    ]

    /// Whether a path ends so, in any case.
    private static func ends(_ path: String, in ending: StaticString) -> Bool {
      let count = ending.utf8CodeUnitCount
      let end = path.utf8.suffix(count)
      guard end.count == count else { return false }
      return ending.withUTF8Buffer { ending in
        zip(end, ending).allSatisfy { byte, expected in
          byte == expected || (byte &- 0x41 < 26 && byte | 0x20 == expected)
        }
      }
    }
  }

  /// The path as it was given, or found below a folder that was given; `-` for standard input.
  public var path: String

  /// The rank among all files of the set, from 0.
  public var rank: Int

  /// The session: the path of its folder, or the file itself.
  public var session: String

  /// What the file holds.
  public var format: Format

  /// The size in bytes when the file was found; 0 for standard input.
  public var size: Int

  /// Creates a file.
  public init(path: String, rank: Int, session: String, format: Format, size: Int) {
    self.path = path
    self.rank = rank
    self.session = session
    self.format = format
    self.size = size
  }

  /// Whether the exchanges come from standard input.
  public var isStandardInput: Bool { path == "-" }
}

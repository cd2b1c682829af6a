public import PlumbModel
public import PlumbNotation
import PlumbText

/// What vcrpy, the Python recorder, keeps in a file: requests with the answers to them.
public struct Cassette: Hashable, Sendable {
  /// The exchanges, in order.
  public var exchanges: [Exchange]

  /// How many bodies came in a content coding that is not decoded, by its name.
  public var undecoded: [String: Int]

  /// Reads a cassette, in YAML or in JSON.
  ///
  /// A body in gzip or deflate is decoded. One in another coding, or that cannot be decoded, makes
  /// its exchange one that failed: it is no answer that could be judged.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: Its path, for places.
  /// - Throws: What is wrong first, with its place.
  public init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    var reader = CassetteReader()
    exchanges = try reader.read(try CassetteFile.root(of: bytes, file: file))
    undecoded = reader.undecoded
  }
}

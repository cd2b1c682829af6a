public import PlumbModel

/// Takes the body of an answer that is too large to be held in memory, while it comes.
///
/// It serves one request, and all attempts at it, one after the other.
public protocol BodyOverflow: Sendable {
  /// The most bytes of a body that are held in memory.
  var limit: Int { get }

  /// Begins with the head of an answer; what was taken of an attempt before is forgotten.
  func begin(_ exchange: Exchange) async

  /// Takes a piece of the body, after content decoding.
  func append(_ piece: [UInt8]) async
}

import PlumbModel
import PlumbNotation
import PlumbRecordings
import PlumbText

/// What tells one state of the contracts from another, on whatever machine and in whatever folder.
enum ContractState {
  /// The most bytes of one file.
  private static let limit = 1 << 28

  /// Sixteen hexadecimal digits over the bytes of all contract files, in their order.
  static func of(_ library: ContractLibrary) throws(Failure) -> String {
    let files = Set(library.apis.map(\.place.file) + library.contracts.map(\.place.file))
    var hash: UInt64 = 0
    for file in files.sorted() {
      do throws(RecordingError) {
        hash = XXH64.hash(try FileReader.bytes(of: file, limit: limit), seed: hash)
      } catch {
        throw Failure(.unreadable, error.description)
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

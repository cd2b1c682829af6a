import PlumbModel
import PlumbRecordings
import PlumbText

/// Which recordings a share of the work reads: whole files, and single exchanges of large ones.
struct ShardPlan: Sendable {
  /// From which size on a file of many exchanges is shared out by exchange, in bytes.
  static let largeFile = 1 << 25

  let shard: Shard
  private let largeFiles: Set<String>
  /// The files that the share reads.
  let files: [RecordingFile]

  /// Shares out files, which all shares find in the same order.
  init(_ shard: Shard, of files: [RecordingFile]) {
    self.shard = shard
    let large = files.filter { file in
      guard file.format == .har || file.format == .ndjson else { return false }
      return file.isStandardInput || file.size >= Self.largeFile
    }
    largeFiles = Set(large.map(\.path))
    var rank = -1
    var own: [RecordingFile] = []
    for file in files {
      if largeFiles.contains(file.path) {
        own.append(file)
        continue
      }
      rank += 1
      if shard.holds(rank) { own.append(file) }
    }
    self.files = own
  }

  /// Whether the share takes an exchange of a file that it reads.
  ///
  /// - Parameter file: The file that is read; the exchange may name another one.
  func takes(_ source: ExchangeSource, of file: RecordingFile) -> Bool {
    guard largeFiles.contains(file.path) else { return true }
    guard source.isNamed else { return shard.holds(source.entry ?? 0) }
    let name = XXH64.hash(Array(source.file.utf8))
    return shard.holds(Int(name >> 32) + (source.entry ?? 0))
  }
}

import PlumbChecking
import PlumbModel
import PlumbRecordings
import PlumbText

/// The links that a walk followed, and those that lead nowhere.
struct FollowedLinks {
  private let api: String

  /// The links that lead nowhere, in the order in which they were followed.
  private(set) var dead: [DeadLink] = []

  /// How many links of each kind were followed.
  private(set) var counts: [DeadLink.Kind: Int] = [:]

  /// - Parameter api: The API whose answers hold the links.
  init(api: String) {
    self.api = api
  }

  /// Counts a link that was followed.
  mutating func count(_ link: FoundLink) { counts[kind(of: link), default: 0] += 1 }

  /// Takes note that a link leads nowhere.
  ///
  /// - Parameters:
  ///   - status: The status of the answer.
  ///   - place: Where the link stands; `nil` when its recording cannot be read again.
  mutating func add(dead link: FoundLink, status: Int, at place: Place?) {
    dead.append(DeadLink(kind: kind(of: link), url: link.url, status: status, place: place))
  }

  private func kind(of link: FoundLink) -> DeadLink.Kind {
    DeadLink.Kind(operation: "\(api)/\(link.operation)", at: link.link.at)
  }
}

extension ExchangeReader {
  /// Where a value stands in a recording; `nil` when it cannot be read, or holds no such value.
  ///
  /// - Parameters:
  ///   - pointer: The value, RFC 6901.
  ///   - shownPath: What a report calls the recording.
  mutating func place(of pointer: String, in file: RecordingFile, shownPath: String) -> Place? {
    guard let target = try? JSONPointer(pointer) else { return nil }
    var place: Place?
    try? read(file) { layout, bytes, _, locate, _ in
      guard let document = try? JSONDocument(in: bytes, layout.body),
        let node = document.root[target]
      else { return }
      let found = locate(node.range)
      place = Place(
        recording: shownPath,
        entry: nil,
        pointer: pointer,
        line: found.line,
        column: found.column,
        offset: found.offset,
        length: max(node.range.count, 1),
        excerpt: found.excerpt
      )
    }
    return place
  }
}

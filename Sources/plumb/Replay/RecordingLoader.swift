import PlumbModel
import PlumbRecordings
import Synchronization

/// Finds what recordings asked, with all processors.
struct RecordingLoader {
  /// What was found.
  struct Outcome: Sendable {
    /// The requests, in the order of the files.
    var requests: [RecordedRequest] = []
    /// Where the answer of each is.
    var answers: [AnswerPlace] = []
    /// What could not be read, in the order of the files.
    var errors: [RecordingError] = []
  }

  private struct Part: Sendable {
    var found: [(rank: Int, found: [RequestReader.Found])] = []
    var errors: [(rank: Int, error: RecordingError)] = []
  }

  /// Reads the requests of all files.
  static func load(_ files: [RecordingFile]) async -> Outcome {
    let next = SharedCounter()
    let workers = files.count < 100 ? 1 : Environment.processors
    let parts = await withTaskGroup(of: Part.self) { group in
      for _ in 0..<workers {
        group.addTask { work(on: files, next) }
      }
      return await group.reduce(into: [Part]()) { $0.append($1) }
    }
    var outcome = Outcome()
    for part in parts.flatMap(\.found).sorted(by: { $0.rank < $1.rank }) {
      outcome.requests += part.found.map(\.request)
      outcome.answers += part.found.map(\.answer)
    }
    outcome.errors = parts.flatMap(\.errors).sorted { $0.rank < $1.rank }.map(\.error)
    return outcome
  }

  private static func work(on files: [RecordingFile], _ next: SharedCounter) -> Part {
    var reader = RequestReader()
    var part = Part()
    while let file = next.take(from: files) {
      do throws(RecordingError) {
        part.found.append((file.rank, try reader.read(file)))
      } catch {
        part.errors.append((file.rank, error))
      }
    }
    return part
  }
}

/// Hands out files one by one.
private final class SharedCounter: Sendable {
  private let value = Atomic(0)

  func take(from files: [RecordingFile]) -> RecordingFile? {
    let place = value.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < files.count ? files[place] : nil
  }
}

extension RecordingLoader.Outcome {
  /// Notes how long each recording took, where its session says so.
  mutating func addDurations(of files: [RecordingFile]) throws(RecordingError) {
    var durations: [String: Duration] = [:]
    for session in Set(files.map(\.session)) where Folder.isFolder(session) {
      for note in try SessionNotes.read(in: session) {
        guard case .recording(let path) = note.subject else { continue }
        durations["\(session)/\(path)"] = note.circumstances.duration
      }
    }
    for place in requests.indices {
      requests[place].duration = durations[requests[place].name]
    }
  }
}

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
    var found: [(place: Int, found: [RequestReader.Found])] = []
    var errors: [(place: Int, error: RecordingError)] = []
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
    var inOrder = [[RequestReader.Found]](repeating: [], count: files.count)
    for part in parts {
      for (place, found) in part.found { inOrder[place] = found }
    }
    outcome.requests.reserveCapacity(files.count)
    outcome.answers.reserveCapacity(files.count)
    for found in inOrder.joined() {
      outcome.requests.append(found.request)
      outcome.answers.append(found.answer)
    }
    outcome.errors = parts.flatMap(\.errors).sorted { $0.place < $1.place }.map(\.error)
    return outcome
  }

  private static func work(on files: [RecordingFile], _ next: SharedCounter) -> Part {
    var reader = RequestReader()
    var part = Part()
    while let place = next.take(upTo: files.count) {
      do throws(RecordingError) {
        part.found.append((place, try reader.read(files[place])))
      } catch {
        part.errors.append((place, error))
      }
    }
    return part
  }
}

/// Hands out the places of files one by one.
private final class SharedCounter: Sendable {
  private let value = Atomic(0)

  func take(upTo count: Int) -> Int? {
    let place = value.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
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

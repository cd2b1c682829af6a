import PlumbModel
import PlumbRecordings

/// Where an archive or a stream of exchanges goes: a file that is whole or not there, or whatever
/// takes bytes as they come.
struct ExchangeOutput {
  private enum Target {
    case standardOutput
    case stream(FileDescriptor, path: String)
    case file(DurableWriter)
  }

  private let target: Target

  /// Begins a file; `nil` and `-` stand for standard output.
  init(_ path: String?) throws(Failure) {
    guard let path, path != "-" else {
      target = .standardOutput
      return
    }
    if ReportFile.isStream(path) {
      guard let file = FileDescriptor(writing: path) else { throw Self.failure(path, "not there") }
      target = .stream(file, path: path)
      return
    }
    guard !Folder.isFolder(path) else { throw Self.failure(path, "this is a folder; name a file") }
    do throws(RecordingError) {
      target = .file(try DurableWriter(path))
    } catch {
      throw Self.failure(path, error.message)
    }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    switch target {
    case .standardOutput:
      StandardStream.output.write(bytes)
    case .stream(let file, let path):
      guard file.writeAll(bytes) == nil else { throw Self.failure(path, "not there") }
    case .file(let file):
      do throws(RecordingError) {
        try file.append(bytes)
      } catch {
        throw Self.failure(error.file, error.message)
      }
    }
  }

  /// Puts the file in its place.
  func finish() throws(Failure) {
    switch target {
    case .standardOutput: return
    case .stream(let file, _): file.close()
    case .file(let file):
      do throws(RecordingError) {
        try file.finish()
      } catch {
        throw Self.failure(error.file, error.message)
      }
    }
  }

  private static func failure(_ path: String, _ reason: String) -> Failure {
    Failure(.fault, "\(path): the exchanges cannot be written: \(reason)")
  }
}

import Foundation

/// The built `plumb` while it runs, as people start a server.
///
/// It is stopped with the value.
final class RunningTool {
  private let process = Process()
  private let output = Pipe()
  private let errors: URL
  private let workshop: Workshop

  /// Starts it.
  init(_ arguments: [String], in workshop: Workshop) throws {
    self.workshop = workshop
    errors = URL.temporaryDirectory.appending(path: "plumb-\(UUID().uuidString)")
    try Data().write(to: errors)
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = workshop.folder
    process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"]
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: errors)
  }

  /// The port of the first address that it names; `nil` when it ends without one.
  func port() async -> Int? {
    let handle = output.fileHandleForReading
    let line = await Self.apart { handle.availableData }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let address = words.first { $0.hasPrefix("http://") }
    return address?.split(separator: ":").last.flatMap { Int($0) }
  }

  /// Sends it a signal that ends it, and waits for its end.
  ///
  /// - Returns: The signal that it ended by, and what it said to standard error.
  func end(by signal: Int32) async throws -> (signal: Int32?, errors: String) {
    kill(process.processIdentifier, signal)
    let process = process
    await Self.apart { process.waitUntilExit() }
    let isSignal = process.terminationReason == .uncaughtSignal
    let errors = try String(contentsOf: errors, encoding: .utf8)
    return (isSignal ? process.terminationStatus : nil, errors)
  }

  /// Asks it to stop, and waits for its end.
  ///
  /// - Returns: The exit status, and what it said to standard error.
  func stop() async throws -> (status: Int32, errors: String) {
    process.interrupt()
    let process = process
    await Self.apart { process.waitUntilExit() }
    return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
  }

  /// What it wrote to standard output behind the line of ``port()``; waits for its end.
  func restOfOutput() async -> String {
    let handle = output.fileHandleForReading
    let rest = await Self.apart { handle.readDataToEndOfFile() }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Does what blocks on a thread of its own.
  private static func apart<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
  ) async -> Result {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: work()) }
    }
  }
}

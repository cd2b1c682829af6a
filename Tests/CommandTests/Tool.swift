import Foundation

/// The built `plumb`, run as people run it.
struct Tool {
  /// What a run left behind.
  struct Result: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The folder that it runs in, which lasts as long as the tool.
  var workshop: Workshop

  /// The executable: it stands beside the tests in the build folder.
  static var executable: URL {
    #if os(macOS)
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
    return bundle.bundleURL.deletingLastPathComponent().appending(path: "plumb")
    #else
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appending(path: "plumb")
    #endif
  }

  /// Runs it, and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: The words after `plumb`.
  ///   - input: What standard input holds.
  ///   - environment: What is set besides `PATH` and a width of 80 columns.
  func run(
    _ arguments: String...,
    input: String = "",
    environment: [String: String] = [:]
  ) async throws -> Result {
    try await run(arguments, input: input, environment: environment)
  }

  /// Runs it, and waits for its end.
  func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) async throws -> Result {
    try await Self.launch(
      Self.executable,
      arguments,
      input: input,
      environment: environment,
      in: workshop.folder
    )
  }

  /// Runs a line of the shell, in which `plumb` is the executable.
  func shell(_ line: String) async throws -> Result {
    let path = "\(Self.executable.deletingLastPathComponent().path):/usr/bin:/bin"
    return try await Self.launch(
      URL(filePath: "/bin/bash"),
      ["-c", line],
      input: "",
      environment: ["PATH": path],
      in: workshop.folder
    )
  }

  private static func launch(
    _ executable: URL,
    _ arguments: [String],
    input: String,
    environment: [String: String],
    in folder: URL
  ) async throws -> Result {
    // Files and not pipes: a full pipe would stop the process, and with it the test.
    let place = URL.temporaryDirectory.appending(path: "plumb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let names = ["input", "output", "errors"].map { place.appending(path: $0) }
    for name in names { try Data().write(to: name) }
    try Data(input.utf8).write(to: names[0])

    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "COLUMNS": "80"].merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do { try process.run() } catch { done.resume(throwing: error) }
    }
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOf: names[1], encoding: .utf8),
      errors: try String(contentsOf: names[2], encoding: .utf8)
    )
  }
}

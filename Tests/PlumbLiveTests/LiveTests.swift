import Foundation
import PlumbChecking
import PlumbLive
import PlumbModel
import PlumbRecordings
import PlumbReplay
import PlumbServing
import StandIn
import StandInServing
import TestSupport
import Testing

/// The main job over real connections, in good weather and bad.
@Suite struct LiveTests {
  /// An operation whose walk is short.
  private static let search = "occupations.search"

  @Test(arguments: [("onet", 160), ("tahatu", 30)])
  func `is clean on a server that keeps every promise`(id: String, least: Int) async throws {
    let folder = try TemporaryFolder()

    let result = try await StandInServer.run { url in
      try await Wire(id, at: url, in: folder.path).live()
    }

    #expect(result.outcome.ending == .done)
    #expect(result.report.findings.map(\.message) == [])
    #expect(result.report.unjudged == [])
    #expect(result.report.summary.exchanges >= least)
  }

  @Test(arguments: [
    "429:0.15,retry-after:0", "500:0.15", "503:0.1,502:0.1", "reset:0.1", "truncate:0.1",
    "unfinished:0.1", "chunked", "slow:2ms",
    "429:0.05,500:0.05,reset:0.05,chunked:0.5,truncate:0.05",
  ])
  func `is clean in bad weather`(words: String) async throws {
    let folder = try TemporaryFolder()
    let weather = try Weather(words)

    let result = try await StandInServer.run(weather: weather, seed: 7) { url in
      try await Wire("tahatu", at: url, in: folder.path).live(only: Self.search, retries: 20)
    }

    #expect(result.outcome.ending == .done)
    #expect(result.outcome.weather == 0)
    #expect(result.report.findings.map(\.message) == [])
    #expect(result.report.unjudged == [])
  }

  @Test(arguments: ["truncate:1", "unfinished:1", "bad-gzip:1"])
  func `records an answer that is not whole as failed`(words: String) async throws {
    let folder = try TemporaryFolder()
    let weather = try Weather(words)
    var options = Walk.Options()
    options.budget = 3

    // What is cut where it would have ended once it is compressed is not cut.
    var limits = ServerLimits()
    limits.compresses = false
    let result = try await StandInServer.run(weather: weather, limits: limits) { url in
      try await Wire("tahatu", at: url, in: folder.path)
        .live(only: Self.search, options: options, retries: 0)
    }

    let files = try recordings(in: folder.path)
    #expect(files.count == 3)
    #expect(files.values.allSatisfy { $0.contains("\n# failed: ") })
    #expect(result.report.findings == [])
    #expect(result.report.unjudged.map(\.reason) == [.failed])
  }

  @Test(arguments: ["429:1", "500:1", "reset:1"])
  func `keeps weather out of the recordings where no answer came`(words: String) async throws {
    let folder = try TemporaryFolder()
    let weather = try Weather(words)
    var options = Walk.Options()
    options.budget = 2

    let result = try await StandInServer.run(weather: weather) { url in
      try await Wire("tahatu", at: url, in: folder.path).live(
        only: Self.search,
        options: options,
        retries: 0
      )
    }

    let files = try recordings(in: folder.path)
    #expect(files.values.allSatisfy { $0.contains("\n# failed: ") })
    #expect(words == "reset:1" || files.isEmpty)
    #expect(result.outcome.weather == 2)
    #expect(!result.outcome.isWhole)
    #expect(result.report.findings == [])
  }

  @Test func `records an unchanged API in the same bytes`() async throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())

    try await StandInServer.run { url in
      _ = try await Wire("tahatu", at: url, in: one.path).live(only: Self.search)
      _ = try await Wire("tahatu", at: url, in: other.path).live(only: Self.search)
      _ = try await Wire("tahatu", at: url, in: other.path)
        .live(only: Self.search, mode: .replace)
    }

    let first = try files(in: one.path)
    #expect(first.count > 8)
    #expect(try first == files(in: other.path))
  }

  @Test func `takes up a walk where it stopped`() async throws {
    let (whole, parts) = (try TemporaryFolder(), try TemporaryFolder())
    var options = Walk.Options()
    options.budget = 4

    let rest = try await StandInServer.run { url in
      _ = try await Wire("tahatu", at: url, in: whole.path).live(only: Self.search)
      let wire = try Wire("tahatu", at: url, in: parts.path)
      _ = try await wire.live(only: Self.search, options: options)
      return try await wire.live(only: Self.search, mode: .resume)
    }

    #expect(rest.outcome.reused == 4)
    #expect(rest.report.findings.map(\.message) == [])
    #expect(try files(in: whole.path) == files(in: parts.path))
  }

  @Test func `writes no secret anywhere`() async throws {
    let folder = try TemporaryFolder()

    let result = try await StandInServer.run { url in
      try await Wire("tahatu", at: url, in: folder.path).live(only: Self.search)
    }

    let all = try everything(in: folder.path)
    #expect(all.contains("{{secret:TAHATU_API_KEY}}"))
    #expect(!all.contains("secret-TAHATU"))
    #expect(!"\(result.report)".contains("secret-TAHATU"))
    #expect(!"\(result.outcome)".contains("secret-TAHATU"))
  }

  @Test func `finds a link that leads nowhere`() async throws {
    let folder = try TemporaryFolder()
    var options = Walk.Options()
    options.depth = 1

    let result = try await StandInServer.run { url in
      let wire = try Wire(at: url, in: folder.path)
      let search = wire.shipped.contracts.filter { $0.id == "job_duties.results" }
      let plan = WalkPlan(
        search.map { $0.asking([["code": "29-1051.00", "tasks": "1808"]]) },
        at: wire.shipped.site
      )
      return try await wire.live(plan: plan, options: options)
    }

    // The stand-in has no overviews of occupations, which the documentation links to.
    let finding = try #require(result.report.findings.first)
    #expect(result.report.findings.map(\.rule) == ["link-dead"])
    #expect(finding.operation == "onet/job_duties.results")
    #expect(finding.field == "/occupation/*/href")
    #expect(finding.found == "404")
    #expect(finding.occurrences.count == finding.occurrences.of)
    #expect(finding.places.first?.pointer == "/occupation/0/href")
    #expect((finding.places.first?.line ?? 0) > 10)
    #expect(result.report.summary.errors == 1)
  }

  private func everything(in folder: String) throws -> String {
    try FileManager.default.subpathsOfDirectory(atPath: folder).map { path in
      (try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)) ?? ""
    }
    .joined(separator: "\n")
  }

  /// The files of a session, without what differs each time.
  private func files(in folder: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where !path.hasSuffix("volatile.ndjson") {
      files[path] = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }
    return files
  }

  private func recordings(in folder: String) throws -> [String: String] {
    try files(in: folder).filter { $0.key.hasSuffix(".http") }
  }
}

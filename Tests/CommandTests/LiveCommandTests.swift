import Foundation
import StandIn
import StandInServing
import TestSupport
import Testing

/// `plumb live` and `plumb record` as people run them.
@Suite struct LiveCommandTests {
  private static let secret = "0f3c9a77-not-to-be-seen"
  private static let keys = ["ONET_API_KEY": secret]

  /// A folder with the shipped contracts, without their pace, and a short tour.
  private static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try FileManager.default.copyItem(
      at: URL(filePath: Repository.path("contracts")),
      to: workshop.folder.appending(path: "contracts")
    )
    let api = try workshop.read("contracts/onet/api.yaml").split(separator: "\n")
      .filter { !$0.hasPrefix("pace:") }.joined(separator: "\n")
    try workshop.write(api, to: "contracts/onet/api.yaml")
    let tour = "GET /online/job_duties/search?keyword=engineer ...\n/online/stem_occupations/\n"
    try workshop.write(tour, to: "tour.txt")
    return workshop
  }

  private static func everything(in workshop: Workshop) throws -> String {
    let folder = workshop.folder.appending(path: "recordings").path
    return try FileManager.default.subpathsOfDirectory(atPath: folder)
      .map { (try? workshop.read("recordings/\($0)")) ?? "" }.joined()
  }

  @Test func `names a missing key before the first request`() async throws {
    let tool = try Self.workshop().tool

    let result = try await tool.run("live", "--base-url", "http://127.0.0.1:9")

    #expect(result.status == 64)
    #expect(result.output == "")
    for name in ["ONET_API_KEY", "TAHATU_API_KEY", "TAHATU_CLIENT_ID"] {
      #expect(result.errors.contains(name))
    }
  }

  @Test func `ends with 69 when nobody answers`() async throws {
    let tool = try Self.workshop().tool

    let result = try await tool.run(
      ["live", "onet", "--base-url", "http://127.0.0.1:9", "--retries", "0"],
      environment: Self.keys
    )

    #expect(result.status == 69)
    #expect(result.errors.contains("refuses connections"))
    #expect(!result.errors.contains(Self.secret))
  }

  @Test func `is clean on a server that keeps every promise`() async throws {
    let workshop = try Self.workshop()

    let result = try await StandInServer.run { url in
      try await workshop.tool.run(
        ["live", "onet", "--base-url", url, "--tour", "tour.txt"],
        environment: Self.keys
      )
    }

    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("no findings in 4 exchanges\n"))
  }

  @Test func `neither tells nor fails on what is accepted`() async throws {
    let workshop = try Self.workshop()
    let fault = try #require(FaultWord.fault("fields/dropped@/occupation/2/title"))

    let (first, second) = try await StandInServer.run(faults: [fault]) { url in
      let words = [
        "live", "onet", "--base-url", url, "--tour", "tour.txt", "--report", "json=report.json",
      ]
      let first = try await workshop.tool.run(words, environment: Self.keys)
      let report = try JSONValue(text: workshop.read("report.json"))
      guard case .string(let fingerprint)? = report["findings"]?[0]?["fingerprint"] else {
        throw CocoaError(.coderValueNotFound)
      }
      let accepted = try await workshop.tool.run(
        "accept",
        fingerprint,
        "--until",
        "9999-12-31",
        "--because",
        "known",
        "--report",
        "report.json"
      )
      #expect(accepted.status == 0)
      return (first, try await workshop.tool.run(words, environment: Self.keys))
    }

    #expect(first.status == 1)
    #expect(first.errors.contains("field-missing"))
    #expect(second.status == 0)
    #expect(second.errors == "")
    #expect(second.output.hasPrefix("1 accepted in 4 exchanges\n"))
  }

  @Test func `says what is broken, and ends with 1`() async throws {
    let workshop = try Self.workshop()
    let fault = try #require(FaultWord.fault("fields/dropped@/occupation/2/title"))

    let result = try await StandInServer.run(faults: [fault]) { url in
      try await workshop.tool.run(
        ["live", "onet", "--base-url", url, "--tour", "tour.txt", "--keep", "recordings"],
        environment: Self.keys
      )
    }

    #expect(result.status == 1)
    #expect(result.errors.contains("found: error[field-missing]"))
    #expect(result.output.contains("\nerror[field-missing]"))
    #expect(result.output.contains("--> recordings/onet/job_duties.search/keyword-engineer-"))
    let all = try Self.everything(in: workshop) + result.output + result.errors
    #expect(all.contains("{{secret:ONET_API_KEY}}"))
    #expect(!all.contains(Self.secret))
  }

  @Test func `records, and goes on where it stopped`() async throws {
    let workshop = try Self.workshop()
    var results: [Tool.Result] = []

    try await StandInServer.run { url in
      for more in [["--budget", "2"], [], ["--resume"], ["--replace"]] {
        results.append(
          try await workshop.tool.run(
            ["record", "onet", "--base-url", url, "--tour", "tour.txt"] + more,
            environment: Self.keys
          )
        )
      }
    }

    #expect(results.map(\.status) == [0, 64, 0, 0])
    #expect(
      results.map(\.output) == [
        "onet: 2 exchanges recorded in recordings/onet\n", "",
        "onet: 2 exchanges recorded in recordings/onet, 2 were there\n",
        "onet: 4 exchanges recorded in recordings/onet\n",
      ]
    )
    #expect(results[0].errors.contains("--resume goes on"))
    #expect(results[1].errors.contains("--resume"))
    #expect(!(try Self.everything(in: workshop)).contains(Self.secret))
  }

  @Test(arguments: [
    (["live", "onett"], "did you mean \"onet\"?"),
    (["live", "onet/job_duties.serch"], "job_duties.search"),
    (["record", "onet", "--resume", "--replace"], "choose one"),
    (["live", "onet", "--resume"], "--keep"),
    (["live", "onet", "--budget", "0"], "from 1 on"),
    (["live", "onet", "--follow", "99"], "0 to 20"),
    (["live", "onet", "--timeout", "soon"], "30s"),
    (["live", "onet", "--base-url", "example.org"], "https://api.example.org"),
    (["live", "onet", "--header", "0f3c9a77-not-to-be-seen"], "not shown"),
    (["live", "onet", "--header", "X-Key=NOT_THERE"], "is not set"),
    (["live", "onet", "--header", "@nothing"], "cannot be read"),
    (["live", "onet", "--ca-file", "tour.txt"], "no certificate"),
    (["proxy"], "--to"),
    (["proxy", "--to", "onett"], "did you mean \"onet\"?"),
    (["proxy", "--to", "ftp://x"], "https://api.example.org"),
    (["proxy", "--to", "http://127.0.0.1:9", "--check"], "--api"),
  ])
  func `says what is wrong with a command line`(words: [String], hint: String) async throws {
    let result = try await Self.workshop().tool.run(words, environment: Self.keys)

    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(result.errors.contains(hint), "\(result.errors)")
    #expect(!result.errors.contains(Self.secret))
  }

  @Test(arguments: [
    ("", "found none"), ("GET", "found nothing"), ("GET books", "found \"books\""),
    ("/online/ twice", "found \"twice\""), ("POST /online/", "--allow-writes"),
    ("https://example.org/", "found https://example.org"), ("/a without", "found \"without\""),
  ])
  func `says what is wrong with a tour`(text: String, hint: String) async throws {
    let workshop = try Self.workshop()
    try workshop.write(text, to: "tour.txt")

    let result = try await workshop.tool.run(
      ["record", "onet", "--tour", "tour.txt", "--base-url", "http://127.0.0.1:9"],
      environment: Self.keys
    )

    #expect(result.status == 65)
    #expect(result.errors.contains("tour.txt:1: "))
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test func `asks for the operations of a group, and records them anew alone`() async throws {
    let workshop = try Self.workshop()
    let (first, again) = try await StandInServer.run { url in
      let record = { (words: [String]) in
        try await workshop.tool.run(
          ["record"] + words + ["--base-url", url],
          environment: Self.keys
        )
      }
      let first = try await record(["onet/stem_occupations.types", "onet/job_duties.tasks"])
      let again = try await record(["job_duties", "--replace"])
      return (first, again)
    }

    let folders = try FileManager.default.contentsOfDirectory(
      atPath: workshop.folder.appending(path: "recordings/onet").path
    )
    #expect(first.status == 0)
    #expect(first.errors == "")
    #expect(again.status == 0)
    #expect(again.errors == "")
    #expect(
      folders.filter { $0.contains("_") }.sorted() == [
        "job_duties.results", "job_duties.search", "job_duties.tasks", "stem_occupations.types",
      ]
    )
  }

  @Test func `names a few of the operations that it cannot ask`() async throws {
    let result = try await Self.workshop().tool.run(
      ["record", "onet", "--budget", "1", "--base-url", "http://127.0.0.1:9", "--retries", "0"],
      environment: Self.keys
    )

    let lines = result.errors.split(separator: "\n")
    #expect(lines[0].hasPrefix("plumb: note: "))
    #expect(
      lines[0].hasSuffix(" operations of onet are not asked: no example gives the parameters")
    )
    #expect(lines[1].hasPrefix("  database."))
    #expect(lines[9].hasPrefix("  and ") && lines[9].hasSuffix(" more"))
    #expect(lines[10].hasPrefix("plumb: error: onet: "))
  }
}

import Foundation
import TestSupport
import Testing

@Suite struct InferCommandTests {
  private static let lines = (1...12).map { number in
    """
    {"method":"GET","url":"https://api.harbour.example/lights/L\(100 + number)?lang=en",\
    "status":200,"headers":{"Content-Type":"application/json"},"body":\
    {"number":"L\(100 + number)","height":\(number),"keeper":\(number % 4 == 0 ? "null" : "{\"name\":\"x\"}")\
    \(number % 3 == 0 ? ",\"lit\":true" : "")}}

    """
  }.joined()

  @Test func `writes contracts with the counts that support them`() async throws {
    let workshop = try Workshop()
    try workshop.write(Self.lines, to: "session.ndjson")

    let result = try await workshop.tool.run("infer", "session.ndjson")

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            # --- harbour/api.yaml
            # Inferred from what was recorded, and promises no more than that. Numbers say how often
            # a row or a parameter was seen.
            api: api.harbour.example
            server: https://api.harbour.example

            # --- harbour/lights.yaml
            contracts:

              lights.one:
                # Guessed: {light} stands for L101, L102, L103 and others.
                get: /lights/{light}
                path:
                  light: string
                query:
                  lang: string                     # in 12 of 12 requests
                response:                          # 12 answers
                  number: string                   # 12 of 12
                  height: integer                  # 12 of 12
                  keeper|null:                     # 12 of 12, 3 null
                    name: string                   # 9 of 9
                  lit?: boolean                    # 4 of 12
                examples:
                  - { light: L101, lang: en }
                  - { light: L102, lang: en }
                  - { light: L103, lang: en }


            """,
          errors: ""
        )
    )
  }

  @Test func `writes folders, and nothing over what is there`() async throws {
    let workshop = try Workshop()
    try workshop.write(Self.lines, to: "session.ndjson")

    let first = try await workshop.tool.run("infer", "session.ndjson", "--output", "made")
    #expect(
      first
        == Tool.Result(
          status: 0,
          output: "",
          errors: """
            plumb: note: wrote made/harbour/api.yaml
            plumb: note: wrote made/harbour/lights.yaml

            """
        )
    )
    let again = try await workshop.tool.run("infer", "session.ndjson", "--output", "made")
    #expect(again.status == 70)
    #expect(again.errors.hasPrefix("plumb: error: made/harbour/api.yaml: is there already; "))
    let anew = try await workshop.tool.run(
      "infer",
      "session.ndjson",
      "--output",
      "made",
      "--replace"
    )
    #expect(anew.status == 0)
    let check = try await workshop.tool.run("check", "session.ndjson", "--contracts", "made")
    #expect(check.status == 0)
    #expect(check.output.hasPrefix("no findings in 12 exchanges\n"))
  }

  @Test func `the recordings that ship keep what is inferred from them`() async throws {
    let tool = try Workshop().tool
    let recordings = Repository.path("recordings")

    let inferred = try await tool.run("infer", recordings, "--output", "made")
    let check = try await tool.run("check", recordings, "--contracts", "made")
    let lint = try await tool.run("lint", "made")

    #expect(inferred.status == 0)
    #expect(check.status == 0)
    #expect(check.output.hasPrefix("no findings in "))
    #expect(check.output.contains(" 8 of 8 operations"))
    #expect(lint.status == 0)
  }

  /// The archive lies beside the repository where it is developed, and nowhere else.
  static let archive = Repository.path("../shared/data/onet-recorded/onet-live-2026.har")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: archive),
      "no archive beside the repository"
    )
  )
  func `what was really recorded keeps what is inferred from it`() async throws {
    let tool = try Workshop().tool

    let inferred = try await tool.run("infer", Self.archive, "--output", "made")
    let check = try await tool.run("check", Self.archive, "--contracts", "made")

    #expect(inferred.status == 0)
    #expect(check.output.hasPrefix("no findings in 13 exchanges\n"))
    #expect(check.output.contains(" 4 of 4 operations"))
  }

  @Test(arguments: 1...12)
  func `what was made up keeps what is inferred from it`(seed: Int) async throws {
    let workshop = try Workshop()
    var traffic = RandomTraffic(seed: UInt64(seed))
    try workshop.write(traffic.lines(400), to: "session.ndjson")

    let inferred = try await workshop.tool.run("infer", "session.ndjson", "--output", "made")
    #expect(inferred.status == 0, "\(inferred.errors)")
    let check = try await workshop.tool.run("check", "session.ndjson", "--contracts", "made")
    let lint = try await workshop.tool.run("lint", "made")

    #expect(check.status == 0, "\(check.output.prefix(2000))\(check.errors)")
    #expect(check.output.hasPrefix("no findings in "), "\(check.output.prefix(2000))")
    #expect(check.output.contains(" 7 of 7 operations"))
    #expect(lint.status == 0, "\(lint.output)")
    let again = try await workshop.tool.run("infer", "session.ndjson", "--output", "again")
    #expect(again.status == 0)
    let difference = try await workshop.tool.shell("diff -r made again")
    #expect(difference.output == "")
  }

  @Test func `shows no credentials`() async throws {
    let workshop = try Workshop()
    let secret = "sk_live_4eC39HqLyjWDarjtT1zdp7dc"
    let line = """
      {"method":"GET","url":"https://a.example/lights?api_key=\(secret)","status":200,"headers":{},\
      "body":{"access_token":"\(secret)","name":"x"}}

      """
    try workshop.write(String(repeating: line, count: 60), to: "session.ndjson")

    let result = try await workshop.tool.run("infer", "session.ndjson")

    #expect(result.status == 0)
    #expect(!result.output.contains(secret))
    #expect(result.output.contains("api_key: string secret"))
  }

  @Test(
    arguments: [
      (["none.har"], 65, "none.har: there is no such file or folder; check the path"),
      (["-"], 64, "recordings are read twice, and standard input can be read once"),
      (["html.ndjson"], 65, "none of 1 exchanges shows an operation: a success in JSON"),
      (["broken.ndjson"], 65, "broken.ndjson:1:"),
    ]
  )
  func `says why nothing can be inferred`(
    words: [String],
    status: Int32,
    message: String
  ) async throws {
    let workshop = try Workshop()
    try workshop.write(
      #"{"method":"GET","url":"https://a.example/","status":200,"headers":{"Content-Type":"text/html"},"bodyText":"<p>"}"#
        + "\n",
      to: "html.ndjson"
    )
    try workshop.write("{\"method\":\"GET\"\n", to: "broken.ndjson")

    let result = try await workshop.tool.run(["infer"] + words)

    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}

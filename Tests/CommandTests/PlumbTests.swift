import Testing

@Suite struct PlumbTests {
  @Test func `says where to begin`() async throws {
    let result = try await Workshop().tool.run()

    #expect(
      result
        == Tool.Result(
          status: 0,
          output: """
            plumb holds an HTTP/JSON API to its documentation.

            Where to begin:
              plumb check     do the recordings in recordings/ keep the contracts in contracts/?
              plumb live      does a live API keep them right now?
              plumb drift     where do documents and API part ways, and which row must change?
              plumb table     which operations are under contract, and what is documented of each?
              plumb explain   which rules are there, and what does one mean?
              plumb --help    all commands; plumb help check shows one with examples

            """,
          errors: ""
        )
    )
  }

  @Test func `says its version`() async throws {
    let result = try await Workshop().tool.run("--version")

    #expect(result == Tool.Result(status: 0, output: "plumb 0.1.0\n", errors: ""))
  }

  @Test(arguments: [
    "check", "explain", "export", "import", "infer", "lint", "live", "proxy", "record", "replay",
    "scan", "show", "table",
  ])
  func `explains each command with examples, in 80 columns`(command: String) async throws {
    let tool = try Workshop().tool

    let all = try await tool.run("--help")
    let help = try await tool.run("help", command)
    let option = try await tool.run(command, "--help")

    #expect(all.output.contains("\n  \(command) "))
    #expect(help == option)
    #expect(help.status == 0)
    #expect(help.errors == "")
    #expect(help.output.contains("\nExamples:\n  plumb \(command)"))
    #expect(help.output.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completes in every shell`(shell: String) async throws {
    let result = try await Workshop().tool.run("--generate-completion-script", shell)

    #expect(result.status == 0)
    #expect(result.output.contains("explain"))
    #expect(result.output.contains("field-missing"))
  }

  @Test func `completes the names of operations`() async throws {
    let result = try await Workshop.library().tool.run(
      "---completion",
      "check",
      "--",
      "--operation",
      "1",
      "4",
      "plumb",
      "check",
      "--operation",
      "boo",
      environment: ["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5"]
    )

    #expect(result.output.split(separator: "\n") == ["books.list", "books.one"])
  }
}

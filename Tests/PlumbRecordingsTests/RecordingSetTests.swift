import Foundation
import PlumbModel
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct RecordingSetTests {
  private func find(_ paths: [String], in folder: TemporaryFolder) throws -> [String] {
    try RecordingSet.find(paths: paths).files.map { file in
      "\(file.rank) \(file.path.replacing(folder.path, with: "…")) \(file.format) \(file.size) "
        + "in \(file.session.replacing(folder.path, with: "…"))"
    }
  }

  @Test func `walks folders in order of bytes, with sessions`() throws {
    let folder = try TemporaryFolder()
    try folder.write("ab", to: "b/x.http")
    try folder.write("a", to: "b/B.HTTP")
    try folder.write("{\"format\":\"plumb.session/1\",\"api\":\"one\"}", to: "a/session.json")
    try folder.write("", to: "a/op/z.http")
    try folder.write("", to: "a/volatile.ndjson")
    try folder.write("", to: "a/body.json")
    try folder.write("", to: "a/op/.hidden.http")
    try folder.write("", to: "a/README.md")
    try folder.write("", to: "c.har")
    try folder.write("", to: "d.jsonl")

    let found = try find([folder.path], in: folder)

    #expect(
      found == [
        "0 …/a/op/z.http http 0 in …/a",
        "1 …/b/B.HTTP http 1 in …",
        "2 …/b/x.http http 2 in …",
        "3 …/c.har har 0 in …/c.har",
        "4 …/d.jsonl ndjson 0 in …/d.jsonl",
      ]
    )
    #expect(
      try RecordingSet.find(paths: [folder.path]).sessions == [
        Session(path: "\(folder.path)/a", api: "one")
      ]
    )
  }

  @Test func `counts a file once, however often it is named`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "a/x.http")

    let found = try find(["\(folder.path)/", file, "\(folder.path)/a/../a", "-", "-"], in: folder)

    #expect(found == ["0 - ndjson 0 in -", "1 …/a/x.http http 0 in …"])
  }

  @Test func `takes a bare body and a single file when they are named`() throws {
    let folder = try TemporaryFolder()
    let body = try folder.write("{}", to: "body.json")
    let file = try folder.write("", to: "x.http")

    #expect(
      try find([file, body], in: folder) == [
        "0 …/body.json json 2 in …/body.json", "1 …/x.http http 0 in …",
      ]
    )
  }

  @Test func `follows links that are named, and passes over those inside`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "a/x.http")
    try folder.link("a/again.http", to: "x.http")
    try folder.link("a/loop", to: "..")
    try folder.link("named", to: "a")

    #expect(throws: (any Error).self) { try find(["\(folder.path)/a"], in: folder) }
    #expect(try find([folder.path], in: folder).count == 1)
    try FileManager.default.removeItem(atPath: "\(folder.path)/a/loop")
    #expect(
      try find(["\(folder.path)/named"], in: folder) == ["0 …/named/x.http http 0 in …/named"]
    )
  }

  @Test func `refuses what cannot be read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "folder/x.http/y.http")
    try folder.write("", to: "empty/README.md")
    try folder.write("", to: "text.txt")
    try folder.write("12345", to: "large.http")
    try folder.write("{\"format\":\"plumb.session/9\"}", to: "new/session.json")
    try folder.write("", to: "new/x.http")
    try folder.write("", to: "out/x.http")
    try folder.link("out/away.http", to: "/dev/null")
    var limits = RecordingLimits()
    limits.fileSize = 4
    let isFolder =
      "is a folder, but its name is that of a recording; rename the folder, or name its parent"
    let isDevice =
      "is no regular file but a device, a pipe or a socket; use \"-\" to read standard input"

    let cases = [
      ("missing", "…/missing: there is no such file or folder; check the path"),
      ("text.txt/x", "…/text.txt/x: a part of the path is a file, not a folder; check the path"),
      (
        "empty",
        "…/empty: there is no recording in this folder; expected files that end in .http, .har or "
          + ".ndjson: check the path, or record some"
      ),
      (
        "text.txt",
        "…/text.txt: expected a file that ends in .http, .har, .ndjson, .jsonl or .json; rename it "
          + "to what it holds"
      ),
      ("folder", "…/folder/x.http: \(isFolder)"),
      ("folder/x.http", "…/folder/x.http: \(isFolder)"),
      (
        "large.http",
        "…/large.http: has 5 bytes, and at most 4 are read at once; raise the limit, or split the "
          + "file"
      ),
      (
        "new",
        "…/new/session.json:1:12: expected format version 1, found 9; the session was recorded by "
          + "a newer Plumb: update Plumb to read it"
      ),
      (
        "out",
        "…/out/away.http: is a symbolic link that leads out of \"…/out\"; name what it leads to "
          + "instead, or copy it into the folder"
      ),
    ]
    for (path, message) in cases {
      let error = #expect(throws: RecordingError.self) {
        try RecordingSet.find(paths: ["\(folder.path)/\(path)"], limits: limits)
      }
      #expect(error?.description.replacing(folder.path, with: "…") == message)
    }
    let error = #expect(throws: RecordingError.self) { try RecordingSet.find(paths: ["/dev/null"]) }
    #expect(error?.description == "/dev/null: \(isDevice)")
  }
}

import Foundation
import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbRecordings

@Suite struct SessionWriterTests {
  private static let library = Session(path: "", api: "library", label: "for tests")

  private static func writer(
    _ folder: String,
    _ mode: SessionWriter.Mode = .fresh,
    session: Session = library
  ) throws(RecordingError) -> SessionWriter {
    try SessionWriter(
      folder: folder,
      session: session,
      redactor: Redactor(secrets: []),
      mode: mode
    )
  }

  private static func exchange(
    _ path: String,
    body: String = #"{"total":0}"#,
    date: String = "Sat, 01 Aug 2026 09:30:00 GMT"
  ) -> Exchange {
    Exchange(
      request: Exchange.Request(url: "https://api.example.org/\(path)"),
      response: Exchange.Response(
        status: 200,
        fields: [
          HTTPField(name: "Content-Type", value: "application/json"),
          HTTPField(name: "Date", value: date),
        ],
        body: Array(body.utf8)
      )
    )
  }

  private static func circumstances(_ order: Int) -> Circumstances {
    Circumstances(order: order, start: Timestamp(microseconds: 1), duration: .milliseconds(2))
  }

  /// The files below a folder with their bytes, hidden ones too.
  private static func files(in folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(folder)/\(name)",
        isDirectory: &isFolder
      )
      guard isThere, !isFolder.boolValue else { continue }
      files[name] = try FileReader.bytes(of: "\(folder)/\(name)")
    }
    return files
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
  }

  @Test func `writes the session, the recording and what differs each time`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    let writer = try Self.writer("\(folder)/new/library")
    let path = try writer.write(
      Self.exchange("books/7?full=1"),
      operation: "books.one",
      pathValues: ["7"],
      circumstances: Self.circumstances(3)
    )
    let refusal = Exchange(
      request: Exchange.Request(url: "https://api.example.org/books/8"),
      response: Exchange.Response(status: 429, fields: [HTTPField(name: "Retry-After", value: "1")])
    )
    try writer.note(refusal, circumstances: Circumstances(order: 4))

    let name = "7-full-1-f63f6b68995a.http"
    #expect(path == "\(folder)/new/library/books.one/\(name)")
    let files = try Self.files(in: "\(folder)/new/library")
    #expect(
      files.keys.sorted() == [
        ".gitattributes", ".gitignore", "books.one/\(name)", "session.json", "volatile.ndjson",
      ]
    )
    #expect(try !Self.text(path).contains("Date"))
    #expect(
      try Self.text("\(folder)/new/library/volatile.ndjson") == """
        {"order":3,"recording":"books.one/\(name)","start":"1970-01-01T00:00:00.000001Z","ms":2,\
        "headers":{"Date":"Sat, 01 Aug 2026 09:30:00 GMT"}}
        {"order":4,"method":"GET","url":"https://api.example.org/books/8","status":429,\
        "headers":{"Retry-After":"1"}}

        """
    )
    #expect(try RecordingSet.find(paths: [folder]).files.map(\.path) == [path])
  }

  @Test(arguments: [
    ("books/k3y%2Fof.Library", ["k3y/of.Library"], "redacted-of-7-"),
    ("books/the-k3y%2Fof.Library", ["the-k3y/of.Library"], "redacted-of-7-"),
    ("books/7%2F8", ["7/8"], "7-8-of-7-"),
  ])
  func `puts nothing into a file's name that a header field gives away`(
    path: String,
    values: [String],
    beginning: String
  ) throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    var exchange = Self.exchange("\(path)?of=7")
    exchange.request.fields = [HTTPField(name: "X-API-Key", value: "k3y/of.Library")]

    let made = try Self.writer(folder).write(
      exchange,
      operation: "books.one",
      pathValues: values,
      circumstances: Self.circumstances(0)
    )

    #expect(made.hasPrefix("\(folder)/books.one/\(beginning)"), "\(made)")
  }

  @Test func `records what did not change in the same bytes`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    for (name, date) in [("a", "Sat, 01 Aug 2026"), ("b", "Sun, 02 Aug 2026")] {
      let writer = try Self.writer("\(folder)/\(name)")
      for order in 0..<20 {
        let exchange = Self.exchange("books/\(order)", date: date)
        try writer.write(exchange, operation: nil, circumstances: Self.circumstances(order))
      }
    }
    var first = try Self.files(in: "\(folder)/a")
    var second = try Self.files(in: "\(folder)/b")

    #expect(first.removeValue(forKey: "volatile.ndjson") != nil)
    #expect(second.removeValue(forKey: "volatile.ndjson") != nil)
    #expect(first == second)
    #expect(first.count == 23)
  }

  @Test func `keeps apart what differs in its credentials alone`() throws {
    let folder = try TemporaryFolder()
    let writer = try Self.writer(folder.path)
    let tokens = ["first-t0ken", "other-t0ken", "first-t0ken"]

    let paths = try tokens.enumerated().map { index, token in
      try writer.write(
        Self.exchange("a?access_token=\(token)", body: #"{"total":\#(index)}"#),
        operation: nil,
        circumstances: Self.circumstances(index)
      )
    }

    #expect(paths[0] == paths[2])
    #expect(paths[1].hasSuffix("_002.http"))
    #expect(try Self.text(paths[0]).contains("\"total\": 2"))
    #expect(try Self.text(paths[1]).contains("\"total\": 1"))
    #expect(try tokens.map { try Self.text(paths[0]).contains($0) } == [false, false, false])
    let asked = Exchange.Request(url: "https://api.example.org/a?access_token=other-t0ken")
    #expect(writer.path(of: asked) == paths[1])
    #expect(writer.path(of: asked, repeat: 1) == nil)
  }

  @Test func `refuses to begin where recordings are, and says what to do`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    try Self.writer(folder).write(
      Self.exchange("books"),
      operation: nil,
      circumstances: Self.circumstances(0)
    )

    let error = #expect(throws: RecordingError.self) { try Self.writer(folder) }

    #expect(
      error?.description == """
        \(folder): holds a recording already; --resume goes on where the walk stopped, \
        --replace records anew
        """
    )
  }

  @Test func `refuses the folder of another API`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    _ = try Self.writer(folder)

    let error = #expect(throws: RecordingError.self) {
      try Self.writer(folder, .resume, session: Session(path: "", api: "museum"))
    }

    #expect(
      error?.message
        == "holds recordings of \"library\", not of \"museum\"; record into another folder"
    )
  }

  @Test func `counts what is there as made when it resumes`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    let exchange = Self.exchange("books?page=1")
    do {
      let writer = try Self.writer(folder)
      #expect(!writer.contains(exchange.request))
      try writer.write(exchange, operation: "a", circumstances: Self.circumstances(0))
      try writer.write(exchange, operation: "a", repeat: 1, circumstances: Self.circumstances(1))
    }
    let writer = try Self.writer(folder, .resume)

    #expect(writer.contains(exchange.request))
    #expect(writer.contains(exchange.request, repeat: 1))
    #expect(!writer.contains(exchange.request, repeat: 2))
    #expect(!writer.contains(Self.exchange("books?page=2").request))
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/a").sorted()
    #expect(names.count == 2)
    #expect(names[1].hasSuffix("_002.http"))
  }

  @Test func `removes what a new walk did not make only when that ends well`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    do {
      let writer = try Self.writer(folder)
      for name in ["kept", "gone"] {
        let exchange = Self.exchange(name)
        try writer.write(exchange, operation: name, circumstances: Self.circumstances(0))
      }
    }
    do {
      let stopped = try Self.writer(folder, .replace)
      #expect(!stopped.contains(Self.exchange("kept").request))
      let exchange = Self.exchange("kept", body: "[]")
      try stopped.write(exchange, operation: "kept", circumstances: Self.circumstances(0))
    }
    #expect(try RecordingSet.find(paths: [folder]).files.count == 2)

    let resumed = try Self.writer(folder, .resume)
    #expect(resumed.contains(Self.exchange("kept").request))
    #expect(!resumed.contains(Self.exchange("gone").request))
    try resumed.write(Self.exchange("new"), operation: "new", circumstances: Self.circumstances(1))
    let removed = try resumed.finish()

    #expect(removed.count == 1)
    #expect(removed.first?.hasPrefix("\(folder)/gone/") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).contains("gone") == false)
    #expect(try RecordingSet.find(paths: [folder]).files.count == 2)
    let notes = try SessionNotes.read(in: folder)
    #expect(notes.map(\.circumstances.order) == [0, 1])
  }

  @Test func `leaves operations alone that were not recorded anew`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    do {
      let writer = try Self.writer(folder)
      for (order, name) in ["books.list", "books.one", "gone"].enumerated() {
        let operation = name == "gone" ? "books.one" : name
        let circumstances = Self.circumstances(order)
        try writer.write(Self.exchange(name), operation: operation, circumstances: circumstances)
      }
    }
    do {
      let writer = try Self.writer(folder, .replace)
      let circumstances = Self.circumstances(7)
      try writer.write(
        Self.exchange("books.one"),
        operation: "books.one",
        circumstances: circumstances
      )

      let removed = try writer.finish(of: ["books.one"])

      #expect(removed.count == 1)
      #expect(removed.allSatisfy { $0.hasPrefix("\(folder)/books.one/") })
    }
    let files = try RecordingSet.find(paths: [folder]).files
    #expect(
      files.map { $0.path.split(separator: "/").dropLast().last } == ["books.list", "books.one"]
    )
    #expect(try SessionNotes.read(in: folder).map(\.circumstances.order) == [0, 7])
  }

  @Test func `lets nobody else in while it replaces`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    try Self.writer(folder).write(
      Self.exchange("books"),
      operation: nil,
      circumstances: Self.circumstances(0)
    )
    let replacing = try Self.writer(folder, .replace)

    let error = #expect(throws: RecordingError.self) { try Self.writer(folder, .replace) }

    #expect(error?.message.hasPrefix("is being recorded into by another process") == true)
    _ = replacing
  }

  @Test func `clears away what a killed process left behind`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    do {
      let writer = try Self.writer(path)
      try writer.write(Self.exchange("a"), operation: "a", circumstances: Self.circumstances(0))
    }
    try folder.write("{\"half", to: "a/.plumb-1-1.tmp")
    try folder.write("{\"half", to: ".plumb-1-2.tmp")
    let notes = try Self.text("\(path)/volatile.ndjson")
    try folder.write(notes + "{\"order\":1,\"reco", to: "volatile.ndjson")

    #expect(try SessionNotes.read(in: path).count == 1)
    let writer = try Self.writer(path, .resume)
    try writer.write(Self.exchange("b"), operation: "a", circumstances: Self.circumstances(1))

    #expect(try Self.files(in: path).keys.filter { $0.hasSuffix(".tmp") } == [])
    #expect(try SessionNotes.read(in: path).map(\.circumstances.order) == [0, 1])
  }

  @Test func `keeps a body that is no text in a file of its own`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    var exchange = Self.exchange("picture")
    exchange.response.fields = []
    exchange.response.body = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x00, 0xFF]
    let writer = try Self.writer(folder)
    let path = try writer.write(exchange, operation: nil, circumstances: Self.circumstances(0))
    var found: [UInt8] = []
    var reader = ExchangeReader()
    let file = try #require(try RecordingSet.find(paths: [path]).files.first)
    try reader.read(file) { layout, bytes, _, locate, _ in
      found = bytes.array(layout.body)
      #expect(locate(layout.body).line == 1)
    }

    #expect(found == exchange.response.body)
    #expect(reader.editedFiles == [])
    #expect(try Self.text(path).contains("\n# body: beside\n"))

    exchange.response.body = [0x00, 0x01]
    try writer.write(exchange, operation: nil, circumstances: Self.circumstances(1))
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/other")
    #expect(names.count == 2)
  }

  @Test func `says that a body beside was edited, or is gone`() throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    var exchange = Self.exchange("picture")
    exchange.response.body = [0x00]
    let path = try Self.writer(folder).write(
      exchange,
      operation: nil,
      circumstances: Self.circumstances(0)
    )
    let body = try #require(RecordedFiles.body(of: path))
    let file = try #require(try RecordingSet.find(paths: [path]).files.first)
    var reader = ExchangeReader()

    try DurableFile.write([0x01], to: body)
    try reader.read(file) { _, _, _, _, _ in }
    #expect(reader.editedFiles == [path])
    try DurableFile.remove(body)
    let error = #expect(throws: RecordingError.self) { try reader.read(file) { _, _, _, _, _ in } }

    #expect(
      error?.message == """
        the body stands beside the recording in "\(body)", and there is no such file; \
        put it back, or record the exchange anew
        """
    )
  }

  @Test(arguments: [
    (nil, "other"), ("", "other"), ("books.list", "books.list"), ("../../etc", "etc"),
    (".hidden", "hidden"), ("a/b c\u{e9}", "a-b-c--"), ("..", "other"),
  ])
  func `gives every operation a safe folder`(operation: String?, name: String) {
    #expect(SessionWriter.folderName(of: operation) == name)
  }

  @Test func `records no further through a link in the place of a folder`() throws {
    let (folder, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
    try folder.link("books", to: elsewhere.path)
    let writer = try Self.writer(folder.path)

    let error = #expect(throws: RecordingError.self) {
      try writer.write(
        Self.exchange("a"),
        operation: "books",
        circumstances: Self.circumstances(0)
      )
    }

    #expect(error?.message == "is in the place of an operation's folder; move it elsewhere")
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == [])
  }
}

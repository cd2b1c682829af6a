import PlumbModel
import Testing

@Suite struct HARReaderTests {
  private struct Read: Hashable {
    var method = "GET"
    var url = "https://api.example.org/items"
    var requestFields: [String] = []
    var status = 200
    var fields: [String] = []
    var body = ""
    var failure: String?
  }

  private static func read(_ file: String) throws -> [Read] {
    let bytes = Array(file.utf8)
    var reader = HARReader()
    var layout = ExchangeLayout()
    var entries: [Read] = []
    try reader.open(bytes.span, count: bytes.count)
    while try reader.next(in: bytes.span, into: &layout) {
      let buffer = reader.buffer
      let text = { (range: Range<Int>) in String(decoding: buffer[range], as: UTF8.self) }
      let fields = { (fields: [ExchangeLayout.Field]) in
        fields.map { "\(text($0.name))=\(text($0.value))" }
      }
      #expect(buffer[layout.body.upperBound...].count >= ExchangeLayout.padding)
      #expect(
        buffer[layout.body.upperBound...].prefix(ExchangeLayout.padding).allSatisfy { $0 == 0 }
      )
      entries.append(
        Read(
          method: text(layout.method),
          url: text(layout.url),
          requestFields: fields(layout.requestFields),
          status: layout.status,
          fields: fields(layout.fields),
          body: text(layout.body),
          failure: layout.failure
        )
      )
    }
    return entries
  }

  private static func archive(_ entry: String) -> String {
    #"{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"pages":[],"entries":[\#(entry)]}}"#
  }

  private static let request = #""request":{"method":"GET","url":"https://api.example.org/items"}"#

  @Test(arguments: [
    // Nothing but what is required.
    (#"{\#(request),"response":{"status":200}}"#, Read()),
    // Members in another order, unknown ones, fractional numbers, null.
    (
      #"""
      {"_id":"1","time":12.5,"timings":{"wait":-1.0},"cache":null,"response":{"content":
      {"size":-1,"mimeType":null,"text":"{}"},"redirectURL":null,"headers":null,"status":200.0,
      "_x":[{"a":[]}]},"request":{"url":"https://api.example.org/items","cookies":[],"method":"GET",
      "headersSize":-1,"postData":{"text":"a","params":[]}}}
      """#, Read(body: "{}")
    ),
    // Header fields as objects, pairs, lists; pseudo fields, nulls, and things that are none.
    (
      #"""
      {"request":{"method":"GET","url":"https://api.example.org/items","headers":[{"name":
      ":authority","value":"x"},{"name":"A","value":["1","2"]},["B","3"],{"name":"C","value":null},
      {"value":"lost"},7]},"response":{"status":200,"headers":[{"value":"t\"x","name":"D"}]}}
      """#, Read(requestFields: ["A=1", "B=3", "C="], fields: [#"D=t"x"#])
    ),
    // Escapes of every kind in a body.
    (
      #"{\#(request),"response":{"status":200,"content":{"text":"{\"a\":\"\\u00e9\u00e9\ud83e\udd80\ud83d\/\b\f\n\r\t\"}"}}}"#,
      Read(body: "{\"a\":\"\\u00e9é🦀\u{FFFD}/\u{8}\u{C}\n\r\t\"}")
    ),
    // Base64, and what only says that it is.
    (
      #"{\#(request),"response":{"status":200,"content":{"encoding":"base64","text":"eyJhIjoxfQ=="}}}"#,
      Read(body: #"{"a":1}"#)
    ),
    (
      #"{\#(request),"response":{"status":200,"content":{"text":"{\"a\":1}","encoding":"base64"}}}"#,
      Read(body: #"{"a":1}"#)
    ),
    // Failed exchanges.
    (
      #"{\#(request),"response":{"status":0,"_error":"net::ERR_FAILED","content":{}}}"#,
      Read(status: 0, failure: "net::ERR_FAILED")
    ),
    (#"{\#(request),"response":{"status":null}}"#, Read(status: 0, failure: "no answer came")),
    (#"{\#(request),"response":null}"#, Read(status: 0, failure: "no answer came")),
    (#"{\#(request)}"#, Read(status: 0, failure: "no answer came")),
  ])
  private func `reads what tools write`(entry: String, expected: Read) throws {
    #expect(try Self.read(Self.archive(entry)) == [expected])
    #expect(
      try Self.read("\u{FEFF} " + Self.archive("\(entry), \(entry)")) == [expected, expected]
    )
  }

  @Test func `reads a short exchange after a long one`() throws {
    let long =
      #"{\#(Self.request),"response":{"status":200,"content":{"text":"\#(String(repeating: "[\\n", count: 500))"}}}"#
    let short = #"{\#(Self.request),"response":{"status":204}}"#

    #expect(
      try Self.read(Self.archive("\(long), \(short)"))
        == [Read(body: String(repeating: "[\n", count: 500)), Read(status: 204)]
    )
  }

  @Test func `passes over a value however deep it is`() throws {
    let depth = 1000
    let deep = String(repeating: #"{"a":["#, count: depth) + String(repeating: "]}", count: depth)

    #expect(
      try Self.read(Self.archive(#"{"_x":\#(deep),\#(Self.request),"response":{"status":200}}"#))
        == [Read()]
    )
  }

  @Test(arguments: [
    ("[1}", "expected \",\" or \"]\", found \"},\""),
    ("{1:2}", "expected a string, found \"1:2},\""),
    ("{\"a\"}", "expected \":\", found \"},\""), ("[1,]", "expected a value, found \"],\""),
    ("[1 2]", "expected \",\" or \"]\", found \"2],\""),
    ("{\"a\":1]", "expected \",\" or \"}\", found \"],\""),
  ])
  func `refuses an unneeded value that is no JSON`(value: String, message: String) {
    let error = #expect(throws: RecordingError.self) {
      try Self.read(Self.archive(#"{"_x":\#(value),\#(Self.request),"response":{"status":200}}"#))
    }
    #expect(error?.message.hasPrefix(String(message.dropLast())) == true, "\(error?.message ?? "")")
  }

  @Test func `reads an archive without entries`() throws {
    #expect(try Self.read(Self.archive("")) == [])
  }

  @Test(
    arguments: [
      ("", 1, 1, "the file is empty; export the archive anew"),
      (
        "[]", 1, 1,
        """
        expected a member "log"; an HTTP archive is an object {"log": {"entries": […]}}: export it \
        anew, as HAR 1.2
        """
      ),
      (
        "{\"log\":{}}", 1, 8,
        """
        expected a member "entries"; an HTTP archive is an object {"log": {"entries": […]}}: export \
        it anew, as HAR 1.2
        """
      ),
      ("{\"log\":{\"entries\":{}}}", 1, 19, "expected \"[\", found \"{}}}\""),
      (
        "{\"log\":{\"entries\":[\n{\"request\":{\"method\":\"GET\"},\"response\":{\"status\":200}}]}}",
        2, 1,
        """
        expected "request.url" in this entry, found none; an exchange needs it: add it, or take the \
        entry out
        """
      ),
      (
        "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"u\"},\"response\":{}}]}}",
        1, 20,
        """
        expected "response.status" in this entry, found none; an exchange needs it: add it, or take \
        the entry out
        """
      ),
      (
        "{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"u",
        1, 53,
        "a string begins here that never ends; the file is cut short: make it anew"
      ),
      (
        "{\"log\":{\"entries\":[{\"request\":{\"method\":\"é\",\"url\":\"\\x\"}}]}}",
        1, 52,
        "expected an escape such as \"\\n\" or \"\\u00e9\", found \"\\x\""
      ),
      (
        "{\"log\":{\"entries\":[{} {}]}}", 1, 20,
        """
        expected "request.method" in this entry, found none; an exchange needs it: add it, or take \
        the entry out
        """
      ),
      (
        "{\"log\":{\"entries\":[{\"response\":{\"status\":\"ok\"}}]}}", 1, 42,
        "expected a whole number, found \"\"ok\"\""
      ),
    ] as [(String, Int, Int, String)]
  )
  func `says where an archive is broken`(file: String, line: Int, column: Int, message: String) {
    #expect(throws: RecordingError(line: line, column: column, message: message)) {
      try Self.read(file)
    }
  }

  @Test func `finds a place of a body again, through its escapes`() throws {
    let text = #"{\"a\":\"é\u00e9\ud83e\udd80\n\",\"b\":7}"#
    let file = Self.archive(
      #"{\#(Self.request),"response":{"status":200,"content":{"text":"\#(text)"}}}"#
    )
    let bytes = Array(file.utf8)
    var reader = HARReader()
    var layout = ExchangeLayout()
    try reader.open(bytes.span, count: bytes.count)
    #expect(try reader.next(in: bytes.span, into: &layout))
    let body = Array(reader.buffer[layout.body])

    let at = { (part: String) throws -> String in
      let needle = Array(part.utf8)
      let offset = try #require(
        body.indices.first { body[$0...].starts(with: needle) },
        "\(part) is not in the body"
      )
      let lower = layout.body.lowerBound + offset
      let origin = reader.fileRange(of: lower..<(lower + needle.count), in: bytes.span)
      return String(decoding: bytes[origin], as: UTF8.self)
    }

    #expect(try at("7") == "7")
    #expect(try at("\"b\"") == #"\"b\""#)
    #expect(try at("🦀") == #"\ud83e\udd80"#)
    #expect(try at("\n") == #"\n"#)
    #expect(try at("{\"a\"") == #"{\"a\""#)
  }

  @Test func `finds every place of a long body again`() throws {
    let parts = (0..<3_000).map { #"\"\u00e9 number \#($0)\","# }
    let file = Self.archive(
      #"{\#(Self.request),"response":{"status":200,"content":{"text":"\#(parts.joined())"}}}"#
    )
    let bytes = Array(file.utf8)
    var reader = HARReader()
    var layout = ExchangeLayout()
    try reader.open(bytes.span, count: bytes.count)
    #expect(try reader.next(in: bytes.span, into: &layout))
    let body = Array(reader.buffer[layout.body])
    let quotes = body.indices.filter { body[$0] == UInt8(ascii: "\"") }

    for index in stride(from: 0, to: 3_000, by: 7) {
      let start = layout.body.lowerBound + quotes[2 * index]
      let end = layout.body.lowerBound + quotes[2 * index + 1] + 1
      let origin = reader.fileRange(of: start..<end, in: bytes.span)
      #expect(
        String(decoding: bytes[origin], as: UTF8.self) == #"\"\u00e9 number \#(index)\""#
      )
    }
  }

  @Test func `finds a place of a base64 body again`() throws {
    let file = Self.archive(
      #"{\#(Self.request),"response":{"status":200,"content":{"encoding":"base64","text":"eyJhIjoxfQ=="}}}"#
    )
    let bytes = Array(file.utf8)
    var reader = HARReader()
    var layout = ExchangeLayout()
    try reader.open(bytes.span, count: bytes.count)
    #expect(try reader.next(in: bytes.span, into: &layout))
    let lower = layout.body.lowerBound + 3

    let origin = reader.fileRange(of: lower..<(lower + 3), in: bytes.span)

    #expect(String(decoding: bytes[origin], as: UTF8.self) == "Ijox")
  }

  @Test func `never crashes on a damaged archive`() {
    var random = RandomJSON(seed: 9)
    let entry =
      #"{\#(Self.request),"response":{"status":200,"headers":[{"name":"a","value":"\u00e9"}],"content":{"text":"{\"a\":1}"}}}"#
    let whole = Array(Self.archive("\(entry),\(entry)").utf8)
    for _ in 0..<3000 {
      var file = whole
      for _ in 0...random.below(3) {
        switch random.below(3) {
        case 0: file[random.below(file.count)] = UInt8(random.below(128))
        case 1: file.remove(at: random.below(file.count))
        default: file.removeLast(random.below(file.count - 1))
        }
      }
      do throws(RecordingError) {
        var reader = HARReader()
        var layout = ExchangeLayout()
        try reader.open(file.span, count: file.count)
        while try reader.next(in: file.span, into: &layout) {
          #expect(layout.body.upperBound <= reader.buffer.count)
        }
      } catch {
        #expect(error.line != nil)
      }
    }
  }
}

import PlumbModel
import Testing

@Suite struct RecordingReaderTests {
  private static let good = """
    # plumb.recording/1
    # body: compact

    GET https://api.example.org/items HTTP/1.1
    Accept: application/json

    ###
    HTTP/1.1 200 OK
    Content-Type:  application/json \t

    {
      "a": 1
    }

    """

  private struct Read: Hashable {
    var method, url, body: String
    var status: Int
    var requestFields, fields: [String]
    var hash: UInt64
    var failure: String?
    var isEdited: Bool
  }

  private static func read(_ file: String) throws -> Read {
    let bytes = Array(file.utf8)
    var reader = RecordingReader()
    var layout = ExchangeLayout()
    let padded = bytes + [UInt8](repeating: 0, count: ExchangeLayout.padding)
    let head = try reader.layout(of: padded.span, count: bytes.count, into: &layout)
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    let fields = { (fields: [ExchangeLayout.Field]) in
      fields.map { "\(text($0.name))=\(text($0.value))" }
    }
    return Read(
      method: text(layout.method),
      url: text(layout.url),
      body: text(layout.body),
      status: layout.status,
      requestFields: fields(layout.requestFields),
      fields: fields(layout.fields),
      hash: layout.bodyHash,
      failure: layout.failure,
      isEdited: head.isEdited
    )
  }

  private static let expected = Read(
    method: "GET",
    url: "https://api.example.org/items",
    body: "{\n  \"a\": 1\n}",
    status: 200,
    requestFields: ["Accept=application/json"],
    fields: ["Content-Type=application/json"],
    hash: 0,
    failure: nil,
    isEdited: false
  )

  @Test func `finds every part`() throws {
    #expect(try Self.read(Self.good) == Self.expected)
  }

  @Test func `accepts a byte order mark and CRLF, which editors put in`() throws {
    let file = "\u{FEFF}" + Self.good.split(separator: "{")[0].replacing("\n", with: "\r\n") + "{}"

    let read = try Self.read(file)

    var expected = Self.expected
    expected.body = "{}"
    #expect(read == expected)
  }

  @Test func `takes the hash of the body from the head, unless the file was edited`() throws {
    let exchange = Exchange(
      request: Exchange.Request(url: "https://api.example.org/items"),
      response: Exchange.Response(status: 200, body: Array("{}".utf8))
    )
    let file = String(decoding: Recording.encode(exchange), as: UTF8.self)

    let whole = try Self.read(file)
    let edited = try Self.read(file.replacing("200 OK", with: "201 OK"))

    #expect(whole.hash == 0x4413_6FA3_55B3_678A)
    #expect(!whole.isEdited)
    #expect(edited.hash == 0)
    #expect(edited.isEdited)
    #expect(edited.status == 201)
  }

  @Test func `reads an exchange without an answer`() throws {
    let file = """
      # plumb.recording/1
      # failed: connection reset

      GET https://api.example.org/items HTTP/1.1

      ###

      """

    let read = try Self.read(file)

    #expect(read.status == 0)
    #expect(read.failure == "connection reset")
    #expect(read.body == "")
  }

  @Test(
    arguments: [
      ("", 1, 1, "the file is empty; record the exchange anew"),
      (
        "GET https://api.example.org/items HTTP/1.1\n", 1, 1,
        """
        expected "# plumb.recording/1" in the first line, found \
        "GET https://api.example.org/items HTTP/1.1"; a file that ends in .http must be a recording
        """
      ),
      (
        "\u{1}\u{2}", 1, 1,
        """
        expected "# plumb.recording/1" in the first line, found bytes that are no text; a file that \
        ends in .http must be a recording
        """
      ),
      (
        "# plumb.recording/2\n", 1, 19,
        """
        expected format version 1, found 2; the recording was made by a newer Plumb: update Plumb \
        to read it
        """
      ),
      (
        "# plumb.recording/x\n", 1, 19,
        "expected the format version 1, found \"x\"; record the exchange anew"
      ),
      (
        "# plumb.recording/1\n# body: compact\n", 3, 1,
        """
        the file ends inside the head; expected an empty line and then the request; record the \
        exchange anew
        """
      ),
      (
        "# plumb.recording/1\nGET / HTTP/1.1\n", 2, 1,
        """
        expected a line that begins with "#", or the empty line that ends the head, found \
        "GET / HTTP/1.1"; put an empty line before the request
        """
      ),
      (
        "# plumb.recording/1\n# body: pretty\n", 2, 9,
        """
        expected "compact", "spaced", "indented 2", "as received", "beside" or "none", found "pretty"; \
        record the exchange anew
        """
      ),
      (
        "# plumb.recording/1\n# checksum: crc32 0\n", 2, 13,
        """
        expected "xxh64" and 16 hexadecimal digits, found "crc32 0"; remove the line if you edited \
        the recording
        """
      ),
      (
        "# plumb.recording/1\n# sha256: 12\n", 2, 11,
        """
        expected 64 lower-case hexadecimal digits, found "12"; remove the line if you edited the \
        recording
        """
      ),
      (
        "# plumb.recording/1\n# request body: all\n", 2, 17,
        """
        expected a length such as "12 bytes", found "all"; remove the line if you edited the \
        recording
        """
      ),
      (
        "# plumb.recording/1\n\nGET /items\n", 3, 1,
        """
        expected a request line such as "GET https://api.example.org/items HTTP/1.1", found \
        "GET /items"; write method, URL and version with one space between them
        """
      ),
      (
        "# plumb.recording/1\n\nGET / HTTP/1.1\nAccept\n", 4, 1,
        """
        expected a header field such as "Accept: application/json" or an empty line, found \
        "Accept"; put the colon in, or an empty line before the body
        """
      ),
      (
        "# plumb.recording/1\n\nGET / HTTP/1.1\n\nHTTP/1.1 200 OK\n\n{}", 7, 3,
        """
        expected a line "###" between the request and the response, found the end of the file; put \
        the line back, or record the exchange anew
        """
      ),
      (
        "# plumb.recording/1\n\nGET / HTTP/1.1\n\n###\nHTTP/1.1 OK\n", 6, 1,
        """
        expected a status line such as "HTTP/1.1 200 OK", found "HTTP/1.1 OK"; write the version, \
        then the status in three digits
        """
      ),
      (
        "# plumb.recording/1\n\nGET / HTTP/1.1\n\n###\n", 6, 1,
        """
        expected a status line such as "HTTP/1.1 200 OK", found ""; write the version, then the \
        status in three digits
        """
      ),
    ] as [(String, Int, Int, String)]
  )
  func `says where a file is broken`(file: String, line: Int, column: Int, message: String) {
    #expect(throws: RecordingError(line: line, column: column, message: message)) {
      try Self.read(file)
    }
  }

  @Test func `never crashes on a damaged file`() {
    var random = RandomJSON(seed: 5)
    let whole = Array(Self.good.utf8)
    for _ in 0..<3000 {
      var file = whole
      for _ in 0...random.below(3) {
        switch random.below(3) {
        case 0: file[random.below(file.count)] = UInt8(random.below(256))
        case 1: file.remove(at: random.below(file.count))
        default: file.removeLast(random.below(file.count - 1))
        }
      }
      do throws(RecordingError) {
        let exchange = try Recording.decode(file)
        #expect(exchange.response.body.count <= file.count)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }
}

import PlumbModel
import Testing

@Suite struct ExchangeLineReaderTests {
  private struct Read: Hashable {
    var form = ExchangeLineReader.Form.direct
    var method = "GET"
    var url = "https://api.example.org/items"
    var status = 200
    var requestFields: [String] = []
    var fields: [String] = []
    var body = ""
    var failure: String?
  }

  private static func read(_ line: String, number: Int = 1) throws -> Read {
    let bytes = Array("GET\(line)".utf8)
    var reader = ExchangeLineReader()
    var layout = ExchangeLayout()
    let form = try reader.read(
      3..<bytes.count,
      of: bytes.span,
      number: number,
      get: 0..<3,
      into: &layout
    )
    let buffer = form == .direct ? bytes : reader.buffer
    let text = { (range: Range<Int>) in String(decoding: buffer[range], as: UTF8.self) }
    let fields = { (fields: [ExchangeLayout.Field]) in
      fields.map { "\(text($0.name))=\(text($0.value))" }
    }
    return Read(
      form: form,
      method: text(layout.method),
      url: text(layout.url),
      status: layout.status,
      requestFields: fields(layout.requestFields),
      fields: fields(layout.fields),
      body: text(layout.body),
      failure: layout.failure
    )
  }

  private static let url = #""url":"https://api.example.org/items""#

  @Test(arguments: [
    (#"{\#(url),"status":200}"#, Read()),
    (#"{\#(url),"status":200,"body":{"a":1}}"#, Read(body: #"{"a":1}"#)),
    (#"{ \#(url) , "status" : 200 , "body" : [] }  "#, Read(body: "[] ")),
    (#"{\#(url),"status":200,"body":{"a":{broken}"#, Read(body: #"{"a":{broken"#)),
    (#"{\#(url),"status":200,"bodyText":"plain"}"#, Read(body: "plain")),
    (
      #"{\#(url),"status":422,"method":"POST","headers":{"A":"1","A":"2"},"requestHeaders":{"B":"3"},"time":[1,{"x":2}],"body":7}"#,
      Read(method: "POST", status: 422, requestFields: ["B=3"], fields: ["A=1", "A=2"], body: "7")
    ),
    (#"{\#(url),"status":200,"method":null,"headers":null}"#, Read()),
    (
      #"{"url":"https:\/\/api.example.org\/items","status":200,"body":{"a":"\u00e9"}}"#,
      Read(form: .copied, body: #"{"a":"\u00e9"}"#)
    ),
    (
      #"{\#(url),"status":200,"bodyText":"{\"a\":\"\u00e9\"}"}"#,
      Read(form: .copied, body: #"{"a":"é"}"#)
    ),
    (#"{\#(url),"status":200,"bodyBase64":"AGI="}"#, Read(form: .copied, body: "\0b")),
    (#"{\#(url),"status":0}"#, Read(status: 0, failure: "no answer came")),
    (#"{\#(url),"status":200,"failed":"cut","body":{"a":}"#, Read(body: #"{"a":"#, failure: "cut")),
  ])
  private func `reads a line`(line: String, expected: Read) throws {
    #expect(try Self.read(line) == expected)
  }

  @Test(
    arguments: [
      (
        "[1]", 1,
        """
        expected an exchange such as {"url": "https://api.example.org/items", "status": 200, \
        "body": {}}, found "[1]"; write one exchange a line
        """
      ),
      (
        #"{"status":200}"#, 1,
        "expected a member \"url\" in this line, found none; an exchange needs it: add it"
      ),
      (
        #"{"url":"u"}"#, 1,
        "expected a member \"status\" in this line, found none; an exchange needs it: add it"
      ),
      (
        #"{"url":"é","status":"200"}"#, 21, "expected a whole number, found \"\"200\"\""
      ),
      (
        #"{"url":"u","status":20}"#, 21,
        """
        expected a status from 100 to 999, or 0 when no answer came, found "20"; write the status \
        as a number
        """
      ),
      (
        #"{"url":"u","status":200,"body":[1"#, 34,
        "expected \"}\" at the end of the line, after the body; the line is cut short, or "
          + "members follow the body: put \"body\" last"
      ),
      (
        #"{"url":"u","status":200"#, 24,
        "expected \",\" or \"}\", found the end; the file is cut short: make it anew"
      ),
      (#"{"url":"u","status":200} {}"#, 26, "expected the end of the line, found \"{}\""),
      (
        #"{"url":"u","status":200,"bodyBase64":"@@"}"#, 39,
        "expected base64 in \"bodyBase64\"; write text as \"bodyText\""
      ),
    ] as [(String, Int, String)]
  )
  func `says where a line is broken`(line: String, column: Int, message: String) {
    #expect(throws: RecordingError(line: 12, column: column, message: message)) {
      try Self.read(line, number: 12)
    }
  }

  @Test func `never crashes on a damaged line`() {
    var random = RandomJSON(seed: 3)
    let whole = Array(
      #"{\#(Self.url),"status":200,"headers":{"A":"\n"},"time":[1],"bodyText":"{\"a\":\"\u00e9\"}"}"#
        .utf8
    )
    for _ in 0..<3000 {
      var line = whole
      for _ in 0...random.below(3) {
        switch random.below(3) {
        case 0: line[random.below(line.count)] = UInt8(random.below(128))
        case 1: line.remove(at: random.below(line.count))
        default: line.removeLast(random.below(line.count - 1))
        }
      }
      do {
        let read = try Self.read(String(decoding: line, as: UTF8.self))
        #expect(read.body.utf8.count <= line.count)
      } catch {
        #expect(error is RecordingError)
      }
    }
  }
}

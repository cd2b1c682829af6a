import PlumbModel
import PlumbText
import TestSupport
import Testing

/// Exchanges written in a form and read again.
@Suite struct ExchangeFormsTests {
  private static let count = 500

  /// What a form gives back of an exchange: a status of 0 has a reason.
  private static func record(_ exchange: Exchange, _ order: Int) -> ExchangeRecord {
    ExchangeRecord(
      exchange,
      Circumstances(
        order: order,
        start: order % 3 == 0 ? nil : Timestamp(microseconds: Int64(order) * 1_234_567),
        duration: order % 3 == 0 ? nil : .microseconds(order * 1001)
      )
    )
  }

  private static let records = {
    var random = RandomExchange(seed: 7)
    return (0..<count).map { record(random.next(), $0) }
  }()

  @Test func `come out of a recording as they went in`() throws {
    for record in Self.records {
      let files = Recording.encodeApart(record.exchange)
      let found = try Recording.decode(files.recording, beside: files.body, verifying: true)
      let whole = try Recording.decode(Recording.encode(record.exchange), verifying: true)

      #expect(found == record.exchange)
      #expect(whole == record.exchange)
    }
  }

  @Test func `come out of a line as they went in`() throws {
    for record in Self.records {
      let line = ExchangeLineWriter.line(record)
      #expect(line.firstIndex(of: UInt8(ascii: "\n")) == line.count - 1)

      let buffer = Array("GET\0\0\0\0\0".utf8) + line + [UInt8](repeating: 0, count: 64)
      var reader = ExchangeLineReader()
      var layout = ExchangeLayout()
      let text = buffer.span
      let form = try reader.read(
        8..<(8 + line.count - 1),
        of: text,
        number: 1,
        get: 0..<3,
        into: &layout
      )
      let copied = reader.buffer
      let found = Exchange(layout, in: form == .copied ? copied.span.bytes : text.bytes)

      #expect(found == record.exchange)
      #expect(reader.times(in: text).start == record.circumstances.start)
      #expect(reader.times(in: text).duration == record.circumstances.duration)
    }
  }

  @Test func `come out of an archive as they went in`() throws {
    let archive = Self.archive(of: Self.records)
    var found: [ExchangeRecord] = []
    try Self.read(archive) { exchange, details in
      let circumstances = Circumstances(
        order: found.count,
        start: details?.start,
        duration: details?.duration
      )
      found.append(ExchangeRecord(exchange, circumstances))
    }

    #expect(found.count == Self.count)
    for (found, record) in zip(found, Self.records) {
      #expect(found.exchange == record.exchange)
      let start = record.circumstances.start ?? Timestamp(microseconds: 0)
      #expect(found.circumstances.start == start)
      #expect(found.circumstances.duration == record.circumstances.duration ?? .zero)
    }
    #expect(Self.archive(of: found) == archive)
  }

  @Test func `make an archive that is valid by HAR 1.2`() throws {
    let root = try JSONDocument(Self.archive(of: Self.records)).root
    let log = try #require(root["log"])
    let entries = try #require(log["entries"]?.elements)

    #expect(log["version"]?.string == "1.2")
    #expect(log["creator"]?["name"]?.string == "test")
    #expect(entries.count == Self.count)
    for entry in entries { #expect(HARRules.broken(by: entry) == []) }
  }

  @Test func `keep what an archive's tool says besides`() throws {
    let entry = """
      {"_id":"7","pageref":"page_1","startedDateTime":"2026-08-01T11:30:00.125+02:00","time":12.75,\
      "request":{"method":"GET","url":"https://x/","httpVersion":"h2","headers":[],"_a":[1.50,{}]},\
      "response":{"status":200,"statusText":"Fine","httpVersion":"h2","headers":[],\
      "content":{"size":2,"mimeType":"application/json","text":"{}","_b":null},\
      "redirectURL":null,"_transferSize":99,"_error":null},\
      "cache":{"afterRequest":""},"timings":{"send":1,"wait":2,"receive":9.75,"_q":0},\
      "serverIPAddress":"::1","connection":""}
      """
    var written = ""
    try Self.read(Array("{\"log\":{\"entries\":[\(entry)]}}".utf8)) { exchange, details in
      let circumstances = Circumstances(
        order: 0,
        start: details?.start,
        duration: details?.duration
      )
      let record = ExchangeRecord(exchange, circumstances, details: details)
      written = String(decoding: Self.archive(of: [record]), as: UTF8.self)
    }

    #expect(
      written == """
        {"log":{"version":"1.2","creator":{"name":"test","version":"1"},"entries":[
        {"startedDateTime":"2026-08-01T09:30:00.125Z","time":12.75,\
        "request":{"method":"GET","url":"https://x/","httpVersion":"h2","cookies":[],"headers":[],\
        "queryString":[],"headersSize":-1,"bodySize":0,"_a":[1.50,{}]},\
        "response":{"status":200,"statusText":"Fine","httpVersion":"h2","cookies":[],"headers":[],\
        "content":{"size":2,"mimeType":"","text":"{}","_b":null},\
        "redirectURL":"","headersSize":-1,"bodySize":-1,"_transferSize":99},\
        "cache":{},"timings":{"send":1,"wait":2,"receive":9.75,"_q":0},\
        "_id":"7","serverIPAddress":"::1"}
        ]}}

        """
    )
  }

  @Test func `list cookies beside the fields that carry them`() throws {
    let exchange = Exchange(
      request: Exchange.Request(
        url: "https://x/?b=2&a=%201#f",
        fields: [HTTPField(name: "cookie", value: "a=1; b=c=d; {{secret:cookie}}")]
      ),
      response: Exchange.Response(
        status: 302,
        fields: [
          HTTPField(name: "Set-Cookie", value: "s=1; Path=/; Domain=x; HttpOnly; Secure"),
          HTTPField(name: "Location", value: "/next"),
        ]
      )
    )
    let root = try JSONDocument(Self.archive(of: [Self.record(exchange, 0)])).root
    let entry = try #require(root["log"]?["entries"]?[0])
    var text = JSONWriter()
    text.beginArray()
    for pointer in ["/request/url", "/request/cookies", "/request/queryString"] {
      text.value(try #require(entry[try JSONPointer(pointer)]))
    }
    for pointer in ["/response/cookies", "/response/redirectURL"] {
      text.value(try #require(entry[try JSONPointer(pointer)]))
    }
    text.endArray()

    #expect(
      text.text == """
        ["https://x/?b=2&a=%201",[{"name":"a","value":"1"},{"name":"b","value":"c=d"}],\
        [{"name":"b","value":"2"},{"name":"a","value":" 1"}],\
        [{"name":"s","value":"1","path":"/","domain":"x","httpOnly":true,"secure":true}],"/next"]
        """
    )
  }

  private static func archive(of records: [ExchangeRecord]) -> [UInt8] {
    var writer = HARWriter(creator: "test", version: "1")
    var bytes = writer.begin()
    for record in records { bytes += writer.entry(record) }
    return bytes + writer.end()
  }

  private static func read(
    _ archive: [UInt8],
    visit: (Exchange, HARDetails?) -> Void
  ) throws {
    var reader = HARReader()
    var layout = ExchangeLayout()
    let text = archive.span
    try reader.open(text, count: archive.count)
    while try reader.next(in: text, into: &layout) {
      let buffer = reader.buffer
      visit(Exchange(layout, in: buffer.span.bytes), reader.details(in: text))
    }
  }
}

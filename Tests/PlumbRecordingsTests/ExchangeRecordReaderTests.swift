import PlumbModel
import PlumbText
import TestSupport
import Testing

@testable import PlumbRecordings

/// Exchanges with all that is known of them, whatever form they are kept in.
@Suite struct ExchangeRecordReaderTests {
  private static let record = ExchangeRecord(
    Exchange(
      request: Exchange.Request(
        method: "POST",
        url: "https://api.example.org/a?b=1",
        fields: [HTTPField(name: "Content-Type", value: "application/json")],
        body: Array("{\"k\":7}".utf8)
      ),
      response: Exchange.Response(
        status: 200,
        fields: [
          HTTPField(name: "Content-Type", value: "application/json"),
          HTTPField(name: "Date", value: "Sat, 01 Aug 2026 09:30:00 GMT"),
        ],
        body: Array("{\"é\": [1.50, \"\\u0041\"]}\n".utf8)
      )
    ),
    Circumstances(
      order: 0,
      start: Timestamp(microseconds: 1_785_576_600_125_000),
      duration: .microseconds(12_500)
    )
  )

  /// Writes the record into a folder in a form.
  private static func write(_ format: RecordingFile.Format, to folder: TemporaryFolder) throws {
    switch format {
    case .http:
      let writer = try SessionWriter(
        folder: "\(folder.path)/s",
        session: Session(path: "", api: "library"),
        redactor: Redactor(secrets: []),
        mode: .fresh
      )
      try writer.write(record.exchange, operation: nil, circumstances: record.circumstances)
      try writer.finish()
    case .har:
      var archive = HARWriter(creator: "tests", version: "1")
      try folder.write(archive.begin() + archive.entry(record) + archive.end(), to: "x.har")
    case .ndjson:
      try folder.write(ExchangeLineWriter.line(record), to: "x.ndjson")
    case .json:
      try folder.write(record.exchange.response.body, to: "x.json")
    }
  }

  @Test(arguments: [RecordingFile.Format.http, .har, .ndjson])
  func `come back as they were received`(format: RecordingFile.Format) throws {
    let folder = try TemporaryFolder()
    try Self.write(format, to: folder)
    var reader = ExchangeRecordReader()
    var found: [ExchangeRecord] = []

    for file in try RecordingSet.find(paths: [folder.path]).files {
      try reader.read(file) { record, source in
        #expect(source.file == file.path)
        #expect(source.entry == (format == .http ? nil : 0))
        found.append(record)
      }
    }

    #expect(found.map(\.exchange) == [Self.record.exchange])
    #expect(found.map(\.circumstances) == [Self.record.circumstances])
  }

  @Test func `hands on what the visitor throws, and refuses bare bodies`() throws {
    let folder = try TemporaryFolder()
    try Self.write(.ndjson, to: folder)
    try Self.write(.json, to: folder)
    let files = try RecordingSet.find(paths: ["x.ndjson", "x.json"].map { "\(folder.path)/\($0)" })
    var reader = ExchangeRecordReader()
    let read = { (file: RecordingFile, reader: inout ExchangeRecordReader) in
      try reader.read(file) { _, _ throws(RecordingError) in
        throw RecordingError(message: "enough")
      }
    }

    let errors = try files.files.map { file in
      try #require(throws: RecordingError.self) { try read(file, &reader) }
    }

    #expect(errors.map(\.file) == files.files.map(\.path))
    #expect(errors[1].message == "enough")
    #expect(errors[0].message.hasPrefix("is a bare body, which does not say what it answers"))
  }
}

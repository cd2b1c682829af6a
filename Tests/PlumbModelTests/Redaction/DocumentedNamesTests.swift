import PlumbModel
import PlumbText
import Testing

@Suite struct DocumentedNamesTests {
  private static let place = SourcePlace(file: "c.yaml", line: 1, column: 1)

  private static func row(_ name: String, isSecret: Bool = false) -> Row {
    Row(
      name: name,
      isOptional: false,
      type: FieldType(.string),
      isSecret: isSecret,
      place: place
    )
  }

  private func redactor(isSecret: Bool) throws -> Redactor {
    let api = API(
      id: "lighthouse",
      title: "Lighthouses",
      server: "https://lights.example.org",
      keys: [API.Key(header: "X-Client", environment: "LIGHT_CLIENT")],
      place: Self.place
    )
    let rows = [Self.row("token", isSecret: isSecret), Self.row("name")]
    let table = FieldType(.list(FieldType(.object(ObjectType(rows: rows)))))
    let contract = Contract(
      id: "lights",
      api: "lighthouse",
      title: "Lights",
      path: try PathTemplate("/lights"),
      parameters: [
        Parameter(
          name: "page_secret",
          location: .query,
          type: FieldType(.string),
          isOptional: true,
          place: Self.place
        )
      ],
      responses: [ResponseContract(status: 200, body: .json(table), place: Self.place)],
      place: Self.place
    )
    return Redactor(secrets: [], apis: [api], contracts: [contract])
  }

  private let exchange = Exchange(
    request: .init(
      url: "https://lights.example.org/lights?page_secret=abc123def456ghi7",
      fields: [
        HTTPField(name: "x-client", value: "me"), HTTPField(name: "Authorization", value: "you"),
      ]
    ),
    response: .init(status: 200, body: Array(#"[{"token": "b2", "name": "Rock"}]"#.utf8))
  )

  @Test func `leaves what is documented, and takes out the keys`() throws {
    let redacted = try redactor(isSecret: false).redacted(exchange)

    #expect(redacted.request.url == exchange.request.url)
    #expect(redacted.response == exchange.response)
    #expect(
      redacted.request.fields.map(\.value) == ["{{secret:x-client}}", "{{secret:Authorization}}"]
    )
  }

  @Test func `takes out what is marked secret`() throws {
    let redacted = try redactor(isSecret: true).redacted(exchange)

    let body = String(decoding: redacted.response.body, as: UTF8.self)
    #expect(body == #"[{"token": "{{secret:token}}", "name": "Rock"}]"#)
  }
}

import PlumbChecking
import PlumbModel
import PlumbText
import Testing

@Suite struct ObservedResponseTests {
  private func contract(_ id: String, _ success: ResponseContract.Body) throws -> Contract {
    Contract(
      id: id,
      api: "api",
      title: id,
      path: try PathTemplate("/\(id)"),
      responses: [ResponseContract(status: 200, body: success, place: Tables.place)],
      errors: [ResponseContract(status: 422, body: .unspecified, place: Tables.place)],
      place: Tables.place
    )
  }

  private func exchange(
    _ path: String,
    _ status: Int,
    _ body: String,
    type: String? = "application/json",
    method: String = "GET"
  ) -> Exchange {
    Exchange(
      request: Exchange.Request(method: method, url: "https://api.example.org\(path)"),
      response: Exchange.Response(
        status: status,
        fields: type.map { [HTTPField(name: "Content-Type", value: $0)] } ?? [],
        body: Array(body.utf8)
      )
    )
  }

  private func observed(_ exchanges: [Exchange]) throws -> [ObservedResponse] {
    var options = Checker.Options()
    options.observesValues = true
    let checker = Checker(
      apis: [Tables.api],
      contracts: [
        try contract("second", .json(Tables.object(["a": Tables.integer]))),
        try contract("first", .unspecified),
      ],
      options: options
    )
    let extractor = checker.makeExtractor()
    try Checks.read([(exchanges, "session")], extractor)
    return checker.observed(on: extractor.finish())
  }

  @Test func `hands on what was seen of each documented response`() throws {
    let seen = try observed([
      exchange("/first", 422, #"{"error":"no"}"#), exchange("/first", 200, "[1]"),
      exchange("/second", 200, #"{"a":"wrong","b":1}"#), exchange("/second", 200, "{"),
      exchange("/second", 500, "{}"), exchange("/third", 200, "{}"),
    ])

    #expect(seen.map(\.operation) == ["api/second", "api/first", "api/first"])
    #expect(seen.map(\.status) == [200, 200, 422])
    #expect(seen.map(\.body.count) == [1, 1, 1])
    #expect(seen[0].body.members.map(\.name) == ["a", "b"])
    #expect(seen[2].body.example?.place.recording == "0.http")
    #expect(seen[2].body.members.first?.value.example?.place.pointer == "/error")
  }

  @Test func `observes what is said to be JSON, or documented as JSON`() throws {
    let seen = try observed([
      exchange("/first", 200, "1", type: "text/plain"), exchange("/first", 422, "2", type: nil),
      exchange("/second", 200, "{}", type: "text/html"), exchange("/second", 422, "", type: nil),
      exchange("/first", 200, "{}", method: "HEAD"),
    ])

    #expect(seen.map(\.operation) == ["api/second", "api/first"])
    #expect(seen.map(\.status) == [200, 422])
  }
}

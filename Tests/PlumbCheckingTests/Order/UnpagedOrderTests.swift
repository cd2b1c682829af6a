import PlumbChecking
import PlumbModel
import Testing

/// Lists that come whole, in one answer, and are documented to be in an order.
@Suite struct UnpagedOrderTests {
  private static func report(_ names: [String], _ query: String = "") throws -> Report {
    let sample = try RelationSample(
      """
        keepers:
          get: /keepers
          query:
            sort?: string (name, age) = name
          response:
            - name: string
              age: integer
          order:
            parameter: sort
            keys:
              name: name
              age: age
      """
    )
    let items = names.enumerated().map { number, name in
      "{\"name\": \"\(name)\", \"age\": \(number)}"
    }
    let exchange = Exchange(
      request: Exchange.Request(url: "https://api.example.org/v2/keepers\(query)", fields: []),
      response: Exchange.Response(
        status: 200,
        fields: [HTTPField(name: "Content-Type", value: "application/json")],
        body: Array("[\(items.joined(separator: ", "))]".utf8)
      )
    )
    return try Checks.report(on: [exchange], apis: sample.apis, contracts: sample.contracts)
  }

  @Test func `finds an item out of order`() throws {
    let report = try Self.report(["Ada", "Cy", "Bo", "Di"])

    #expect(report.findings.map(\.rule) == ["order-broken"])
    #expect(report.findings.first?.places.map(\.pointer) == ["/2/name"])
    #expect(try Self.report(["Di", "Cy", "Bo"], "?sort=age").findings == [])
  }

  @Test func `counts the orders that were shown`() throws {
    let report = try Self.report(["Ada", "Bo"])

    #expect(report.findings == [])
    #expect(report.summary.chains == 0)
    #expect(report.coverage.orders.exercised == 1)
    #expect(report.coverage.orders.of == 2)
    #expect(report.coverage.lastPages.of == 0)
  }
}

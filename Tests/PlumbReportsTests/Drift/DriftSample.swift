import PlumbChecking
import PlumbDrift
import PlumbModel
import PlumbText

/// Drift by hand, as a comparison would leave it.
enum DriftSample {
  static func report(
    before: String = "integer",
    after: String = #"string ("5")"#,
    evidence: String = #"`code` is documented as integer, the API sends string ("5")"#,
    label: String = "recordings/2026-11"
  ) -> DriftReport {
    var typed = Change(
      .typeWidened,
      of: "library/books.list",
      .row("/book/*/code", status: 200),
      before: before,
      after: after,
      evidence: [evidence],
      contract: SourcePlace(file: "contracts/library/books.yaml", line: 7, column: 15)
    )
    typed.occurrences = Finding.Occurrences(
      count: 3,
      of: 67,
      unit: "items",
      exchanges: 1,
      ofExchanges: 4
    )
    typed.places = [Sample.place()]
    typed.reproduce = "curl 'https://api.example.org/books/?start=21'"
    let added = Change(
      .rowAdded,
      of: "library/books.list",
      .row("/book/*/note", status: 200),
      before: "no `note`",
      after: "string"
    )
    let order = Change(
      .orderBroken,
      of: "library/books.list",
      .promise("order of sort=title"),
      before: "the order of `title`",
      after: "the order by `bytes`"
    )
    let changes = [typed, order, added]
    return DriftReport(
      moments: [
        DriftReport.Moment(
          label: "contracts",
          isObserved: false,
          exchanges: 0,
          states: [.kept, .kept, .kept]
        ),
        DriftReport.Moment(
          label: "recordings/2026-08",
          isObserved: true,
          exchanges: 50,
          states: [.changed, .unseen, .kept]
        ),
        DriftReport.Moment(
          label: label,
          isObserved: true,
          exchanges: 52,
          states: [.changed, .changed, .changed]
        ),
      ],
      changes: changes,
      tables: [table],
      compared: 2,
      unmet: ["library/authors.list"],
      unseen: ["library/books.list /book/*/tags"]
    )
  }

  /// What was seen of `code`: 64 integers and three strings.
  static var code: RowSight {
    var value = ObservedValue()
    value.integers = 64
    value.strings = 3
    value.numbers = .init(least: JSONNumber(1), greatest: JSONNumber(7))
    value.lengths = .init(least: 1, greatest: 1)
    value.values = [
      ObservedValue.Value(text: "5", isString: true, count: 3),
      ObservedValue.Value(text: "7", isString: false, count: 64),
    ]
    value.example = ObservedValue.Example(json: "7", place: Sample.place())
    value.last = Sample.place(recording: "recordings/z.har", entry: 4, pointer: "", line: 0)
    return RowSight(value, of: 67)
  }

  private static var table: DriftTable {
    func row(
      _ field: String,
      _ level: Int,
      _ before: String,
      _ after: String,
      _ changes: [Int] = [],
      _ seenAfter: RowSight? = nil
    ) -> DriftTable.Row {
      let name = field.split(separator: "/").last.map(String.init) ?? ""
      return DriftTable.Row(
        field: field,
        name: name,
        level: level,
        before: before,
        after: after,
        changes: changes,
        seenAfter: seenAfter
      )
    }
    return DriftTable(
      operation: "library/books.list",
      title: "Books",
      status: 200,
      rows: [
        row("/total", 0, "integer", "integer in all 4, 67"),
        row("/start", 0, "integer", "integer in all 4, 1..61"),
        row("/book", 0, "list of objects", "list of objects in all 4, 7..20 items"),
        row("/book/*/code", 1, "integer", "integer (64), string (3) in all 67", [0], code),
        row("/book/*/note", 1, "", "string in 12 of 67", [2]),
        row("/book/*/title", 1, "string", "string in all 67"),
        row("/book/*/year", 1, "integer", "integer in all 67, 1869..2024"),
      ],
      changes: [1]
    )
  }
}

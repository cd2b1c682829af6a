import PlumbModel
import PlumbText

/// Short ways to write types, rows and contracts in tests.
enum Tables {
  static let place = SourcePlace(file: "contract.yaml", line: 1, column: 1)

  static let string = FieldType(.string)
  static let integer = FieldType(.integer)
  static let number = FieldType(.number)
  static let boolean = FieldType(.boolean)
  static let any = FieldType(.any)

  /// A closed object; a name that ends in `?` is optional.
  static func object(
    _ rows: KeyValuePairs<String, FieldType>,
    others: FieldType? = nil
  ) -> FieldType {
    let list = rows.enumerated().map { index, row in
      let isOptional = row.key.hasSuffix("?")
      return Row(
        name: isOptional ? String(row.key.dropLast()) : row.key,
        isOptional: isOptional,
        type: row.value,
        place: SourcePlace(file: "contract.yaml", line: index + 2, column: 5)
      )
    }
    return FieldType(.object(ObjectType(rows: list, others: others)))
  }

  static func list(_ item: FieldType, _ narrowing: Narrowing = Narrowing()) -> FieldType {
    FieldType(.list(item), narrowing: narrowing)
  }

  static func nullable(_ type: FieldType) -> FieldType {
    FieldType(type.shape, isNullable: true, narrowing: type.narrowing)
  }

  static func narrowed(_ type: FieldType, _ narrowing: Narrowing) -> FieldType {
    FieldType(type.shape, isNullable: type.isNullable, narrowing: narrowing)
  }

  /// A listing with items of several shapes: what most tests walk.
  static let listing = object([
    "start": integer, "total": integer, "next?": string,
    "occupation": list(
      object([
        "href": string, "code": string, "title": string,
        "tags": object(["bright_outlook?": boolean]),
        "job_zone": object(["rank": integer, "label": string]),
        "tasks?": list(object(["id": string, "text": string])),
      ])
    ),
  ])

  static let api = API(
    id: "api",
    title: "An API",
    server: "https://api.example.org",
    place: place
  )

  /// A contract with one success of this type.
  static func contract(_ type: FieldType) throws -> Contract {
    Contract(
      id: "listing",
      api: "api",
      title: "Listing",
      path: try PathTemplate("/listing"),
      responses: [ResponseContract(status: 200, body: .json(type), place: place)],
      place: place
    )
  }
}

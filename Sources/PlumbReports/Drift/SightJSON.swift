import PlumbChecking
import PlumbDrift
import PlumbText

/// Writes what was seen of a row for programs.
enum SightJSON {
  /// Writes a member with what was seen; `null` where nothing was looked at.
  static func write(_ name: String, _ sight: RowSight?, to json: inout JSONWriter) {
    guard let sight else { return json.member(name, String?.none) }
    json.object(name) { json in
      json.member("of", sight.of)
      write(sight.value, to: &json)
      if let example = sight.example {
        json.object("example") { json in
          json.member("json", example.json)
          write("place", example.place, to: &json)
        }
      } else {
        json.member("example", String?.none)
      }
      write("first", sight.first, to: &json)
      write("last", sight.last, to: &json)
      writeItems(of: sight.value, to: &json)
    }
  }

  /// Writes counts, bounds, values and form.
  private static func write(_ value: ObservedValue, to json: inout JSONWriter) {
    json.member("count", value.count)
    json.object("types") { json in
      for (name, count) in types(value) where count > 0 { json.member(name, count) }
    }
    json.member("empty", value.empties)
    write("numbers", value.numbers, to: &json) { $1.value($0) }
    write("lengths", value.lengths, to: &json) { $1.value($0) }
    write("sizes", value.sizes, to: &json) { $1.value($0) }
    json.name("values")
    write(value.values, to: &json)
    json.member("form", value.form?.words)
    json.member("whole", !value.isOpen)
  }

  private static func writeItems(of value: ObservedValue, to json: inout JSONWriter) {
    guard let items = value.items.first else { return }
    json.object("items") { json in
      write(items, to: &json)
      writeItems(of: items, to: &json)
    }
  }

  private static func types(_ value: ObservedValue) -> [(String, Int)] {
    [
      ("null", value.nulls), ("boolean", value.booleans), ("integer", value.integers),
      ("number", value.fractions), ("string", value.strings), ("object", value.objects),
      ("list", value.lists),
    ]
  }

  private static func write<Bound>(
    _ name: String,
    _ bounds: ObservedValue.Bounds<Bound>?,
    to json: inout JSONWriter,
    _ value: (Bound, inout JSONWriter) -> Void
  ) {
    guard let bounds else { return json.member(name, String?.none) }
    json.object(name) { json in
      json.name("least")
      value(bounds.least, &json)
      json.name("greatest")
      value(bounds.greatest, &json)
    }
  }

  /// Writes the different values with their counts; `null` once they are many.
  private static func write(_ values: [ObservedValue.Value]?, to json: inout JSONWriter) {
    guard let values else { return json.null() }
    json.beginArray()
    for value in values {
      json.object { json in
        json.member("value", value.text)
        json.member("string", value.isString)
        json.member("count", value.count)
      }
    }
    json.endArray()
  }

  private static func write(_ name: String, _ place: Place?, to json: inout JSONWriter) {
    guard let place else { return json.member(name, String?.none) }
    json.name(name)
    JSONReport().write(place, to: &json)
  }
}

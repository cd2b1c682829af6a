import PlumbModel
import PlumbText

/// Turns what a schema demands of a string or a number into a narrowing.
struct ScalarFacets {
  private let around: FacetReader
  private let word: String
  private var facets: SchemaFacets { around.facets }
  private var log: RemarkLog { around.log }

  init(_ around: FacetReader, word: String) {
    self.around = around
    self.word = word
  }

  func read() -> FieldType {
    switch word {
    case "string": FieldType(.string, narrowing: string())
    case "integer": FieldType(.integer, narrowing: number())
    default: FieldType(.number, narrowing: number())
    }
  }

  // MARK: - Strings

  private func string() -> Narrowing {
    var narrowing = Narrowing()
    narrowing.minimumLength = around.count("minLength").flatMap { $0 == 0 ? nil : $0 }
    narrowing.maximumLength = around.count("maxLength")
    if let pattern = facets["pattern"] {
      do throws(SyntaxError) {
        narrowing.pattern = try SchemaPattern.whole(pattern.string ?? "")
      } catch {
        log.unsaid("the pattern is left out: \(error.message)", pattern)
      }
    }
    if let format = facets["format"] {
      narrowing.format = Narrowing.Format(rawValue: format.string ?? "")
      if narrowing.format == nil { noteFormat(format) }
    }
    return narrowing
  }

  private func noteFormat(_ format: Located) {
    log.unsaid("the format `\(format.string ?? "")` is not checked", format)
  }

  // MARK: - Numbers

  private func number() -> Narrowing {
    var narrowing = Narrowing()
    narrowing.minimum = bound("minimum", "exclusiveMinimum", step: 1)
    narrowing.maximum = bound("maximum", "exclusiveMaximum", step: -1)
    if let least = narrowing.minimum, let most = narrowing.maximum, most < least {
      log.unsaid("the range ends before it begins; it is left out", facets.at)
      narrowing.minimum = nil
      narrowing.maximum = nil
    }
    if let format = facets["format"] { noteFormat(format) }
    return narrowing
  }

  /// The tighter of a bound and an exclusive bound, which for integers is the next integer.
  private func bound(_ keyword: String, _ exclusive: String, step: Int) -> JSONNumber? {
    let plain = facets[keyword]?.number
    guard let other = facets[exclusive], other.boolean != false else { return plain }
    // In OpenAPI 3.0 and draft 4 the keyword is a flag beside the bound.
    guard let limit = other.number ?? (other.boolean == true ? plain : nil) else { return plain }
    guard word == "integer", let whole = limit.integer else {
      log.unsaid(
        "`\(exclusive)` has no words in the notation; the bound itself is let through",
        other
      )
      return tighter(plain, limit, step)
    }
    let (next, overflow) = whole.addingReportingOverflow(step)
    return overflow ? plain : tighter(other.number == nil ? nil : plain, JSONNumber(next), step)
  }

  private func tighter(_ one: JSONNumber?, _ other: JSONNumber, _ step: Int) -> JSONNumber {
    guard let one else { return other }
    return step > 0 ? max(one, other) : min(one, other)
  }
}

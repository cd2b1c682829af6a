public import PlumbText

/// A broken promise: one rule, one root cause, all its occurrences.
public struct Finding: Hashable, Sendable {
  /// The id of the rule that is broken.
  public var rule: String

  /// What the break means.
  public var severity: Rule.Severity

  /// The operation, as `api/operation`; `nil` when no single one is concerned.
  public var operation: String?

  /// The row without indices, as a JSON Pointer with `*` for each index: `/occupation/*/title`.
  ///
  /// `nil` when no row is concerned; the empty string is the root.
  public var field: String?

  /// The status of the response whose row is concerned; `nil` when no row is.
  public var status: Int?

  /// What was promised, then what was found: lower case, no full stop.
  public var message: String

  /// What was promised, in few words, e.g. `integer`.
  public var expected: String

  /// What was found, in few words, e.g. `string ("5")`.
  public var found: String

  /// The kind of thing found, free of values, e.g. `string`: what the fingerprint is made of.
  public var kind: String

  /// How often.
  public var occurrences: Occurrences

  /// Where in the recordings: the first ones by file, entry and offset.
  public var places: [Place]

  /// Where in the contract: the broken row, parameter or response.
  public var contract: ContractPlace?

  /// What the same cause broke besides.
  public var symptoms: [Symptom]

  /// Eight hexadecimal digits over rule, operation, row and kind found.
  public var fingerprint: String

  /// A command that shows the first place, without secrets; `nil` for bare bodies.
  public var reproduce: String?

  /// Of a listing out of order: the ranks, from 0, of the keys of its items as they came, equal
  /// keys of one rank; at most 400 items at even distances. Empty for all other findings.
  public var ranks: [Int]

  /// Creates a finding.
  public init(
    rule: String,
    severity: Rule.Severity,
    operation: String?,
    field: String?,
    message: String,
    expected: String,
    found: String,
    kind: String,
    occurrences: Occurrences,
    places: [Place],
    contract: ContractPlace?,
    symptoms: [Symptom] = [],
    fingerprint: String,
    reproduce: String?,
    ranks: [Int] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.operation = operation
    self.field = field
    self.message = message
    self.expected = expected
    self.found = found
    self.kind = kind
    self.occurrences = occurrences
    self.places = places
    self.contract = contract
    self.symptoms = symptoms
    self.fingerprint = fingerprint
    self.reproduce = reproduce
    self.ranks = ranks
  }

  /// How often a finding occurred.
  public struct Occurrences: Hashable, Sendable {
    /// The number of places.
    public var count: Int

    /// The number of places where it could have occurred; `nil` when that was not counted.
    public var of: Int?

    /// What is counted: `items`, `objects`, `bodies`, `exchanges` …, in the plural.
    public var unit: String

    /// The number of exchanges with at least one place.
    public var exchanges: Int

    /// The number of exchanges of the operation that were judged.
    public var ofExchanges: Int

    /// Creates a count.
    public init(count: Int, of: Int?, unit: String, exchanges: Int, ofExchanges: Int) {
      self.count = count
      self.of = of
      self.unit = unit
      self.exchanges = exchanges
      self.ofExchanges = ofExchanges
    }
  }

  /// What a root cause also broke.
  public struct Symptom: Hashable, Sendable {
    /// The id of the rule.
    public var rule: String

    /// The row without indices.
    public var field: String?

    /// What was found.
    public var message: String

    /// The number of places.
    public var count: Int

    /// Creates a symptom.
    public init(rule: String, field: String?, message: String, count: Int) {
      self.rule = rule
      self.field = field
      self.message = message
      self.count = count
    }
  }
}

/// A place in a recording.
public struct Place: Hashable, Sendable {
  /// The path of the file as it was given; `-` for standard input.
  public var recording: String

  /// The index from 0 of the exchange within the file; `nil` when the file holds one exchange.
  public var entry: Int?

  /// The place in the body, RFC 6901; empty for the root, and for what is not in the body.
  public var pointer: String

  /// The line in the file, from 1; 0 when no single one can be named.
  public var line: Int

  /// The column in Unicode scalars, from 1; 0 with ``line`` 0.
  public var column: Int

  /// The offset in the file, in bytes from 0; for an entry of a HAR, in the decoded body.
  public var offset: Int

  /// How many bytes of the file to underline; at least 1.
  public var length: Int

  /// The line of the file, cut to what fits a report, with the column where the place begins.
  public var excerpt: Excerpt?

  /// Where in the body the place is, when line and column still have to be worked out.
  var bodyRange: Range<Int>?

  /// Creates a place.
  public init(
    recording: String,
    entry: Int?,
    pointer: String,
    line: Int,
    column: Int,
    offset: Int,
    length: Int = 1,
    excerpt: Excerpt? = nil
  ) {
    self.recording = recording
    self.entry = entry
    self.pointer = pointer
    self.line = line
    self.column = column
    self.offset = offset
    self.length = length
    self.excerpt = excerpt
  }
}

/// A place in a contract.
public struct ContractPlace: Hashable, Sendable {
  /// The file, line and column.
  public var place: SourcePlace

  /// The number of the row in its table, from 1; `nil` when the place is no row of a table.
  public var row: Int?

  /// The title of the table or of the operation, as the documentation has it.
  public var title: String

  /// Creates a place.
  public init(place: SourcePlace, row: Int?, title: String) {
    self.place = place
    self.row = row
    self.title = title
  }
}

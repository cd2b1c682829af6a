/// What a check found: one value from which every format is written.
public struct Report: Hashable, Sendable {
  /// The totals.
  public var summary: Summary

  /// The broken promises: by severity, then operation, then row, then rule.
  public var findings: [Finding]

  /// What could not be judged, by reason.
  public var unjudged: [Unjudged]

  /// What was met of what the contracts describe.
  public var coverage: Coverage

  /// What was seen of each row: operation, status, then rows in the order of the table.
  public var observations: [TableObservation]

  /// How far the recordings of each listing reach, in the order of the recordings.
  public var chains: [Chain]

  /// The findings that are accepted: they are none of ``findings``.
  public var accepted: [Accepted] = []

  /// The acceptances that accept nothing, in their order.
  public var lapsed: [Lapsed] = []

  /// Creates a report.
  public init(
    summary: Summary,
    findings: [Finding],
    unjudged: [Unjudged],
    coverage: Coverage,
    observations: [TableObservation],
    chains: [Chain] = []
  ) {
    self.summary = summary
    self.findings = findings
    self.unjudged = unjudged
    self.coverage = coverage
    self.observations = observations
    self.chains = chains
  }

  /// The totals of a report.
  public struct Summary: Hashable, Sendable {
    /// The number of exchanges seen, bare bodies included.
    public var exchanges = 0
    /// The number of files read.
    public var files = 0
    /// The number of files that could not be read to their end.
    public var unread = 0
    /// The number of body bytes read.
    public var bytes = 0
    /// The number of listings that were paged through.
    public var chains = 0
    /// The number of findings of each severity.
    public var errors = 0
    /// The number of findings of each severity.
    public var warnings = 0
    /// The number of findings of each severity.
    public var notes = 0
    /// The number of findings that a reviewed file accepts.
    public var accepted = 0
    /// The number of exchanges that could not be judged: no contract, weather, failed.
    public var unjudged = 0

    /// Creates empty totals.
    public init() {}
  }

  /// Exchanges that could not be judged, for one reason.
  public struct Unjudged: Hashable, Sendable {
    /// Why an exchange cannot be judged.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
      /// Its request belongs to no operation under contract.
      case noContract = "no-contract"
      /// It was refused for speed (429) or the server failed (5xx).
      case weather
      /// No whole answer came.
      case failed
    }

    /// Why.
    public var reason: Reason

    /// What the exchanges have in common, e.g. `GET api.example.org/about/` or `status 429`.
    public var what: String

    /// How many exchanges.
    public var count: Int

    /// The first of them.
    public var place: Place

    /// Creates an entry.
    public init(reason: Reason, what: String, count: Int, place: Place) {
      self.reason = reason
      self.what = what
      self.count = count
      self.place = place
    }
  }

  /// What was met of what the contracts describe.
  public struct Coverage: Hashable, Sendable {
    /// A part of a whole.
    public struct Ratio: Hashable, Sendable {
      /// How many were met.
      public var exercised: Int
      /// How many there are.
      public var of: Int

      /// Creates a ratio.
      public init(exercised: Int, of: Int) {
        self.exercised = exercised
        self.of = of
      }
    }

    /// The operations.
    public var operations: Ratio
    /// The documented responses (statuses).
    public var responses: Ratio
    /// The rows of the documented field tables.
    public var rows: Ratio
    /// The documented orders that a listing of two or more different keys showed.
    public var orders = Ratio(exercised: 0, of: 0)
    /// The laws that could be judged.
    public var laws = Ratio(exercised: 0, of: 0)
    /// The listings of which the last page was seen.
    public var lastPages = Ratio(exercised: 0, of: 0)
    /// The listings of which an empty result was seen.
    public var emptyResults = Ratio(exercised: 0, of: 0)
    /// What was never met, e.g. `onet/stem_occupations.all`, `… /occupation/*/tags`, in order.
    public var never: [String]

    /// Creates a coverage.
    public init(operations: Ratio, responses: Ratio, rows: Ratio, never: [String]) {
      self.operations = operations
      self.responses = responses
      self.rows = rows
      self.never = never
    }
  }
}

/// What was seen of one documented response.
public struct TableObservation: Hashable, Sendable {
  /// The operation, as `api/operation`.
  public var operation: String

  /// The status.
  public var status: Int

  /// The number of bodies.
  public var bodies: Int

  /// What was seen of each row, in the order of the table, then undocumented members.
  public var rows: [RowObservation]

  /// Creates an observation.
  public init(operation: String, status: Int, bodies: Int, rows: [RowObservation]) {
    self.operation = operation
    self.status = status
    self.bodies = bodies
    self.rows = rows
  }
}

/// What was seen of one row.
public struct RowObservation: Hashable, Sendable {
  /// The row without indices: `/occupation/*/title`.
  public var field: String

  /// The documented type in the notation's words; `nil` for an undocumented member.
  public var documented: String?

  /// Whether the documentation marks it optional.
  public var isOptional: Bool

  /// How often it was present.
  public var present: Int

  /// How many objects (or lists, for items) could have held it.
  public var of: Int

  /// How often each type was seen, by the notation's word, `null` included; in order of the word.
  public var types: [TypeCount]

  /// Creates an observation.
  public init(
    field: String,
    documented: String?,
    isOptional: Bool,
    present: Int,
    of: Int,
    types: [TypeCount]
  ) {
    self.field = field
    self.documented = documented
    self.isOptional = isOptional
    self.present = present
    self.of = of
    self.types = types
  }

  /// How often one type was seen.
  public struct TypeCount: Hashable, Sendable {
    /// The notation's word for the type.
    public var type: String
    /// How often it was seen.
    public var count: Int

    /// Creates a count.
    public init(type: String, count: Int) {
      self.type = type
      self.count = count
    }
  }
}

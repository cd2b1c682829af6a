public import PlumbText

/// What was seen of the values in one place: of which kinds they were, and the same of what is in
/// them. Its size does not depend on how many values were seen.
public struct ObservedValue: Hashable, Sendable {
  /// How many were `null`.
  public var nulls = 0
  /// How many were booleans.
  public var booleans = 0
  /// How many were integers, as JSON Schema has them: `1.0` is one.
  public var integers = 0
  /// How many of the integers are written with a point or an exponent, as `1.0` or `1e2` are.
  public var decimals = 0
  /// How many were numbers that are no integers.
  public var fractions = 0
  /// How many were strings.
  public var strings = 0
  /// How many were objects.
  public var objects = 0
  /// How many were lists.
  public var lists = 0

  /// How many of the strings, of the objects and of the lists held nothing.
  public var empties = 0

  /// The least and the greatest number; `nil` when there was none.
  public var numbers: Bounds<JSONNumber>?

  /// The least and the greatest length of a string, in Unicode scalars; `nil` when there was none.
  public var lengths: Bounds<Int>?

  /// The least and the greatest number of items of a list; `nil` when there was none.
  public var sizes: Bounds<Int>?

  /// The different strings, numbers and booleans, at most 20, in order of the bytes of their texts;
  /// `nil` once they are many, or too long to be kept.
  public var values: [Value]? = []

  /// What all strings have in common; `nil` when there are none, or they have no form in common.
  public var form: Form?

  /// The first value that is not `null`, as JSON, cut to what fits a line, and where it stands.
  public var example: Example?

  /// The first value of each kind, in the same form.
  public var firsts: [Kind: Example] = [:]

  /// The recording in which the place was seen last, in the order of the recordings, without a line.
  public var last: Place?

  /// What was seen of the items of lists: one, or none.
  public var items: [ObservedValue] = []

  /// The members of objects, in the order in which they stand: each behind the one that it was
  /// first seen behind.
  public var members: [Member] = []

  /// What was seen of all members together, once their names are too many to be rows: one, or none.
  public var others: [ObservedValue] = []

  /// Whether the values were too deep or too many to be described.
  public var isOpen = false

  /// Creates what nothing was seen of.
  public init() {}

  /// How many values were seen.
  public var count: Int { nulls + booleans + integers + fractions + strings + objects + lists }

  /// The least and the greatest.
  public struct Bounds<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The least.
    public var least: Value
    /// The greatest.
    public var greatest: Value

    /// Creates bounds.
    public init(least: Value, greatest: Value) {
      self.least = least
      self.greatest = greatest
    }
  }

  /// A value with how often it was seen.
  public struct Value: Hashable, Sendable {
    /// The value: a string's text, else JSON.
    public var text: String
    /// Whether it is a string.
    public var isString: Bool
    /// How often it was seen.
    public var count: Int

    /// Creates a value.
    public init(text: String, isString: Bool, count: Int) {
      self.text = text
      self.isString = isString
      self.count = count
    }
  }

  /// What all strings of a place have in common: the tightest that holds.
  public enum Form: Hashable, Sendable {
    /// Digits only.
    case digits
    /// RFC 3339, section 5.6.
    case dateTime
    /// RFC 3986, an absolute URI.
    case uri
    /// Codes of one form, as a pattern of the notation.
    case code(String)
  }

  /// What a value is, as JSON has it; numbers by how they are written.
  public enum Kind: UInt8, Hashable, Sendable {
    case null, boolean
    /// A number of digits alone, perhaps with a minus before them.
    case digits
    /// A number with a point or an exponent.
    case number
    case string, object, list
  }

  /// A value, and where it stands.
  public struct Example: Hashable, Sendable {
    /// The value as JSON.
    public var json: String
    /// Where it stands.
    public var place: Place

    /// Creates an example.
    public init(json: String, place: Place) {
      self.json = json
      self.place = place
    }
  }

  /// A member of objects.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What was seen of it.
    public var value: ObservedValue

    /// Creates a member.
    public init(name: String, value: ObservedValue) {
      self.name = name
      self.value = value
    }
  }
}

/// What was seen of one documented response.
public struct ObservedResponse: Hashable, Sendable {
  /// The operation, as `api/operation`.
  public var operation: String

  /// The status.
  public var status: Int

  /// What was seen of the bodies that are whole JSON.
  public var body: ObservedValue

  /// Creates what was seen of a response.
  public init(operation: String, status: Int, body: ObservedValue) {
    self.operation = operation
    self.status = status
    self.body = body
  }
}

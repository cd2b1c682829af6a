/// How much must have been seen before an observation becomes a promise.
///
/// What is inferred holds of everything that was seen, whatever these are; they keep chance out.
enum Thresholds {
  /// The fewest texts from which a format (`date-time`, `uri`) is inferred.
  static let formatCount = 10

  /// The fewest texts from which a pattern is inferred.
  static let patternCount = 50
  /// The fewest different texts from which a pattern is inferred.
  static let patternValues = 10
  /// The longest text that a pattern is inferred from, in characters.
  static let patternLength = 40

  /// The fewest texts from which a list of values is inferred.
  static let valuesCount = 30
  /// The most values that a list has.
  static let valuesMost = 8
  /// How often each value of a list must have been seen.
  static let valuesEach = 3
  /// The longest value of a list, in characters.
  static let valuesLength = 32

  /// How many different texts are kept of one row; with one more they are "many".
  static let distinct = 20

  /// The fewest different words in one place of a path that become a parameter, when what they
  /// lead to looks alike.
  static let pathWords = 12
  /// The most different words kept in one place of a path; with one more they are a parameter.
  static let pathMost = 200

  /// The most names of members in one place; with one more they are keys, and `...` stands for
  /// them.
  static let memberNames = 100
  /// The deepest nesting that is described; below it, `any`.
  static let depth = 40
  /// The most rows that are described of one response; beyond, `any`.
  static let rows = 5_000
}

import PlumbChecking

/// How much must have been seen before an observation becomes a promise.
///
/// What is inferred holds of everything that was seen, whatever these are; they keep chance out.
package enum Thresholds {
  /// The fewest texts from which a format (`date-time`, `uri`) is inferred.
  package static let formatCount = 10

  /// The fewest texts from which a pattern is inferred.
  package static let patternCount = 50
  /// The fewest different texts from which a pattern is inferred.
  package static let patternValues = 10

  /// The fewest texts from which a list of values is inferred.
  package static let valuesCount = 30
  /// The most values that a list has.
  package static let valuesMost = 8
  /// How often each value of a list must have been seen.
  package static let valuesEach = 3
  /// The longest value of a list, in characters.
  package static let valuesLength = 32

  /// The fewest different words in one place of a path that become a parameter, when what they
  /// lead to looks alike.
  package static let pathWords = 12
  /// The most different words kept in one place of a path; with one more they are a parameter.
  package static let pathMost = 200

  /// The most parameters of the query that are described of one operation.
  package static let parameterNames = 500

  /// The most names of members in one place; with one more they are keys, and `...` stands for
  /// them.
  package static let memberNames = ObservationLimits.memberNames
}

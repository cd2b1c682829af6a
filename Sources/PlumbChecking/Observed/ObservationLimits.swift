/// How much is kept of what was seen, so that it does not grow with what is read.
package enum ObservationLimits {
  /// How many different values are kept of one place; with one more they are "many".
  package static let distinct = 20
  /// The longest value that is kept, in bytes of UTF-8; with a longer one the values are "many".
  package static let valueLength = 1_000

  /// The longest code that a form is sought in, in characters.
  package static let codeLength = 40

  /// The most names of members in one place; with one more they are keys of a map.
  package static let memberNames = 100
  /// The deepest nesting that is described; what is below it is not.
  package static let depth = 40
  /// The most places that are described of one response: the shallowest ones.
  package static let places = 5_000

  /// The most places that are told apart while one body is read.
  package static let placesAtOnce = 50_000

  /// The most characters of an example.
  package static let exampleLength = 60
}

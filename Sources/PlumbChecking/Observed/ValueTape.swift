/// One value of a body that is being read: what it is, where it stands, and which node it is of.
struct TapedValue {
  /// What it is.
  enum Kind: UInt8 {
    case null, `true`, `false`
    /// A number of digits alone, perhaps with a minus before them.
    case plainNumber
    case number
    /// A string of ASCII characters without escapes.
    case plainText
    case text
    case object, list
    /// Not a value: the node holds more than is described.
    case more
  }

  var node: Int32
  var kind: Kind
  /// Where it begins, from the start of the body; of a string after its quote.
  var start: UInt32
  /// How long it is; of an object or a list, how much it holds.
  var length: UInt32
}

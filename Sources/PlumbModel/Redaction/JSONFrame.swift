import PlumbText

/// An object or list that is open while JSON is looked through.
struct JSONFrame: Sendable {
  /// Whether it is an object.
  var isObject: Bool
  /// What the names in it name.
  var place = SecretNames.Place.member
  /// Whether it lists cookies, all of whose values are credentials.
  var holdsCookies = false
  /// Whether it stands in a list.
  var isListed = false
  /// What the name of the list, or of the object, says of what is in it.
  var inherited = SecretNames.Judgement.none
  /// The name of the list, or of the object.
  var title = ""

  /// The name of the member that is read.
  var name = ""
  /// What it says.
  var judgement = SecretNames.Judgement.none
  /// The index of the element that is read.
  var index = 0

  /// What `name` says in an object that is a name with a value.
  var pairName: String?
  /// Where `value` stands in it.
  var pairValue: Range<Int>?
  /// Where `text` stands in an object that is the content of an archive's entry.
  var text: Range<Int>?
  /// Whether that text is base64.
  var isBase64 = false
  /// Of which type it is.
  var mediaType: String?

  /// Creates the root of a text that has not begun.
  init(isObject: Bool) {
    self.isObject = isObject
  }

  /// Creates an object or list inside another one.
  init(isObject: Bool, in parent: JSONFrame?) {
    self.isObject = isObject
    guard let parent else { return }
    title = parent.isObject ? parent.name : parent.title
    inherited = parent.isObject ? parent.judgement : parent.inherited
    isListed = !parent.isObject
    place = isListed ? parent.place : Self.place(of: parent.name)
    let folded = SecretNames.folded(title)
    holdsCookies = isListed ? parent.holdsCookies : folded == "cookies"
  }

  private static func place(of name: String) -> SecretNames.Place {
    let folded = SecretNames.folded(name)
    if folded.hasSuffix("headers") || folded == "header" { return .field }
    let parameters: Set<String> = [
      "params", "parameters", "query", "querystring", "queryparams", "form", "formdata", "args",
      "cookies", "postdata",
    ]
    return parameters.contains(folded) ? .parameter : .member
  }
}

import PlumbModel

/// A response before its body is bytes, so that faults can still be put into its values.
struct Answer {
  /// A body.
  enum Body {
    /// JSON.
    case json(JSONTree, JSONTree.Escaping)
    /// A page of HTML.
    case html(String)
  }

  /// The operation that answers; empty for a path that no service has.
  var operation = ""

  /// The status code.
  var status: Int

  /// The header fields besides `Content-Type`.
  var fields: [HTTPField] = []

  /// The body.
  var body: Body

  /// A success.
  static func success(_ body: JSONTree, escaping: JSONTree.Escaping = .least) -> Answer {
    Answer(status: 200, body: .json(body, escaping))
  }

  /// A refusal of a parameter, in the words of a schema validator.
  static func refusal(_ message: String, status: Int = 422) -> Answer {
    Answer(status: status, body: .json(.members(["error": .string(message)]), .least))
  }

  /// A page of HTML that says the status.
  static func page(_ status: Int, _ words: String, fields: [HTTPField] = []) -> Answer {
    Answer(status: status, fields: fields, body: .html(html("\(status) \(words)")))
  }

  /// A small page.
  static func html(_ title: String) -> String {
    """
    <html>\r
    <head><title>\(title)</title></head>\r
    <body><center><h1>\(title)</h1></center></body>\r
    </html>\r

    """
  }

  /// The response as it goes over the wire.
  var response: Exchange.Response {
    let type: String
    let bytes: [UInt8]
    switch body {
    case .json(let tree, let escaping):
      type = escaping == .forHTML ? "application/json; charset=utf-8" : "application/json"
      bytes = tree.bytes(escaping: escaping)
    case .html(let page):
      type = "text/html"
      bytes = Array(page.utf8)
    }
    return Exchange.Response(
      status: status,
      fields: [HTTPField(name: "Content-Type", value: type)] + fields,
      body: bytes
    )
  }
}

import NIOCore
import NIOHTTP1
import PlumbModel

/// A request that was read, with what its header fields ask of the server itself.
struct Incoming {
  /// The request for the responder.
  var request: Exchange.Request

  /// What the client asks of the connection and of the message's form.
  var wishes: Wishes

  /// The length of the body that the head announces; `nil` when it does not.
  var announcedLength: Int?

  /// What a client asks of a server besides the resource.
  struct Wishes: Hashable {
    /// Whether the connection may stay open.
    var keepsAlive = true

    /// Whether the client speaks HTTP/1.0 and must be told that the connection stays open.
    var isOld = false

    /// Whether the body is left out, as `HEAD` wants it.
    var isHead = false

    /// Whether a body may come as gzip.
    var takesGzip = false

    /// The validators of what the client has already.
    var validators: String?

    /// Whether the client waits for `100 Continue` before it sends the body.
    var awaitsContinue = false
  }
}

/// Why a request is not answered by the responder.
struct Refusal: Error, Hashable {
  /// The status code.
  var status: Int

  /// One sentence.
  var message: String

  static func bad(_ message: String) -> Refusal { Refusal(status: 400, message: message) }
}

extension Incoming {
  /// Reads a head.
  ///
  /// - Parameter host: What stands for the host where HTTP/1.0 names none.
  init(_ head: HTTPRequestHead, host standardHost: String, limits: ServerLimits) throws(Refusal) {
    guard head.uri.utf8.count <= limits.targetSize else {
      throw Refusal(
        status: 414,
        message: "the target has more than \(limits.targetSize) bytes"
      )
    }
    var wishes = Wishes()
    wishes.keepsAlive = head.isKeepAlive
    wishes.isOld = head.version.minor < 1
    wishes.isHead = head.method == .HEAD
    var fields: [HTTPField] = []
    fields.reserveCapacity(head.headers.count)
    var host: String?
    var size = 0
    for (name, value) in head.headers {
      size += name.utf8.count + value.utf8.count
      if name.isSameField("content-length") { announcedLength = Int(value) }
      try wishes.read(name, value, host: &host)
      fields.append(HTTPField(name: name, value: value))
    }
    guard size <= limits.headSize else {
      throw Refusal(
        status: 431,
        message: "the header fields have more than \(limits.headSize) bytes"
      )
    }
    guard fields.count <= limits.fieldCount else {
      throw Refusal(status: 431, message: "there are more than \(limits.fieldCount) header fields")
    }
    guard let host = host ?? (wishes.isOld ? standardHost : nil) else {
      throw .bad("HTTP/1.1 asks for a Host field")
    }
    self.wishes = wishes
    request = Exchange.Request(
      method: head.method.rawValue,
      url: try Self.url(target: head.uri, host: host),
      fields: fields
    )
  }

  private static func url(target: String, host: String) throws(Refusal) -> String {
    guard target.utf8.first != UInt8(ascii: "/") else { return "http://\(host)\(target)" }
    if target == "*" { return "http://\(host)/*" }
    let isAbsolute = ["http://", "https://"].contains {
      target.lowercased().hasPrefix($0) && target.utf8.count > $0.utf8.count
    }
    guard isAbsolute else {
      throw .bad("the target must be a path that begins with a slash, or an absolute URL")
    }
    return target
  }
}

extension Incoming.Wishes {
  /// Takes from a header field what concerns the server.
  fileprivate mutating func read(
    _ name: String,
    _ value: String,
    host: inout String?
  ) throws(Refusal) {
    switch name.utf8.count {
    case 4 where name.isSameField("host"):
      guard host == nil else { throw .bad("there is more than one Host field") }
      guard value.isHost else { throw .bad("the Host field names no host") }
      host = value
    case 6 where name.isSameField("expect"):
      guard value.isSameField("100-continue") else {
        throw Refusal(status: 417, message: "the only expectation that is met is 100-continue")
      }
      awaitsContinue = !isOld
    case 7 where name.isSameField("upgrade"):
      // The parser stops after such a request.
      keepsAlive = false
    case 13 where name.isSameField("if-none-match"):
      validators = validators.map { "\($0), \(value)" } ?? value
    case 15 where name.isSameField("accept-encoding"):
      takesGzip = AcceptEncoding.takesGzip(value)
    default: break
    }
  }
}

extension String {
  /// Whether this is the name, which is given in lower case.
  func isSameField(_ name: StaticString) -> Bool {
    guard utf8.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { bytes in
      zip(utf8, bytes).allSatisfy { own, other in
        own == other || (own &- 0x41 < 26 && own | 0x20 == other)
      }
    }
  }

  /// Whether the text can be a host with a port: no white space and nothing that ends an authority.
  fileprivate var isHost: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"),
          UInt8(ascii: "~"), UInt8(ascii: "%"):
          true
        default: false
        }
      }
  }
}

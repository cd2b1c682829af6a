import NIOCore
import PlumbModel

/// A response as it is about to be sent: what the client already has is left out, and what it takes
/// as gzip is compressed.
struct ResponseDraft {
  /// How the end of the body is told.
  enum Framing: Hashable {
    /// By its length.
    case length
    /// By an empty chunk.
    case chunks
    /// By the end of the connection.
    case close
    /// There is none, whatever was announced.
    case bodiless
  }

  /// The status code.
  private(set) var status: Int

  /// The header fields that are sent as they are.
  private(set) var fields: [HTTPField] = []

  /// The body, before truncation.
  private(set) var body: ServedResponse.Body

  /// How its end is told.
  private(set) var framing = Framing.length

  private var tag: String?
  private var contentType = ""
  private var isEncoded = false
  private var hasDate = false
  private var announcedLength: String?
  private var varies = false
  /// Whether the fields already say that the answer depends on `Accept-Encoding`.
  private var saysItVaries = false

  init(_ response: ServedResponse, to incoming: Incoming, compressed: CompressedBodies?) {
    status = response.status
    body = response.body
    fields.reserveCapacity(response.fields.count + 2)
    for field in response.fields { take(field, isOld: incoming.wishes.isOld) }
    let isQuestion = incoming.wishes.isHead || incoming.request.method == "GET"
    if isQuestion, status == 200 { addTag() }
    if case .stream = body { framing = incoming.wishes.isOld ? .close : .chunks }
    if let compressed { compress(with: compressed, incoming.wishes) }
    if let tag, status == 200, isQuestion, let validators = incoming.wishes.validators,
      EntityTag.list(validators, contains: tag)
    {
      status = 304
    }
    if status == 304 || status == 204 || status < 200 || incoming.wishes.isHead {
      framing = .bodiless
    }
  }

  /// The number of bytes of the body.
  var count: Int { body.count }

  private mutating func take(_ field: HTTPField, isOld: Bool) {
    let name = field.name
    switch name.utf8.count {
    case 4 where name.isSameField("date"): hasDate = true
    case 4 where name.isSameField("vary"):
      let names = field.value.lowercased()
      if names.contains("accept-encoding") || names.contains("*") { saysItVaries = true }
    case 4 where name.isSameField("etag"):
      tag = field.value
      return
    case 7 where name.isSameField("trailer") || name.isSameField("upgrade"): return
    case 10 where name.isSameField("connection") || name.isSameField("keep-alive"): return
    case 12 where name.isSameField("content-type"): contentType = field.value
    case 14 where name.isSameField("content-length"):
      announcedLength = field.value
      return
    case 16 where name.isSameField("content-encoding"): isEncoded = true
    case 16 where name.isSameField("proxy-connection"): return
    case 17 where name.isSameField("transfer-encoding"):
      if !isOld { framing = .chunks }
      return
    default: break
    }
    fields.append(field)
  }

  private mutating func addTag() {
    guard tag == nil, case .bytes(let bytes) = body, !bytes.isEmpty else { return }
    tag = EntityTag.of(bytes)
  }

  private mutating func compress(with compressed: CompressedBodies, _ wishes: Incoming.Wishes) {
    guard !isEncoded, status != 206, case .bytes(let bytes) = body,
      CompressedBodies.sizes.contains(bytes.count),
      CompressedBodies.shrinks(contentType: contentType)
    else { return }
    varies = true
    guard wishes.takesGzip else { return }
    body = .bytes(compressed.compressed(bytes, tag: tag ?? EntityTag.of(bytes)))
    tag = tag.map(EntityTag.weak)
    fields.append(HTTPField(name: "Content-Encoding", value: "gzip"))
  }
}

extension ResponseDraft {
  /// Writes everything before the body.
  ///
  /// - Parameters:
  ///   - dateLine: The `Date` field with the end of its line.
  ///   - connection: The value of the `Connection` field; `nil` for none.
  func writeHead(into buffer: inout ByteBuffer, dateLine: [UInt8], connection: StaticString?) {
    buffer.writeStaticString("HTTP/1.1 ")
    buffer.writeString(HTTPStatus(status).line)
    buffer.writeStaticString("\r\n")
    for field in fields { Self.write(field.name, field.value, into: &buffer) }
    if let tag { Self.write("ETag", tag, into: &buffer) }
    if varies, !saysItVaries { buffer.writeStaticString("Vary: Accept-Encoding\r\n") }
    writeLength(into: &buffer)
    if !hasDate { buffer.writeBytes(dateLine) }
    if let connection {
      buffer.writeStaticString("Connection: ")
      buffer.writeStaticString(connection)
      buffer.writeStaticString("\r\n")
    }
    buffer.writeStaticString("\r\n")
  }

  private func writeLength(into buffer: inout ByteBuffer) {
    switch framing {
    case .length: Self.writeLength(count, into: &buffer)
    case .close: break
    case .chunks: buffer.writeStaticString("Transfer-Encoding: chunked\r\n")
    case .bodiless where status == 304 || status == 204 || status < 200: break
    case .bodiless:
      // The answer to HEAD announces what GET would give; a recorded HEAD has no body to count.
      if count == 0, let announcedLength {
        Self.write("Content-Length", announcedLength, into: &buffer)
      } else {
        Self.writeLength(count, into: &buffer)
      }
    }
  }

  private static func writeLength(_ count: Int, into buffer: inout ByteBuffer) {
    buffer.writeStaticString("Content-Length: ")
    buffer.writeString(String(count))
    buffer.writeStaticString("\r\n")
  }

  /// Writes a field; what would end the line becomes a space.
  private static func write(_ name: String, _ value: String, into buffer: inout ByteBuffer) {
    let start = buffer.readableBytes
    buffer.writeString(name)
    buffer.writeStaticString(": ")
    buffer.writeString(value)
    buffer.withUnsafeMutableReadableBytes { bytes in
      for index in start..<bytes.count
      where bytes[index] == 0x0D || bytes[index] == 0x0A || bytes[index] == 0 {
        bytes[index] = 0x20
      }
    }
    buffer.writeStaticString("\r\n")
  }
}

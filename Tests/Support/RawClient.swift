import Foundation

/// A client that sends just the bytes it is told to, and shows just those that come back.
///
/// Its calls block; ``use(port:_:)`` gives it a thread of its own, so that a server under test
/// keeps those that it needs. One thread uses it at a time.
package final class RawClient: @unchecked Sendable {
  /// A response as it came.
  package struct Response: Hashable, Sendable {
    /// The status code.
    package var status: Int
    /// The header fields: names in lower case.
    package var fields: [String: String]
    /// The body, without chunks.
    package var body: [UInt8]

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Why there is no response.
  package enum Failure: Error, Hashable {
    case cannotConnect(Int32)
    /// The server closed before the response was whole; with what came until then.
    case closed([UInt8])
    /// The server reset the connection.
    case reset
    /// Nothing came for ten seconds.
    case timeout
    /// What came is no response.
    case malformed(String)
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Connects to a port of this machine.
  package init(port: Int) throws {
    #if os(Linux)
    let kind = Int32(SOCK_STREAM.rawValue)
    #else
    let kind = SOCK_STREAM
    #endif
    descriptor = socket(AF_INET, kind, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure.cannotConnect(errno) }
    var time = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Connects, and does the work on a thread of its own.
  package static func use<Result: Sendable>(
    port: Int,
    _ work: @escaping @Sendable (RawClient) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Swift.Result { try work(RawClient(port: port)) }
        )
      }
    }
  }

  /// Does the work with a client that is connected already, on a thread of its own.
  package static func use<Result: Sendable>(
    _ client: RawClient,
    _ work: @escaping @Sendable (RawClient) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Swift.Result { try work(client) })
      }
    }
  }

  /// Sends a request and returns its response.
  package static func ask(
    _ request: String,
    port: Int
  ) async throws -> Response {
    try await use(port: port) { client in
      client.send(request)
      return try client.response(isBodiless: request.hasPrefix("HEAD "))
    }
  }

  /// Sends a text; whatever happens to it.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends bytes; whatever happens to them.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Says that nothing more is sent.
  package func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// Whether the server has closed the connection, and nothing is left to be read.
  package var isClosed: Bool {
    var byte: UInt8 = 0
    return recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 0
  }

  /// Whether the server resets the connection within some seconds, while nothing is read.
  package func isReset(within seconds: Int32) -> Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    let count = poll(&state, 1, seconds * 1000)
    return count == 1 && Int32(state.revents) & Int32(POLLERR | POLLHUP) != 0
  }

  /// Reads the next response.
  package func response(isBodiless: Bool = false) throws -> Response {
    let end = Array("\r\n\r\n".utf8)
    while buffer.firstRange(of: end) == nil { try fill() }
    guard let range = buffer.firstRange(of: end) else { throw Failure.closed(buffer) }
    let lines = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
    buffer.removeSubrange(..<range.upperBound)
    let words = lines[0].split(separator: " ")
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw Failure.malformed(String(lines[0]))
    }
    var response = Response(status: status, fields: [:], body: [])
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw Failure.malformed(String(line)) }
      let name = parts[0].lowercased()
      let value = parts[1].trimmingCharacters(in: .whitespaces)
      response.fields[name] = response.fields[name].map { "\($0), \(value)" } ?? value
    }
    if isBodiless || status < 200 || status == 204 || status == 304 { return response }
    response.body = try body(response.fields)
    return response
  }

  /// Reads until the server closes; throws when it resets.
  package func rest() throws -> [UInt8] {
    do {
      while true { try fill() }
    } catch Failure.closed(let bytes) {
      return bytes
    }
  }

  private func body(_ fields: [String: String]) throws -> [UInt8] {
    if let length = fields["content-length"].flatMap({ Int($0) }) { return try take(length) }
    guard fields["transfer-encoding"] == "chunked" else { return try rest() }
    var body: [UInt8] = []
    while true {
      let line = try takeLine()
      guard let count = Int(line, radix: 16) else { throw Failure.malformed(line) }
      body += try take(count)
      guard try takeLine().isEmpty else { throw Failure.malformed("no end of a chunk") }
      if count == 0 { return body }
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while buffer.count < count { try fill() }
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }

  private func takeLine() throws -> String {
    let end = Array("\r\n".utf8)
    while buffer.firstRange(of: end) == nil { try fill() }
    guard let range = buffer.firstRange(of: end) else { throw Failure.closed(buffer) }
    defer { buffer.removeSubrange(..<range.upperBound) }
    return String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
  }

  private func fill() throws {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &piece, piece.count, 0)
    if count == 0 { throw Failure.closed(buffer) }
    guard count > 0 else {
      switch errno {
      case ECONNRESET, EPIPE: throw Failure.reset
      case EAGAIN: throw Failure.timeout
      default: throw Failure.closed(buffer)
      }
    }
    buffer += piece[..<count]
  }
}

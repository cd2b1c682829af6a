import PlumbModel
import PlumbServing
import TestSupport

/// A responder made of a closure.
struct Closure: Responder {
  var answer: @Sendable (Exchange.Request) -> Reply

  init(_ answer: @escaping @Sendable (Exchange.Request) -> Reply) {
    self.answer = answer
  }

  func reply(to request: Exchange.Request) -> Reply { answer(request) }
}

/// A server for the time of a test.
enum Served {
  /// Answers with the path, and the body of the request behind it.
  static let echo = Closure { request in
    let path = request.url.split(separator: "/").dropFirst(2).joined(separator: "/")
    let body = Array("/\(path)|".utf8) + request.body
    return .now(ServedResponse(status: 200, body: .bytes(body)))
  }

  /// Answers every request with a text.
  static func text(_ text: String, type: String = "application/json") -> Closure {
    let response = ServedResponse(
      status: 200,
      fields: [HTTPField(name: "Content-Type", value: type)],
      body: .bytes(Array(text.utf8))
    )
    return Closure { _ in .now(response) }
  }

  /// Serves as long as the work takes.
  @discardableResult
  static func run<Result>(
    _ responder: any Responder = echo,
    limits: ServerLimits = ServerLimits(),
    local: LocalService? = nil,
    work: (_ port: Int) async throws -> Result
  ) async throws -> Result {
    let server = HTTPServer(responder: responder, limits: limits, local: local)
    let port = try await server.start()
    do {
      let result = try await work(port)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }

  /// A request without a body.
  static func get(_ path: String = "/", _ fields: String...) -> String {
    let lines = fields.map { "\($0)\r\n" }.joined()
    return "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(lines)\r\n"
  }
}

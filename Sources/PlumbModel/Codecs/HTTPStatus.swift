/// A status code with the phrase that a status line shows.
package struct HTTPStatus: Hashable, Sendable {
  /// The code, held between 100 and 999.
  package let code: Int

  /// Holds a code within bounds.
  package init(_ code: Int) {
    self.code = min(max(code, 100), 999)
  }

  /// The code and the phrase, e.g. `404 Not Found`.
  package var line: String {
    guard let phrase else { return "\(code)" }
    return "\(code) \(phrase)"
  }

  /// The phrase, e.g. `Not Found`; empty when there is none.
  var words: String { phrase ?? "" }

  /// Source: RFC 9110, section 15; RFC 6585, sections 4 and 5.
  private var phrase: String? {
    switch code {
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 206: "Partial Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 303: "See Other"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 410: "Gone"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    case 505: "HTTP Version Not Supported"
    default: nil
    }
  }
}

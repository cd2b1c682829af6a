/// A status code with the phrase that a status line shows.
struct HTTPStatus: Hashable, Sendable {
  /// The code, held between 100 and 999.
  let code: Int

  init(_ code: Int) {
    self.code = min(max(code, 100), 999)
  }

  /// The code and the phrase, e.g. `404 Not Found`.
  var line: String {
    guard let phrase else { return "\(code)" }
    return "\(code) \(phrase)"
  }

  /// Source: RFC 9110, section 15; RFC 6585, section 4.
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
    case 409: "Conflict"
    case 410: "Gone"
    case 415: "Unsupported Media Type"
    case 422: "Unprocessable Content"
    case 429: "Too Many Requests"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Unavailable"
    case 504: "Gateway Timeout"
    default: nil
    }
  }
}

/// The header fields that change from one recording of an unchanged API to the next.
public enum VolatileFields {
  /// Stands for the value of a volatile field that a contract documents, so that the recording
  /// still shows that the field was there.
  public static let placeholder = "{{volatile}}"

  /// Returns whether a field changes although what it comes with does not: moments, tags of
  /// versions, names of requests and servers, what is left of a quota, cookies, and how the bytes
  /// were sent.
  ///
  /// - Parameter name: The name, in any case.
  public static func isVolatile(_ name: String) -> Bool {
    let name = name.lowercased()
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
      || suffixes.contains { name.hasSuffix($0) }
  }

  private static let names: Set<String> = [
    // Moments and versions.
    "date", "age", "expires", "last-modified", "etag", "retry-after", "x-runtime",
    "x-response-time", "server-timing", "x-timer",
    // Names of requests and of servers on the way.
    "traceparent", "tracestate", "cf-ray", "x-served-by", "x-cache", "x-cache-hits", "via",
    "x-varnish", "x-backend-server", "x-github-request-id", "x-vercel-id", "x-azure-ref",
    "cf-cache-status", "nel", "report-to", "reporting-endpoints", "alt-svc",
    // Who asks, and how often.
    "set-cookie", "set-cookie2", "x-csrf-token", "x-xsrf-token",
    // How the bytes were sent.
    "connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-encoding",
    "content-length", "content-md5", "digest", "content-digest", "repr-digest", "trailer",
  ]

  private static let prefixes = [
    "ratelimit", "x-ratelimit", "x-rate-limit", "rate-limit", "x-amz-", "x-amzn-", "x-b3-",
    "x-cloud-trace", "x-datadog-", "x-goog-",
  ]

  private static let suffixes = [
    "request-id", "requestid", "trace-id", "traceid", "correlation-id",
  ]
}

extension [HTTPField] {
  /// Parts the fields into those that a recording keeps and those that stand beside it.
  ///
  /// - Parameter documented: The names, in lower case, of fields that a contract documents: the
  ///   recording keeps them, a volatile one with ``VolatileFields/placeholder`` for its value.
  package func parted(documented: Set<String> = []) -> (kept: [HTTPField], volatile: [HTTPField]) {
    var kept: [HTTPField] = []
    var volatile: [HTTPField] = []
    for field in self {
      guard VolatileFields.isVolatile(field.name) else {
        kept.append(field)
        continue
      }
      volatile.append(field)
      guard documented.contains(field.name.lowercased()) else { continue }
      kept.append(HTTPField(name: field.name, value: VolatileFields.placeholder))
    }
    return (kept, volatile)
  }
}

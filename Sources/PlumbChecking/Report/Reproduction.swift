import PlumbModel
import PlumbText

/// The command that shows a finding's first place oneself.
enum Reproduction {
  /// A `curl` command without secrets: credentials are named by their environment variables.
  ///
  /// A credential that was refused because it was not there stays out.
  ///
  /// - Parameter showsHead: Whether the command shows the status and the header fields.
  static func command(
    _ request: LogPlace.RequestLine,
    api: API,
    _ contract: Contract,
    showsHead: Bool
  ) -> String {
    var parts = [showsHead && request.method != "HEAD" ? "curl -i" : "curl"]
    let refused = request.refusedFields?.map { $0.lowercased() }
    if request.method == "HEAD" {
      parts.append("--head")
    } else if request.method != "GET" {
      parts.append("-X \(quoted(request.method))")
    }
    // curl would take these for patterns of many URLs.
    if request.url.contains(where: { "[]{}".contains($0) }) { parts.append("--globoff") }
    for key in api.keys where refused?.contains(key.header.lowercased()) != false {
      parts.append("-H \"\(key.header): $\(key.environment)\"")
    }
    parts.append(quoted(redactor(of: contract).redacted(request.url)))
    return parts.joined(separator: " ")
  }

  /// What knows which parameters are documented, and which of them are credentials.
  private static func redactor(of contract: Contract) -> Redactor {
    let secret = contract.parameters.filter(\.isSecret).map(\.name)
    return Redactor(
      secrets: [],
      exempt: Set(contract.parameters.map(\.name)),
      marked: Set(secret)
    )
  }

  /// A text as one word of a shell, whatever it holds.
  private static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.value == 0x7f ? "?" : String(scalar)
    }
    .joined()
    return "'"
      + shown.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}

import PlumbModel

/// The sentence of a finding: what was promised before what was found.
struct Wording {
  /// What a finding says.
  struct Words {
    var message: String
    var expected: String
    var found: String
  }

  let rule: RuleID
  let subject: Subject

  /// The words for an entry.
  ///
  /// - Parameters:
  ///   - found: What stands at the first place.
  ///   - name: The name of the undocumented member or header field, when one is concerned.
  ///   - kind: The kind of thing found.
  func words(found: String, name: String?, kind: String) -> Words {
    switch rule {
    case .bodyNotJSON, .bodyTruncated, .bodyTrailingText, .bodyEncoding, .bodyLoneSurrogate,
      .bodyDuplicateMember, .bodyTooDeep:
      bodyWords(found)
    case .statusUndocumented, .statusForBadRequest, .refusedGoodRequest, .errorBody, .contentType,
      .headerMissing, .redirect, .answerDiffers:
      httpWords(found, name, kind)
    case .fieldMissing, .fieldUndocumented, .fieldType, .fieldNull, .fieldValue, .fieldRenamed,
      .fieldMoved, .fieldWrapped, .fieldStringified:
      fieldWords(found, name, kind)
    default:
      Words(message: found, expected: "", found: found)
    }
  }

  private func bodyWords(_ found: String) -> Words {
    switch rule {
    case .bodyTruncated:
      Words(
        message: "the body is documented as JSON, it ends before its value does",
        expected: "a whole JSON value",
        found: found
      )
    case .bodyTrailingText:
      Words(
        message: "the body is documented as one JSON value, more text follows it",
        expected: "the end of the body",
        found: found
      )
    case .bodyEncoding:
      Words(
        message: "the body is expected to be UTF-8, it holds \(found)",
        expected: "UTF-8",
        found: found
      )
    case .bodyLoneSurrogate:
      Words(
        message: "an escaped surrogate is expected to be one of a pair, `\(found)` stands alone",
        expected: "a surrogate pair",
        found: found
      )
    case .bodyDuplicateMember:
      Words(
        message: "each member is expected once, \(quotedName) stands twice in one object",
        expected: "one member of a name",
        found: found
      )
    case .bodyTooDeep:
      Words(
        message: "the body is nested deeper than is read",
        expected: "fewer levels",
        found: found
      )
    default:
      Words(
        message: "the body is documented as JSON, the API sends \(found)",
        expected: "JSON",
        found: found
      )
    }
  }

  private var quotedName: String {
    guard let row = subject.row, row.number != nil else { return "a name" }
    return "`\(row.name)`"
  }

  private var rowName: String {
    guard let row = subject.row, !row.field.isEmpty else { return "the body" }
    return "`\(row.name)`"
  }

  private func httpWords(_ found: String, _ name: String?, _ kind: String) -> Words {
    let documented = subject.operation.responses.map { String($0.contract.status) }
      .joined(separator: ", ")
    switch rule {
    case .redirect:
      return Words(
        message: "the statuses \(documented) are documented, the API redirects with \(found)",
        expected: "one of \(documented)",
        found: found
      )
    case .statusForBadRequest:
      return badRequestWords(found, name, kind)
    case .refusedGoodRequest:
      return Words(
        message: "this request is an example of the contract, the API refuses it with \(found)",
        expected: "a documented success",
        found: found
      )
    case .contentType:
      return Words(
        message: "the body is documented as JSON, the API declares it as \(found)",
        expected: "application/json",
        found: found
      )
    case .headerMissing:
      let field = name ?? "header"
      return Words(
        message: "the header field `\(field)` is documented, the API does not send it",
        expected: field,
        found: found
      )
    default:
      return Words(
        message: "the statuses \(documented) are documented, the API answers with \(found)",
        expected: "one of \(documented)",
        found: found
      )
    }
  }

  private func badRequestWords(_ found: String, _ name: String?, _ kind: String) -> Words {
    let index = Int(subject.node)
    guard index >= 0 else {
      return Words(
        message: "the parameter `\(name ?? "…")` is not documented, the API accepts it",
        expected: "a documented parameter",
        found: "`\(name ?? "…")`"
      )
    }
    let parameter = subject.operation.contract.parameters[index]
    let type = TypeText.describe(parameter.type)
    if kind == "missing" {
      return Words(
        message: "the parameter `\(parameter.name)` is documented as required, "
          + "the API answers without it",
        expected: "a refusal",
        found: "an answer without `\(parameter.name)`"
      )
    }
    let found = parameter.isSecret ? "a value that is not" : found
    return Words(
      message: "the parameter `\(parameter.name)` is documented as \(type), "
        + "the API accepts \(found)",
      expected: "a refusal",
      found: "an answer to \(found)"
    )
  }

  private func fieldWords(_ found: String, _ name: String?, _ kind: String) -> Words {
    let documented = subject.row?.documented ?? "a value"
    switch rule {
    case .fieldMissing:
      return Words(
        message: "\(rowName) is documented as \(documented), the API leaves it out",
        expected: documented,
        found: "nothing"
      )
    case .fieldUndocumented:
      guard let member = name else {
        return Words(
          message: "more than \(ManyNames.limit) names are not documented in \(objectName), "
            + "the API sends them: \(kind)",
          expected: "documented names",
          found: kind
        )
      }
      return Words(
        message: "`\(member)` is not documented in \(objectName), the API sends it: \(found)",
        expected: "no `\(member)`",
        found: found
      )
    case .fieldRenamed:
      let member = name ?? "…"
      return Words(
        message: "\(rowName) is documented, the API sends `\(member)` in its place",
        expected: subject.row?.name ?? "",
        found: member
      )
    case .fieldNull:
      return Words(
        message: "\(rowName) is documented as \(documented), the API sends null",
        expected: documented,
        found: "null"
      )
    case .fieldValue:
      return Words(
        message: "\(rowName) is documented as \(documented), the API sends \(found)",
        expected: documented,
        found: found
      )
    default:
      return Words(
        message: "\(rowName) is documented as \(documented), the API sends \(found)",
        expected: documented,
        found: found
      )
    }
  }

  private var objectName: String {
    guard let row = subject.row, !row.field.isEmpty else { return "the body" }
    return "`\(row.field)`"
  }
}

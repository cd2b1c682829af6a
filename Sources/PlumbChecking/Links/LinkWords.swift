import PlumbModel
import PlumbText

/// Puts wrong addresses into words, with their places.
struct LinkWords {
  let at: TapePlace
  /// Where the link is documented; `nil` for the row that holds it.
  let place: SourcePlace?
  let tape: BodyTape
  let index: TapeIndex

  /// The address leads elsewhere.
  func target(_ rank: Int, _ address: String, expected: String) -> ConversationFinding {
    finding(
      .linkTarget,
      rank,
      "`\(at.path)` is documented to lead to its own item, \"\(expected)\", it names another,"
        + " \"\(address)\"",
      expected: expected,
      found: address,
      kind: "another item"
    )
  }

  /// Only a slash at the end differs.
  func slash(_ rank: Int, _ address: String, expected: String) -> ConversationFinding {
    finding(
      .linkTarget,
      rank,
      "`\(at.path)` is documented to lead to \"\(expected)\", the API sends \"\(address)\", which"
        + " differs by the slash at the end",
      expected: expected,
      found: address,
      kind: "trailing slash"
    )
  }

  /// The address is on another host.
  func host(_ rank: Int, _ address: String, _ server: LinkServer) -> ConversationFinding {
    finding(
      .linkHost,
      rank,
      "`\(at.path)` is documented to lead to \"\(server.text)\", the API sends \"\(address)\"",
      expected: server.text,
      found: address,
      kind: "another host"
    )
  }

  /// The address belongs to no operation.
  func undocumented(_ rank: Int, _ address: String) -> ConversationFinding {
    finding(
      .linkUndocumented,
      rank,
      "every operation is documented, `\(at.path)` leads to none: \"\(address)\"",
      expected: "the address of a documented operation",
      found: address,
      kind: "no operation"
    )
  }

  private func finding(
    _ rule: RuleID,
    _ rank: Int,
    _ message: String,
    expected: String,
    found: String,
    kind: String
  ) -> ConversationFinding {
    ConversationFinding(
      rule: rule,
      law: nil,
      page: 0,
      pointer: at.pointer(of: rank, in: index),
      range: tape.entries[rank].range,
      field: at.field,
      contract: place,
      message: message,
      expected: expected,
      found: found,
      kind: kind
    )
  }
}

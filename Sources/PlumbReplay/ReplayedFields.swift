import PlumbModel
import PlumbText

/// The header fields of a recording as they are sent again.
enum ReplayedFields {
  /// The response of an answer, with the fields that no longer describe its body left out, and one
  /// that lets clients ask whether it changed.
  static func response(of answer: RecordedAnswer) -> ServedResponse {
    var fields = answer.fields.filter { field in
      switch field.name.lowercased() {
      case "transfer-encoding", "connection", "keep-alive", "proxy-connection", "trailer",
        "upgrade":
        false
      case "content-encoding": isStillEncoded(answer.body, as: field.value.lowercased())
      // The server counts again; only where there is no body the recorded number is all there is.
      case "content-length": answer.body.count == 0
      default: !field.name.hasPrefix(":")
      }
    }
    // What was recorded only as having been there has no value to send.
    fields.removeAll { $0.value == VolatileFields.placeholder }
    if answer.status == 200, !fields.contains(where: { $0.name.lowercased() == "etag" }),
      case .bytes(let bytes) = answer.body, !bytes.isEmpty
    {
      fields.append(HTTPField(name: "ETag", value: "\"\(Hexadecimal.text(XXH64.hash(bytes)))\""))
    }
    return ServedResponse(status: answer.status, fields: fields, body: answer.body)
  }

  /// Whether a body is in the coding that its field names: recordings hold bodies decoded, but what
  /// their maker could not decode stayed as it was.
  private static func isStillEncoded(_ body: ServedResponse.Body, as coding: String) -> Bool {
    guard case .bytes(let bytes) = body, !bytes.isEmpty else { return false }
    switch coding {
    case "identity": return false
    case "gzip", "x-gzip": return bytes.starts(with: [0x1F, 0x8B])
    case "zstd": return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    case "deflate": return bytes[0] & 0x0F == 8 && String(validating: bytes, as: UTF8.self) == nil
    default: return String(validating: bytes, as: UTF8.self) == nil
    }
  }
}

import PlumbModel
import PlumbText

/// What HAR 1.2 requires of an entry.
enum HARRules {
  /// The pointers of members that are missing or hold something else.
  static func broken(by entry: JSONNode) -> [String] {
    required.filter { pointer, kind in
      guard let pointer = try? JSONPointer(pointer) else { return true }
      return entry[pointer]?.kind != kind
    }.map(\.0) + pairs(entry) + sizes(entry)
  }

  private static let required: [(String, JSONNode.Kind)] = [
    ("/startedDateTime", .string), ("/time", .number), ("/cache", .object),
    ("/request/method", .string), ("/request/url", .string), ("/request/httpVersion", .string),
    ("/request/cookies", .array), ("/request/headers", .array), ("/request/queryString", .array),
    ("/request/headersSize", .number), ("/request/bodySize", .number),
    ("/response/status", .number), ("/response/statusText", .string),
    ("/response/httpVersion", .string), ("/response/cookies", .array),
    ("/response/headers", .array), ("/response/content/size", .number),
    ("/response/content/mimeType", .string), ("/response/redirectURL", .string),
    ("/response/headersSize", .number), ("/response/bodySize", .number),
    ("/timings/send", .number), ("/timings/wait", .number), ("/timings/receive", .number),
  ]

  /// Lists hold objects with a name and a value; a body that was sent has a type and a text.
  private static func pairs(_ entry: JSONNode) -> [String] {
    let lists = [
      entry["request"]?["headers"], entry["request"]?["queryString"], entry["request"]?["cookies"],
      entry["response"]?["headers"], entry["response"]?["cookies"],
    ]
    let isBroken = lists.contains { list in
      (list?.elements ?? []).contains { $0["name"]?.string == nil || $0["value"]?.string == nil }
    }
    let data = entry["request"]?["postData"]
    let isDataBroken =
      data != nil && (data?["mimeType"]?.string == nil || data?["text"]?.string == nil)
    return (isBroken ? ["pairs"] : []) + (isDataBroken ? ["postData"] : [])
  }

  /// The time is the sum of the timings; the moment can be read.
  private static func sizes(_ entry: JSONNode) -> [String] {
    let number = { (name: String) in entry["timings"]?[name]?.number.flatMap { Double($0.text) } }
    let sum = ["send", "wait", "receive"].compactMap(number).reduce(0, +)
    let time = entry["time"]?.number.flatMap { Double($0.text) }
    let isMoment = entry["startedDateTime"]?.string.flatMap { Timestamp($0) } != nil
    return (time == sum ? [] : ["time"]) + (isMoment ? [] : ["startedDateTime"])
  }
}

import Foundation
import PlumbText
import Testing

@Suite struct JSONDocumentTests {
  @Test(
    arguments: [
      "[]", "{}", "0", "-0", "\"\"", "true", "false", "null", " \t\r\n1\n", "[1,2]", "[[[]]]",
      "{\"a\":1}", "{\"\":0}", "{\"a\":{\"a\":[]}}", "[1e1,1E+1,1e-1,-1.5e05]", "[-0.0]",
      "123456789012345678901234567890", "1e999999999", "[\"\\u00e9\\uD83D\\uDE00\"]",
      "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\u{7F}\"", "\"é 😀 \u{10FFFF} \u{FFFE}\"",
      "\"\\u0000\"", "[\"a\\u0041b\"]", "{\"a\":1,\"a\":2}", "\"\\uD800\"", "\"\\uDC00\\uD800\"",
      "[ ]", "{ }", "[1 , 2 ]", "{ \"a\" : 1 , \"b\" : 2 }", "\"\u{2028}\"",
    ]
  )
  func `accepts JSON`(text: String) throws {
    #expect(throws: Never.self) { try JSONDocument(Array(text.utf8)) }
  }

  @Test(
    arguments: [
      ("[1,]", 3, "expected a value, found \"]\""),
      ("[,1]", 1, "expected a value, found \",\""),
      ("[1,,2]", 3, "expected a value, found \",\""),
      ("[1 2]", 3, "expected \",\" or \"]\", found \"2\""),
      ("[1}", 2, "expected \",\" or \"]\", found \"}\""),
      ("{\"a\":1]", 6, "expected \",\" or \"}\", found \"]\""),
      ("{\"a\":1,}", 7, "expected a name after \",\", found \"}\""),
      ("{,}", 1, "expected a name or \"}\", found \",\""),
      ("{a:1}", 1, "expected a name or \"}\", found \"a\""),
      ("{1:1}", 1, "expected a name or \"}\", found \"1\""),
      ("{'a':1}", 1, "expected a name or \"}\", found \"'\""),
      ("{\"a\" 1}", 5, "expected \":\" after a name, found \"1\""),
      ("{\"a\":}", 5, "expected a value, found \"}\""),
      ("{\"a\"::1}", 5, "expected a value, found \":\""),
      ("{\"a\"}", 4, "expected \":\" after a name, found \"}\""),
      ("{\"a\",1}", 4, "expected \":\" after a name, found \",\""),
      ("{\"a\":1 \"b\":2}", 7, "expected \",\" or \"}\", found a quotation mark"),
      ("]", 0, "expected a value, found \"]\""),
      ("+1", 0, "expected a value, found \"+\""),
      ("01", 1, "expected no digit after a leading 0, found \"1\""),
      ("-01", 2, "expected no digit after a leading 0, found \"1\""),
      (".5", 0, "expected a value, found \".\""),
      ("[-a]", 2, "expected a digit, found \"a\""),
      ("[1.]", 3, "expected a digit after \".\", found \"]\""),
      ("[1.e1]", 3, "expected a digit after \".\", found \"e\""),
      ("[1e]", 3, "expected a digit in the exponent, found \"]\""),
      ("[1e+]", 4, "expected a digit in the exponent, found \"]\""),
      ("NaN", 0, "expected a value, found \"N\""),
      ("Infinity", 0, "expected a value, found \"I\""),
      ("[True]", 1, "expected a value, found \"T\""),
      ("[nul]", 4, "expected \"null\", found \"]\""),
      ("[trux]", 4, "expected \"true\", found \"x\""),
      ("[falsE]", 5, "expected \"false\", found \"E\""),
      ("'a'", 0, "expected a value, found \"'\""),
      (
        "[\"a\tb\"]", 3,
        "expected a control character to be escaped, found the control character 0x09"
      ),
      ("\"\n\"", 1, "expected a control character to be escaped, found the control character 0x0A"),
      ("\"\0\"", 1, "expected a control character to be escaped, found the control character 0x00"),
      (
        "\"\\x41\"", 2,
        "expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found \"x\""
      ),
      ("\"\\u12G4\"", 5, "expected four hexadecimal digits after \"\\u\", found \"G\""),
      (
        "\"\\u 123\"", 3,
        "expected four hexadecimal digits after \"\\u\", found a space"
      ),
      (
        "\"\\uD800\\u\"", 9,
        "expected four hexadecimal digits after \"\\u\", found a quotation mark"
      ),
      ("/* */1", 0, "expected a value, found \"/\""),
      ("[é]", 1, "expected a value, found \"é\""),
      ("\u{A0}1", 0, "expected a value, found \"\u{A0}\""),
      ("\u{0C}1", 0, "expected a value, found the control character 0x0C"),
    ]
  )
  func `says where the grammar is broken`(text: String, offset: Int, message: String) {
    let error = JSONSyntaxError(reason: .syntax, offset: offset, message: message)
    #expect(throws: error) { try JSONDocument(Array(text.utf8)) }
  }

  @Test(
    arguments: [
      "", " ", "[", "{", "[1", "[1,", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "\"",
      "\"a", "\"\\", "\"\\u", "\"\\u00", "\"\\uD83D\\u", "-", "1.", "1e", "1e-", "t", "fals", "nul",
      "[[", "[{", "[\"é",
    ]
  )
  func `knows a text that ends too early`(text: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(text.utf8)) }
    #expect(error?.reason == .truncated)
    #expect(error?.isTruncated == true)
    #expect(error?.offset == text.utf8.count)
    #expect(error?.message.hasSuffix(", found the end of the text") == true)
  }

  @Test func `calls every start of a text either truncated or whole`() {
    let text = Array(
      "{\"a\": [1.5e+3, -0, \"é😀\\n\\uD83D\\uDE00\"], \"b\": {\"c\": null, \"d\": [true, false]}}"
        .utf8
    )
    for end in 0..<text.count {
      let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(Array(text[..<end])) }
      #expect(error?.isTruncated == true, "\(end)")
      #expect(error?.offset == end)
    }
  }

  @Test(
    arguments: [
      ("1 2", 2, "2"), ("{}]", 2, "]"), ("[]x", 2, "x"), ("null,", 4, ","), ("\"a\"b", 3, "b"),
      ("{}{}", 2, "{"),
    ]
  )
  func `refuses trailing text`(text: String, offset: Int, found: String) {
    let error = JSONSyntaxError(
      reason: .trailingText,
      offset: offset,
      message: "expected the end of the text after the value, found \"\(found)\""
    )
    #expect(throws: error) { try JSONDocument(Array(text.utf8)) }
  }

  @Test func `says that a byte order mark stands in front`() {
    let error = JSONSyntaxError(
      reason: .byteOrderMark,
      offset: 0,
      message: "expected a value, found a byte order mark: remove it"
    )
    #expect(throws: error) { try JSONDocument([0xEF, 0xBB, 0xBF] + Array("{}".utf8)) }
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82, 0x28], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xF0, 0x9F, 0x98, 0x28],
    ] as [[UInt8]]
  )
  func `refuses bytes that are not UTF-8`(bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(Array("[\"é".utf8) + bytes + Array("\"]".utf8))
    }
    #expect(error?.reason == .invalidUTF8)
    #expect(error?.offset == 4)
    let name = String(bytes[0], radix: 16, uppercase: true)
    #expect(error?.message == "expected UTF-8, found the byte 0x\(name)")
  }

  @Test(
    arguments: [[0xC3], [0xE0], [0xED], [0xF0], [0xF4], [0xF4, 0x8F], [0xF0, 0x90, 0x80]]
      as [[UInt8]]
  )
  func `takes a character that is cut for a text that ends too early`(bytes: [UInt8]) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument([0x22] + bytes) }
    #expect(error?.isTruncated == true)
    #expect(error?.offset == bytes.count + 1)
  }

  @Test func `refuses a character that the end of the text can no longer save`() {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument([0x22, 0xE0, 0x80]) }
    #expect(error?.reason == .invalidUTF8)
  }

  @Test func `stops at the depth it is given`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try JSONDocument(nested(512)) }
    let error = JSONSyntaxError(
      reason: .tooDeep,
      offset: 512,
      message: "expected at most 512 objects and arrays inside each other"
    )
    #expect(throws: error) { try JSONDocument(nested(513)) }
    #expect(throws: error) { try JSONDocument([UInt8](repeating: 0x5B, count: 1_000_000)) }
    #expect(JSONDocument.Limits(depth: 99_999).depth == 10_000)
    #expect(JSONDocument.Limits(depth: 0).depth == 1)
  }

  @Test func `reads, compares, writes and lets go of the greatest depth`() async {
    let depth = 10_000
    let isSame = await withCheckedContinuation { continuation in
      let thread = Thread {
        let half = depth / 2
        let text = Array(
          (String(repeating: "{\"a\":[", count: half) + String(repeating: "]}", count: half)).utf8
        )
        let limits = JSONDocument.Limits(depth: depth)
        let roots = [0, 1].compactMap { _ in try? JSONDocument(text, limits: limits).root }
        var writer = JSONWriter()
        for root in roots.prefix(1) { writer.value(root) }
        continuation.resume(
          returning: roots.count == 2 && roots[0] == roots[1] && writer.bytes == text
        )
      }
      // What a main thread has.
      thread.stackSize = 8 << 20
      thread.start()
    }
    #expect(isSame)
  }

  @Test func `stops at the count it is given`() {
    let error = JSONSyntaxError(
      reason: .tooMany,
      offset: 5,
      message: "expected at most 3 values: raise the limit to read this text"
    )
    #expect(throws: error) { try JSONDocument(Array("[1,2,3]".utf8), limits: .init(count: 3)) }
    #expect(throws: Never.self) {
      try JSONDocument(Array("[1,2]".utf8), limits: .init(count: 3))
    }
  }

  @Test func `reports duplicates and lone surrogates with their places`() throws {
    let text = #"{"a":1,"\u0061":"x\uD800","e\u0301":"\uDE00\uD83D\uDE00\uD83Dx","é":2,"a":[]}"#
    let document = try JSONDocument(Array(text.utf8))

    #expect(
      document.duplicates == [
        .init(name: "a", range: 7..<15, first: 1..<4),
        .init(name: "a", range: 71..<74, first: 1..<4),
      ]
    )
    #expect(document.loneSurrogates == [18, 37, 55])
    #expect(
      document.root.members?.map(\.value.string) == [
        nil, "x\u{FFFD}", "\u{FFFD}😀\u{FFFD}x", nil, nil,
      ]
    )
  }

  @Test(
    arguments: [
      (#""\uD800\u0041""#, "\u{FFFD}A", [1]), (#""\uD800\uD83D\uDE00""#, "\u{FFFD}😀", [1]),
      (#""\uD800\\u0041""#, "\u{FFFD}\\u0041", [1]), (#""\uDBFF\uDFFF""#, "\u{10FFFF}", []),
      (#""\uD800\uDC00\uDC00""#, "\u{10000}\u{FFFD}", [13]),
    ]
  )
  func `pairs surrogates`(text: String, decoded: String, lone: [Int]) throws {
    let document = try JSONDocument(Array(text.utf8))
    #expect(document.root.string == decoded)
    #expect(document.loneSurrogates == lone)
  }

  @Test func `counts places from the start of the buffer`() throws {
    let buffer = Array("head [1, ?] tail".utf8)
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(in: buffer.span.bytes, 5..<11)
    }
    #expect(error?.offset == 9)
    let whole = Array("head {\"a\":1,\"a\":\"\\uD800\"}".utf8)
    let document = try JSONDocument(in: whole.span.bytes, 5..<whole.count)
    #expect(document.root.range == 5..<whole.count)
    #expect(document.duplicates.map(\.range) == [12..<15])
    #expect(document.loneSurrogates == [17])
  }
}

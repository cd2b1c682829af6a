import Foundation
import PlumbText
import TestSupport
import Testing

@Suite struct JSONDocumentFuzzTests {
  private static let seeds = [
    #"{"start":1,"end":20,"total":48,"occupation":[{"code":"15-1299.00","title":"Café \u00e9"}]}"#,
    #"[0,-0,1.5e3,1E-2,true,false,null,"\"\\\/\b\f\n\r\t\uD83D\uDE00",{},[],{"a":{"b":[[]]}}]"#,
    "[ \"\u{1F600}\u{7FF}\u{FFFF}\" ,\t{ \"x\" :\r\n 123456789012345678901234567890 } ]",
  ]
  private static let pieces = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD800", "0", "-", "1", ".", "e", "+",
    "true",
    "null", " ", "\n", "\u{0}", "é", "😀", "\"a\":", "/", "{}", "[]",
  ]

  private static func mutate(_ text: inout [UInt8], with random: inout SplitMix64) {
    let offset = Int.random(in: 0...text.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      text.insert(contentsOf: pieces.randomElement(using: &random)?.utf8 ?? "".utf8, at: offset)
    case 1: text.insert(UInt8.random(in: 0...255, using: &random), at: offset)
    case 2: if offset < text.count { text.remove(at: offset) }
    case 3: if offset < text.count { text[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    default:
      let end = Int.random(in: offset...text.count, using: &random)
      text.append(contentsOf: text[offset..<end])
    }
  }

  /// What Foundation lets through or refuses apart from the grammar.
  ///
  /// It accepts a comma before a closing bracket, refuses escapes of lone surrogates and numbers
  /// out of a double's range, skips a byte order mark and guesses UTF-16 and UTF-32 from zero
  /// bytes.
  private static func isComparable(_ text: [UInt8], _ result: Result<JSONDocument, JSONSyntaxError>)
    -> Bool
  {
    if text.contains(0) || text.starts(with: [0xEF, 0xBB, 0xBF]) { return false }
    if text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE]) { return false }
    switch result {
    case .success(let document):
      return document.loneSurrogates.isEmpty && !hasExponentOfThreeDigits(text)
    case .failure(let error):
      let isComma = error.message.contains("found \"]\"") || error.message.contains("found \"}\"")
      return !isComma && !text.contains(UInt8(ascii: "\\"))
    }
  }

  private static func hasExponentOfThreeDigits(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).contains(/[eE][+-]?\d{3}|\d{100}/)
  }

  @Test func `never crashes, and accepts what Foundation accepts`() {
    var random = SplitMix64(seed: 2)
    var compared = 0
    var accepted = 0
    for round in 0..<6_000 {
      var text = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&text, with: &random) }
      let result = Result { () throws(JSONSyntaxError) in try JSONDocument(text) }
      guard Self.isComparable(text, result) else { continue }
      let isAccepted = (try? result.get()) != nil
      let isJSON =
        (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
      #expect(isAccepted == isJSON, "\(String(decoding: text, as: UTF8.self)): \(result)")
      compared += 1
      accepted += isAccepted ? 1 : 0
    }
    #expect(compared > 2_000)
    #expect(accepted > 300)
  }

  @Test func `keeps every place inside the text and every child inside its parent`() {
    var random = SplitMix64(seed: 3)
    for round in 0..<3_000 {
      var text = Array(Self.seeds[round % Self.seeds.count].utf8)
      Self.mutate(&text, with: &random)
      switch Result(catching: { () throws(JSONSyntaxError) in try JSONDocument(text) }) {
      case .success(let document): expectNested(document.root, in: 0..<text.count)
      case .failure(let error): #expect((0...text.count).contains(error.offset))
      }
    }
  }

  private func expectNested(_ node: JSONNode, in range: Range<Int>) {
    #expect(!node.range.isEmpty)
    #expect(range.lowerBound <= node.range.lowerBound && node.range.upperBound <= range.upperBound)
    for element in node.elements ?? [] { expectNested(element, in: node.range) }
    for member in node.members ?? [] {
      #expect(member.nameRange.upperBound < member.value.range.lowerBound)
      expectNested(member.value, in: node.range)
    }
  }

  @Test func `writes what reads as the same values`() throws {
    var random = SplitMix64(seed: 4)
    var written = 0
    for round in 0..<2_000 {
      var text = Array(Self.seeds[round % Self.seeds.count].utf8)
      Self.mutate(&text, with: &random)
      guard let document = try? JSONDocument(text) else { continue }
      for layout in [JSONWriter.Layout.compact, .indented] {
        var writer = JSONWriter(layout: layout)
        writer.value(document.root)
        var again = JSONWriter(layout: layout)
        again.value(try JSONDocument(writer.bytes).root)
        #expect(again.bytes == writer.bytes)
        written += 1
      }
    }
    #expect(written > 200)
  }
}

import Foundation
import PlumbText
import TestSupport
import Testing

@Suite struct JSONNumberTests {
  @Test(arguments: ["0", "-0", "1", "-12", "0.5", "1.50", "1e5", "1E+05", "1e-0", "0e0", "9.9e-99"])
  func `reads what RFC 8259 calls a number`(text: String) {
    #expect(JSONNumber(text)?.text == text)
  }

  @Test(
    arguments: [
      "", "-", "+1", "01", "-01", "00", ".5", "1.", "1.e1", "1e", "1e+", "0x1", "1 ", " 1", "NaN",
      "Infinity", "1_0", "--1", "1e1.5", "1.2.3", "١",
    ]
  )
  func `refuses what is no number`(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(
    arguments: [
      ["1", "1.0", "10e-1", "0.1e1", "1e0", "100E-2", "1.000e+00"],
      ["0", "-0", "0.0", "0e999999999999999999999999", "-0.00e-5"],
      ["1e999999999", "10e999999998", "0.1e1000000000", "1.0E+999999999"],
      [
        "1e1000000000000000000000", "10e999999999999999999999",
        "0.01e1000000000000000000002",
      ],
      ["1e1000000000000000000", "10e999999999999999999", "0.1e1000000000000000001"],
      ["1e-1000000000000000000", "0.1e-999999999999999999", "10e-1000000000000000001"],
      ["1e999999999999999999", "0.1e1000000000000000000", "10e999999999999999998"],
      [
        "1e-1000000000000000000000", "10e-1000000000000000000001", "0.1e-999999999999999999999",
      ],
      ["-123456789012345678901234567890", "-1.2345678901234567890123456789e29"],
    ]
  )
  func `compares by value, exactly`(texts: [String]) throws {
    let numbers = try texts.map { try #require(JSONNumber($0)) }
    #expect(Set(numbers).count == 1)
    for left in numbers {
      for right in numbers {
        #expect(left == right)
        #expect(!(left < right))
      }
    }
  }

  @Test func `orders numbers of any size`() throws {
    let ordered = [
      "-1e99999999999999999999999", "-1e999999999", "-10", "-2", "-1.5", "-1e-9",
      "-1e-99999999999999999999999", "0", "1e-99999999999999999999999",
      "1e-99999999999999999999998", "0.1", "0.10000000000000000000001", "1", "1.5", "2", "10",
      "9007199254740992", "9007199254740993", "1e999999999999999998", "1e999999999999999999",
      "1e1000000000000000000", "1e1000000000000000001",
    ]
    let numbers = try ordered.map { try #require(JSONNumber($0)) }
    for (left, number) in numbers.enumerated() {
      for (right, other) in numbers.enumerated() {
        #expect((number < other) == (left < right), "\(number) < \(other)")
        #expect((number == other) == (left == right), "\(number) == \(other)")
      }
    }
  }

  @Test(
    arguments: [
      ("1", true), ("1.0", true), ("1e2", true), ("1.5", false), ("15e-1", false), ("10e-1", true),
      ("0.0", true), ("0e-5", true), ("1e-999999999999999999999", false),
      ("1e999999999999999999999", true), ("1.25e2", true), ("1.255e2", false),
    ]
  )
  func `knows integers as JSON Schema does`(text: String, isInteger: Bool) {
    #expect(JSONNumber(text)?.isInteger == isInteger)
  }

  @Test(
    arguments: [
      ("7", 7), ("7.0", 7), ("-70e-1", -7), ("1e3", 1000), ("-0.0", 0), ("1.5", nil),
      ("9223372036854775807", .max), ("-9223372036854775808", .min),
      ("-9223372036854775808.0", .min),
      ("9223372036854775808", nil), ("1e19", nil), ("1e999999999", nil),
      ("9223372036854775807e0", .max),
    ] as [(String, Int?)]
  )
  func `gives integers that fit`(text: String, integer: Int?) {
    #expect(JSONNumber(text)?.integer == integer)
  }

  @Test func `agrees with decimal arithmetic on random numbers`() throws {
    var random = SplitMix64(seed: 1)
    func text() -> String {
      let sign = Bool.random(using: &random) ? "-" : ""
      let whole = Int.random(in: 0...30, using: &random)
      let fraction = Bool.random(using: &random) ? ".\(Int.random(in: 0...9, using: &random))0" : ""
      return "\(sign)\(whole)\(fraction)e\(Int.random(in: -2...2, using: &random))"
    }
    for _ in 0..<3_000 {
      let (left, right) = (text(), text())
      let (one, two) = (try #require(Decimal(string: left)), try #require(Decimal(string: right)))
      let (a, b) = (try #require(JSONNumber(left)), try #require(JSONNumber(right)))
      #expect((a == b) == (one == two), "\(left) == \(right)")
      #expect((a < b) == (one < two), "\(left) < \(right)")
      if a == b { #expect(a.hashValue == b.hashValue) }
    }
  }

  @Test func `reads a number in a buffer`() {
    let bytes = Array("[12.5]".utf8)
    #expect(JSONNumber(in: bytes.span.bytes, 1..<5)?.text == "12.5")
    #expect(JSONNumber(in: bytes.span.bytes, 0..<5) == nil)
  }
}

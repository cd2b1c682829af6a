import PlumbModel
import TestSupport
import Testing

@testable import PlumbChecking

@Suite struct QuickOrderTests {
  private static let words = [
    "", "a", "A", "Ab", "ab", "abcdefgh", "abcdefgH", "abcdefghi", "é", "É", "aé", "aÉ", "z", "Z",
  ]

  private static func column(_ items: [(text: String?, number: Double)]) -> KeyColumn {
    var column = KeyColumn()
    for item in items {
      if let text = item.text {
        column.append(text: text.utf8)
      } else {
        column.append(number: item.number)
      }
    }
    return column
  }

  @Test(arguments: [SortKey.Collation?.none, .text, .bytes])
  func `finds what comparable keys find`(collation: SortKey.Collation?) {
    var random = SplitMix64(seed: 11)
    var held = 0
    for round in 0..<600 {
      let directions: [SortKey.Direction] = [.ascending, .descending, .either]
      let keys = (0..<(1 + round % 2)).map { _ in
        SortKey(
          terms: [],
          direction: directions.randomElement(using: &random) ?? .either,
          collation: collation
        )
      }
      let pages = (0..<3).map { _ in
        let count = Int.random(in: 0...2, using: &random)
        return keys.indices.map { key in
          Self.column(
            (0..<count).map { _ in
              let number = Double(Int.random(in: 0...2, using: &random))
              return key == 1 ? (nil, number) : (Self.words.randomElement(using: &random), number)
            }
          )
        }
      }
      let chain = ChainKeys(keys, pages)
      guard let quick = QuickOrder.verdict(keys, pages) else {
        #expect(chain.count == 0)
        continue
      }
      let holds = chain.directions.contains { chain.breaks($0, limit: 1).isEmpty }
      #expect(quick.holds == holds)
      #expect(quick.count == chain.judged.count)
      #expect(quick.distinct == chain.distinct)
      held += holds ? 1 : 0
    }

    #expect(held > 50)
  }

  @Test func `says nothing of keys of several kinds`() {
    let keys = [SortKey(terms: [])]

    #expect(QuickOrder.verdict(keys, [[Self.column([("a", 0), (nil, 1)])]]) == nil)
    #expect(QuickOrder.verdict(keys, [[KeyColumn()]]) == nil)
  }
}

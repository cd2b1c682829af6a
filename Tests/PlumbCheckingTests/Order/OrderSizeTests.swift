import PlumbText
import StandIn
import TestSupport
import Testing

@testable import PlumbChecking

@Suite struct OrderSizeTests {
  /// Pages of 2,000 items with titles such as "Title 0000042".
  private static func pages(_ numbers: [Int]) -> [OrderPage] {
    stride(from: 0, to: numbers.count, by: 2_000).map { start in
      var column = KeyColumn()
      for number in numbers[start..<min(start + 2_000, numbers.count)] {
        let digits = String(number)
        let title = "Title \(String(repeating: "0", count: 7 - digits.count))\(digits)"
        column.append(text: title.utf8)
      }
      return OrderPage(
        pointer: "/rows",
        columns: OrderColumns(count: column.count, asked: [[column]])
      )
    }
  }

  @Test func `judges a hundred thousand items at once`() throws {
    let plan = try Listings.plan("title")
    let judge = OrderJudge(plan: plan, choice: 0)
    var numbers = Array(0..<100_000)
    let ordered = Self.pages(numbers)
    for place in [10, 5_000, 99_990] { numbers.swapAt(place, place + 5) }
    let broken = Self.pages(numbers)

    let clock = ContinuousClock()
    let good = clock.measure { #expect(judge.judge(ordered).findings.isEmpty) }
    let bad = clock.measure { #expect(judge.judge(broken).findings.first?.items.count == 6) }
    // Unoptimised code on a busy machine; what is quadratic takes minutes.
    #expect(good < .seconds(5), "\(good)")
    #expect(bad < .seconds(15), "\(bad)")
  }

  @Test func `judges twenty thousand items in no order at all`() throws {
    let plan = try Listings.plan("title")
    var random = SplitMix64(seed: 7)
    let numbers = (0..<20_000).shuffled(using: &random)

    let verdict = OrderJudge(plan: plan, choice: 0).judge(Self.pages(numbers))
    #expect(verdict.findings.map(\.finding.rule) == [.orderBroken])
    // A random order of n has an ordered part of about 2 √n.
    #expect((19_600...19_800).contains(verdict.findings.first?.items.count ?? 0))
  }
}

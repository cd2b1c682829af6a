import PlumbText
import Testing

@testable import PlumbChecking

@Suite struct KeyColumnTests {
  /// What a column is given: a text, a number, or nothing.
  private enum Value: Hashable {
    case text(String)
    case number(Double)
    case missing
  }

  @Test func `gives back what it was given, in any order of kinds`() {
    let values: [Value] = [.text("Actor"), .text(""), .number(4.5), .number(0), .missing]
    // All sequences of four of them.
    for sequence in 0..<(5 * 5 * 5 * 5) {
      let given = [1, 5, 25, 125].map { values[sequence / $0 % 5] }
      let column = column(of: given)

      #expect(column.count == given.count)
      for (index, value) in given.enumerated() {
        #expect(self.value(column, index) == value, "\(given)")
      }
      #expect(column.holds(.missing) == given.contains(.missing))
    }
  }

  @Test func `takes over texts at once as one by one`() {
    let text = Array(#"["Actors","","Bakers"]"#.utf8) + [UInt8](repeating: 0, count: 64)
    let tape = SlotTape()
    tape.reset(slots: 1)
    for (start, length) in [(2, 6), (11, 0), (14, 6)] { tape.append(0, .string, start, length) }
    let column = KeyColumn(texts: tape.cells(0), in: text.span.bytes)

    #expect(column == self.column(of: [.text("Actors"), .text(""), .text("Bakers")]))
  }

  private func column(of values: [Value]) -> KeyColumn {
    values.reduce(into: KeyColumn()) { column, value in
      switch value {
      case .text(let text): column.append(text: text.utf8)
      case .number(let number): column.append(number: number)
      case .missing: column.appendMissing()
      }
    }
  }

  private func value(_ column: KeyColumn, _ index: Int) -> Value {
    switch column.kind(index) {
    case .text: .text(String(decoding: column.text(index), as: UTF8.self))
    case .number: .number(column.number(index))
    case .missing: .missing
    }
  }
}

import TestSupport

/// The invented occupations that the six services tell of.
///
/// The numbers that the manual shows hold here too: 287 STEM occupations, 187 of type 1.
struct OccupationWorld: Hashable, Sendable {
  /// The occupations, by code.
  let occupations: [Occupation]

  private let byCode: [String: Int]

  /// A task of 29-1051.00 that no other occupation has anything like.
  static let loneTask = 2099

  /// Makes the world of a seed.
  init(seed: UInt64) {
    var maker = OccupationMaker(random: SplitMix64(seed: seed))
    maker.add(36, family: "15-0000", types: [1])
    maker.add(71, family: "17-0000", types: [1])
    maker.add(65, family: "19-0000", types: [1])
    maker.add(15, family: "17-0000", types: [1, 2])
    maker.add(30, family: "17-0000", types: [2])
    maker.add(22, family: "15-0000", types: [2])
    maker.add(17, family: "19-0000", types: [2])
    maker.add(21, family: "25-0000", types: [3])
    maker.add(7, family: "11-0000", types: [4])
    maker.add(3, family: "41-0000", types: [5])
    for family in ["13-0000", "27-0000", "29-0000", "31-0000", "51-0000"] {
      maker.add(16, family: family, types: [])
    }
    maker.addDocumented()
    occupations = maker.occupations.sorted { $0.code < $1.code }
    byCode = Dictionary(
      uniqueKeysWithValues: occupations.enumerated().map { ($0.element.code, $0.offset) }
    )
  }

  /// The occupation of a code; `nil` when there is none.
  func occupation(_ code: String) -> Occupation? {
    byCode[code].map { occupations[$0] }
  }

  /// The activity that is one step wider: eight activities share one.
  static func widerActivity(of activity: Int) -> Int { activity / 8 }
}

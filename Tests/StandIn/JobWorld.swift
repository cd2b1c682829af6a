import TestSupport

/// The invented jobs that the second API tells of.
struct JobWorld: Hashable, Sendable {
  /// How many there are; the documentation says more than 800.
  static let count = 852

  /// The jobs, by code.
  let jobs: [Job]

  /// Makes the world of a seed.
  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var number = 0
    jobs = (0..<Self.count).map { index in
      number += 1 + random.below(3)
      return Self.job(number: number, index: index, &random)
    }
  }

  private static func job(number: Int, index: Int, _ random: inout SplitMix64) -> Job {
    let area = areas[index % areas.count]
    let role = roles[index / areas.count % roles.count]
    let base = 38_000 + 500 * random.below(90)
    let most = random.chance(3) ? 10 : 1 + random.below(3)
    return Job(
      code: "T" + String(String(100_000 + number).suffix(5)),
      titleEnglish: "\(area.english) \(role.english)",
      titleMaori: random.chance(60) ? "\(role.maori) \(area.maori)" : nil,
      otherTitles: random.chance(15) ? ["\(area.english) Worker", "Senior \(role.english)"] : [],
      description: random.chance(50)
        ? "\(role.english)s look after all that is \(area.english.lowercased())." : nil,
      isKaupapaMaori: random.chance(8),
      training: random.chance(50) ? "\(1 + random.below(5)) years" : nil,
      tasks: random.sample(tasks, most),
      pay: random.chance(60) ? pay(from: base, &random) : [],
      registration: random.chance(5) ? "Board of \(area.english) \(role.english)s" : nil,
      groups: random.sample(JobGroup.all, random.chance(12) ? 2 : 1),
      updated: random.below(20_000_000)
    )
  }

  private static func pay(from base: Int, _ random: inout SplitMix64) -> [String] {
    var amount = base
    return (0..<5).map { index in
      defer { amount += 1000 * (3 + random.below(20)) }
      return index == 1 && random.chance(20) ? "\(amount).5" : "\(amount)"
    }
  }

  private static let areas: [(english: String, maori: String)] = [
    ("Accounts", "kaute"), ("Airport", "taunga rererangi"), ("Animal", "kararehe"),
    ("Art", "toi"), ("Bakery", "parāoa"), ("Bank", "pēke"), ("Beauty", "whakapaipai"),
    ("Bee", "pī"), ("Bicycle", "paihikara"), ("Boat", "waka"), ("Book", "pukapuka"),
    ("Bridge", "arawhata"), ("Café", "kawhe"), ("Camera", "kāmera"), ("Ceramics", "uku"),
    ("Childcare", "tamariki"), ("Chef's", "ringawera"), ("Coffee", "kāwhe"), ("Crane", "wakaranga"),
    ("Dairy", "miraka"),
    ("Dance", "kanikani"), ("Data", "raraunga"), ("Dental", "niho"), ("Electricity", "hiko"),
    ("Energy", "pūngao"), ("Event", "takunetanga"), ("Farm", "pāmu"), ("Fashion", "kākahu"),
    ("Film & Video", "kiriata"), ("Fire", "ahi"), ("Fishing", "hī ika"), ("Forest", "ngahere"),
    ("Fruit", "huarākau"), ("Furniture", "taputapu"), ("Garden", "māra"), ("Glass", "karaehe"),
    ("Harbour", "whanga"), ("Health", "hauora"), ("Horse", "hōiho"), ("Hotel", "hōtēra"),
    ("House", "whare"), ("Kitchen", "kīhini"), ("Land", "whenua"), ("Language", "reo"),
    ("Law", "ture"), ("Library", "whare pukapuka"), ("Machine", "mihini"), ("Market", "mākete"),
    ("Museum", "whare taonga"), ("Music", "puoro"), ("Network", "whatunga"), ("Nurse", "nēhi"),
    ("Ocean", "moana"),
    ("Paint", "peita"), ("Paper", "pepa"), ("Park", "papa"), ("People's", "tāngata"),
    ("Plant", "tipu"), ("Rail", "tereina"), ("Road", "rori"), ("School", "kura"),
    ("Sheep", "hipi"), ("Shop", "toa"), ("Sport", "hākinakina"), ("Stone", "kōhatu"),
    ("Theatre", "whare tapere"), ("Tourism", "tāpoi"), ("Town", "tāone"), ("Toy", "tākaro"),
    ("Water", "wai"), ("Wine", "wāina"), ("Wood", "rākau"), ("Wool", "wūru"),
  ]

  private static let roles: [(english: String, maori: String)] = [
    ("Adviser", "Kaitohutohu"), ("Assistant", "Kaiāwhina"), ("Designer", "Kaihoahoa"),
    ("Inspector", "Kaitirotiro"), ("Maker", "Kaihanga"), ("Manager", "Kaiwhakahaere"),
    ("Mechanic", "Kaiwhakatika"), ("Planner", "Kaiwhakamahere"), ("Researcher", "Kairangahau"),
    ("Teacher", "Kaiako"), ("Technician", "Hangarau"), ("Worker", "Kaimahi"),
  ]

  private static let tasks = [
    "check equipment", "clean & store tools", "talk with clients", "keep records",
    "order supplies", "make plans", "read drawings", "train new staff", "work out costs",
    "write reports", "follow safety rules", "answer questions", "mend what's broken",
  ]
}

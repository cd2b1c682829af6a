import PlumbModel
import PlumbNotation
import PlumbText

@testable import PlumbChecking

/// Short ways to write orders and chains in tests.
enum Listings {
  /// The plan of an order as contracts write it, after `order:`.
  ///
  /// The parameter `sort` is documented with the default `title`.
  static func plan(_ order: String) throws -> OrderPlan {
    let block = order.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n      ")
    let contract = """
      contracts:
        listing:
          title: Listing
          get: /listing
          query:
            sort?: string = title
          response:
            rows:
              - any
          order: \(block)
      """
    let api = """
      api: An API
      version: "1"
      server: https://api.example.org
      """
    let folder = ContractLoader.Folder(
      id: "api",
      api: NotationFile(path: "api.yaml", text: api),
      contracts: [NotationFile(path: "listing.yaml", text: contract)]
    )
    let library = try ContractLoader.load([folder])
    return try plan(of: library.contracts[0])
  }

  /// The plan of a contract that has an order.
  static func plan(of contract: Contract) throws -> OrderPlan {
    guard let plan = OrderPlan(contract) else { throw NoOrder() }
    return plan
  }

  struct NoOrder: Error {}

  /// Several orders to choose from.
  static let choices = """

      parameter: sort
      keys:
        title: title
        code: code
        zone: zone either
    """

  /// A page of items, written as a JSON list.
  static func page(_ items: String, _ plan: OrderPlan, choice: Int = 0) throws -> OrderPage {
    let root = try JSONDocument(Array(items.utf8)).root
    return page(root.elements ?? [], plan, choice: choice)
  }

  /// A page of items.
  static func page(_ items: [JSONNode], _ plan: OrderPlan, choice: Int = 0) -> OrderPage {
    let columns = plan.columns(for: choice) { reader in
      for item in items {
        reader.beginItem()
        feed(item, [], plan, &reader)
        reader.endItem()
      }
    }
    return OrderPage(pointer: "/rows", columns: columns)
  }

  /// The verdict on pages that are written as JSON lists.
  static func verdict(_ plan: OrderPlan, choice: Int = 0, _ pages: [String]) throws
    -> OrderVerdict
  {
    let pages = try pages.map { try page($0, plan, choice: choice) }
    return OrderJudge(plan: plan, choice: choice).judge(pages)
  }

  /// The verdict on pages of one text each item, at `title`.
  static func verdict(_ order: String, titles pages: [[String]]) throws -> OrderVerdict {
    let plan = try plan(order)
    let pages = pages.map { titles in
      page(titles.map { object(["title": .string($0)]) }, plan)
    }
    return OrderJudge(plan: plan, choice: 0).judge(pages)
  }

  static func object(_ members: KeyValuePairs<String, JSONNode.Value>) -> JSONNode {
    JSONNode(.object(members.map { JSONMember($0.key, JSONNode($0.value)) }))
  }

  /// Tells a reader of a value and all below it, as a walk over the body would.
  private static func feed(
    _ node: JSONNode,
    _ steps: [FieldPath.Step],
    _ plan: OrderPlan,
    _ reader: inout KeyReader
  ) {
    if let path = plan.paths.firstIndex(of: FieldPath(steps: steps)) {
      switch node.value {
      case .null: reader.take(path, .null)
      case .boolean(let value): reader.take(path, .boolean(value))
      case .number(let value): reader.take(path, .number(Double(value.text) ?? 0))
      case .string(let value): reader.take(path, text: value.utf8)
      case .array: reader.take(path, .list)
      case .object: reader.take(path, .object)
      }
    }
    switch node.value {
    case .object(let members):
      for member in members { feed(member.value, steps + [.member(member.name)], plan, &reader) }
    case .array(let items):
      for item in items { feed(item, steps + [.items], plan, &reader) }
    default: break
    }
  }
}

import PlumbModel
import PlumbText

/// Compares what two documents promise of pages, orders, links and laws of one operation.
struct PromiseComparison {
  let operation: String
  let before: Contract
  let after: Contract

  /// The changes.
  func changes() -> [Change] {
    compare(.paging, \.pagingPromises) + compare(.order, \.orderPromises)
      + compare(.link, \.linkPromises) + compare(.law, \.lawPromises)
  }

  private func compare(
    _ rules: ChangeRule.Promise,
    _ list: (Contract) -> [Promise]
  ) -> [Change] {
    let (old, new) = (list(before), list(after))
    var changes: [Change] = []
    for promise in new {
      let earlier = old.first { $0.name == promise.name }
      guard earlier?.text != promise.text else { continue }
      changes.append(
        Change(
          earlier == nil ? rules.added : rules.changed,
          of: operation,
          .promise(promise.name),
          before: earlier?.text ?? "not promised",
          after: promise.text,
          contract: promise.place
        )
      )
    }
    for promise in old where !new.contains(where: { $0.name == promise.name }) {
      changes.append(
        Change(
          rules.removed,
          of: operation,
          .promise(promise.name),
          before: promise.text,
          after: "not promised",
          contract: promise.place
        )
      )
    }
    return changes
  }
}

/// One promise: what it is called, what it says, and where.
private struct Promise {
  var name: String
  var text: String
  var place: SourcePlace
}

extension Contract {
  /// What is promised of pages, in the words of the notation.
  fileprivate var pagingPromises: [Promise] {
    guard let paging else { return [] }
    var text = "\(paging.items) by \(paging.dialect.word)"
    let names = paging.dialect.requestNames
    if !names.isEmpty { text += " (\(names.joined(separator: ", ")))" }
    return [Promise(name: "pages", text: text, place: place)]
  }

  fileprivate var orderPromises: [Promise] {
    guard let order else { return [] }
    return order.choices.map { choice in
      let name =
        if let parameter = order.parameter, let value = choice.value {
          "order of \(parameter)=\(value)"
        } else {
          "order"
        }
      let text = choice.readings.map(\.text).joined(separator: " or ")
      return Promise(name: name, text: text, place: choice.place)
    }
  }

  fileprivate var linkPromises: [Promise] {
    links.map { Promise(name: "link \($0.at)", text: $0.target, place: $0.place) }
  }

  fileprivate var lawPromises: [Promise] {
    laws.map { Promise(name: "law \($0.name)", text: $0.text, place: $0.place) }
  }
}

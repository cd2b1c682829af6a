import PlumbModel
import PlumbText

extension Contract {
  /// The contract in the words of losses.
  var subject: String { "`\(id)`" }

  /// What relates values or requests, for which neither OpenAPI nor JSON Schema has words.
  var relationLosses: [ExportLoss] {
    var losses: [ExportLoss] = []
    func lose(_ key: String, _ place: SourcePlace, _ reason: String) {
      losses.append(ExportLoss("`\(key)` of \(subject)", at: place, reason))
    }
    if let paging {
      lose(
        "pages",
        place,
        "there is no word for the \(paging.dialect.word) paging of `\(paging.items)`"
      )
    }
    if let identity {
      lose("id", place, "there is no word for what makes two items the same, here `\(identity)`")
    }
    if let order {
      let parameter = order.parameter.map { " by `\($0)`" } ?? ""
      lose("order", order.place, "there is no word for how a listing is sorted\(parameter)")
    }
    for link in links {
      lose("links", link.place, "there is no word for where `\(link.at)` leads: \(link.target)")
    }
    for law in laws { lose("laws", law.place, "there is no word for `\(law.name)`: \(law.text)") }
    return losses
  }
}

extension API {
  /// What an API says besides its operations, for which OpenAPI has no words.
  var losses: [ExportLoss] {
    var losses: [ExportLoss] = []
    func lose(_ key: String, _ reason: String) {
      losses.append(ExportLoss("`\(key)` of \(id)", at: place, reason))
    }
    if version == nil { lose("version", "OpenAPI demands one, so \"0\" stands for it") }
    for host in hosts { lose("hosts", "there is no word for a further host, here \(host)") }
    if isComplete { lose("complete", "there is no word for it") }
    for key in keys {
      lose("keys", "there is no word for the environment variable \(key.environment)")
    }
    if pace != nil { lose("pace", "there is no word for how fast an API may be asked") }
    if let paging { lose("paging", "there is no word for the \(paging.word) paging of listings") }
    return losses
  }
}

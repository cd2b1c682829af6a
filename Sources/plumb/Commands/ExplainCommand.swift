import ArgumentParser
import PlumbChecking
import PlumbDrift
import PlumbReports

/// `plumb explain`: what a rule means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what a rule means and what to do about a finding.",
    discussion: """
      Without a rule, lists all rules by family, then the catalogue of drift.

      Examples:
        plumb explain
        plumb explain field-missing
        plumb explain law:books.list.total
        plumb explain row-renamed
        plumb explain --markdown > docs/rules.md
      """
  )

  @Argument(
    help: ArgumentHelp("The id of the rule, as a finding names it.", valueName: "rule"),
    completion: .list(RuleCatalogue.all.map(\.id) + ChangeRule.allCases.map(\.rawValue))
  )
  var id: String?

  @Flag(help: "Write the whole catalogue as a Markdown page.")
  var markdown = false

  @OptionGroup var contracts: ContractsOption

  @OptionGroup var color: ColorOption

  func validate() throws {
    guard markdown, id != nil else { return }
    throw ValidationError("--markdown writes all rules; leave the rule out")
  }

  func run() throws {
    let rules = RuleCatalogue.all
    guard !markdown else {
      StandardStream.output.write(RuleMarkdown().text(of: rules))
      return
    }
    let writer = RuleText(width: color.width, isColoured: color.isColoured)
    let changes = ChangeText(width: color.width, isColoured: color.isColoured)
    guard let id else {
      StandardStream.output.write(writer.list(of: rules) + changes.list())
      return
    }
    guard !id.hasPrefix(LawFinder.prefix) else {
      let law = try LawFinder.law(of: id, in: contracts)
      guard let rule = rules.first(where: { $0.id == "law" }) else { return }
      StandardStream.output.write(writer.text(of: rule, asked: law))
      return
    }
    if let rule = ChangeRule(rawValue: id) {
      StandardStream.output.write(changes.text(of: rule))
      return
    }
    guard let rule = rules.first(where: { $0.id == id }) else {
      let remedy = Misspelling.hint(
        for: id,
        among: rules.map(\.id) + ChangeRule.allCases.map(\.rawValue),
        otherwise: "; plumb explain lists all"
      )
      throw Failure(.usage, "there is no rule \"\(id)\"\(remedy)")
    }
    StandardStream.output.write(writer.text(of: rule))
  }
}

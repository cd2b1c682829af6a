import PlumbDrift
import Testing

@Suite struct ChangeCatalogueTests {
  @Test(arguments: ChangeRule.allCases)
  func `is complete in both directions`(rule: ChangeRule) {
    #expect(rule.mirror.mirror == rule)
    #expect(rule.mirror.kind == rule.kind || [rule.kind, rule.mirror.kind].allSatisfy(isPair))
    #expect(rule.summary.hasSuffix("."))
  }

  private func isPair(_ kind: ChangeKind) -> Bool { [.added, .removed].contains(kind) }

  @Test func `breaks a client in one direction at most, but for what changes places`() {
    let both = ChangeRule.allCases.filter {
      $0.consequence == .breaking && $0.mirror.consequence == .breaking
    }

    // Under another name, in another place, of another type, under another promise: a client that
    // knows one of the two cannot know the other.
    #expect(
      both == [
        .operationRequest, .rowRenamed, .rowMoved, .typeChanged, .parameterChanged, .pagingChanged,
        .orderChanged, .linkChanged, .lawChanged,
      ]
    )
  }

  @Test func `says something else of every rule`() {
    let summaries = ChangeRule.allCases.map(\.summary)

    #expect(Set(summaries).count == summaries.count)
  }

  @Test func `has rules of every kind`() {
    #expect(Set(ChangeRule.allCases.map(\.kind)) == Set(ChangeKind.allCases))
  }
}

/// All rules, in the order of their families.
public enum RuleCatalogue {
  /// The rules.
  public static let all: [Rule] = RuleID.allCases.map(\.rule)

  /// The rule of an id.
  public static func rule(_ id: String) -> Rule? { all.first { $0.id == id } }
}

extension RuleID {
  /// The catalogue's row.
  var rule: Rule {
    switch self {
    case .bodyNotJSON: .bodyNotJSON
    case .bodyTruncated: .bodyTruncated
    case .bodyTrailingText: .bodyTrailingText
    case .bodyEncoding: .bodyEncoding
    case .bodyLoneSurrogate: .bodyLoneSurrogate
    case .bodyDuplicateMember: .bodyDuplicateMember
    case .bodyTooDeep: .bodyTooDeep
    case .statusUndocumented: .statusUndocumented
    case .statusForBadRequest: .statusForBadRequest
    case .refusedGoodRequest: .refusedGoodRequest
    case .errorBody: .errorBody
    case .contentType: .contentType
    case .headerMissing: .headerMissing
    case .redirect: .redirect
    case .answerDiffers: .answerDiffers
    case .fieldMissing: .fieldMissing
    case .fieldUndocumented: .fieldUndocumented
    case .fieldType: .fieldType
    case .fieldNull: .fieldNull
    case .fieldValue: .fieldValue
    case .fieldRenamed: .fieldRenamed
    case .fieldMoved: .fieldMoved
    case .fieldWrapped: .fieldWrapped
    case .fieldStringified: .fieldStringified
    case .pageCount: .pageCount
    case .pageWindow: .pageWindow
    case .pageDefault: .pageDefault
    case .pageEndWrong: .pageEndWrong
    case .pageBounds: .pageBounds
    case .pageInconsistent: .pageInconsistent
    case .pageEmpty: .pageEmpty
    case .pageGap: .pageGap
    case .pageOverlap: .pageOverlap
    case .pageDuplicateItem: .pageDuplicateItem
    case .pageTotalChanged: .pageTotalChanged
    case .pageTotalWrong: .pageTotalWrong
    case .nextMissing: .nextMissing
    case .nextUnexpected: .nextUnexpected
    case .nextWindow: .nextWindow
    case .nextLoop: .nextLoop
    case .nextParameters: .nextParameters
    case .nextHost: .nextHost
    case .prevMissing: .prevMissing
    case .prevUnexpected: .prevUnexpected
    case .prevWindow: .prevWindow
    case .prevLoop: .prevLoop
    case .prevParameters: .prevParameters
    case .prevHost: .prevHost
    case .cursorMissing: .cursorMissing
    case .cursorUnexpected: .cursorUnexpected
    case .cursorLoop: .cursorLoop
    case .cursorMismatch: .cursorMismatch
    case .orderBroken: .orderBroken
    case .orderAtSeam: .orderAtSeam
    case .orderReversed: .orderReversed
    case .orderIgnored: .orderIgnored
    case .orderAmbiguous: .orderAmbiguous
    case .orderReadingChanged: .orderReadingChanged
    case .linkTarget: .linkTarget
    case .linkUndocumented: .linkUndocumented
    case .linkHost: .linkHost
    case .linkDead: .linkDead
    case .law: .law
    case .defaultDiffers: .defaultDiffers
    }
  }
}

extension ChangeRule {
  /// What the catalogue says of a rule.
  struct Facts {
    var kind: ChangeKind
    var consequence: Consequence
    var mirror: ChangeRule
    var summary: String

    init(_ kind: ChangeKind, _ consequence: Consequence, _ mirror: ChangeRule, _ summary: String) {
      self.kind = kind
      self.consequence = consequence
      self.mirror = mirror
      self.summary = summary
    }
  }

  /// What the change is about.
  public var kind: ChangeKind { facts.kind }

  /// What it means for a client, unless a change says otherwise of itself.
  public var consequence: Consequence { facts.consequence }

  /// What the change is when the two tables change places.
  public var mirror: ChangeRule { facts.mirror }

  /// One sentence that says what changed.
  public var summary: String { facts.summary }

  private var facts: Facts {
    switch self {
    case .operationAdded, .operationRemoved, .operationRequest: ofOperation
    case .responseAdded, .responseRemoved, .responseBroken, .responseMended: ofResponse
    case .rowAdded, .rowRemoved, .rowRenamed, .rowMoved, .rowOptional, .rowRequired,
      .objectOpened, .objectClosed:
      ofRow
    case .typeChanged, .typeWidened, .typeNarrowed, .nullAdded, .nullRemoved: ofType
    case .valueAdded, .valueRemoved, .formLoosened, .formTightened, .formChanged, .rangeWidened,
      .rangeNarrowed, .presenceFell, .presenceRose:
      ofValue
    case .parameterAdded, .parameterRemoved, .parameterOptional, .parameterRequired,
      .parameterWidened, .parameterNarrowed, .parameterChanged, .parameterDefault:
      ofParameter
    default: ofPromise
    }
  }

  private var ofOperation: Facts {
    switch self {
    case .operationAdded: Facts(.added, .compatible, .operationRemoved, "An operation is new.")
    case .operationRemoved: Facts(.removed, .breaking, .operationAdded, "An operation is gone.")
    default:
      Facts(
        .parameter,
        .breaking,
        .operationRequest,
        "Requests are answered, or refused, against what was promised before."
      )
    }
  }

  private var ofResponse: Facts {
    switch self {
    case .responseAdded:
      Facts(.added, .risky, .responseRemoved, "An operation answers with a status that is new.")
    case .responseRemoved:
      Facts(.removed, .compatible, .responseAdded, "A status is answered no longer.")
    case .responseBroken:
      Facts(
        .response,
        .breaking,
        .responseMended,
        "Status, header fields or the JSON itself are no longer as promised."
      )
    default:
      Facts(
        .response,
        .compatible,
        .responseBroken,
        "Status, header fields and JSON are as promised again."
      )
    }
  }

  private var ofRow: Facts {
    switch self {
    case .rowAdded: Facts(.added, .compatible, .rowRemoved, "A member is new.")
    case .rowRemoved: Facts(.removed, .breaking, .rowAdded, "A member is gone.")
    case .rowRenamed: Facts(.renamed, .breaking, .rowRenamed, "A member has another name.")
    case .rowMoved: Facts(.moved, .breaking, .rowMoved, "A member stands in another place.")
    case .rowOptional:
      Facts(.optional, .breaking, .rowRequired, "A member may be left out now.")
    case .rowRequired:
      Facts(.optional, .compatible, .rowOptional, "A member is always there now.")
    case .objectOpened:
      Facts(.added, .risky, .objectClosed, "An object may hold members that no row names.")
    default:
      Facts(.removed, .compatible, .objectOpened, "An object holds only what its rows name.")
    }
  }

  private var ofType: Facts {
    switch self {
    case .typeChanged: Facts(.type, .breaking, .typeChanged, "A value has another type.")
    case .typeWidened:
      Facts(.type, .breaking, .typeNarrowed, "A value has a type that it did not have before.")
    case .typeNarrowed:
      Facts(.type, .compatible, .typeWidened, "A value no longer has all types that it had.")
    case .nullAdded: Facts(.null, .breaking, .nullRemoved, "A value may be null now.")
    default: Facts(.null, .compatible, .nullAdded, "A value is never null now.")
    }
  }

  private var ofValue: Facts {
    switch self {
    case .valueAdded: Facts(.values, .risky, .valueRemoved, "A list of values has a new one.")
    case .valueRemoved:
      Facts(.values, .compatible, .valueAdded, "A list of values has one less.")
    case .formLoosened:
      Facts(.values, .risky, .formTightened, "Texts no longer have the form that they had.")
    case .formTightened:
      Facts(.values, .compatible, .formLoosened, "Texts have a form that they did not all have.")
    case .formChanged: Facts(.values, .risky, .formChanged, "Texts have another form.")
    case .rangeWidened:
      Facts(.range, .risky, .rangeNarrowed, "Numbers, lengths or sizes leave their range.")
    case .rangeNarrowed:
      Facts(.range, .compatible, .rangeWidened, "Numbers, lengths or sizes keep a tighter range.")
    case .presenceFell:
      Facts(.presence, .risky, .presenceRose, "A member is there less often.")
    default: Facts(.presence, .risky, .presenceFell, "A member is there more often.")
    }
  }

  private var ofParameter: Facts {
    switch self {
    case .parameterAdded:
      Facts(.parameter, .compatible, .parameterRemoved, "A request may say something new.")
    case .parameterRemoved:
      Facts(.parameter, .breaking, .parameterAdded, "A parameter of the request is gone.")
    case .parameterOptional:
      Facts(.parameter, .compatible, .parameterRequired, "A parameter may be left out now.")
    case .parameterRequired:
      Facts(.parameter, .breaking, .parameterOptional, "A parameter must be given now.")
    case .parameterWidened:
      Facts(.parameter, .compatible, .parameterNarrowed, "A parameter takes more values.")
    case .parameterNarrowed:
      Facts(.parameter, .breaking, .parameterWidened, "A parameter takes fewer values.")
    case .parameterChanged:
      Facts(.parameter, .breaking, .parameterChanged, "A parameter takes other values.")
    default:
      Facts(.parameter, .risky, .parameterDefault, "A parameter has another default.")
    }
  }
}

/// The rules by number, for the checker's own books; the raw value is a rank in the catalogue.
enum RuleID: UInt8, CaseIterable, Sendable {
  case bodyNotJSON
  case bodyTruncated
  case bodyTrailingText
  case bodyEncoding
  case bodyLoneSurrogate
  case bodyDuplicateMember
  case bodyTooDeep
  case statusUndocumented
  case statusForBadRequest
  case refusedGoodRequest
  case errorBody
  case contentType
  case headerMissing
  case redirect
  case answerDiffers
  case fieldMissing
  case fieldUndocumented
  case fieldType
  case fieldNull
  case fieldValue
  case fieldRenamed
  case fieldMoved
  case fieldWrapped
  case fieldStringified
}

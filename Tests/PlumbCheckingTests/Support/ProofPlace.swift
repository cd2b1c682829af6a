/// Where in a listing a fault sits.
enum ProofPlace: String, Sendable, CaseIterable {
  case first = "first page"
  case middle = "middle page"
  case last = "last page"
  case seam = "between two pages"
  case fromMiddle = "from the middle page on"
  case whole = "every page"
  case only = "the only page"
}

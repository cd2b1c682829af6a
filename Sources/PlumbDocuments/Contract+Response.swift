import PlumbModel

extension Contract {
  /// The response that documents are made of; `nil` when there is none with a documented body.
  ///
  /// - Parameter status: Its status; `nil` for the first success with a documented body, or else
  ///   the first refusal.
  func response(shown status: Int?) -> ResponseContract? {
    (responses + errors).first { response in
      if case .unspecified = response.body { return false }
      return status == nil || response.status == status
    }
  }
}

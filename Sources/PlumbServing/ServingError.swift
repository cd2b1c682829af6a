/// Why a server cannot be started.
public enum ServingError: Error, Hashable, Sendable {
  /// Another program listens on the port.
  case portInUse(Int)

  /// The port may not be taken by this user; those below 1024 belong to the system.
  case portForbidden(Int)

  /// The host is no address of this machine.
  case noSuchHost(String)

  /// The server was started before.
  case alreadyStarted

  /// Something else, in the words of the system.
  case system(String)
}

extension ServingError: CustomStringConvertible {
  /// What went wrong and how to mend it.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "port \(port) is in use by another program; choose another, or 0 for any that is free"
    case .portForbidden(let port):
      "port \(port) may not be used by this user; choose one from 1024 on, or 0 for any"
    case .noSuchHost(let host):
      "\"\(host)\" is no address of this machine; 127.0.0.1 serves this machine alone, "
        + "0.0.0.0 everybody who can reach it"
    case .alreadyStarted: "the server was started before; make another"
    case .system(let words): "the server cannot be started: \(words)"
    }
  }
}

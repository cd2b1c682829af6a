import ArgumentParser

/// Where the process begins and ends.
@main
enum Main {
  static func main() async {
    do {
      var command = try Plumb.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      for message in failure.messages { Console.error(message) }
      Plumb.exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      end(with: error)
    }
  }

  /// Ends with what the parser has to say: help, a version, a script, or a usage error.
  private static func end(with error: any Error) -> Never {
    guard Plumb.exitCode(for: error) == .validationFailure else { Plumb.exit(withError: error) }
    Console.error(Misspelling.message(for: CommandLine.arguments) ?? Plumb.message(for: error))
    Plumb.exit(withError: ExitCode(ExitStatus.usage.rawValue))
  }
}

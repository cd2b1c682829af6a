import ArgumentParser
import PlumbDocuments
import PlumbNotation

/// Where an export comes from and where it goes.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The file to write. (default: standard output)", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @OptionGroup var contracts: ContractsOption

  /// Reads the contracts, once it is sure that the file can be written.
  func load() throws(Failure) -> ContractLibrary {
    if let output { try ReportFile.prepare(output, "export") }
    return try contracts.load()
  }

  /// Writes the export.
  func write(_ bytes: [UInt8]) throws(Failure) {
    guard let output, output != "-" else { return StandardStream.output.write(bytes) }
    try ReportFile.write(bytes, to: output, "export")
  }
}

/// What happens when the target of an export cannot say everything.
struct LossOptions: ParsableArguments {
  @Flag(help: "Write nothing when something would be lost, and exit with 1.")
  var strict = false

  /// Lists what is lost at standard error.
  ///
  /// - Throws: ``Failure`` when nothing may be.
  func tell(_ losses: [ExportLoss]) throws(Failure) {
    for loss in losses { Console.say("lost", loss.description) }
    guard strict, !losses.isEmpty else { return }
    let count = losses.count == 1 ? "1 thing would be lost" : "\(losses.count) things would be lost"
    throw Failure(.findings, "\(count), and --strict forbids it: nothing was written")
  }
}

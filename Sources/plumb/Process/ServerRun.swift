#if Live
import PlumbServing

/// A server that a command runs until it is told to stop.
enum ServerRun {
  /// Starts a server, prints its address alone, for scripts, and stops it once the process is told
  /// to end and the requests in flight are answered.
  ///
  /// - Parameter host: The address that it listens on.
  static func serve(_ server: HTTPServer, host: String) async throws(Failure) {
    do throws(ServingError) {
      let port = try await server.start()
      let name = host.contains(":") ? "[\(host)]" : host
      StandardStream.output.write("http://\(name):\(port)\n")
    } catch {
      throw Failure(.unavailable, error.description)
    }
    await TerminationSignals.wait()
    await server.stop()
  }
}
#endif

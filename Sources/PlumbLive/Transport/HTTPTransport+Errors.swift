import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension HTTPTransport {
  /// Says what went wrong, without anything of the request in it.
  static func explain(_ error: any Error, limits: TransportLimits) -> (Attempt.Trouble, String) {
    switch error {
    case let error as HTTPClientError: explain(error, limits: limits)
    case let error as NIOHTTPDecompression.DecompressionError where error == .limit:
      (.tooLarge, "the body has more than \(limits.bodySize) bytes once it is decoded")
    case is NIOHTTPDecompression.DecompressionError:
      (.malformed, "the body's content coding is broken")
    case let error as NIOHTTPDecompression.ExtraDecompressionError:
      error == .truncatedData
        ? (.malformed, "the body's content coding is broken: it ends too early")
        : (.malformed, "the body's content coding is broken: something follows its end")
    case let error as HTTPParserError:
      error == .invalidEOFState
        ? (.cut, "the connection ended before the answer did")
        : (.malformed, "the answer is no valid HTTP: \(error)")
    case let error as NIOConnectionError: explain(error)
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
      (.untrusted, "the encryption cannot be agreed on, or the certificate is not trusted")
    case let error as IOError: explain(error)
    case let error as ChannelError: explain(error, limits: limits)
    case is CancellationError: (.unsendable, "the request was taken back")
    default: (.cut, "the connection failed (\(type(of: error)))")
    }
  }

  private static func explain(
    _ error: HTTPClientError,
    limits: TransportLimits
  ) -> (Attempt.Trouble, String) {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout:
      (.unreachable, "no connection after \(limits.connect.words)")
    case .tlsHandshakeTimeout: (.untrusted, "the encryption was not agreed on in time")
    case .readTimeout: (.late, "nothing came for \(limits.idle.words)")
    case .deadlineExceeded, .writeTimeout: (.late, "the request took too long")
    case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled:
      (.cut, "the connection ended before the answer did")
    case .invalidURL, .emptyHost, .emptyScheme: (.unsendable, "the address is none")
    case .cancelled: (.unsendable, "the request was taken back")
    case .alreadyShutdown: (.unsendable, "the client was closed")
    case .identityCodingIncorrectlyPresent:
      (.malformed, "the answer is no valid HTTP: \(error.shortDescription)")
    default: (.unsendable, "the request cannot be sent: \(error.shortDescription)")
    }
  }

  private static func explain(_ error: NIOConnectionError) -> (Attempt.Trouble, String) {
    if error.dnsAError != nil || error.dnsAAAAError != nil, error.connectionErrors.isEmpty {
      return (.unreachable, "the server's name cannot be resolved")
    }
    if let first = error.connectionErrors.first?.error as? IOError { return explain(first) }
    return (.unreachable, "the server does not accept connections")
  }

  private static func explain(_ error: IOError) -> (Attempt.Trouble, String) {
    switch error.errnoCode {
    case ConnectionErrors.refused: (.unreachable, "the server refuses connections")
    case ConnectionErrors.reset: (.cut, "the connection was reset")
    case ConnectionErrors.brokenPipe: (.cut, "the connection ended before the answer did")
    default: (.unreachable, "the connection failed (error \(error.errnoCode))")
    }
  }

  private static func explain(
    _ error: ChannelError,
    limits: TransportLimits
  ) -> (Attempt.Trouble, String) {
    switch error {
    case .connectTimeout: (.unreachable, "no connection after \(limits.connect.words)")
    case .eof, .inputClosed, .outputClosed, .ioOnClosedChannel, .alreadyClosed:
      (.cut, "the connection ended before the answer did")
    default: (.cut, "the connection failed")
    }
  }
}

"""A small server and contracts for the proofs that run the real plumb against a live API."""
import contextlib
import http.server
import pathlib
import socketserver
import ssl
import threading

API = """\
api: Files
version: "1"
server: https://files.example.org
keys: [{ header: X-API-Key, from: FILES_KEY }]
"""

PAGE = """\
page: Exports
contracts:
  files.export:
    title: Export
    get: /export
    response:
      - code: integer
        title: string
    examples: [{}]
"""


def write_contracts(folder):
    """Writes an API of one operation, whose answer is a list of items."""
    files = pathlib.Path(folder) / "contracts" / "files"
    files.mkdir(parents=True)
    (files / "api.yaml").write_text(API)
    (files / "exports.yaml").write_text(PAGE)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextlib.contextmanager
def serving(answers, context=None):
    """Serves bodies by path, each a function that yields pieces and a length; gives the URL."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            kind, length, pieces = answers[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            for piece in pieces():
                self.wfile.write(piece)

        def log_message(self, *words):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    scheme = "https" if context else "http"
    try:
        yield f"{scheme}://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def tls(certificate, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context

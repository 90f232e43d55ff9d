"""A stand-in for an endpoint: a real server on this machine that answers as a test tells it to."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lcsynth.workspace import open_workspace


def completion(content):
    """The body of a chat completion that says something."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})


def sent_ids(request):
    """The ids of the statements in a request, as a model would read them."""
    lines = request["messages"][1]["content"].splitlines()
    data = json.loads("\n".join(lines[1:-1]))
    return [one["id"] for one in data["statements"]]


def good(request):
    """What a well-behaved model answers: a label and two sentences that name what they rest on."""
    ids = sent_ids(request)
    sentences = [
        {"text": "Mensen missen tijd.", "statements": ids[:2]},
        {"text": "Zij zoeken elkaar wel op.", "statements": ids[-1:]},
    ]
    return json.dumps({"label": "Tijd voor elkaar", "sentences": sentences})


class StubEndpoint:
    """Keeps the requests it gets; what it ``says`` is a function of a request, the rest spoils the answer."""

    def __init__(self):
        self.requests, self.headers, self.paths = [], [], []
        self.says, self.status, self.wait, self.location, self.body = good, 200, 0.0, "", None
        self.drip = 0.0  # seconds between the bytes of the answer
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                stub.requests.append(request)
                stub.headers.append(dict(self.headers))
                stub.paths.append(self.path)
                time.sleep(stub.wait)
                body = stub.body if stub.body is not None else completion(stub.says(request)).encode()
                try:
                    self.send_response(stub.status)
                    if stub.location:
                        self.send_header("Location", stub.location)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    for part in [body[n : n + 1] for n in range(len(body))] if stub.drip else [body]:
                        self.wfile.write(part)
                        time.sleep(stub.drip)
                except ConnectionError:  # whoever asked did not wait
                    pass

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def stub():
    started = StubEndpoint()
    yield started
    started.close()


@pytest.fixture
def refused_url(stub):
    """An address where nobody listens."""
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}/v1"


def with_endpoint(workspace, url, *, model="proefmodel", **more):
    """Name an endpoint in the settings of a workspace, in the place of an earlier one."""
    path = workspace.data / "workspace.yaml"
    before = path.read_text(encoding="utf-8").split("\nendpoint:")[0].rstrip("\n")
    written = json.dumps({"url": url, "model": model, **more})
    path.write_text(f"{before}\nendpoint: {written}\n", encoding="utf-8")
    return open_workspace(workspace.root)


@pytest.fixture
def switch_on():
    """A function that names an endpoint in the settings of a workspace."""
    return with_endpoint

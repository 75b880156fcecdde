"""Requests to a running program."""
import socket
import threading
import time
import urllib.error
import urllib.request

PAUSE = 0.02  # seconds between two requests of one worker: load, but not a flood


class Traffic:
    """Workers that ask until they are stopped."""

    def __init__(self, port: int, patience: float = 5):
        self.base = f"http://127.0.0.1:{port}"
        self.patience = patience
        self.going = True
        self.kept = []

    def load(self, path: str, workers: int, seconds: float = 900, pause: float = PAUSE):
        until = time.time() + seconds
        for number in range(workers):
            threading.Thread(target=self.ask, args=(path, number, until, pause), daemon=True).start()

    def ask(self, path, number, until, pause):
        turn = number
        while self.going and time.time() < until:
            self.request(path.format(n=turn, a=turn % 10, b=(turn * 7 + 3) % 10), self.patience)
            turn += 16
            time.sleep(pause)

    def once(self, path: str, count: int = 1):
        for _ in range(count):
            threading.Thread(target=self.request, args=(path, 900), daemon=True).start()

    def idle(self, path: str, count: int):
        """Connections that ask once and stay, as browsers and balancers keep them."""
        host, port = self.base.removeprefix("http://").split(":")
        for _ in range(count):
            connection = socket.create_connection((host, int(port)), self.patience)
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            connection.recv(1 << 16)
            self.kept.append(connection)

    def request(self, path: str, timeout: float) -> bytes:
        try:
            with urllib.request.urlopen(self.base + path, timeout=timeout) as answer:
                return answer.read()
        except (OSError, urllib.error.HTTPError, ValueError):
            return b""
        except Exception:  # an answer cut short: http.client raises its own family
            return b""

    def stop(self):
        self.going = False
        for connection in self.kept:
            connection.close()

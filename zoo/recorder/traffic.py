"""Requests to a running program."""
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

"""Lines that other parts of a system write around a service's own."""
import random

LINES = (
    "time=2026-03-14T02:51:0{d}.118Z level=INFO msg=\"probe answered\" path=/healthz status=200 took=0.4ms",
    "2026/03/14 02:51:0{d} http: TLS handshake error from 10.4.{d}.17:4{d}118: EOF",
    "I0314 02:51:0{d}.442817       1 leaderelection.go:258] successfully renewed lease shop/worker-{d}",
    "{{\"level\":\"info\",\"ts\":177345426{d}.21,\"msg\":\"config reloaded\",\"version\":{n}}}",
    "[GIN] 2026/03/14 - 02:51:0{d} | 200 |     1.{n}ms |      10.4.0.9 | GET      \"/metrics\"",
    "WARN[00{d}{d}] retrying publish to events.v{d}: attempt 1 of 3",
)


def around(log: bytes, count: int, seed: str) -> bytes:
    """The log with so many lines before it and a few after; the same for each seed."""
    if not count:
        return log
    chance = random.Random(seed)
    made = [chance.choice(LINES).format(d=chance.randrange(10), n=chance.randrange(100, 999)) for _ in range(count)]
    cut = count - count // 5
    before, after = ("".join(line + "\n" for line in part).encode() for part in (made[:cut], made[cut:]))
    return before + log + after

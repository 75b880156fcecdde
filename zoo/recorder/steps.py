"""What a scenario can do after the start, in order; each step is a list with its name first."""
import signal
import time


class Steps:
    """Carries steps out on a running program and keeps what they collect.

    ["load", path, workers, seconds, pause]  requests without end in the background; {n} {a} {b} in the path vary
    ["once", path, count]                    so many requests (1) whose answers are not waited for
    ["idle", path, count]                    so many connections that ask once and are kept open
    ["wait", seconds]
    ["get", url path, file]                  keeps what the program's own HTTP server answers
    ["rotate", file, bytes]                  keeps only the last bytes of what was collected
    ["signal", name]                         sends a signal
    ["ended", seconds]                       waits for the end of the process
    ["exit", file]                           keeps the exit status
    ["status", file]                         keeps /proc/PID/status
    ["proc", name, file]                     keeps /proc/PID/NAME, as limits or smaps_rollup
    ["files", file]                          keeps what its descriptors are, as ls -l of /proc/PID/fd
    ["group", name, file]                    keeps a file of its control group, as cpu.stat
    ["kernel", file]                         keeps what the kernel has logged since the start
    ["quiet"]                                ends the load
    """

    def __init__(self, running, traffic):
        self.running = running
        self.traffic = traffic
        self.files = {}

    def do(self, step):
        name, *words = step
        known = {"load": self.traffic.load, "once": self.traffic.once, "idle": self.traffic.idle, "wait": time.sleep,
                 "get": self.get, "rotate": self.rotate, "signal": self.signal, "ended": self.ended, "exit": self.exit,
                 "status": self.status, "proc": self.proc, "files": self.descriptors, "group": self.group,
                 "kernel": self.kernel, "quiet": self.traffic.stop}
        known[name](*words)

    def get(self, path, file):
        content = self.traffic.request(path, 180)
        if not content:
            raise RuntimeError(f"no answer to {path}")
        self.files[file] = content

    def rotate(self, file, size):
        self.files[file] = self.files[file][-size:]

    def signal(self, name):
        self.running.process.send_signal(getattr(signal, name))

    def ended(self, seconds=30):
        self.running.process.wait(seconds)

    def exit(self, file):
        self.files[file] = (self.running.exit_status() + "\n").encode()

    def status(self, file):
        self.files[file] = self.running.status()

    def proc(self, name, file):
        self.files[file] = self.running.proc(name)

    def descriptors(self, file):
        self.files[file] = self.running.descriptors().encode()

    def group(self, name, file):
        self.files[file] = self.running.group.read(name)

    def kernel(self, file):
        self.files[file] = self.running.kernel_log.since()

"""What was checked, one line each, and how it ended."""


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, name, faults):
        """One line: `ok` when nothing was found, else what was found, at most eight of it."""
        faults = [str(fault) for fault in faults]
        if not faults:
            self.passed += 1
            print(f"ok      {name}", flush=True)
            return
        self.failed += 1
        print(f"FAILED  {name}", flush=True)
        for fault in faults[:8]:
            print(f"        {fault}", flush=True)
        if len(faults) > 8:
            print(f"        … and {len(faults) - 8} more", flush=True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0

"""How Chromium is started, for tests and for pictures."""

# Without these, Chromium asks hosts of its own for updates on every start.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

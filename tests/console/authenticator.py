# SPDX-FileCopyrightText: Castellan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The phone: other people's programs that make codes from a seed, and must agree on them."""

import subprocess
import time
from urllib.parse import parse_qs, unquote, urlparse

import pyotp

PERIOD = 30


def step():
    return int(time.time()) // PERIOD


def by_pyotp(seed, at):
    return pyotp.TOTP(seed).at(at * PERIOD)


def by_oathtool(seed, at):
    moment = "@%d" % (at * PERIOD)
    answer = subprocess.run(
        ["oathtool", "--totp", "--base32", "--now", moment, "-"],
        input=seed,
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.strip()


class OtpAuth:
    """An otpauth URI taken apart as an authenticator does."""

    def __init__(self, uri):
        parts = urlparse(uri)
        assert (parts.scheme, parts.netloc) == ("otpauth", "totp"), uri
        fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.issuer, _, self.account = unquote(parts.path.lstrip("/")).partition(":")
        self.seed = fields["secret"]
        self.fields = fields


class Phone:
    """One seed, and the time steps whose codes were given already: a code is accepted once, and
    never one older than the last. Codes of the previous, the present and the next step are
    accepted, so there is always a fresh one without waiting, save after a third; then `rewind` is
    called, which makes the server forget the last."""

    def __init__(self, seed, rewind=None):
        self.seed = seed
        self._last = 0
        self._rewind = rewind

    def code(self):
        now = step()
        if self._last > now and self._rewind:
            self._rewind()
            self._last = 0
        at = max(now, self._last + 1)
        assert at <= now + 1, "no fresh code without waiting"
        self._last = at
        return by_pyotp(self.seed, at)

    def wrong_code(self):
        """A code that no step near the present one has."""
        near = {by_pyotp(self.seed, step() + offset) for offset in range(-3, 5)}
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in near)

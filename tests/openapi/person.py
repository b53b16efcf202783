"""Schemathesis as a person: it signs in as anybody does, by the link in a mail, and again before its token ends; who
needs a second factor sets one up, and shows it."""

import base64
import email
import email.policy
import hashlib
import hmac
import json
import os
import re
import time
import urllib.request
from pathlib import Path

import schemathesis

API = os.environ["AECT_API"]
PERSON = os.environ["AECT_PERSON"]
SECOND_FACTOR = os.environ.get("AECT_SECOND_FACTOR") == "required"
MAILS = Path(os.environ["AECT_MAILS"])
PATIENCE = 30
# Shorter than a token lives.
REFRESH = 600


def post(path, body, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(API + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.loads(answer.read() or "null")


def code(secret, steps=0):
    """The code of a time (RFC 6238: SHA-1, six digits, thirty seconds), `steps` from now."""
    counter = (int(time.time()) // 30 + steps).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def links():
    """The links in the mails that have left for them, the last one last."""
    for file in sorted(MAILS.glob("*.eml")):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        found = re.search(r"[?]lien=([\w-]+)", mail.get_body(("plain",)).get_content())
        if PERSON in mail["To"] and found:
            yield found.group(1)


@schemathesis.auth(refresh_interval=REFRESH)
class Person:
    """Brings the token of each request. It is asked for again after each 401, which operations with a code of their own
    answer while the token is as good as before: nobody signs in anew for that, and no code is good twice."""

    secret = None
    token = None
    since = 0

    def get(self, case, context):
        if not Person.token or time.monotonic() - Person.since > REFRESH:
            Person.token, Person.since = self.sign_in(), time.monotonic()
        return Person.token

    def sign_in(self):
        known = set(links())
        sent = post("/sign-in/links", {"email": PERSON})
        deadline = time.monotonic() + PATIENCE
        while not (new := set(links()) - known):
            if time.monotonic() > deadline:
                raise TimeoutError("no mail has come")
            time.sleep(0.05)
        used = {"link": new.pop(), "browser": sent["browser"]}
        token = post("/sign-in/links/use", used)["access_token"]
        if SECOND_FACTOR:
            self.show(token)
        return token

    def show(self, token):
        """Shows the second factor, where there is one; sets one up otherwise, by the code before that of now."""
        if Person.secret:
            post("/session/second-factor", {"code": code(Person.secret)}, token)
        else:
            Person.secret = post("/account/second-factor", {}, token)["secret"]
            post("/account/second-factor/confirm", {"code": code(Person.secret, -1)}, token)

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}

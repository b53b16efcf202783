"""Schemathesis as a member: it signs in as anybody does, by the link in a mail, and again before its token ends."""

import email
import email.policy
import json
import os
import re
import time
import urllib.request
from pathlib import Path

import schemathesis

API = os.environ["AECT_API"]
MEMBER = os.environ["AECT_MEMBER"]
MAILS = Path(os.environ["AECT_MAILS"])
PATIENCE = 30


def post(path, body):
    request = urllib.request.Request(
        API + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return json.load(answer)


def links():
    """The links in the mails that have left for the member, the last one last."""
    for file in sorted(MAILS.glob("*.eml")):
        mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        found = re.search(r"[?]lien=([\w-]+)", mail.get_body(("plain",)).get_content())
        if MEMBER in mail["To"] and found:
            yield found.group(1)


@schemathesis.auth(refresh_interval=600)
class Member:
    """Brings the token of each request."""

    def get(self, case, context):
        known = set(links())
        sent = post("/sign-in/links", {"email": MEMBER})
        deadline = time.monotonic() + PATIENCE
        while not (new := set(links()) - known):
            if time.monotonic() > deadline:
                raise TimeoutError("no mail has come")
            time.sleep(0.05)
        used = {"link": new.pop(), "browser": sent["browser"]}
        return post("/sign-in/links/use", used)["access_token"]

    def set(self, case, data, context):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}

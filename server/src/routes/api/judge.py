"""Judges the HTTP interface from outside: ADDRESS EVENT.

The description has to be one (openapi-spec-validator). Then a registration lives its life, and every
answer on the way has to fit what the description says of it (jsonschema). At last schemathesis sends
what nobody would: no answer may be a 5xx, nor differ from its description.
"""

import json
import subprocess
import sys
import tempfile
import urllib.request
from urllib.error import HTTPError

import jsonschema
from openapi_spec_validator import validate

base, event = sys.argv[1:]
clients = iter(range(1, 250))


def ask(method, path, body=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if body is not None:
        headers.setdefault("Content-Type", "application/json")
        body = json.dumps(body).encode()
    headers["X-Forwarded-For"] = f"203.0.113.{next(clients)}"
    request = urllib.request.Request(base + path, body, headers, method=method)
    try:
        answer = urllib.request.urlopen(request, timeout=20)
    except HTTPError as error:
        answer = error
    return answer.status, answer.headers, json.loads(answer.read())


_, _, document = ask("GET", "/api/v1/openapi.json")
validate(document)
assert document["openapi"].startswith("3.1"), document["openapi"]


def fits(method, template, status, headers, value):
    responses = document["paths"][template][method.lower()]["responses"]
    response = responses.get(str(status), responses["default"])
    kind = headers["Content-Type"].split(";")[0]
    assert kind in response["content"], (method, template, status, kind)
    schema = {**response["content"][kind]["schema"], "components": document["components"]}
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)
    strict(value, schema)


def strict(value, schema):
    """What is answered is also described: no member is unknown."""
    if "$ref" in schema:
        node = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            node = node[part]
        return strict(value, node)
    if isinstance(value, dict) and "properties" in schema:
        unknown = set(value) - set(schema["properties"])
        assert not unknown, unknown
        for name, member in value.items():
            strict(member, schema["properties"][name])
    if isinstance(value, list) and "items" in schema:
        for item in value:
            strict(item, schema["items"])


def expect(status, method, template, body=None, query="", path=None, **headers):
    path = path or template.replace("{slug}", event)
    got, told, value = ask(method, path + query, body, **headers)
    assert got == status, (method, path, got, value)
    fits(method, template, got, told, value)
    return told, value


LIST, ONE = "/api/v1/events", "/api/v1/events/{slug}"
REGISTER = "/api/v1/events/{slug}/registrations"
MINE, PLACE = "/api/v1/registrations/{token}", "/api/v1/registrations/{token}/attendees/{position}"

expect(200, "GET", "/api/v1/openapi.json")
seen, query = [], "?limit=7"
while True:
    _, page = expect(200, "GET", LIST, query=query, Accept_Language="ar")
    seen += [one["slug"] for one in page["events"]]
    if "next" not in page:
        break
    query = f"?limit=7&cursor={page['next']}"
assert len(seen) == len(set(seen)) > 20, seen
_, page = expect(200, "GET", LIST, query="?category=music&from=2020-01-01&q=o")
assert page["events"] and all(one["category"] == "music" for one in page["events"])
for wrong in ["?limit=0", "?limit=101", "?cursor=x", "?from=soon", "?category=war", "?to=2027-02-30",
              "?organisation=A", "?q=" + "x" * 101, "?q=a&q=b"]:
    expect(400, "GET", LIST, query=wrong)

told, whole = expect(200, "GET", ONE, Accept_Language="zh")
assert told["Content-Language"] == "zh" and told["Vary"].startswith("Accept-Language"), told
expect(404, "GET", ONE, path="/api/v1/events/nowhere")
expect(400, "GET", ONE, query="?date=soon")

date = next(date for date in whole["dates"] if date["registration"]["open"])
people = [{"name": name, "ticket": whole["tickets"][0]["code"]} for name in ("Ada", "Grace")]
body = {"date": date["starts"], "language": "es", "attendees": people,
        "contact": {"name": "Ada", "email": "ada@example.org"}}
key = {"Idempotency_Key": "0d9f6f1c-8f0e-4a35-a2c4-3d6f1a1f6c11"}
told, made = expect(201, "POST", REGISTER, body, **key)
assert made["state"] == "confirmed" and made["url"].startswith(base), made
mine = told["Location"]
_, again = expect(201, "POST", REGISTER, body, **key)
assert again == made
expect(409, "POST", REGISTER, {**body, "language": "fr"}, **key)
expect(400, "POST", REGISTER, body)
expect(415, "POST", REGISTER, body, Content_Type="text/plain", **key)
new = {"Idempotency_Key": "f2c1c0de-5a7b-4d4e-9c0a-000000000002"}
expect(422, "POST", REGISTER, {**body, "attendees": []}, **new)
expect(422, "POST", REGISTER, {**body, "date": "2000-01-01T00:00:00"}, **new)
expect(422, "POST", REGISTER, [], **new)
expect(404, "POST", REGISTER, body, path="/api/v1/events/nowhere/registrations", **new)

_, found = expect(200, "GET", MINE, path=mine)
assert found["reference"] == made["reference"]
_, renamed = expect(200, "PATCH", MINE, {"attendees": [{"position": 1, "name": "Mary"}]}, path=mine)
assert [one["name"] for one in renamed["attendees"]] == ["Ada", "Mary"]
expect(422, "PATCH", MINE, {"attendees": [{"position": 1, "name": ""}]}, path=mine)
expect(422, "PATCH", MINE, {"attendees": []}, path=mine)
expect(409, "PATCH", MINE, {"attendees": [{"position": 9, "name": "Eve"}]}, path=mine)
_, left = expect(200, "DELETE", PLACE, path=mine + "/attendees/1")
assert [one["given_back"] for one in left["attendees"]] == [False, True]
expect(404, "DELETE", PLACE, path=mine + "/attendees/2")
expect(404, "DELETE", PLACE, path=mine + "/attendees/first")
for _ in range(2):
    _, over = expect(200, "DELETE", MINE, path=mine)
    assert over["state"] == "cancelled" and "ticket_code" not in over, over
for token in ["x", "A" * 43, made["token"][:-1] + ("A" if made["token"][-1] != "A" else "B")]:
    for method, given in [("GET", None), ("PATCH", {"attendees": people}), ("DELETE", None)]:
        given = given and {"attendees": [{"position": 0, "name": "Eve"}]}
        expect(404, method, MINE, given, path=f"/api/v1/registrations/{token}")

# Bounded, and the same every time. What fits the description may still be refused (a date that is
# not the event's, a token that opens nothing), so that check has no say.
fuzz = subprocess.run(
    [sys.executable, "-m", "schemathesis.cli", "run", f"{base}/api/v1/openapi.json",
     "--checks", "all", "--exclude-checks", "positive_data_acceptance,unsupported_method",
     "--phases", "examples,coverage,fuzzing", "--max-examples", "8", "--seed", "7", "--generation-deterministic", "--no-color",
     "--suppress-health-check", "all"],
    # Schemathesis keeps what it finds where it runs.
    cwd=tempfile.mkdtemp(), capture_output=True, text=True, timeout=540)
if fuzz.returncode != 0:
    sys.exit(fuzz.stdout[-6000:] + fuzz.stderr[-2000:])
print(fuzz.stdout[-1500:])

"""Reads calendars with parsers that we did not write, and says where they disagree with us.

    TZ=Asia/Tokyo python calendars.py FOLDER

FOLDER holds pairs of NAME.ics and NAME.json; the JSON says what the file is meant to hold. Each
file is read by icalendar and by vobject, as it is and once more with its zones renamed, because
both know the IANA names and would otherwise never look into our VTIMEZONEs. Prints one line per
disagreement and ends with status 1 if there was any.
"""

import json
import pathlib
import re
import sys
from datetime import date, datetime

import icalendar
import vobject


def moment(value):
    """An instant as seconds since 1970, a date as text, anything floating as an error."""
    if isinstance(value, datetime):
        return int(value.timestamp()) if value.tzinfo else f"floating {value}"
    return value.isoformat() if isinstance(value, date) else value


def with_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    errors = [str(error) for part in calendar.walk() for error in part.errors]
    errors += [f"no VTIMEZONE for {tzid}" for tzid in calendar.get_missing_tzids()]
    events = []
    for event in calendar.walk("VEVENT"):
        organiser, times = event.get("ORGANIZER"), (event.get("DTSTART"), event.get("DTEND"))
        names = sorted(event.keys())  # before asking for categories, which adds them
        text = lambda name: str(event[name]) if name in event else None
        events.append({
            "uid": text("UID"),
            "sequence": int(event["SEQUENCE"]),
            "status": text("STATUS"),
            "starts": moment(times[0].dt),
            "ends": moment(times[1].dt) if times[1] else None,
            "summary": text("SUMMARY"),
            "language": event["SUMMARY"].params.get("LANGUAGE"),
            "description": text("DESCRIPTION"),
            "location": text("LOCATION"),
            "url": text("URL"),
            "categories": [str(name) for name in event.categories],
            "organiser": str(organiser) if organiser else None,
            "organiser_name": organiser.params.get("CN") if organiser else None,
            "names": names,
        })
    return {
        "errors": errors,
        "names": sorted(calendar.keys()),
        "components": sorted({part.name for part in calendar.subcomponents}),
        "zones": sorted(str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")),
        "events": events,
    }


def with_vobject(data):
    calendar = vobject.readOne(data.decode())
    # vobject does not know RFC 6868.
    decode = lambda text: re.sub(r"\^(.)", lambda m: {"'": '"', "n": "\n"}.get(m[1], m[1]), text)
    events = []
    for event in calendar.contents.get("vevent", []):
        text = lambda name: str(event.contents[name][0].value) if name in event.contents else None
        organiser = event.contents.get("organizer", [None])[0]
        ends = event.contents.get("dtend", [None])[0]
        categories = event.contents.get("categories", [])
        events.append({
            "uid": text("uid"),
            "sequence": int(text("sequence")),
            "status": text("status"),
            "starts": moment(event.dtstart.value),
            "ends": moment(ends.value) if ends else None,
            "summary": text("summary"),
            "language": event.summary.params.get("LANGUAGE", [None])[0],
            "description": text("description"),
            "location": text("location"),
            "url": text("url"),
            "categories": [name for line in categories for name in line.value],
            "organiser": organiser.value if organiser else None,
            "organiser_name": decode(organiser.params["CN"][0]) if organiser and "CN" in organiser.params else None,
            "names": sorted(name.upper() for name, lines in event.contents.items() for _ in lines),
        })
    parts = {part.name for part in calendar.components()}
    return {
        "errors": [],
        "names": sorted(name.upper() for name in calendar.contents if name.upper() not in parts),
        "components": sorted(parts),
        "zones": sorted(str(zone.tzid.value) for zone in calendar.contents.get("vtimezone", [])),
        "events": events,
    }


def renamed(data, prefix, zones):
    """The file with its zones under names that nobody knows, and those names."""
    for zone in zones:
        for mark in (b"TZID:", b"TZID="):
            for end in (b"\r", b":"):
                old = mark + zone.encode() + end
                data = data.replace(old, mark + prefix.encode() + zone.encode() + end)
    return data, [prefix + zone for zone in zones]


def differences(expected, found):
    for key in ("errors", "names", "components", "zones"):
        if expected[key] != found[key]:
            yield f"{key}: meant {expected[key]}, read {found[key]}"
    events = {event["uid"]: event for event in found["events"]}
    if len(events) != len(expected["events"]):
        yield f"meant {len(expected['events'])} events, read {len(found['events'])}"
    for event in expected["events"]:
        for key, value in event.items():
            read = events.get(event["uid"], {}).get(key)
            if read != value:
                yield f"{event['uid']} {key}: meant {value!r}, read {read!r}"


def main(folder):
    count = problems = 0
    for number, path in enumerate(sorted(pathlib.Path(folder).glob("*.ics"))):
        data = path.read_bytes()
        expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
        for read in (with_icalendar, with_vobject):
            readings = [(data, expected)]
            if expected["zones"]:
                disguised, zones = renamed(data, f"Judged/{number}/", expected["zones"])
                readings.append((disguised, {**expected, "zones": zones}))
            for text, want in readings:
                count += len(want["events"])
                try:
                    found = list(differences(want, read(text)))
                except Exception as error:  # whatever a parser throws is its verdict
                    found = [f"{type(error).__name__}: {error}"]
                problems += len(found)
                if found and problems < 100:
                    print(f"{path.name} {read.__name__}: {found[0]:.300} and {len(found) - 1} more")
    print(f"{count} readings, {problems} disagreements")
    return 1 if problems or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

#!/usr/bin/python3
"""Checks a published Liggare ledger, from its bytes up, without any of Liggare's programs.

    verify_ledger.py DIR [--key VKEY | --key-file FILE] [--ledger-id HEX]
                     [--against CHECKPOINT_FILE ...] [--witness-key VKEY ...] [--json]

Written from the published pages alone: how-to-check.md, entry.cddl and act.cddl, which lie in the
directory's liggare/, and C2SP's signed-note, tlog-checkpoint, tlog-tiles and tlog-cosignature.

"Verified" shows, if the key and the ledger's id came from somebody else than the server:
  - entries, tiles and signed checkpoint are those of one log, founded under that id;
  - each entry stands where it was recorded, seals all before it, holds an act of the log's form,
    and was signed by a key that then had the right to record it; one that does not is void, and a
    finding, unless a steward has dealt with it;
  - with --against, that the log still begins with what an earlier checkpoint promised;
  - with --witness-key, by when entries existed, as that witness saw it.

It does not show: that nothing was left out after the newest checkpoint; that nobody is shown
another log of the same name; that a recorded time is true, beyond what a witness bounds; that what
was recorded is so. Of an act it checks every field, that the numbers which its events begin are
dense, and that what they name is there: not the rules of planning.

Exit codes: 0 verified, 1 findings, 64 wrong usage or a Debian package that is missing, 66 nothing
there to check.
"""
import argparse
import base64
import datetime
import functools
import hashlib
import json
import os
import re
import struct
import sys
from collections import Counter, namedtuple

try:
    import cbor2
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError as missing:
    print(f"verify_ledger: {missing}. "
          "On Debian: apt-get install python3-cryptography python3-cbor2", file=sys.stderr)
    sys.exit(64)


class Malformed(Exception):
    """What was read is not of its form; the text says where."""


class NoInput(Exception):
    """A file or directory that is to be checked is not there."""


# -- Deterministic CBOR (RFC 8949, section 4.2.1) -----------------------------------------------

Tag = namedtuple("Tag", "number value")
Simple = namedtuple("Simple", "number")  # a simple value that is neither false nor true
Pairs = namedtuple("Pairs", "pairs")     # a map with other keys than unsigned integers
FLOATS = {2: ">e", 4: ">f", 8: ">d"}


def decode(data, depth=17):
    """The one item that `data` holds, with no more than `depth` arrays, maps and tags around one
    another. Refuses whatever a deterministic encoder would not write."""
    value, end = item(data, 0, depth)
    if end != len(data):
        raise Malformed(f"{len(data) - end} bytes follow the CBOR item")
    return value


def item(data, start, depth):
    """The item that begins at byte `start`, and the byte after it."""
    head = data[start:start + 9]
    if not head:
        raise Malformed(f"CBOR ends early, at byte {start}")
    major, argument, at = head[0] >> 5, head[0] & 31, start + 1
    if argument > 27:
        raise Malformed(f"byte {start} begins CBOR of no certain length, or of no meaning")
    if argument >= 24:
        width = 1 << (argument - 24)
        at += width
        if len(head) <= width:
            raise Malformed(f"CBOR ends early, at byte {start}")
        if major == 7 and width > 1:
            return shortest_float(data[start + 1:at], start), at
        argument = int.from_bytes(head[1:1 + width], "big")
        if argument < (32 if major == 7 else {1: 24, 2: 1 << 8, 4: 1 << 16, 8: 1 << 32}[width]):
            raise Malformed(f"CBOR is not deterministic: byte {start} has a longer form")
    if major < 2:
        return (argument, -1 - argument)[major], at
    if major < 4:
        if at + argument > len(data):
            raise Malformed(f"CBOR ends early: the string at byte {start} goes on")
        string = data[at:at + argument]
        try:
            return string if major == 2 else string.decode("utf-8"), at + argument
        except UnicodeDecodeError:
            raise Malformed(f"the text at byte {start} is not UTF-8") from None
    if major == 7:
        return argument == 21 if argument in (20, 21) else Simple(argument), at
    if not depth:
        raise Malformed(f"CBOR nests too deeply, at byte {start}")
    if major == 6:
        value, at = item(data, at, depth - 1)
        return Tag(argument, value), at
    if major == 4:
        items = []
        for _ in range(argument):
            value, at = item(data, at, depth - 1)
            items.append(value)
        return items, at
    pairs, last, are_numbered = [], b"", True
    for _ in range(argument):
        key_at = at
        key, at = item(data, at, depth - 1)
        if data[key_at:at] <= last:
            raise Malformed(f"CBOR is not deterministic: byte {key_at} begins a key out of order")
        last = data[key_at:at]
        are_numbered = are_numbered and last[0] < 0x20
        value, at = item(data, at, depth - 1)
        pairs.append((key, value))
    return dict(pairs) if are_numbered else Pairs(pairs), at


def shortest_float(data, start):
    value, = struct.unpack(FLOATS[len(data)], data)
    for width, form in FLOATS.items():
        try:
            shortest = struct.pack(form, value)
        except OverflowError:  # it is too large for this width
            continue
        if struct.unpack(form, shortest)[0] == value:
            break
    if data != (shortest if value == value else b"\x7e\x00"):
        raise Malformed(f"CBOR is not deterministic: the float at byte {start} has a longer form")
    return value


def texts_in(value):
    """All text strings in an item, those in keys too."""
    if type(value) is str:
        yield value
    elif type(value) in (list, Tag, Pairs, tuple):
        for each in value:
            yield from texts_in(each)
    elif type(value) is dict:
        yield from texts_in(list(value.values()))


# -- Acts, as act.cddl has them -----------------------------------------------------------------

# By code points: no two spellings are one.
TEXT = re.compile(
    "[^\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]+")
ZONE = "(?!(localtime|posixrules|Factory)$|right/|posix/)[A-Za-z][A-Za-z0-9_+/-]{0,63}"
COMMAND_ID = re.compile("[!-~]{1,64}")
LAST_MILLISECOND = 253402214399999  # of 9999-12-30
STEWARD, REGISTRAR = 0, 1

# Each kind of event, with the number and the form of each of its fields; "?" stands before what
# may be absent, and "new-" before what the event begins. A form is a key of one of the tables
# below, or a list in ascending order, "[+x]", or "[*x]" where it may be empty.
EVENTS = {
    1: ("CommitteeEstablished", "1 new-committee, 2 naming, 3 committee-kind"),
    2: ("CommitteeRenamed", "1 committee, 2 naming"),
    3: ("CommitteeDissolved", "1 committee, ?2 committee"),
    4: ("CommitteesMerged", "1 [+committee], 2 committee"),
    5: ("CommitteeSplit", "1 committee, 2 [+committee]"),
    10: ("PolicyAdopted", "1 new-document, 2 adoption"),
    11: ("PlanAdopted", "1 new-document, 2 adoption"),
    12: ("DocumentRevised", "1 document, 2 text, ?3 text"),
    13: ("DocumentProlonged", "1 document, 2 date"),
    14: ("DocumentRepealed", "1 document, ?2 document"),
    15: ("AreaDefined", "1 new-area, 2 document, 3 text"),
    16: ("GoalSet", "1 new-goal, 2 goal-set"),
    20: ("ActionDecided", "1 new-action, 2 decided-action"),
    21: ("ActionAmended", "1 action, 2 amendment"),
    22: ("ActionClosed", "1 action"), 23: ("ActionReopened", "1 action, 2 text"),
    24: ("ActionWrittenOff", "1 action, 2 text"), 25: ("ActionSuperseded", "1 action, 2 action"),
    30: ("ResponsibilityAssigned", "1 action, 2 responsible"),
    31: ("ResponsibilityTransferred", "1 action, 2 committee, 3 responsible"),
    40: ("DeadlineSet", "1 action, 2 deadline"),
    50: ("StatusReported", "1 action, 2 committee, 3 status-report"),
    51: ("ForecastGiven", "1 action, 2 committee, 3 forecast"),
    52: ("ReportedBack", "1 committee, 2 report-back"),
    60: ("EntryCorrected", "1 position, 2 text"), 61: ("DecisionAnnulled", "1 position, 2 text"),
    62: ("EntriesDisregarded", "1 void-entry, 2 void-entry, 3 hash, 4 text"),
    63: ("ClockDeclared", "1 position, 2 text"), 64: ("FormatRaised", "1 later-format"),
    70: ("FollowUpCycleSet", "1 document, 2 cycle"),
    71: ("FollowUpHeld", "1 document, 2 follow-up"),
    72: ("GuidelineIssued", "1 new-guideline, 2 issued"),
    73: ("GuidelineAnswered", "1 guideline, 2 answer"),
    80: ("IndicatorDefined", "1 new-indicator, 2 defined-indicator"),
    81: ("TargetSet", "1 indicator, 2 target"),
    82: ("IndicatorObserved", "1 indicator, 2 observation"),
    90: ("PartnerLinked", "1 undertaking, 2 partner"),
    91: ("PartnerUnlinked", "1 undertaking, 2 text"),
    92: ("AnnexAttached", "1 bearer, 2 annex"),
    100: ("SettingChanged", "1 setting"),
    110: ("KeyGranted", "1 key, 2 right"), 111: ("KeyRevoked", "1 key, ?2 text"),
}
REMARKS = range(1000, 2000)
ENDINGS = (3, 4, 5)  # of the committees in field 1
# The field with the committee that an event speaks for, where a registrar may record it.
SPEAKS = {50: "2", 51: "2", 52: "1", 71: "2.1", 73: "2.1", 92: "1.1"}
CORRECTIONS, GRANTED, REVOKED = (60, 61), 110, 111
DISREGARDED, CLOCK, FORMAT = OF_THE_LOG = 62, 63, 64  # each the only event of its act

# Maps, likewise; " / " stands between those of which it is one.
MAPS = {
    "act": "1 date, ?2 text, ?3 text, ?4 text, 5 events",
    "adoption": "1 slug, 2 text, ?3 document, ?4 date",
    "goal-set": "1 document, 2 text, ?3 area, ?4 deadline",
    "cycle": "1 committee, 2 deadline", "follow-up": "1 committee, 2 period, ?3 text",
    "issued": "1 document, 2 committee, 3 [+committee], 4 text, ?5 period, ?6 deadline",
    "answer": "1 committee, 2 text",
    "decided-action": "1 document, 2 text, ?3 text, ?4 [+area], ?5 [+goal]",
    "amendment": "1 text / 2 text / 3 document / 4 [*area] / 5 [*goal] / 6 text",
    "responsible": "1 [*committee], ?4 committee / 2 true, ?4 committee / 3 date, ?4 committee",
    "status-report": "1 status, ?2 period, ?3 text", "forecast": "1 expectation, 2 period, ?3 text",
    "report-back": "1 entry, ?2 document / 1 entry, 3 [+action]",
    "defined-indicator": "1 document, 2 text, ?3 text, ?4 goal, ?5 action",
    "target": "1 period, 2 bound, 3 quantity",
    "observation": "1 period, 2 quantity, 3 bool, 4 text, ?5 date",
    "bearer": "1 committee / 2 document / 3 action", "undertaking": "2 document / 3 action",
    "partner": "1 text, ?2 text", "annex": "1 text, 2 hash, 3 uint",
    "setting": "1 zone / 2 cut-offs / 3 seasons / 4 before",
    "right": "1 steward, ?3 milliseconds, ?4 text"
             " / 1 registrar, 2 [+committee], ?3 milliseconds, ?4 text",
    "deadline": "1 text, ?2 reading",
    "reading": "1 mode, ?2 precision, ?3 date, ?4 date, ?5 recurrence, ?6 text, ?7 text,"
               " ?8 [+assumption]",
    "recurrence": "1 unit, 2 interval, ?3 occasions, ?4 text",
    "founding": "1 first-format, 2 text, 3 origin, 4 zone, 5 key, 6 bool, 7 key",
}
# Numbers that name something, with the least and the greatest.
SORTS = {
    **dict.fromkeys(("committee", "document", "area", "goal", "action", "guideline", "indicator"),
                    (1, 2**32 - 1)),
    "position": (1, 2**64 - 1), "entry": (0, 2**64 - 1),
}
# Other numbers and choices, likewise.
NUMBERS = {
    "committee-kind": (0, 4), "status": (0, 4), "expectation": (0, 2), "bound": (0, 2),
    "mode": (0, 5), "precision": (0, 10), "unit": (0, 6), "assumption": (0, 13), "before": (0, 1),
    "steward": (0, 0), "registrar": (1, 1), "interval": (1, 1000), "uint": (0, 2**64 - 1),
    "void-entry": (1, 2**64 - 1), "first-format": (1, 1), "later-format": (2, 2**32 - 1),
    "milliseconds": (0, LAST_MILLISECOND), "month": (1, 12), "day": (-719162, 2932896),
    "exponent": (-9, 0), "int64": (-2**63, 2**63 - 1),
}


def is_number(value, least, greatest):
    return type(value) is int and least <= value <= greatest


def spelled(pattern):
    pattern = re.compile(pattern)
    return lambda value: type(value) is str and pattern.fullmatch(value) is not None


def is_day(text):
    """YYYY-MM-DD, of a day that there is."""
    try:
        return bool(re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
                    and datetime.date.fromisoformat(text))
    except ValueError:
        return False


def is_period(value):
    if type(value) is not str:
        return False
    part = re.fullmatch("([0-9]{4})-(H[12]|T[1-3]|Q[1-4])", value)
    first, slash, last = value.partition("/")
    if slash:
        return first < last and is_day(f"{first}-01-01") and is_day(f"{last}-01-01")
    return is_day(f"{part[1]}-01-01") if part else \
        any(is_day(value + rest) for rest in ("", "-01", "-01-01"))


def is_occasion(value):
    """A month or a day, or a first and a last one, of a leap year."""
    ends = value.split("/") if type(value) is str else []
    return len(ends) in (1, 2) and len(set(map(len, ends))) == 1 \
        and all(is_day(f"2016-{end}" if len(end) > 2 else f"2016-{end}-01") for end in ends)


def is_seasons(value):
    """The first months of spring, summer, autumn and winter, which may begin in January."""
    return is_list(value, *["month"] * 4) and value[0] < value[1] < value[2] \
        and (value[2] < value[3] or value[3] == 1 < value[0])


def is_list(value, *names):
    return type(value) is list and len(value) == len(names) \
        and all(form(name)(each, []) for name, each in zip(names, value))


def is_digest(value):
    return type(value) is bytes and len(value) == 32


# All else.
ITEMS = {
    "text": lambda value: type(value) is str and TEXT.fullmatch(value) is not None,
    "code": spelled("[A-ZÅÄÖÉÜ0-9&-]{1,12}"),
    "slug": spelled("[a-zåäöéü0-9][a-zåäöéü0-9-]{0,63}"), "zone": spelled(ZONE),
    "origin": spelled("(?=.{1,200}$)[A-Za-z][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*"),
    "naming": lambda value: is_list(value, "code", "text"),
    "bool": lambda value: type(value) is bool, "true": lambda value: value is True,
    "hash": is_digest, "key": is_digest,
    "date": lambda value: type(value) is Tag and value.number == 100
    and is_number(value.value, *NUMBERS["day"]),
    "quantity": lambda value: type(value) is Tag and value.number == 4
    and is_list(value.value, "exponent", "int64"),
    "events": lambda value: type(value) is list and value != [],
    "period": is_period, "seasons": is_seasons,
    "occasions": lambda value: type(value) is list and value != [] and all(map(is_occasion, value)),
    "cut-offs": lambda value: type(value) is list and value != []
    and all(is_occasion(each) and len(each) == 5 and "/" not in each for each in value)
    and all(left < right for left, right in zip(value, value[1:])),
}


@functools.cache
def form(name):
    """Tells whether a value is of a form, and adds the things that it names to `named`."""
    name = MAPS.get(name, name)
    if " " in name:
        choices = [form_of_map(fields) for fields in name.split(" / ")]
        return lambda value, named: any(choice(value, named) for choice in choices)
    if name[0] == "[":
        of_each, least = form(name[2:-1]), "*+".index(name[1])
        return lambda value, named: type(value) is list and len(value) >= least \
            and all(of_each(each, named) for each in value) \
            and all(left < right for left, right in zip(value, value[1:]))
    if name.removeprefix("new-") in SORTS:
        bounds = SORTS[name.removeprefix("new-")]
        return lambda value, named: is_number(value, *bounds) and not named.append((name, value))
    if name in NUMBERS:
        return lambda value, _: is_number(value, *NUMBERS[name])
    return lambda value, _: ITEMS[name](value)


def form_of_map(fields):
    fields = [field.split(" ") for field in fields.split(", ")]
    forms = {int(number.lstrip("?")): form(name) for number, name in fields}
    required = {int(number) for number, _ in fields if number[0] != "?"}
    return lambda value, named: type(value) is dict and required <= value.keys() <= forms.keys() \
        and all(forms[key](each, named) for key, each in value.items())


Act = namedtuple("Act", "day events")
Event = namedtuple("Event", "kind name fields named")


def read_act(content):
    if not form("act")(content, []):
        raise Malformed("the content is not an act, with its date and its events")
    events = [read_event(event) for event in content[5]]
    if len(events) > 1 and any(event.kind in OF_THE_LOG for event in events):
        raise Malformed("what speaks of the log itself is not the only event of its act")
    return Act(content[1].value, events)


def read_event(event):
    if type(event) is not list or [type(part) for part in event] != [int, int, dict] \
            or event[1] < 0:
        raise Malformed("an event is not [kind, version, fields]")
    kind, version, fields = event
    if kind in REMARKS:
        if not all(map(ITEMS["text"], texts_in(fields))):
            raise Malformed("a remark has a text that is empty, or plays tricks")
        return Event(kind, "a remark", fields, [])
    if kind not in EVENTS or version != 1:
        raise Malformed(f"an event of kind {kind}, version {version}, which is unknown")
    (name, forms), named = EVENTS[kind], []
    if not form(forms)(fields, named):
        raise Malformed(f"the fields of {name} are not, in their forms, {forms}")
    return Event(kind, name, fields, named)


def field(fields, path):
    for key in path.split("."):
        fields = fields.get(int(key)) if type(fields) is dict else None
    return fields


# -- Entries, as entry.cddl has them ------------------------------------------------------------

Entry = namedtuple("Entry", "key_id position seal recorded command founding act signature signed")
ED25519, ENTRY_TYPE = -19, "application/vnd.liggare.entry+cbor"


def read_entry(data):
    sign1 = decode(data)
    parts = sign1.value if type(sign1) is Tag and sign1.number == 18 else None
    if type(parts) is not list or [type(each) for each in parts] != [bytes, dict, bytes, bytes] \
            or parts[1] or len(parts[3]) != 64:
        raise Malformed("not COSE_Sign1 with an empty unprotected header and 64 bytes of signature")
    header, payload = decode(parts[0]), decode(parts[2])  # at most 16 deep within the payload
    if type(header) is not dict or header.keys() != {1, 4, 16} \
            or [type(each) for each in header.values()] != [int, bytes, str] \
            or (header[1], len(header[4]), header[16]) != (ED25519, 16, ENTRY_TYPE):
        raise Malformed(f"the header is not {{1: {ED25519}, 4: key id, 16: {ENTRY_TYPE}}}")
    if type(payload) is not dict or [type(payload.get(each)) for each in (1, 2, 3, 4)] \
            != [int, bytes, int, str] \
            or payload.keys() - {1, 2, 3, 4} != ({6} if payload[1] == 0 else {5}):
        raise Malformed("the payload is not of the fields 1 to 4, and 6 in entry 0, or else 5")
    if payload[1] < 0 or not 0 <= payload[3] <= LAST_MILLISECOND or len(payload[2]) != 32 \
            or not COMMAND_ID.fullmatch(payload[4]):
        raise Malformed("a position, seal, time or command id is out of its bounds")
    signed = cbor2.dumps(["Signature1", parts[0], b"", parts[2]])
    return Entry(header[4], payload[1], payload[2], payload[3], payload[4], payload.get(6),
                 payload.get(5), parts[3], signed)


def key_id(public_key):
    return hashlib.sha256(public_key).digest()[:16]


def holds(public_key, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


# -- The tree (RFC 6962, section 2.1) and its tiles (C2SP tlog-tiles) ---------------------------

def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def roots_of(leaves):
    """The root over the first n leaves, for every n from 0 to all of them."""
    roots, subtrees = [hashlib.sha256(b"").digest()], []  # the full subtrees, widest first

    def node(left, right):
        return hashlib.sha256(b"\x01" + left + right).digest()

    for size, leaf in enumerate(leaves, 1):
        subtrees.append(leaf)
        while size & 1 == 0:
            subtrees[-2:] = [node(*subtrees[-2:])]
            size >>= 1
        root = subtrees[-1]
        for left in reversed(subtrees[:-1]):
            root = node(left, root)
        roots.append(root)
    return roots


def tile_path(folder, number, width):
    groups = re.findall("...", str(number).zfill(-(-len(str(number)) // 3) * 3))
    path = "/".join(["tile", str(folder), *("x" + group for group in groups[:-1]), groups[-1]])
    return path if width == 256 else f"{path}.p/{width}"


def read_tile_path(path):
    """Folder ("entries" or a level), number and width; None if no tile or bundle is named so."""
    named = re.fullmatch(
        r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(\.p/[0-9]{1,3})?", path)
    if named is None:
        return None
    folder = named[1] if named[1] == "entries" else int(named[1])
    number, width = int(re.sub("[x/]", "", named[2])), int((named[3] or ".p/256")[3:])
    well_named = 0 < width <= 256 and tile_path(folder, number, width) == path
    return (folder, number, width) if well_named else None


# -- Signed notes, checkpoints and cosignatures (C2SP) ------------------------------------------

VerifierKey = namedtuple("VerifierKey", "name id public_key")
Checkpoint = namedtuple("Checkpoint", "text origin size root signatures")
MOST_SIGNATURES, MOST_BYTES = 100, 1_000_000


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        data = b""
    if base64.b64encode(data).decode() != text:
        raise Malformed(f"{text!r} is not base64")
    return data


def read_verifier_key(line, algorithm):
    """An Ed25519 vkey of one signature type: 1 is a ledger's, 4 a witness's."""
    name, _, rest = line.strip().partition("+")
    key = from_base64(rest[9:])
    identity = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    if not re.fullmatch(r"\S+", name) or rest[:9] != identity.hex() + "+" or len(key) != 33 \
            or key[0] != algorithm:
        raise Malformed(f"{line.strip()!r} is not an Ed25519 verification key of type {algorithm}")
    return VerifierKey(name, identity, key[1:])


def read_checkpoint(data):
    """A checkpoint with its signatures, or its lines alone: three, and any that extend it."""
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("it is not UTF-8") from None
    text, gap, lines = note.rpartition("\n\n")
    text = text + "\n" if gap else note.removesuffix("\n") + "\n"
    line = r"[^\x00-\x1f]+"
    body = re.fullmatch(rf"({line})\n(0|[1-9][0-9]{{0,19}})\n({line})\n(?:{line}\n)*", text)
    if body is None or int(body[2]) >= 1 << 64 or len(from_base64(body[3])) != 32:
        raise Malformed("its text is not of three lines, origin, size and root, and perhaps more")
    lines = lines.removesuffix("\n").split("\n") if gap else []
    if len(lines) > MOST_SIGNATURES or len(data) > MOST_BYTES:
        raise Malformed(f"it has {len(lines)} signature lines and {len(data)} bytes: too many")
    signatures = []
    for line in lines:
        named = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        signature = from_base64(named[2]) if named else b""
        if len(signature) < 5 or not note.endswith("\n"):
            raise Malformed(f"{line!r} is not a signature line")
        signatures.append((named[1], signature))
    return Checkpoint(text, body[1], int(body[2]), from_base64(body[3]), signatures)


def signatures_by(checkpoint, key):
    return [signature[4:] for name, signature in checkpoint.signatures
            if name == key.name and signature[:4] == key.id]


def is_signed_by(checkpoint, key):
    own = signatures_by(checkpoint, key)
    return bool(own) and all(holds(key.public_key, each, checkpoint.text.encode()) for each in own)


def cosigned_at(checkpoint, witness):
    """For each cosignature of the witness its time, in seconds; None for one that does not hold."""
    for signature in signatures_by(checkpoint, witness):
        seconds = int.from_bytes(signature[:8], "big")
        message = f"cosignature/v1\ntime {seconds}\n{checkpoint.text}".encode()
        held = 0 < seconds < 1 << 63 and holds(witness.public_key, signature[8:], message)
        yield seconds if held else None


# -- Which entries stand ------------------------------------------------------------------------

Right = namedtuple("Right", "public_key role committees until revoked")
KNOWN_FORMAT = 1


class Void(Exception):
    """Why an entry has no effect."""

    def __init__(self, reason, text):
        self.reason, self.text = reason, text


def judge(entries, key=None):
    """The ledger that a log's bytes alone lead to; it should be that of the verification key."""
    ledger = Ledger(entries)
    for position, data in enumerate(entries):
        if ledger.format != KNOWN_FORMAT:
            ledger.stopped = position
            break
        try:
            if position == 0:
                ledger.begin(data, key)
            else:
                ledger.take(position, data)
        except Void as void:
            ledger.voids[position] = void.reason, void.text
    return ledger


class Ledger:
    """What a log's entries lead to, each judged after those before it. One that does not stand is
    void, and counts for positions, leaves and roots alone."""

    def __init__(self, entries):
        self.leaves = [leaf_hash(entry) for entry in entries]
        self.roots = roots_of(self.leaves)
        self.founding, self.faults = {}, []  # what is wrong with entry 0: kinds and texts
        # Of those that stand, by position; turns: by how many entries each was corrected.
        self.recorded, self.acts, self.turns = {}, {}, {}
        self.voids, self.dealt_with = {}, {}  # by position: why, and the first that deals with it
        self.rights, self.begun, self.ended = {}, {}, {}  # by key id; by sort; by committee
        self.before, self.command, self.signer = 0, None, None  # of the last that stands
        self.commands, self.resumed = set(), []  # resumed: where a command goes on that had ended
        self.clocks, self.format, self.stopped = [], KNOWN_FORMAT, None

    def begin(self, data, key):
        """Takes in entry 0 as it is, and what is wrong with it."""
        def fault(kind, text):
            self.faults.append((kind, text))

        try:
            entry = read_entry(data)
        except Malformed as error:
            return fault("malformed", str(error))
        if entry.position != 0:
            fault("position", f"the position in it is {entry.position:+} from its place")
        if entry.seal != self.roots[0]:
            fault("seal", "the seal is not the root over no entries")
        if not form("founding")(entry.founding, []):
            fault("founding", "it has not the fields 1 to 7 of a founding, in format 1")
        self.founding = entry.founding if type(entry.founding) is dict else {}
        origin, founder = self.founding.get(3), self.founding.get(5)
        if key and origin != key.name:
            fault("founding", f"the origin is {origin!r}, not the key's")
        if key and self.founding.get(7) != key.public_key:
            fault("founding", "the ledger's own key in it is not the verification key")
        if type(founder) is bytes:
            self.rights[key_id(founder)] = Right(founder, STEWARD, [], None, None)
        if entry.key_id not in self.rights:
            fault("signer", f"nobody gave the key {entry.key_id.hex()} a right")
        elif not holds(founder, entry.signature, entry.signed):
            fault("signature", "the signature does not hold")
        self.stand(0, entry)

    def take(self, position, data):
        """Takes in an entry if it stands; else raises Void, with the first reason in this order."""
        entry, right = self.signed_entry(position, data)
        if entry.command == self.command and entry.key_id != self.signer:
            raise Void("command", f"the command {entry.command} is that of another key")
        try:
            act, misfit = read_act(entry.act), None
        except Malformed as error:
            act, misfit = None, str(error)
        if entry.recorded < self.before and (act is None or act.events[0].kind != CLOCK):
            raise Void("time", f"recorded {time(entry.recorded)}, the one before at "
                       f"{time(self.before)}")
        if act is None:
            raise Void("act", misfit)
        turned = self.turned(act)
        self.check_right(entry, right, act, turned)
        begun = self.begun_after(act, position)
        if any(event.kind in (*OF_THE_LOG, GRANTED, REVOKED)
               for each in turned for event in self.acts[each].events):
            raise Void("event", "it corrects a right, or what was said of the log itself")
        self.check_of_the_log(act.events[0], entry.recorded)
        rights = self.rights_after(act, position)
        if not any(each.role == STEWARD and each.until is None and each.revoked is None
                   for each in rights.values()):
            raise Void("steward", "nobody would be a steward for good")
        self.begun, self.rights, self.acts[position] = begun, rights, act
        for each in turned:
            self.turns[each] = self.turns.get(each, 0) + 1
        for event in act.events:
            self.note(event, act.day, position, entry.recorded)
        self.stand(position, entry)

    def signed_entry(self, position, data):
        if len(data) > 65535:
            raise Void("malformed", f"it has {len(data)} bytes, more than 65,535")
        try:
            entry = read_entry(data)
        except Malformed as error:
            raise Void("malformed", str(error)) from None
        if entry.position == 0 and not form("founding")(entry.founding, []):
            raise Void("malformed", "it is a founding that has not the fields of one")
        if entry.position != position:
            raise Void("position", "the position in it is "
                       f"{entry.position - position:+} from its place")
        right = self.rights.get(entry.key_id)
        if right is None:
            raise Void("signer", f"nobody gave the key {entry.key_id.hex()} a right")
        if not holds(right.public_key, entry.signature, entry.signed):
            raise Void("signature", "the signature does not hold under the key "
                       f"{entry.key_id.hex()}")
        if entry.seal != self.roots[position]:
            raise Void("seal", "the seal is not the root over the entries before")
        return entry, right

    def turned(self, act):
        """The earlier entries that an act corrects, and those that these corrected, back again."""
        found, pending = [], [act]
        for event in act.events:
            target = event.fields.get(1)
            if event.kind in CORRECTIONS and (
                    target not in self.acts or self.turns.get(target, 0) % 2):
                raise Void("correction", f"entry {target}, which it corrects, is not there, is "
                           "void, or is corrected already")
        while pending:
            for event in pending.pop().events:
                if event.kind not in CORRECTIONS:
                    continue
                target = event.fields[1]
                if target in found or len(found) == 64:
                    raise Void("correction", f"it corrects entry {target} twice over, or too many")
                found.append(target)
                pending.append(self.acts[target])
        return found

    def check_right(self, entry, right, act, turned):
        name = f"the key {entry.key_id.hex()}"
        if right.revoked is not None:
            raise Void("right", f"{name} was revoked at position {right.revoked}")
        if right.until is not None and entry.recorded > right.until:
            raise Void("right", f"the right of {name} ended {time(right.until)}")
        if right.until is not None and act.events[0].kind == CLOCK:
            raise Void("right", f"the right of {name} has an end, and the time of such an entry is "
                       "chosen")
        if right.role != REGISTRAR:
            return
        if all(self.has_ended(each, entry.recorded // 86_400_000) for each in right.committees):
            raise Void("right", f"the committees {right.committees}, for which {name} had a right, "
                       "have all ended")
        for event in act.events + [event for each in turned for event in self.acts[each].events]:
            if event.kind not in CORRECTIONS and event.kind not in REMARKS and (
                    event.kind not in SPEAKS
                    or field(event.fields, SPEAKS[event.kind]) not in right.committees):
                raise Void("right", f"{event.name}, signed by a registrar of the committees "
                           f"{right.committees}")

    def has_ended(self, committee, today):
        return any(day <= today and self.turns.get(position, 0) % 2 == 0
                   for day, position in self.ended.get(committee, []))

    def begun_after(self, act, position):
        """The last number of each sort. An event names what is there, or an earlier one began."""
        begun = {**self.begun, "position": position - 1, "entry": position - 1}
        for event in act.events:
            for sort, number in reversed(event.named):  # what it begins is first in it
                if sort.startswith("new-"):
                    sort = sort[4:]
                    if number != begun.get(sort, 0) + 1:
                        raise Void("event", f"{event.name} begins {sort} {number}, out of order")
                    begun[sort] = number
                elif number > begun.get(sort, 0):
                    raise Void("event", f"{event.name} names {sort} {number}, which is not there")
        return begun

    def check_of_the_log(self, event, recorded):
        if event.kind == DISREGARDED:
            first, last = event.fields[1], event.fields[2]
            if first > last or any(each not in self.voids for each in range(first, last + 1)):
                raise Void("disregard", f"the entries {first} to {last} are not there, or not void")
            if roots_of(self.leaves[first:last + 1])[-1] != event.fields[3]:
                raise Void("disregard", f"the entries {first} to {last} have another root")
        if event.kind == CLOCK:
            last = event.fields[1] - 1
            while last in self.voids:
                last -= 1
            if recorded < self.time_of(last):
                raise Void("clock", f"recorded {time(recorded)}, and entry {last}, which was "
                           f"recorded by a right clock, at {time(self.time_of(last))}")
        if event.kind == FORMAT and event.fields[1] <= self.format:
            raise Void("format", f"the format in force is {self.format} already")

    def time_of(self, position):
        """When an entry that stands counts as recorded: by the last declaration that covers it."""
        return next((then for first, end, then in reversed(self.clocks) if first <= position < end),
                    self.recorded[position])

    def rights_after(self, act, position):
        rights = dict(self.rights)
        for event in act.events:
            key = event.fields.get(1)
            if event.kind == GRANTED:
                role, committees, until = (event.fields[2].get(each) for each in (1, 2, 3))
                rights[key_id(key)] = Right(key, role, committees or [], until, None)
            if event.kind == REVOKED and key_id(key) in rights:
                rights[key_id(key)] = rights[key_id(key)]._replace(revoked=position)
        return rights

    def note(self, event, day, position, recorded):
        """Takes in what an event changes for later entries, besides numbers and rights."""
        if event.kind in ENDINGS:
            committees = event.fields[1]
            for each in committees if type(committees) is list else [committees]:
                self.ended.setdefault(each, []).append((day, position))
        if event.kind == DISREGARDED:
            for each in range(event.fields[1], event.fields[2] + 1):
                self.dealt_with.setdefault(each, position)
        if event.kind == CLOCK:
            self.clocks.append((event.fields[1], position, recorded))
        if event.kind == FORMAT:
            self.format = event.fields[1]

    def stand(self, position, entry):
        if entry.command in self.commands and entry.command != self.command:
            self.resumed.append((position, entry.command))
        self.commands.add(entry.command)
        self.recorded[position] = self.before = entry.recorded
        self.command, self.signer = entry.command, entry.key_id


# -- The check ----------------------------------------------------------------------------------

# `through` is the last of several entries in a row of which the same was found.
Finding = namedtuple("Finding", "position kind text file through", defaults=(None, None))
Bound = namedtuple("Bound", "before seconds witness file")


class Check:
    """One run over a published directory. It collects all findings that it can."""

    def __init__(self, directory, key, witnesses):
        self.directory, self.key, self.witnesses = directory, key, witnesses
        self.findings, self.remarks, self.bounds = [], [], []
        self.size, self.root, self.entries, self.ledger = 0, b"", [], judge([])

    def found(self, kind, text, position=None, file=None):
        self.findings.append(Finding(position, kind, text, file))

    def read(self, path):
        path = os.path.join(self.directory, path)
        return read_input(path) if os.path.isfile(path) else None

    def run(self, ledger_id, against):
        newest = self.signed_checkpoint(self.read("checkpoint"), "checkpoint", "checkpoint")
        if newest is None:
            return
        self.size, self.root = newest.size, newest.root
        bundles = self.read_bundles()
        self.ledger = judge(self.entries, self.key)
        root = self.ledger.roots[-1]
        if len(self.entries) == self.size and root != self.root:
            self.found("root", f"the tree over the {self.size} entries has another root: "
                       f"{base64.b64encode(root).decode()}", file="checkpoint")
        self.check_tiles(bundles)
        if not self.entries:
            self.found("founding", "there is no entry, so it is no ledger yet", file="checkpoint")
        elif ledger_id and self.ledger.leaves[0].hex() != ledger_id:
            self.found("founding",
                       f"the ledger's id is {self.ledger.leaves[0].hex()}, not {ledger_id}", 0)
        self.check_entries()
        self.take_bounds(newest, "checkpoint")
        kept = os.path.join(self.directory, "liggare", "checkpoints")
        for name in sorted(os.listdir(kept)) if os.path.isdir(kept) else []:
            path, file = os.path.join(kept, name), f"liggare/checkpoints/{name}"
            if name.isdigit() and os.path.isfile(path):
                self.check_earlier(path, file, "checkpoint", name)
            elif name != "sizes":  # the list for those who cannot list a directory
                self.remarks.append(f"{file} is not named as a size, and was not looked at.")
        for path in against:
            self.check_earlier(path, path, "against")
        self.check_bounds()

    def signed_checkpoint(self, data, file, kind, may_be_unsigned=False):
        try:
            checkpoint = read_checkpoint(data)
        except Malformed as error:
            return self.found(kind, f"this is no checkpoint: {error}", file=file)
        if checkpoint.origin != self.key.name:
            self.found("origin" if kind == "checkpoint" else kind,
                       f"the origin is {checkpoint.origin}, not {self.key.name}", file=file)
        remembered = may_be_unsigned and not checkpoint.signatures
        if not remembered and not is_signed_by(checkpoint, self.key):
            self.found(kind, "the ledger's signature is missing or does not hold", file=file)
        return checkpoint

    def read_bundles(self):
        """Reads the entries that the checkpoint counts, up to a bundle that lacks some; returns the
        bundles' paths."""
        bundles = set()
        for first in range(0, self.size, 256):
            needed = min(256, self.size - first)
            paths = [tile_path("entries", first // 256, width) for width in (needed, 256)]
            path = next((each for each in paths if self.read(each) is not None), paths[0])
            data, width, entries, at = self.read(path), read_tile_path(path)[2], [], 0
            bundles.add(path)
            while data and at + 2 <= len(data):
                end = at + 2 + int.from_bytes(data[at:at + 2], "big")
                if end > len(data):
                    break
                entries.append(data[at + 2:end])
                at = end
            self.entries += entries[:needed]
            if data is not None and (len(entries) != width or at != len(data)):
                self.found("bundle", f"it holds {len(entries)} entries, and {len(data) - at} bytes "
                           f"more, not {width} entries", file=path)
            if len(entries) < needed:
                self.found("missing", f"{self.size - len(self.entries)} entries could not be read, "
                           f"from position {len(self.entries)} on", file=path)
                break
        return bundles

    def check_tiles(self, bundles):
        """The tiles that the checkpoint calls for must be there: of each level, the first that is
        not is told. All tiles and bundles, those of earlier sizes too, must hold what the entries
        give."""
        lines = [len(entry).to_bytes(2, "big") + entry for entry in self.entries]
        hashes, level = {"entries": lines, 0: self.ledger.leaves}, 0
        while self.size >> 8 * level:
            for first in range(0, self.size >> 8 * level, 256):
                paths = [tile_path(level, first // 256, width)
                         for width in (min(256, (self.size >> 8 * level) - first), 256)]
                if all(self.read(path) is None for path in paths):
                    self.found("missing", "there is no such tile", file=paths[0])
                    break
            hashes[level + 1] = [roots_of(hashes[level][at:at + 256])[-1]
                                 for at in range(0, len(hashes[level]) - 255, 256)]
            level += 1
        beyond, strange = 0, 0
        for path in sorted(os.path.relpath(os.path.join(folder, file), self.directory)
                           for folder, _, files in os.walk(os.path.join(self.directory, "tile"))
                           for file in files):
            named = read_tile_path(path)
            if named is None or self.read(path) is None:
                strange += 1
                continue
            level, first, width = named[0], 256 * named[1], named[2]
            beyond += first + width > (self.size if level == "entries" else self.size >> 8 * level)
            if path not in bundles:
                known = hashes.get(level, [])[first:first + width]
                self.check_tile(path, level, known, first, width)
        if beyond:
            self.remarks.append(f"{beyond} tiles or bundles go beyond the checkpoint's size, as "
                                "when a publication was interrupted; what is beyond was not "
                                "checked.")
        if strange:
            self.remarks.append(f"{strange} files under tile/ are neither tiles nor bundles.")

    def check_tile(self, path, level, known, first, width):
        data, at = self.read(path), 0
        kind = "bundle" if level == "entries" else "tile"
        for index, each in enumerate(known):
            if data[at:at + len(each)] != each:
                return self.found(kind, f"number {index} in it is not what the entries give",
                                  first + index if level in ("entries", 0) else None, path)
            at += len(each)
        length = at if len(known) == width or level == "entries" else 32 * width
        if len(data) != length and (len(known) == width or level != "entries"):
            self.found(kind, f"it has {len(data)} bytes, not {length}", file=path)

    def check_entries(self):
        """Tells what is wrong with entry 0, which entries are void, and where these were dealt
        with."""
        ledger = self.ledger
        for kind, text in ledger.faults:
            self.found(kind, text, 0)
        for position, (reason, text) in ledger.voids.items():
            if position not in ledger.dealt_with:
                self.found(reason, text, position)
        for position, command in ledger.resumed:
            self.found("command", f"the command {command} had ended before", position)
        if ledger.stopped is not None:
            self.found("format", f"format {ledger.format} is in force from here: this verifier "
                       f"knows format {KNOWN_FORMAT}", ledger.stopped)
        for position, number in sorted(Counter(ledger.dealt_with.values()).items()):
            self.remarks.append(f"{amount(number, 'void entry', 'void entries')}, dealt with at "
                                f"position {position}.")

    def check_earlier(self, path, file, kind, name=None):
        """That the log begins with what an earlier checkpoint promised. One that an auditor wrote
        down may be without signatures."""
        earlier = self.signed_checkpoint(read_input(path), file, kind, kind == "against")
        if earlier is None:
            return
        if name not in (None, str(earlier.size)):
            self.found(kind, f"the size in it is {earlier.size}", file=file)
        if earlier.size > self.size:
            self.found(kind, f"the log is shorter: {self.size} entries, not {earlier.size}",
                       file=file)
        elif earlier.size > len(self.entries):
            self.found(kind, f"not all of its {earlier.size} entries could be read", file=file)
        elif self.ledger.roots[earlier.size] != earlier.root:
            self.found(kind, f"the log of {self.size} entries is not an extension: its first "
                       f"{earlier.size} have another root", file=file)
        else:
            self.take_bounds(earlier, file)

    def take_bounds(self, checkpoint, file):
        for witness in self.witnesses:
            for seconds in cosigned_at(checkpoint, witness):
                if seconds is None:
                    self.found("witness", f"the cosignature of {witness.name} does not hold",
                               file=file)
                else:
                    self.bounds.append(Bound(checkpoint.size, seconds, witness.name, file))

    def check_bounds(self):
        """Keeps the bounds that say most, and compares the times that entries count for, in whole
        seconds as a cosignature's."""
        reached, kept, ledger = 0, [], self.ledger
        for bound in sorted(self.bounds, key=lambda bound: (bound.seconds, -bound.before)):
            for position in range(reached, bound.before):
                if position in ledger.recorded \
                        and ledger.time_of(position) // 1000 > bound.seconds:
                    self.found("witness", f"recorded later than {bound.witness} saw it, "
                               f"{time(bound.seconds * 1000)}", position)
            if bound.before > reached:
                kept.append(bound)
                reached = bound.before
        self.bounds = kept
        self.remarks.append(
            "All recorded times rest on the ledger's own clock alone." if not reached else
            f"From position {reached} on, recorded times rest on the ledger's own clock alone."
            if reached < self.size else "A known witness bounds the time of each entry.")


# -- The command --------------------------------------------------------------------------------

def read_input(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise NoInput(f"{path} cannot be read: {error.strerror}") from None


def read_line(path):
    return read_input(path).decode("utf-8", "replace").strip()


def time(milliseconds):
    try:
        after = datetime.timedelta(milliseconds=milliseconds)
        return (datetime.datetime(1970, 1, 1) + after).isoformat(timespec="milliseconds") + "Z"
    except OverflowError:
        return f"millisecond {milliseconds}"


def in_runs(findings):
    """By position, those of files first, and as one what was found of several entries in a row."""
    merged, last = [], {}
    for each in sorted(findings, key=lambda each: -1 if each.position is None else each.position):
        same = (each.kind, each.text, each.file)
        at = last.get(same)
        if at is not None and (merged[at].through or merged[at].position) + 1 == each.position:
            merged[at] = merged[at]._replace(through=each.position)
            continue
        if each.position is not None:
            last[same] = len(merged)
        merged.append(each)
    return merged


def amount(number, one, more):
    return f"{number} {one if number == 1 else more}"


def events_of(ledger):
    return sum(len(act.events) for act in ledger.acts.values())


def lines_of(check, findings):
    yield "NOT VERIFIED." if findings else \
        f"Verified: {check.key.name}, every signature, right, seal, time and tile."
    yield (f"  {amount(len(check.entries), 'entry', 'entries')}, "
           f"{amount(events_of(check.ledger), 'event', 'events')}")
    yield f"  size {check.size}, root {base64.b64encode(check.root).decode()}"
    yield f"  ledger {check.ledger.leaves[0].hex() if check.entries else 'unknown'}"
    for each in findings:
        place = [] if each.position is None else [f"position {each.position}"]
        place += [each.file] if each.file else []
        more = f"; so for all to position {each.through}" if each.through else ""
        yield f"  Finding: {', '.join(place)}: {each.text}{more}"
    for bound in check.bounds:
        yield (f"  Entries before {bound.before} existed by {time(bound.seconds * 1000)} "
               f"(witness {bound.witness})")
    for remark in check.remarks:
        yield f"  Remark: {remark}"


def object_of(check, findings):
    return {
        "verified": not findings, "size": check.size, "root": base64.b64encode(check.root).decode(),
        "entries": len(check.entries), "events": events_of(check.ledger),
        "ledger": check.ledger.leaves[0].hex() if check.entries else None,
        "voids": [{"position": position, "reason": reason,
                   "dealtWithAt": check.ledger.dealt_with.get(position)}
                  for position, (reason, _) in check.ledger.voids.items()],
        "findings": [{"position": each.position, "through": each.through, "file": each.file,
                      "kind": each.kind, "detail": each.text} for each in findings],
        "bounds": [{"before": each.before, "time": time(each.seconds * 1000),
                    "witness": each.witness, "file": each.file} for each in check.bounds],
        "remarks": check.remarks}


def read_arguments():
    class Parser(argparse.ArgumentParser):
        def error(self, message):
            self.exit(64, f"{self.format_usage()}verify_ledger: {message}\n")

    parser = Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", metavar="DIR", help="the published directory")
    keys = parser.add_mutually_exclusive_group()
    keys.add_argument("--key", metavar="VKEY", help="the ledger's verification key")
    keys.add_argument("--key-file", metavar="FILE", help="a file with that key on one line")
    parser.add_argument("--ledger-id", metavar="HEX", help="the ledger's id")
    parser.add_argument("--against", metavar="CHECKPOINT_FILE", action="append", default=[],
                        help="a checkpoint that was seen earlier")
    parser.add_argument("--witness-key", metavar="VKEY", action="append", default=[],
                        help="the key of a witness whose cosignatures count")
    parser.add_argument("--json", action="store_true", help="the result as one JSON object")
    return parser.parse_args()


def check_as_told(options):
    published = os.path.join(options.directory, "liggare", "verification-key")
    own = read_line(published) if os.path.isfile(published) else None
    given = read_line(options.key_file) if options.key_file else options.key
    if not os.path.isfile(os.path.join(options.directory, "checkpoint")):
        raise NoInput(f"{options.directory} holds no published ledger: there is no checkpoint")
    if given is None and own is None:
        raise Malformed(f"{options.directory} holds no liggare/verification-key. Give --key")
    if options.ledger_id and not re.fullmatch("[0-9a-f]{64}", options.ledger_id):
        raise Malformed(f"{options.ledger_id} is not a ledger's id: 64 digits of 0-9 and a-f")
    check = Check(options.directory, read_verifier_key(own if given is None else given, 1),
                  [read_verifier_key(each, 4) for each in options.witness_key])
    if given is None:
        check.remarks.append("The key came from the directory itself, and so proves nothing about "
                             "whose ledger this is. Give --key, with one from somebody else.")
    elif own not in (None, given.strip()):
        check.found("checkpoint", "this is not the key that was given",
                    file="liggare/verification-key")
    if not options.ledger_id:
        check.remarks.append("No --ledger-id was given: another ledger of this key would pass too.")
    check.run(options.ledger_id, options.against)
    if check.ledger.founding.get(6) is True:
        check.remarks.append("This is a rehearsal: its recorded times were chosen.")
    return check


def main():
    options = read_arguments()
    try:
        check = check_as_told(options)
    except (NoInput, Malformed) as error:
        print(f"verify_ledger: {error}.", file=sys.stderr)
        return 66 if isinstance(error, NoInput) else 64
    findings = in_runs(check.findings)
    if options.json:
        print(json.dumps(object_of(check, findings), indent=2))
    else:  # what comes from the files moves no cursor
        for line in lines_of(check, findings):
            print("".join(each if each.isprintable() else "\ufffd" for each in line))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

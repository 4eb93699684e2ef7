#!/usr/bin/python3
"""Checks a published Liggare ledger, from its bytes up, without any of Liggare's programs.

    verify_ledger.py DIR [--key VKEY | --key-file FILE] [--ledger-id HEX]
                     [--against CHECKPOINT_FILE ...] [--witness-key VKEY ...] [--json]

Written from the published pages alone: how-to-check.md, entry.cddl and act.cddl, which lie in the
directory's liggare/, and C2SP's signed-note, tlog-checkpoint, tlog-tiles and tlog-cosignature.

"Verified" shows, if the key and the ledger's id came from somebody else than the server:
  - entries, tiles and signed checkpoint are those of one log, founded under that id;
  - each entry stands where it was recorded, seals all before it, and was signed by a key that then
    had the right to record it; one that does not is void, and a finding;
  - with --against, that the log still begins with what an earlier checkpoint promised;
  - with --witness-key, by when entries existed, as that witness saw it.

It does not show: that nothing was left out after the newest checkpoint; that nobody is shown
another log of the same name; that a recorded time is true, beyond what a witness bounds; that what
was recorded is so. Of an act it checks that its events are known, that the numbers which they begin
are dense, and that what they name is there: neither every field, nor the rules of planning.

Exit codes: 0 verified, 1 findings, 64 wrong usage or a Debian package that is missing, 66 nothing
there to check.
"""
import argparse
import base64
import datetime
import hashlib
import json
import os
import re
import sys
from collections import namedtuple

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


# -- Deterministic CBOR (RFC 8949, section 4.2.1), as far as entries use it ---------------------

Tag = namedtuple("Tag", "number value")


def decode(data):
    """The one item that `data` holds. Refuses whatever a deterministic encoder would not write, and
    what no entry holds: floats, null, other tags, keys that are not unsigned integers."""
    value, end = item(data, 0, 32)
    if end != len(data):
        raise Malformed(f"{len(data) - end} bytes follow the CBOR item")
    return value


def item(data, start, depth):
    """The item that begins at byte `start`, and the byte after it."""
    head = data[start:start + 9]
    if not head or not depth:
        raise Malformed(f"CBOR ends early, or nests too deeply, at byte {start}")
    major, argument, at = head[0] >> 5, head[0] & 31, start + 1
    if major == 7 and argument in (20, 21):
        return argument == 21, at
    if major == 7 or argument > 27 or (major == 6 and argument not in (4, 18, 24)):
        raise Malformed(f"byte {start} begins CBOR that no entry holds")
    if argument >= 24:
        width = 1 << (argument - 24)
        at += width
        argument = int.from_bytes(head[1:1 + width], "big")
        if len(head) <= width or argument < {1: 24, 2: 1 << 8, 4: 1 << 16, 8: 1 << 32}[width]:
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
    if major == 4:
        items = []
        for _ in range(argument):
            value, at = item(data, at, depth - 1)
            items.append(value)
        return items, at
    if major == 6:
        if argument not in (4, 18, 100):
            raise Malformed(f"no entry holds the tag {argument}, at byte {start}")
        value, at = item(data, at, depth - 1)
        return Tag(argument, value), at
    fields, last = {}, -1
    for _ in range(argument):
        key_at = at
        key, at = item(data, at, depth - 1)
        if type(key) is not int or key <= last:  # their bytes' order is the numbers'
            raise Malformed(f"CBOR is not deterministic: byte {key_at} begins a key out of order")
        last = key
        fields[key], at = item(data, at, depth - 1)
    return fields, at


# -- Acts, as act.cddl has them -----------------------------------------------------------------

# Each kind of event, and where it begins ("new-") or names something: "2.1" is field 1 within field
# 2, one of the sort or a list of them; "?" stands before what may be absent.
EVENTS = {
    1: ("CommitteeEstablished", "1 new-committee"), 2: ("CommitteeRenamed", "1 committee"),
    3: ("CommitteeDissolved", "1 committee, ?2 committee"),
    4: ("CommitteesMerged", "1 committee, 2 committee"),
    5: ("CommitteeSplit", "1 committee, 2 committee"),
    10: ("PolicyAdopted", "1 new-document, ?2.3 document"),
    11: ("PlanAdopted", "1 new-document, ?2.3 document"),
    12: ("DocumentRevised", "1 document"), 13: ("DocumentProlonged", "1 document"),
    14: ("DocumentRepealed", "1 document, ?2 document"),
    15: ("AreaDefined", "1 new-area, 2 document"),
    16: ("GoalSet", "1 new-goal, 2.1 document, ?2.3 area"),
    20: ("ActionDecided", "1 new-action, 2.1 document, ?2.4 area, ?2.5 goal"),
    21: ("ActionAmended", "1 action, ?2.3 document, ?2.4 area, ?2.5 goal"),
    22: ("ActionClosed", "1 action"), 23: ("ActionReopened", "1 action"),
    24: ("ActionWrittenOff", "1 action"), 25: ("ActionSuperseded", "1 action, 2 action"),
    30: ("ResponsibilityAssigned", "1 action, ?2.1 committee, ?2.4 committee"),
    31: ("ResponsibilityTransferred", "1 action, 2 committee, ?3.1 committee, ?3.4 committee"),
    40: ("DeadlineSet", "1 action"), 50: ("StatusReported", "1 action, 2 committee"),
    51: ("ForecastGiven", "1 action, 2 committee"),
    52: ("ReportedBack", "1 committee, 2.1 entry, ?2.2 document, ?2.3 action"),
    60: ("EntryCorrected", "1 entry"), 61: ("DecisionAnnulled", "1 entry"),
    70: ("FollowUpCycleSet", "1 document, 2.1 committee"),
    71: ("FollowUpHeld", "1 document, 2.1 committee"),
    72: ("GuidelineIssued", "1 new-guideline, 2.1 document, 2.2 committee, 2.3 committee"),
    73: ("GuidelineAnswered", "1 guideline, 2.1 committee"),
    80: ("IndicatorDefined", "1 new-indicator, 2.1 document, ?2.4 goal, ?2.5 action"),
    81: ("TargetSet", "1 indicator"), 82: ("IndicatorObserved", "1 indicator"),
    90: ("PartnerLinked", "?1.2 document, ?1.3 action"),
    91: ("PartnerUnlinked", "?1.2 document, ?1.3 action"),
    92: ("AnnexAttached", "?1.1 committee, ?1.2 document, ?1.3 action"),
    100: ("SettingChanged", ""), 111: ("KeyRevoked", "1 key"),
    110: ("KeyGranted", "1 key, 2.1 role, ?2.2 committee, ?2.3 milliseconds"),
}
# The field with the committee that an event speaks for, where a registrar may record it.
SPEAKS = {50: "2", 51: "2", 52: "1", 71: "2.1", 73: "2.1", 92: "1.1"}
CORRECTIONS, GRANTED, REVOKED = (60, 61), 110, 111
NAMING, ADOPTION = (1, 2), (10, 11)
# By code points: no two spellings are one.
CODE, SLUG = re.compile("[A-ZÅÄÖÉÜ0-9&-]{1,12}"), re.compile("[a-zåäöéü0-9][a-zåäöéü0-9-]{0,63}")
COMMAND_ID = re.compile("[!-~]{1,64}")
STEWARD, REGISTRAR = 0, 1

Event = namedtuple("Event", "kind fields")
LAST_MILLISECOND = 253402214399999  # of 9999-12-30


def field(fields, path):
    for key in path.split("."):
        fields = fields.get(int(key)) if type(fields) is dict else None
    return fields


def read_act(act):
    if type(act) is not dict or not {1, 5} <= act.keys() <= {1, 2, 3, 4, 5} \
            or type(act[1]) is not Tag or act[1].number != 100 or type(act[1].value) is not int \
            or type(act[5]) is not list or not act[5]:
        raise Malformed("the content is not an act, with its date and its events")
    for event in act[5]:
        if type(event) is not list or [type(part) for part in event] != [int, int, dict]:
            raise Malformed("an event is not [kind, version, fields]")
        if event[0] not in EVENTS or event[1] != 1:
            raise Malformed(f"an event of kind {event[0]}, version {event[1]}, which is unknown")
        name = event[2].get(2)
        if event[0] in NAMING and not (
                type(name) is list and [type(part) for part in name] == [str, str]
                and CODE.fullmatch(name[0])):
            raise Malformed("a committee's code is not of its form")
        if event[0] in ADOPTION and not (
                type(field(event[2], "2.1")) is str and SLUG.fullmatch(field(event[2], "2.1"))):
            raise Malformed("the short name of a policy or plan is not of its form")
    return [Event(event[0], event[2]) for event in act[5]]


def check_act(act, position, begun):
    """Says what is wrong with the numbers in an act, and moves `begun` on, by sort the last number
    that was begun. What an act itself begins, all its events may name."""
    named = [(event, path.lstrip("?"), sort, path.startswith("?"))
             for event in act for path, _, sort in
             (each.partition(" ") for each in EVENTS[event.kind][1].split(", ") if each)]
    for event, path, sort, _ in named:
        if sort.startswith("new-"):
            sort, number = sort[4:], field(event.fields, path)
            if number != begun.get(sort, 0) + 1 or type(number) is not int:
                yield f"{EVENTS[event.kind][0]} begins {sort} {number}, out of order"
            else:
                begun[sort] = number
    for event, path, sort, optional in named:
        value = field(event.fields, path)
        if sort.startswith("new-") or (optional and value is None):
            continue
        for each in value if type(value) is list else [value]:
            if sort == "key":
                there = type(each) is bytes and len(each) == 32
            elif type(each) is not int:
                there = False
            elif sort == "entry":
                there = (0 if event.kind == 52 else 1) <= each < position
            elif sort == "role":
                there = each == STEWARD or (each == REGISTRAR and field(event.fields, "2.2"))
            else:
                there = 0 <= each <= LAST_MILLISECOND if sort == "milliseconds" \
                    else 1 <= each <= begun.get(sort, 0)
            if not there:
                yield f"{EVENTS[event.kind][0]} names {sort} {each!r}, which is not there"


# -- Entries, as entry.cddl has them ------------------------------------------------------------

Entry = namedtuple("Entry", "key_id position seal recorded command founding act signature signed")


def read_entry(data):
    sign1 = decode(data)
    parts = sign1.value if type(sign1) is Tag and sign1.number == 18 else None
    if type(parts) is not list or [type(each) for each in parts] != [bytes, dict, bytes, bytes] \
            or parts[1] or len(parts[3]) != 64:
        raise Malformed("not COSE_Sign1 with an empty unprotected header and 64 bytes of signature")
    header, payload = decode(parts[0]), decode(parts[2])
    if type(header) is not dict or header.keys() != {1, 4} or header[1] != -8 \
            or type(header[4]) is not bytes or len(header[4]) != 16:
        raise Malformed("the header is not {1: -8, 4: key id}")
    if type(payload) is not dict or [type(payload.get(each)) for each in (1, 2, 3, 4)] \
            != [int, bytes, int, str] or payload.keys() - {1, 2, 3, 4} not in ({5}, {6}):
        raise Malformed("the payload is not of the fields 1 to 4 and one of 5 and 6")
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
    named = re.fullmatch(r"tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/)*[0-9]{3})(\.p/[0-9]{1,3})?", path)
    if named is None:
        return None
    folder = named[1] if named[1] == "entries" else int(named[1])
    number, width = int(re.sub("[x/]", "", named[2])), int((named[3] or ".p/256")[3:])
    well_named = 0 < width <= 256 and tile_path(folder, number, width) == path
    return (folder, number, width) if well_named else None


# -- Signed notes, checkpoints and cosignatures (C2SP) ------------------------------------------

VerifierKey = namedtuple("VerifierKey", "name id public_key")
Checkpoint = namedtuple("Checkpoint", "text origin size root signatures")


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
    """A checkpoint with its signatures, or, without any, the three lines of one."""
    try:
        note = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("it is not UTF-8") from None
    text, gap, lines = note.rpartition("\n\n")
    text = text + "\n" if gap else note.removesuffix("\n") + "\n"
    body = re.fullmatch(r"([^\x00-\x1f]+)\n(0|[1-9][0-9]{0,18})\n([^\x00-\x1f]+)\n", text)
    if body is None or len(from_base64(body[3])) != 32:
        raise Malformed("its text is not three lines: origin, size and root")
    signatures = []
    for line in lines.removesuffix("\n").split("\n") if gap else []:
        signature = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        if signature is None or not note.endswith("\n"):
            raise Malformed(f"{line!r} is not a signature line")
        signatures.append((signature[1], from_base64(signature[2])))
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
        held = seconds < 1 << 63 and holds(witness.public_key, signature[8:], message)
        yield seconds if held else None


# -- The check ----------------------------------------------------------------------------------

# `through` is the last of several entries in a row of which the same was found.
Finding = namedtuple("Finding", "position kind text file through", defaults=(None, None))
Right = namedtuple("Right", "public_key role committees until revoked")
Bound = namedtuple("Bound", "before seconds witness file")


class Check:
    """One run over a published directory. It collects all findings that it can."""

    def __init__(self, directory, key, witnesses):
        self.directory, self.key, self.witnesses = directory, key, witnesses
        self.findings, self.remarks, self.bounds = [], [], []
        self.size, self.root, self.rehearsal, self.events = 0, b"", False, 0
        self.entries, self.leaves, self.roots = [], [], roots_of([])
        self.recorded = {}  # by position
        self.voids = {}  # the reasons, by position

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
        self.leaves = [leaf_hash(entry) for entry in self.entries]
        self.roots = roots_of(self.leaves)
        if len(self.entries) == self.size and self.roots[-1] != self.root:
            self.found("root", f"the tree over the {self.size} entries has another root: "
                       f"{base64.b64encode(self.roots[-1]).decode()}", file="checkpoint")
        self.check_tiles(bundles)
        if not self.leaves:
            self.found("founding", "there is no entry, so it is no ledger yet", file="checkpoint")
        elif ledger_id and self.leaves[0].hex() != ledger_id:
            self.found("founding", f"the ledger's id is {self.leaves[0].hex()}, not {ledger_id}", 0)
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
        """The tiles that the checkpoint calls for must be there: of each level, the first that is not
        is told. All tiles and bundles, those of earlier sizes too, must hold what the entries give."""
        lines = [len(entry).to_bytes(2, "big") + entry for entry in self.entries]
        hashes, level = {"entries": lines, 0: self.leaves}, 0
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
            self.remarks.append(f"{beyond} tiles or bundles go beyond the checkpoint's size, as when "
                                "a publication was interrupted; what is beyond was not checked.")
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
        """Judges each entry after those before it. One that does not stand is void, and counts for
        positions, leaves and roots alone. The first reason, in the order below, is the reason."""
        ledger, commands = Standing(), set()
        for position, data in enumerate(self.entries):
            try:
                entry = read_entry(data)
                self.recorded[position] = entry.recorded
                last = ledger.command
                if position == 0:
                    self.check_first(entry, ledger)
                else:
                    act = ledger.take(position, data, entry, self.roots[position])
                    self.events += len(act)
                if entry.command in commands and last != entry.command:
                    self.found("command", f"the command {entry.command} had ended before",
                               position)
                commands.add(entry.command)
                continue
            except Malformed as error:
                void = Void("malformed", str(error))
            except Void as reason:
                void = reason
            self.found(void.reason, void.text, position)
            self.recorded.pop(position, None)
            if position == 0:
                ledger.acts[0] = []
            else:
                self.voids[position] = void.reason

    def check_first(self, entry, ledger):
        if entry.position != 0:
            self.found("position", f"the position in it is {entry.position:+} from its place", 0)
        if entry.seal != self.roots[0]:
            self.found("seal", "the seal is not the root over no entries", 0)
        self.check_founding(entry.founding, ledger.rights)
        right = ledger.rights.get(entry.key_id)
        if right is None:
            self.found("signer", f"nobody gave the key {entry.key_id.hex()} a right", 0)
        elif not holds(right.public_key, entry.signature, entry.signed):
            self.found("signature", "the signature does not hold", 0)
        ledger.before, ledger.command, ledger.acts[0] = entry.recorded, entry.command, []

    def check_founding(self, founding, rights):
        forms = {1: int, 2: str, 3: str, 4: str, 5: bytes, 6: bool, 7: bytes}
        founding = founding if type(founding) is dict else {}
        if {number: type(value) for number, value in founding.items()} != forms \
                or founding[1] != 1 or len(founding[5]) != 32:
            self.found("founding", "it has not the fields 1 to 7 of a founding, in format 1", 0)
        if founding.get(3) != self.key.name:
            self.found("founding", f"the origin is {founding.get(3)!r}, not the key's", 0)
        if founding.get(7) != self.key.public_key:
            self.found("founding", "the ledger's own key in it is not the verification key", 0)
        if type(founding.get(5)) is bytes:
            rights[key_id(founding[5])] = Right(founding[5], STEWARD, [], None, None)
        self.rehearsal = founding.get(6) is True

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
        elif earlier.size >= len(self.roots):
            self.found(kind, f"not all of its {earlier.size} entries could be read", file=file)
        elif self.roots[earlier.size] != earlier.root:
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
        """Keeps the bounds that say most, and compares the recorded times, in whole seconds as a
        cosignature's."""
        reached, kept = 0, []
        for bound in sorted(self.bounds, key=lambda bound: (bound.seconds, -bound.before)):
            for position in range(reached, bound.before):
                if self.recorded.get(position, 0) // 1000 > bound.seconds:
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


class Void(Exception):
    """Why an entry has no effect."""

    def __init__(self, reason, text):
        self.reason, self.text = reason, text


class Standing:
    """What the entries that stand lead to, as far as it says which come next may stand."""

    def __init__(self):
        self.rights, self.begun, self.before, self.command = {}, {}, 0, None
        self.acts, self.turns = {}, {}  # by position; turns: by how many entries it was corrected

    def take(self, position, data, entry, root):
        """The events of an entry that stands.  Raises Void for another."""
        if len(data) > 65535:
            raise Void("malformed", f"it has {len(data)} bytes, more than 65,535")
        if entry.founding is not None:
            raise Void("malformed", "only entry 0 founds")
        if entry.position != position:
            raise Void("position", "the position in it is "
                       f"{entry.position - position:+} from its place")
        name, right = f"the key {entry.key_id.hex()}", self.rights.get(entry.key_id)
        if right is None:
            raise Void("signer", f"nobody gave {name} a right")
        if not holds(right.public_key, entry.signature, entry.signed):
            raise Void("signature", f"the signature does not hold under {name}")
        if entry.seal != root:
            raise Void("seal", "the seal is not the root over the entries before")
        if entry.recorded < self.before:
            raise Void("time", f"recorded {time(entry.recorded)}, the one before at "
                       f"{time(self.before)}")
        try:
            act = read_act(entry.act)
        except Malformed as error:
            raise Void("act", str(error)) from None
        turned = self.turned(act, position)
        self.check_right(entry, name, right, act, turned)
        begun, rights = dict(self.begun), dict(self.rights)
        for wrong in check_act(act, position, begun):
            raise Void("event", wrong)
        if any(event.kind in (GRANTED, REVOKED) for each in turned for event in self.acts[each]):
            raise Void("event", "it corrects a right")
        for event in act:
            grant_or_revoke(event, position, rights)
        if not any(each.role == STEWARD and each.until is None and each.revoked is None
                   for each in rights.values()):
            raise Void("steward", "nobody would be a steward for good")
        for each in turned:
            self.turns[each] = self.turns.get(each, 0) + 1
        self.begun, self.rights, self.acts[position] = begun, rights, act
        self.before, self.command = entry.recorded, entry.command
        return act

    def turned(self, act, position):
        """The earlier entries that an act corrects, and those that these corrected, back again."""
        found, pending = [], [(position, act)]
        for event in act:
            target = event.fields.get(1)
            if event.kind in CORRECTIONS and (
                    type(target) is not int or not 0 < target < position
                    or target not in self.acts or self.turns.get(target, 0) % 2):
                raise Void("correction", f"entry {target!r}, which it corrects, is not there, is "
                           "void, or is corrected already")
        while pending:
            place, events = pending.pop()
            for event in events:
                if event.kind not in CORRECTIONS:
                    continue
                target = event.fields[1]
                if target in found or len(found) == 64:
                    raise Void("correction", f"it corrects entry {target} twice over, or too many")
                found.append(target)
                pending.append((target, self.acts[target]))
        return found

    def check_right(self, entry, name, right, act, turned):
        if right.revoked is not None:
            raise Void("right", f"{name} was revoked at position {right.revoked}")
        if right.until is not None and entry.recorded > right.until:
            raise Void("right", f"the right of {name} ended {time(right.until)}")
        if right.role != REGISTRAR:
            return
        for event in act + [event for each in turned for event in self.acts[each]]:
            if event.kind not in CORRECTIONS and (
                    event.kind not in SPEAKS
                    or field(event.fields, SPEAKS[event.kind]) not in right.committees):
                raise Void("right", f"{EVENTS[event.kind][0]}, signed by a registrar of the "
                           f"committees {right.committees}")


def grant_or_revoke(event, position, rights):
    """Moves `rights`, by key id, on past an event of an entry that was rightly recorded."""
    key, right = event.fields.get(1), event.fields.get(2)
    if event.kind == GRANTED and type(key) is bytes and type(right) is dict:
        committees = right.get(2) if type(right.get(2)) is list else []
        until = right.get(3) if type(right.get(3)) is int else None
        role = STEWARD if right.get(1) == STEWARD else REGISTRAR
        rights[key_id(key)] = Right(key, role, committees, until, None)
    if event.kind == REVOKED and type(key) is bytes and key_id(key) in rights:
        rights[key_id(key)] = rights[key_id(key)]._replace(revoked=position)


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


def lines_of(check, findings):
    def counted(number, one, more):
        return f"{number} {one if number == 1 else more}"

    yield "NOT VERIFIED." if findings else \
        f"Verified: {check.key.name}, every signature, right, seal, time and tile."
    yield (f"  {counted(len(check.entries), 'entry', 'entries')}, "
           f"{counted(check.events, 'event', 'events')}")
    yield f"  size {check.size}, root {base64.b64encode(check.root).decode()}"
    yield f"  ledger {check.leaves[0].hex() if check.leaves else 'unknown'}"
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
        "entries": len(check.entries), "events": check.events,
        "ledger": check.leaves[0].hex() if check.leaves else None,
        "voids": [{"position": position, "reason": reason}
                  for position, reason in check.voids.items()],
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
    if check.rehearsal:
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

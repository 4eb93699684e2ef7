#!/usr/bin/python3
"""Tests of verify_ledger.py: a ledger forged here is verified, and each attack upon it is found,
with its kind and its place. Takes half a minute."""

import base64
import hashlib
import json
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import verify_ledger  # noqa: E402

VERIFIER = os.path.join(HERE, "verify_ledger.py")
FIXTURES = os.path.join(HERE, "..", "Fixtures")
ORIGIN = "aby.example/handlingsplaner"
BEGINNING = 1389081600000  # 2014-01-07T08:00:00Z, in milliseconds; one entry each minute after it
WIDTH = 600                # entries of the forged ledger: two full bundles, and one of 88


# -- The forger: its own encoder, tree and publication --------------------------------------------

def cbor(value):
    def head(major, number):
        for info, width in ((24, 1), (25, 2), (26, 4), (27, 8)):
            if number < 24:
                return bytes([major << 5 | number])
            if number < 1 << 8 * width:
                return bytes([major << 5 | info]) + number.to_bytes(width, "big")

    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    if value is None:
        return b"\xf6"
    if isinstance(value, float):
        return b"\xf9" + struct.pack(">e", value)
    if isinstance(value, dict):
        pairs = sorted((cbor(key), cbor(each)) for key, each in value.items())
        return head(5, len(pairs)) + b"".join(key + each for key, each in pairs)
    return head(6, value[0]) + cbor(value[1])  # a tag, as a tuple


def sha256(data):
    return hashlib.sha256(data).digest()


def root(leaves):
    """As RFC 6962, section 2.1, defines it: by halves, recursively."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"")
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + root(leaves[:half]) + root(leaves[half:]))


class Seals:
    """The roots of growing prefixes, without beginning again each time."""

    def __init__(self):
        self.memory = {}

    def root(self, leaves, start=0, end=None):
        end = len(leaves) if end is None else end
        if end - start < 2:
            return leaves[start] if end > start else sha256(b"")
        half = 1 << (end - start - 1).bit_length() - 1
        key = (start, end, leaves[end - 1])
        if key not in self.memory or (end - start) & (end - start - 1):
            self.memory[key] = sha256(b"\x01" + self.root(leaves, start, start + half)
                                      + self.root(leaves, start + half, end))
        return self.memory[key]


class Key:
    def __init__(self, seed, name=""):
        self.private = Ed25519PrivateKey.from_private_bytes(sha256(seed.encode()))
        self.public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id, self.name = sha256(self.public)[:16], name

    def vkey(self, algorithm):
        key = bytes([algorithm]) + self.public
        identity = sha256(self.name.encode() + b"\n" + key)[:4]
        return identity, f"{self.name}+{identity.hex()}+{base64.b64encode(key).decode()}"

    def note_line(self, algorithm, message, before=b""):
        signature = self.vkey(algorithm)[0] + before + self.private.sign(message)
        return f"— {self.name} {base64.b64encode(signature).decode()}\n"


FOUNDER, STEWARD, REGISTRAR, GUEST = Key("founder"), Key("steward"), Key("registrar"), Key("guest")
STRANGER = Key("stranger")
ENTRY_TYPE = "application/vnd.liggare.entry+cbor"
LEDGER, OTHER_LEDGER = Key("ledger", ORIGIN), Key("other ledger", ORIGIN)
ELSEWHERE = Key("ledger", "elsewhere.example/plan")
WITNESS = Key("witness", "witness.example/w1")


def minute(position):
    return BEGINNING + 60_000 * position


def founding(ledger=LEDGER, name="Handlingsplaner i Åby", founder=FOUNDER):
    return {1: 1, 2: name, 3: ledger.name, 4: "Europe/Stockholm", 5: founder.public, 6: False,
            7: ledger.public}


def status(action=1, committee=2, comment="går framåt"):
    return [50, 1, {1: action, 2: committee, 3: {1: 1, 3: comment}}]


def established(committee, code=None, name="Nämnden", kind=0):
    return [1, 1, {1: committee, 2: [code or f"N{committee}", name], 3: kind}]


def dissolved(committee):
    return [3, 1, {1: committee}]


def corrected(position):
    return [60, 1, {1: position, 2: "fel"}]


def grant(key, role, committees=None, until=None):
    right = {1: role, 2: committees, 3: until, 4: "någon"}
    right = {field: each for field, each in right.items() if each is not None}
    return [110, 1, {1: key.public, 2: right}]


def sign(key, payload, header=None, private=None):
    protected = cbor(header or {1: -19, 4: key.id, 16: ENTRY_TYPE})
    payload = payload if isinstance(payload, bytes) else cbor(payload)
    signed = cbor(["Signature1", protected, b"", payload])
    return cbor((18, [protected, {}, payload, (private or key).private.sign(signed)]))


def ordinary_script():
    """What is recorded: for each position from 1 on, the key and the events."""
    named = [established(each) for each in (1, 2, 3)]
    actions = [[20, 1, {1: each, 2: {1: 1, 2: f"Åtgärd {each}"}}] for each in (1, 2)]
    script = {position: (FOUNDER, [status(1, 1)]) for position in range(1, WIDTH)}
    script[1] = FOUNDER, named + [[11, 1, {1: 1, 2: {1: "plan", 2: "Plan"}}]] + actions
    script[2] = FOUNDER, [grant(REGISTRAR, 1, [2])]
    script[3] = FOUNDER, [grant(STEWARD, 0)]
    script[4] = STEWARD, [grant(GUEST, 1, [2, 3], until=minute(400))]
    for position in range(10, WIDTH, 10):
        script[position] = REGISTRAR, [status(2)]
    for position in range(15, 300, 10):
        script[position] = STEWARD, [status(1, 3), [22, 1, {1: 2}]]
    script[300] = FOUNDER, [[111, 1, {1: STEWARD.public, 2: "slutat"}]]
    script[400] = GUEST, [status(1, 3), [92, 1, {1: {1: 2}, 2: {1: "bilaga", 2: bytes(32), 3: 7}}]]
    script[430] = REGISTRAR, [[60, 1, {1: 420, 2: "skrivfel"}]]
    script[431] = REGISTRAR, [[60, 1, {1: 430, 2: "inget fel"}]]
    script[432] = FOUNDER, [[60, 1, {1: 1, 2: "fel"}]]
    return script


def forge(script, founded=None, changed=None, founder=FOUNDER):
    """The entries' bytes. `changed` holds for positions the payload fields to lie about."""
    entries, leaves, seals = [], [], Seals()
    for position in range(len(script) + 1):
        payload = {1: position, 2: seals.root(leaves), 3: minute(position), 4: f"c{position}"}
        if position == 0:
            key = founder
            payload[6] = founded or founding()
        else:
            key, events = script[position]
            payload[5] = {1: (100, 16210), 2: "KF § 1", 5: events}
        payload.update((changed or {}).get(position, {}))
        entries.append(sign(key, payload))
        leaves.append(sha256(b"\x00" + entries[-1]))
    return entries


def checkpoint(entries, ledger=LEDGER, cosigned=None, origin=None):
    leaves = [sha256(b"\x00" + entry) for entry in entries]
    text = f"{origin or ledger.name}\n{len(entries)}\n{base64.b64encode(root(leaves)).decode()}\n"
    note = text + "\n" + ledger.note_line(1, text.encode())
    if cosigned is not None:
        message = f"cosignature/v1\ntime {cosigned}\n{text}".encode()
        note += WITNESS.note_line(4, message, cosigned.to_bytes(8, "big"))
    return note + "— unknown.example/w9 " + base64.b64encode(bytes(76)).decode() + "\n"


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


def publish(directory, entries, ledger=LEDGER, note=None, sizes=()):
    """Writes the tiles and bundles of each size, and then the checkpoint of the last."""
    shutil.rmtree(directory, ignore_errors=True)
    for size in (*sizes, len(entries)):
        hashes, level = [sha256(b"\x00" + entry) for entry in entries[:size]], 0
        for first in range(0, size, 256):
            bundle = entries[first:min(first + 256, size)]
            write(os.path.join(directory, "tile", "entries", name(first // 256, len(bundle))),
                  b"".join(len(entry).to_bytes(2, "big") + entry for entry in bundle))
        while hashes:
            tiles = [hashes[first:first + 256] for first in range(0, len(hashes), 256)]
            for number, tile in enumerate(tiles):
                write(os.path.join(directory, "tile", str(level), name(number, len(tile))),
                      b"".join(tile))
            hashes, level = [root(tile) for tile in tiles if len(tile) == 256], level + 1
    write(os.path.join(directory, "liggare", "verification-key"), ledger.vkey(1)[1] + "\n")
    write(os.path.join(directory, "checkpoint"), note or checkpoint(entries, ledger))


def name(number, width):
    return f"{number:03d}" if width == 256 else f"{number:03d}.p/{width}"


def seconds(position):
    return minute(position) // 1000


SCRIPT = ordinary_script()
ENTRIES = forge(SCRIPT)
EVENTS = sum(len(events) for _, events in SCRIPT.values())
EVENTS_OF_FIVE = sum(len(SCRIPT[position][1]) for position in range(1, 5))
LEDGER_ID = sha256(b"\x00" + ENTRIES[0]).hex()


def with_step(position, key, *events, **lies):
    """The ledger's entries, all rightly sealed, where this was recorded at that position."""
    changed = {position: lies.get("fields", {})}
    return forge({**SCRIPT, position: (key, list(events))}, changed=changed)


def with_entry(position, entry):
    return ENTRIES[:position] + [entry] + ENTRIES[position + 1:]


def payload_of(position):
    leaves = [sha256(b"\x00" + entry) for entry in ENTRIES[:position]]
    return {1: position, 2: root(leaves), 3: minute(position), 4: f"c{position}",
            5: {1: (100, 16210), 5: [status()]}}


class LedgerTests(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place, self.directory = place.name, os.path.join(place.name, "published")

    def file(self, path):
        return os.path.join(self.directory, path)

    def edit(self, path, at, data):
        with open(self.file(path), "r+b") as file:
            file.seek(at)
            file.write(data)

    def remember(self, note):
        write(os.path.join(self.place, "remembered"), note)
        return "--against", os.path.join(self.place, "remembered")

    def run_verifier(self, *arguments):
        return subprocess.run([sys.executable, VERIFIER, self.directory, *arguments],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")

    def verify(self, *arguments):
        ran = self.run_verifier("--key", LEDGER.vkey(1)[1], "--witness-key", WITNESS.vkey(4)[1],
                                "--json", *arguments)
        self.assertEqual(ran.stderr, "")
        result = json.loads(ran.stdout)
        self.assertEqual(ran.returncode, 0 if result["verified"] else 1)
        return result

    def assert_found(self, expected, *arguments):
        """That just this is found: for each finding its kind, and its position or else its file;
        for a run of entries, (first, last)."""
        result = self.verify(*arguments)
        found = [(each["kind"], each["file"] if each["position"] is None else
                  (each["position"], each["through"]) if each["through"] else each["position"])
                 for each in result["findings"]]
        self.assertEqual(found, expected, json.dumps(result["findings"], indent=1))
        return result


class Verified(LedgerTests):
    def test_an_honest_ledger_with_cosigned_checkpoints_is_verified(self):
        cosigned = checkpoint(ENTRIES, cosigned=seconds(700))
        publish(self.directory, ENTRIES, note=cosigned, sizes=(100, 520))
        write(self.file("liggare/checkpoints/520"),
              checkpoint(ENTRIES[:520], cosigned=seconds(519)))
        result = self.assert_found([], "--ledger-id", LEDGER_ID,
                                   *self.remember(checkpoint(ENTRIES[:77])))
        self.assertEqual((result["entries"], result["events"], result["size"], result["ledger"]),
                         (WIDTH, EVENTS, WIDTH, LEDGER_ID))
        self.assertEqual(result["root"], checkpoint(ENTRIES).split("\n")[2])
        bounds = [(each["before"], each["time"], each["witness"]) for each in result["bounds"]]
        self.assertEqual(bounds, [(520, "2014-01-07T16:39:00.000Z", "witness.example/w1"),
                                  (600, "2014-01-07T19:40:00.000Z", "witness.example/w1")])

    def test_the_text_says_what_is_shown_and_what_is_not(self):
        publish(self.directory, ENTRIES)
        ran = self.run_verifier()
        lines = ran.stdout.splitlines()
        self.assertEqual(ran.returncode, 0)
        self.assertTrue(lines[0].startswith("Verified: "))
        self.assertEqual(lines[1:4], [f"  {WIDTH} entries, {EVENTS} events",
                                      f"  size {WIDTH}, root {checkpoint(ENTRIES).splitlines()[2]}",
                                      f"  ledger {LEDGER_ID}"])
        self.assertIn("The key came from the directory itself, and so proves nothing", ran.stdout)
        self.assertIn("All recorded times rest on the ledger's own clock alone.", ran.stdout)

    def test_every_size_around_a_bundle_is_verified(self):
        for size in (1, 2, 3, 255, 256, 257, 511, 512, 513):
            with self.subTest(size=size):
                self.directory = os.path.join(self.place, str(size))
                publish(self.directory, ENTRIES[:size])
                self.assert_found([])

    def test_without_the_folder_of_the_ledger(self):
        publish(self.directory, ENTRIES[:20])
        os.remove(self.file("liggare/verification-key"))
        os.rmdir(self.file("liggare"))
        self.assert_found([])
        self.assertEqual(self.run_verifier().returncode, 64)

    def test_full_tiles_in_place_of_the_partial_ones_and_an_interrupted_publication(self):
        publish(self.directory, ENTRIES, note=checkpoint(ENTRIES[:300]), sizes=(300,))
        os.remove(self.file("tile/0/001.p/44"))
        os.remove(self.file("tile/entries/001.p/44"))
        result = self.assert_found([])
        self.assertEqual(result["size"], 300)
        self.assertTrue(any("beyond the checkpoint's size" in each for each in result["remarks"]))

    def test_a_checkpoint_remembered_as_three_lines(self):
        publish(self.directory, ENTRIES)
        self.assert_found([], *self.remember("\n".join(checkpoint(ENTRIES[:77]).split("\n")[:3])))

    def test_exit_codes_of_wrong_usage_and_of_nothing_there(self):
        self.assertEqual(self.run_verifier("--key", LEDGER.vkey(1)[1]).returncode, 66)
        os.mkdir(self.directory)
        self.assertEqual(self.run_verifier("--key", LEDGER.vkey(1)[1]).returncode, 66)
        publish(self.directory, ENTRIES[:3])
        for wrong in (["--key", "x"], ["--key", WITNESS.vkey(4)[1]], ["--ledger-id", "12"],
                      ["--what"], ["--witness-key", LEDGER.vkey(1)[1]]):
            self.assertEqual(self.run_verifier(*wrong).returncode, 64, wrong)
        self.assertEqual(self.run_verifier("--against", self.file("none")).returncode, 66)

    def test_files_that_are_no_part_of_it_are_remarked_upon(self):
        publish(self.directory, ENTRIES[:3])
        for stray in ("tile/0/000.p/256", "tile/0/x000/000", "tile/0/new",
                      "liggare/checkpoints/new"):
            write(self.file(stray), b"")
        remarks = "\n".join(self.assert_found([])["remarks"])
        self.assertIn("3 files under tile/ are neither tiles nor bundles", remarks)
        self.assertIn("liggare/checkpoints/new is not named as a size", remarks)

    def test_tiles_are_named_as_tlog_tiles_has_it(self):
        for number, width, path in ((0, 256, "tile/0/000"), (999, 7, "tile/0/999.p/7"),
                                    (1234067, 256, "tile/0/x001/x234/067")):
            self.assertEqual(verify_ledger.tile_path(0, number, width), path)
            self.assertEqual(verify_ledger.read_tile_path(path), (0, number, width))

    def test_every_kind_of_event_in_the_fixture_is_of_its_form(self):
        with open(os.path.join(FIXTURES, "acts", "every-event.hex"), encoding="ascii") as file:
            data = bytes.fromhex(file.read())
        act = verify_ledger.decode(data)
        read = [verify_ledger.read_act({**act, 5: [event]}) for event in act[5]]
        kinds = {event.kind for each in read for event in each.events}
        self.assertEqual(kinds - set(verify_ledger.REMARKS), verify_ledger.EVENTS.keys())

    def test_the_entry_of_the_fixture_is_read(self):
        with open(os.path.join(FIXTURES, "entries", "content.hex"), encoding="ascii") as file:
            entry = verify_ledger.read_entry(bytes.fromhex(file.read()))
        seed = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).public_key()
        public = seed.public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.assertEqual((entry.position, entry.recorded, entry.command, entry.act),
                         (1, 1391416200250, "2014-1", [1, 1000]))
        self.assertEqual(entry.key_id, verify_ledger.key_id(public))
        self.assertTrue(verify_ledger.holds(public, entry.signature, entry.signed))


class FilesChanged(LedgerTests):
    """Who has no key changes the files: they do not fit each other, or the checkpoint."""

    def test_a_value_in_a_bundle(self):
        publish(self.directory, ENTRIES)
        at = sum(2 + len(entry) for entry in ENTRIES[256:300]) + 2 + ENTRIES[300].index(b"slutat")
        self.edit("tile/entries/001", at, b"SLUTAT")
        # The key stays unrevoked by what nobody signed; it was not used after.
        self.assert_found([("root", "checkpoint"), ("tile", "tile/1/000.p/2"), ("tile", 300),
                           ("signature", 300), ("seal", (301, 599))])

    def test_a_bit_anywhere(self):
        """Each bit of the tiles, the bundle and the checkpoint's text and signature counts."""
        publish(self.directory, ENTRIES[:20])
        key = verify_ledger.read_verifier_key(LEDGER.vkey(1)[1], 1)
        chosen = random.Random(20)
        for path in ("checkpoint", "tile/0/000.p/20", "tile/entries/000.p/20"):
            with open(self.file(path), "rb") as file:
                data = file.read()
            end = data.index("— unknown".encode()) if path == "checkpoint" else len(data)
            for _ in range(60):
                at, bit = chosen.randrange(end), 1 << chosen.randrange(8)
                self.edit(path, at, bytes([data[at] ^ bit]))
                check = verify_ledger.Check(self.directory, key, [])
                check.run(None, [])
                write(self.file(path), data)
                self.assertTrue(check.findings, f"{path}, byte {at}, bit {bit}")

    def test_a_tile_that_does_not_fit_its_entries(self):
        publish(self.directory, ENTRIES)
        self.edit("tile/0/001", 32 * 5, bytes(32))
        result = self.assert_found([("tile", 261)])
        self.assertEqual(result["findings"][0]["file"], "tile/0/001")

    def test_a_partial_tile_that_does_not_fit(self):
        publish(self.directory, ENTRIES, sizes=(100,))
        self.edit("tile/0/002.p/88", 32 * 87, bytes(32))
        self.edit("tile/1/000.p/2", 32, bytes(32))
        self.edit("tile/0/000.p/100", 0, bytes(32))
        self.assert_found([("tile", "tile/1/000.p/2"), ("tile", 0), ("tile", 599)])

    def test_tiles_of_other_lengths(self):
        publish(self.directory, ENTRIES)
        self.edit("tile/0/002.p/88", 32 * 88, b"more")
        self.edit("tile/1/000.p/2", 64, bytes(32))
        self.assert_found([("tile", "tile/0/002.p/88"), ("tile", "tile/1/000.p/2")])

    def test_a_bundle_of_an_earlier_size_that_says_something_else(self):
        publish(self.directory, ENTRIES, sizes=(520,))
        self.edit("tile/entries/002.p/8", 2 + len(ENTRIES[512]) + 40, b"\x00\x00")
        self.assert_found([("bundle", 513)])

    def test_an_entry_removed_from_its_bundle(self):
        publish(self.directory, ENTRIES)
        publish(os.path.join(self.place, "shorter"), ENTRIES[:530] + ENTRIES[531:])
        os.remove(self.file("tile/entries/002.p/88"))
        os.rename(os.path.join(self.place, "shorter/tile/entries/002.p/87"),
                  self.file("tile/entries/002.p/88"))
        self.assert_found([("bundle", "tile/entries/002.p/88"),
                           ("missing", "tile/entries/002.p/88"), ("tile", 530),
                           ("position", (530, 598))])

    def test_files_that_are_missing(self):
        publish(self.directory, ENTRIES)
        os.remove(self.file("tile/entries/002.p/88"))
        os.remove(self.file("tile/0/000"))
        os.remove(self.file("tile/1/000.p/2"))
        self.assert_found([("missing", "tile/entries/002.p/88"), ("missing", "tile/0/000"),
                           ("missing", "tile/1/000.p/2")])

    def test_a_checkpoint_of_another_origin(self):
        publish(self.directory, ENTRIES, note=checkpoint(ENTRIES, ELSEWHERE))
        self.assert_found([("origin", "checkpoint"), ("checkpoint", "checkpoint")])

    def test_a_checkpoint_signed_by_another_key(self):
        publish(self.directory, ENTRIES, note=checkpoint(ENTRIES, OTHER_LEDGER))
        self.assert_found([("checkpoint", "checkpoint")])

    def test_checkpoints_that_are_none(self):
        good = checkpoint(ENTRIES[:9])
        for wrong in ("", "text", good.replace("\n9\n", "\n09\n"), good[:-1],
                      good.replace("=\n\n", "=\nmore\n\n"), good.replace("=\n\n", "\n\n"),
                      good.replace("\n\n", "\n"),
                      good.replace("—", "-"), good.replace("\n9\n", "\n9\r\n")):
            with self.subTest(wrong):
                publish(self.directory, ENTRIES[:9])
                write(self.file("checkpoint"), wrong)
                self.assert_found([("checkpoint", "checkpoint")])

    def test_a_changed_signature_of_the_checkpoint(self):
        note = checkpoint(ENTRIES[:9]).replace("\n9\n", "\n8\n")
        publish(self.directory, ENTRIES[:9], note=note, sizes=(8,))
        self.assert_found([("checkpoint", "checkpoint"), ("root", "checkpoint")])

    def test_the_directory_bears_another_key(self):
        publish(self.directory, ENTRIES[:9])
        write(self.file("liggare/verification-key"), OTHER_LEDGER.vkey(1)[1])
        self.assert_found([("checkpoint", "liggare/verification-key")])


class LogChanged(LedgerTests):
    """Who has the ledger's own key changes the log, and publishes tiles and checkpoint that fit."""

    def test_an_entry_edited(self):
        edited = ENTRIES[150].replace("går".encode(), "GÅR".encode())
        publish(self.directory, with_entry(150, edited))
        self.assert_found([("signature", 150), ("seal", (151, 599))])

    def test_two_entries_swapped(self):
        publish(self.directory, ENTRIES[:150] + [ENTRIES[151], ENTRIES[150]] + ENTRIES[152:])
        self.assert_found([("position", 150), ("position", 151), ("seal", (152, 599))])

    def test_an_entry_removed(self):
        publish(self.directory, ENTRIES[:540] + ENTRIES[541:])
        self.assert_found([("position", (540, 598))])

    def test_an_entry_inserted(self):
        forged = sign(STRANGER, {**payload_of(540), 4: "forged"})
        publish(self.directory, ENTRIES[:540] + [forged] + ENTRIES[540:])
        self.assert_found([("signer", 540), ("position", (541, 600))])

    def test_an_entry_inserted_under_the_key_id_of_a_steward(self):
        forged = sign(FOUNDER, payload_of(150), private=LEDGER)
        publish(self.directory, with_entry(150, forged))
        self.assert_found([("signature", 150), ("seal", (151, 599))])

    def test_an_entry_of_another_ledger_replayed(self):
        other = forge(SCRIPT, founding(name="Annan"))
        publish(self.directory, with_entry(150, other[150]))
        self.assert_found([("seal", (150, 599))])

    def test_an_entry_repeated(self):
        publish(self.directory, ENTRIES + [ENTRIES[599]])
        self.assert_found([("position", 600)])

    def test_the_tail_cut(self):
        publish(self.directory, ENTRIES[:550])
        self.assert_found([("against", os.path.join(self.place, "remembered"))],
                          *self.remember(checkpoint(ENTRIES)))

    def test_an_old_backup_restored_and_continued(self):
        continued = {position: step if position < 500 else (FOUNDER, [status(2, 1, "igen")])
                     for position, step in SCRIPT.items()}
        publish(self.directory, forge(continued))
        self.assert_found([])
        result = self.assert_found([("against", os.path.join(self.place, "remembered"))],
                                   *self.remember(checkpoint(ENTRIES[:550])))
        self.assertIn("of 600 entries is not an extension: its first 550",
                      result["findings"][0]["detail"])

    def test_two_logs_for_one_origin(self):
        publish(self.directory, forge(SCRIPT, founding(name="Annan")))
        self.assert_found([("against", os.path.join(self.place, "remembered")), ("founding", 0)],
                          "--ledger-id", LEDGER_ID, *self.remember(checkpoint(ENTRIES)))

    def test_a_remembered_checkpoint_that_the_ledger_never_signed(self):
        publish(self.directory, ENTRIES)
        remembered = os.path.join(self.place, "remembered")
        for wrong in (checkpoint(ENTRIES[:9], OTHER_LEDGER), "nothing", f"elsewhere\n{WIDTH}\n"
                      + checkpoint(ENTRIES).split("\n")[2] + "\n"):
            self.assert_found([("against", remembered)], *self.remember(wrong))

    def test_a_kept_checkpoint_that_does_not_fit(self):
        publish(self.directory, ENTRIES)
        write(self.file("liggare/checkpoints/100"), checkpoint(ENTRIES[1:101]))
        write(self.file("liggare/checkpoints/101"), checkpoint(ENTRIES[:100]))
        write(self.file("liggare/checkpoints/102"), checkpoint(ENTRIES[:102], OTHER_LEDGER))
        write(self.file("liggare/checkpoints/601"), checkpoint(ENTRIES + ENTRIES[:1]))
        self.assert_found([("checkpoint", f"liggare/checkpoints/{size}")
                           for size in (100, 101, 102, 601)])


class HistoryRewritten(LedgerTests):
    """Who has the ledger's own key, and none of its writers', signs everything again."""

    def test_under_the_same_founding(self):
        publish(self.directory, forge({position: (LEDGER, events) for position, (_, events)
                                       in SCRIPT.items() if position < 20}))
        self.assert_found([("signer", (1, 19))], *self.remember(checkpoint(ENTRIES[:1])))

    def test_under_a_founding_of_its_own(self):
        rewritten = {position: (LEDGER, events) for position, (_, events) in SCRIPT.items()}
        publish(self.directory, forge(rewritten, founding(founder=LEDGER), founder=LEDGER))
        self.assert_found([])  # a ledger of its own, unless it is known which one it should be
        self.assert_found([("founding", 0)], "--ledger-id", LEDGER_ID)
        self.assert_found([("against", os.path.join(self.place, "remembered"))],
                          *self.remember(checkpoint(ENTRIES[:1])))

    def test_no_founding_and_one_that_the_ledger_signs_for_the_founder(self):
        publish(self.directory, [])
        self.assert_found([("founding", "checkpoint")], "--ledger-id", LEDGER_ID)
        payload = {1: 0, 2: sha256(b""), 3: minute(0), 4: "c0", 6: founding()}
        publish(self.directory, [sign(FOUNDER, payload, private=LEDGER)])
        self.assert_found([("signature", 0)])

    def test_foundings_that_do_not_fit(self):
        lacking = founding()
        del lacking[7]
        for founded, times in ((lacking, 2), (founding(OTHER_LEDGER), 1), (founding(ELSEWHERE), 1),
                               ({**founding(), 1: 2}, 1), ({**founding(), 8: 1}, 1)):
            publish(self.directory, forge({}, founded))
            self.assert_found([("founding", 0)] * times)
        publish(self.directory, ENTRIES[1:2])
        self.assert_found([("position", 0), ("seal", 0), ("founding", 0), ("founding", 0),
                           ("founding", 0), ("signer", 0)])
        again = sign(FOUNDER, {**{key: each for key, each in payload_of(1).items() if key != 5},
                               6: founding()})
        publish(self.directory, [ENTRIES[0], again])
        self.assert_found([("malformed", 1)])


class Rights(LedgerTests):
    """Everything fits, and was signed; but not by one who had the right. One finding each."""

    def test_what_no_right_covers(self):
        annex = {1: "bilaga", 2: bytes(32), 3: 7}
        table = {
            "a key that nobody granted": (STRANGER, 500, [status()], "signer"),
            "a revoked key": (STEWARD, 500, [status()], "right"),
            "a key whose right has ended": (GUEST, 401, [status()], "right"),
            "another committee": (REGISTRAR, 500, [status(1, 3)], "right"),
            "another committee among one's own":
                (REGISTRAR, 500, [status(), status(1, 3)], "right"),
            "a right for oneself": (REGISTRAR, 500, [grant(REGISTRAR, 0)], "right"),
            "a decision": (REGISTRAR, 500, [[22, 1, {1: 1}]], "right"),
            "an annex of an action": (REGISTRAR, 500, [[92, 1, {1: {3: 1}, 2: annex}]], "right"),
            "a correction of another committee's": (REGISTRAR, 500, [corrected(499)], "right"),
            "a correction of a decision": (REGISTRAR, 500, [corrected(1)], "correction"),
            "a correction of a steward's correction": (REGISTRAR, 500, [corrected(432)], "right"),
            "a correction of a grant": (FOUNDER, 500, [corrected(2)], "event"),
            "an annulment of a revocation": (FOUNDER, 500, [[61, 1, {1: 300, 2: "fel"}]], "event"),
        }
        for what, (key, position, events, kind) in table.items():
            with self.subTest(what):
                publish(self.directory, with_step(position, key, *events))
                self.assert_found([(kind, position)])

    def test_a_right_that_was_wrongly_given_is_none(self):
        script = {**SCRIPT, 500: (REGISTRAR, [grant(STRANGER, 0)]), 501: (STRANGER, [status()])}
        publish(self.directory, forge(script))
        self.assert_found([("right", 500), ("signer", 501)])

    def test_a_right_holds_after_its_entry_and_a_new_one_replaces_it(self):
        script = {**SCRIPT, 500: (STRANGER, [grant(STRANGER, 0)]),
                  502: (FOUNDER, [grant(REGISTRAR, 1, [3])]), 503: (REGISTRAR, [status(1, 3)]),
                  504: (REGISTRAR, [status(1, 2)]), 505: (FOUNDER, [[111, 1, {1: FOUNDER.public}]])}
        script = {position: step for position, step in script.items() if position < 507}
        publish(self.directory, forge(script))
        self.assert_found([("signer", 500), ("right", 504), ("steward", 505)])

    def test_the_last_millisecond_of_a_right_is_in_it(self):
        late = {401: {3: minute(400)}}
        publish(self.directory, forge({**SCRIPT, 401: (GUEST, [status()])}, changed=late))
        self.assert_found([])


class Entries(LedgerTests):
    def test_what_the_writer_may_not_say(self):
        table = {
            "a time before the entry before": ({3: minute(498)}, "time"),
            "a command that had ended": ({4: "c498"}, "command"),
            "another position": ({1: 501}, "position"),
            "another seal": ({2: bytes(32)}, "seal"),
            "a committee that is not the next": ({5: established(5)}, "event"),
            "an action that is not there": ({5: status(3, 1)}, "event"),
            "a committee that is not there": ({5: status(1, 4)}, "event"),
            "an unknown kind": ({5: [112, 1, {1: 1}]}, "act"),
            "an unknown version": ({5: [22, 2, {1: 1}]}, "act"),
            "a correction of what comes later": ({5: corrected(501)}, "correction"),
            "a correction of itself": ({5: corrected(500)}, "correction"),
            "a correction of the founding": ({5: corrected(0)}, "act"),
            "a registrar without committees": ({5: grant(GUEST, 1)}, "act"),
        }
        for what, (fields, kind) in table.items():
            with self.subTest(what):
                if 5 in fields:
                    fields = {5: {1: (100, 16210), 5: [fields[5]]}}
                publish(self.directory, with_step(500, FOUNDER, status(1, 1), fields=fields))
                self.assert_found([(kind, 500)])

    def test_two_entries_of_one_command_side_by_side(self):
        publish(self.directory, with_step(500, FOUNDER, status(1, 1), fields={4: "c499"}))
        self.assert_found([])

    def test_entries_that_are_not_of_their_form(self):
        good = cbor(payload_of(20))
        recorded = cbor(minute(20))
        table = {
            "an integer longer than needed": good.replace(b"\xa5\x01\x14", b"\xa5\x01\x18\x14"),
            "keys out of order": good[:1] + good[3:37] + good[1:3] + good[37:],
            "a key twice": b"\xa6\x01\x14" + good[1:],
            "a float": good.replace(recorded, b"\xfb" + bytes(8)),
            "a bignum": good.replace(recorded, b"\xc2\x46" + minute(20).to_bytes(6, "big")),
            "an indefinite length": b"\xbf" + good[1:] + b"\xff",
            "a null": good.replace(recorded, b"\xf6"),
            "text that is not UTF-8": good.replace(b"\x63c20", b"\x63c\xff0"),
            "bytes after the payload": good + b"\x00",
            "a payload that ends early": good[:-1],
            "an empty command": {**payload_of(20), 4: ""},
            "a command of 65 bytes": {**payload_of(20), 4: "å" * 33},
            "a field too many": {**payload_of(20), 7: 1},
            "no seal": {**payload_of(20), 2: b""},
            "a negative time": {**payload_of(20), 3: -1},
            "deep nesting": b"\xa5\x01" + b"\x81" * 60_000,
        }
        entries = {what: sign(FOUNDER, payload) for what, payload in table.items()}
        entry, header = ENTRIES[20], {1: -19, 4: FOUNDER.id, 16: ENTRY_TYPE}
        for what, wrong in {
                "EdDSA, of no certain curve": {**header, 1: -8}, "no algorithm": {4: FOUNDER.id},
                "a content type": {**header, 3: 0}, "a short id": {**header, 4: FOUNDER.id[:15]},
                "claims": {**header, 15: {}}, "another type": {**header, 16: ENTRY_TYPE + "x"},
                "no type": {1: -19, 4: FOUNDER.id}, "a key id as text": {**header, 4: "0" * 16},
        }.items():
            entries[what] = sign(FOUNDER, payload_of(20), header=wrong)
        entries.update({
            "no tag": entry[1:], "another tag": b"\xd1" + entry[1:], "bytes after": entry + b"\x00",
            "a longer tag": b"\xd8\x12" + entry[1:], "nothing": b"",
            "a short signature": entry[:-1],
            "an unprotected header": entry.replace(ENTRY_TYPE.encode() + b"\xa0",
                                                   ENTRY_TYPE.encode() + b"\xa1\x01\x01"),
        })
        for what, entry in entries.items():
            with self.subTest(what):
                publish(self.directory, ENTRIES[:20] + [entry])
                self.assert_found([("malformed", 20)])


class Witnesses(LedgerTests):
    def test_an_entry_recorded_later_than_it_was_seen(self):
        publish(self.directory, ENTRIES, note=checkpoint(ENTRIES, cosigned=seconds(597)))
        self.assert_found([("witness", (598, 599))])

    def test_of_a_kept_checkpoint_too(self):
        publish(self.directory, ENTRIES, note=checkpoint(ENTRIES, cosigned=seconds(700)))
        write(self.file("liggare/checkpoints/100"), checkpoint(ENTRIES[:100], cosigned=seconds(98)))
        self.assert_found([("witness", 99)])

    def test_within_the_second_nothing_is_said(self):
        entries = with_step(599, FOUNDER, status(1, 1), fields={3: minute(599) + 999})
        publish(self.directory, entries, note=checkpoint(entries, cosigned=seconds(599)))
        self.assert_found([])

    def test_a_cosignature_that_does_not_hold(self):
        note = checkpoint(ENTRIES, cosigned=seconds(700))
        other = checkpoint(ENTRIES[:599], cosigned=seconds(700))
        publish(self.directory, ENTRIES,
                note=note.replace(note.split("\n")[5], other.split("\n")[5]))
        result = self.assert_found([("witness", "checkpoint")])
        self.assertEqual(result["bounds"], [])

    def test_a_witness_that_is_not_known_bounds_nothing(self):
        publish(self.directory, ENTRIES, note=checkpoint(ENTRIES, cosigned=seconds(1)))
        ran = self.run_verifier("--key", LEDGER.vkey(1)[1])
        self.assertEqual(ran.returncode, 0)
        self.assertIn("All recorded times rest on the ledger's own clock alone.", ran.stdout)


class Growing:
    """A log that goes on after the ordinary one's first five entries, one entry at a time."""

    def __init__(self):
        self.entries = ENTRIES[:5]

    def root(self, first=0, last=None):
        return root([sha256(b"\x00" + each) for each in self.entries[first:last]])

    def add(self, key, *events, fields=None, header=None):
        """Records the events, with some fields of the payload otherwise; returns the position."""
        position = len(self.entries)
        payload = {1: position, 2: self.root(), 3: minute(position), 4: f"c{position}",
                   5: {1: (100, 16210), 5: list(events)}, **(fields or {})}
        payload = {number: each for number, each in payload.items() if each is not None}
        self.entries.append(sign(key, payload, header))
        return position

    def judge(self):
        return verify_ledger.judge(self.entries)

    def reasons(self):
        return {position: reason for position, (reason, _) in self.judge().voids.items()}

    def disregard(self, first, last, key=FOUNDER, root=None):
        return self.add(key, [62, 1, {1: first, 2: last, 3: root or self.root(first, last + 1),
                                      4: "försök"}])

    def declare_clock(self, first, recorded=None, key=FOUNDER):
        fields = {} if recorded is None else {3: recorded}
        return self.add(key, [63, 1, {1: first, 2: "klockan gick fel"}], fields=fields)


def dated(day, *events):
    return {5: {1: (100, day), 5: list(events)}}


class Judged(unittest.TestCase):
    """Which entries stand, by their bytes alone."""

    def setUp(self):
        self.log = Growing()

    def assert_void(self, expected):
        self.assertEqual(self.log.reasons(), expected)

    def test_an_ordinary_log_and_its_root(self):
        ledger = verify_ledger.judge(ENTRIES)
        self.assertEqual((ledger.voids, ledger.faults, ledger.stopped), ({}, [], None))
        self.assertEqual(ledger.roots[-1], Seals().root([sha256(b"\x00" + each)
                                                         for each in ENTRIES]))

    def test_a_command_goes_on_with_one_key_only(self):
        for number, (key, expected) in enumerate(((FOUNDER, None), (STEWARD, "command"),
                                                  (FOUNDER, None), (REGISTRAR, "command"))):
            with self.subTest(number):
                self.setUp()
                first = self.log.add(FOUNDER, status(1, 1))
                position = self.log.add(key, status(), fields={4: f"c{first}"})
                self.assert_void({position: expected} if expected else {})

    def test_a_command_that_had_ended_is_no_reason(self):
        for key, command in ((FOUNDER, "one"), (FOUNDER, "two"), (STEWARD, "one")):
            self.log.add(key, status(1, 1), fields={4: command})
        self.assert_void({})
        self.assertEqual(self.log.judge().resumed, [(7, "one")])

    def test_the_command_of_a_void_entry_is_anybodys_and_that_of_the_founding_is_the_founders(self):
        void = self.log.add(REGISTRAR, status(1, 1), fields={4: "mine"})
        self.log.add(STEWARD, status(1, 1), fields={4: "mine"})
        self.assert_void({void: "right"})
        self.log = Growing()
        self.log.entries = ENTRIES[:1]
        self.log.add(FOUNDER, established(1), fields={4: "c0"})
        self.log.add(FOUNDER, grant(STEWARD, 0), fields={4: "c0"})
        self.log.add(STEWARD, established(2), fields={4: "c0"})
        self.assert_void({3: "command"})

    def test_reasons_come_in_their_order(self):
        """Each entry has this fault, and all that come after it."""
        before = {1: 9, 2: bytes(32), 3: minute(1), 4: "c4", 5: {1: 1}}
        self.assertEqual(self.log.add(STRANGER, fields={**before, 3: -1}), 5)
        self.log.add(STRANGER, fields=before)
        self.log.add(STRANGER, fields={**before, 1: 7})
        forged = sign(FOUNDER, {**before, 1: 8}, private=LEDGER)
        self.log.entries.append(forged)
        self.log.add(FOUNDER, fields={**before, 1: 9})
        self.log.add(FOUNDER, fields={3: minute(1), 4: "c4", 5: {1: 1}})
        self.log.add(FOUNDER, fields={3: minute(1), 5: {1: 1}})
        self.log.add(REGISTRAR, corrected(99), fields={5: {1: 1, 5: [corrected(99)]}})
        self.log.add(REGISTRAR, corrected(99), [20, 1, {1: 9, 2: {1: 1, 2: "Åtgärd"}}])
        self.log.add(REGISTRAR, [20, 1, {1: 9, 2: {1: 1, 2: "Åtgärd"}}])
        self.log.add(FOUNDER, [111, 1, {1: STEWARD.public}], [111, 1, {1: FOUNDER.public}],
                     dissolved(9))
        self.log.add(FOUNDER, [111, 1, {1: STEWARD.public}], [111, 1, {1: FOUNDER.public}])
        self.assert_void(dict(enumerate(
            ("malformed", "position", "signer", "signature", "seal", "command", "time", "act",
             "correction", "right", "event", "steward"), 5)))

    def test_content_may_be_any_cbor_and_is_then_no_act(self):
        for content in (b"\xf6", b"\xf7", b"\xe0", b"\xf8\x20", b"\xf9\x3e\x00", b"\xf9\x7e\x00",
                        b"\xfa\x47\xc3\x50\x00", b"\xfb\x3f\xf1\x99\x99\x99\x99\x99\x9a",
                        b"\xc2\x41\x01", b"\xd9\xd9\xf7\x00", b"\xa1\x61a\x01", b"\xa1\x20\x01",
                        b"\xa2\x01\x02\x41a\x03", b"\xa1\xa0\xa0", b"\x81" * 15 + b"\x80",
                        b"\xc1" * 16 + b"\x00", b"\x3b" + b"\xff" * 8, b"\x1b" + b"\xff" * 8):
            with self.subTest(content.hex()):
                self.setUp()
                self.add_content(content)
                self.assert_void({5: "act"})

    def test_content_that_is_not_deterministic_is_malformed(self):
        for content in (b"\xf8\x14", b"\xf8\x1f", b"\xfa\x3f\xc0\x00\x00", b"\xf9\x7e\x01",
                        b"\xfb\x7f\xf8" + bytes(6), b"\xfa\x7f\xc0\x00\x00", b"\xfb" + bytes(8),
                        b"\x18\x17", b"\xff", b"\x9f\xff", b"\x5f\x41a\xff", b"\xfc", b"\x1c",
                        b"\xa2\x02\x00\x01\x00", b"\xa2\x01\x00\x01\x00", b"\xa2\x61a\x00\x01\x00",
                        b"\xa2\x41a\x00\x61a\x00\x00", b"\x81" * 16 + b"\x80", b"\x61\xff",
                        b"\x63\xed\xa0\x80", b"\xc1" * 17 + b"\x00", b"\x9b" + b"\xff" * 8,
                        b"\x7b" + b"\xff" * 8, b"\x62a", b"", b"\x00\x00"):
            with self.subTest(content.hex()):
                self.setUp()
                self.add_content(content)
                self.assert_void({5: "malformed"})

    def add_content(self, content):
        payload = cbor({1: 5, 2: self.log.root(), 3: minute(5), 4: "c5", 5: 0})
        self.log.entries.append(sign(FOUNDER, payload[:-1] + content))

    def test_a_second_founding_is_of_its_form_and_out_of_its_place(self):
        table = (({1: 0, 5: None, 6: founding()}, "position"), ({1: 0}, "malformed"),
                 ({1: 0, 5: None, 6: {**founding(), 1: 2}}, "malformed"),
                 ({1: 0, 6: founding()}, "malformed"), ({5: None, 6: founding()}, "malformed"))
        for fields, _ in table:
            self.log.add(FOUNDER, status(), fields=fields)
        self.assert_void(dict(enumerate((reason for _, reason in table), 5)))

    def test_a_first_entry_that_is_no_founding_gives_nobody_a_right(self):
        entries = [b"", *ENTRIES[1:4]]
        ledger = verify_ledger.judge(entries)
        self.assertEqual([kind for kind, _ in ledger.faults], ["malformed"])
        self.assertEqual({reason for reason, _ in ledger.voids.values()}, {"signer"})

    def test_an_entry_of_65535_bytes_and_one_of_a_byte_more(self):
        def entry(length):
            payload = {1: len(self.log.entries), 2: self.log.root(), 3: minute(9), 4: "c9",
                       **dated(16210, [1000, 1, {1: bytes(length)}])}
            return sign(FOUNDER, payload)

        least = len(entry(60_000)) - 60_000
        self.log.entries.append(entry(65535 - least))
        self.log.entries.append(entry(65536 - least))
        self.assertEqual([len(each) for each in self.log.entries[5:]], [65535, 65536])
        self.assert_void({6: "malformed"})

    def test_an_event_names_what_an_earlier_one_of_its_act_began(self):
        self.log.add(FOUNDER, established(4), [3, 1, {1: 1, 2: 4}])
        self.log.add(FOUNDER, [3, 1, {1: 2, 2: 5}], established(5))
        self.log.add(FOUNDER, [11, 1, {1: 2, 2: {1: "plan-2", 2: "Plan", 3: 2}}])
        self.log.add(FOUNDER, established(5), established(6), established(6))
        self.log.add(FOUNDER, established(5))
        self.log.add(FOUNDER, established(5))
        self.assert_void(dict.fromkeys((6, 7, 8, 10), "event"))

    def test_a_report_back_is_from_an_earlier_entry(self):
        for position, from_entry in enumerate((0, 5, 7), 5):
            self.log.add(REGISTRAR, [52, 1, {1: 2, 2: {1: from_entry}}])
        self.log.add(REGISTRAR, [52, 1, {1: 2, 2: {1: 8}}])
        self.log.add(REGISTRAR, [52, 1, {1: 2, 2: {1: 1, 2: 2}}])
        self.log.add(REGISTRAR, [52, 1, {1: 2, 2: {1: 1, 3: [1, 3]}}])
        self.assert_void(dict.fromkeys((7, 8, 9, 10), "event"))

    # -- Void entries that are dealt with

    def test_a_run_of_void_entries_is_dealt_with_and_again(self):
        for key in (STRANGER, STRANGER, REGISTRAR):
            self.log.add(key, dissolved(1))
        first, second = self.log.disregard(5, 6), self.log.disregard(5, 7, STEWARD)
        ledger = self.log.judge()
        self.assertEqual(self.log.reasons(), {5: "signer", 6: "signer", 7: "right"})
        self.assertEqual(ledger.dealt_with, {5: first, 6: first, 7: second})
        self.assertEqual(set(ledger.acts), {1, 2, 3, 4, first, second})

    def test_what_cannot_be_dealt_with(self):
        void = self.log.add(STRANGER, status())
        stands = self.log.add(FOUNDER, status())
        later = self.log.add(STRANGER, status())
        wrong = {self.log.disregard(void, void, root=bytes(32)): "disregard",
                 self.log.disregard(void, later): "disregard",
                 self.log.disregard(stands, stands): "disregard",
                 self.log.disregard(later, void): "disregard",
                 self.log.disregard(later, 12): "disregard",
                 self.log.disregard(13, 14): "disregard",
                 self.log.disregard(11, 99): "disregard",
                 self.log.disregard(0, void): "act",
                 self.log.disregard(void, void, key=REGISTRAR): "right"}
        self.assertEqual(set(wrong), set(range(8, 17)))
        self.log.disregard(8, 16)
        self.assert_void({void: "signer", later: "signer", **wrong})
        self.assertEqual(set(self.log.judge().dealt_with), set(wrong))

    # -- Clocks

    def test_the_order_of_times_goes_on_from_a_declaration(self):
        late = self.log.add(FOUNDER, status(), fields={3: minute(900_000)})
        refused = self.log.add(FOUNDER, status(), fields={3: minute(6)})
        wrong = self.log.declare_clock(late, minute(3))
        declared = self.log.declare_clock(late, minute(7))
        refused_too = self.log.add(FOUNDER, status(), fields={3: minute(7) - 1})
        last = self.log.add(FOUNDER, status(), fields={3: minute(7)})
        self.assert_void({refused: "time", wrong: "clock", refused_too: "time"})
        ledger = self.log.judge()
        self.assertEqual([ledger.time_of(each) for each in (4, late, declared, last)],
                         [minute(4), minute(7), minute(7), minute(7)])

    def test_it_may_be_as_early_as_the_last_entry_that_was_right(self):
        self.log.add(FOUNDER, status(), fields={3: minute(900_000)})
        self.log.declare_clock(5, minute(4) - 1)
        self.log.declare_clock(5, minute(4))
        self.assert_void({6: "clock"})

    def test_void_entries_before_it_are_passed_over_and_the_founding_never(self):
        self.log.add(STRANGER, status(), fields={3: minute(700_000)})
        self.log.add(FOUNDER, status(), fields={3: minute(900_000)})
        self.log.declare_clock(6, minute(4))
        self.log.declare_clock(1, minute(0) - 1)
        self.log.declare_clock(1, minute(0))
        self.assert_void({5: "signer", 8: "clock"})
        ledger = self.log.judge()
        self.assertEqual({ledger.time_of(each) for each in ledger.recorded}, {minute(0)})

    def test_the_last_declaration_that_covers_an_entry_says_when_it_counts(self):
        self.log.add(FOUNDER, status(), fields={3: minute(900_000)})
        first = self.log.declare_clock(5, minute(50))
        between = self.log.add(FOUNDER, status(), fields={3: minute(60)})
        second = self.log.declare_clock(first, minute(49))
        third = self.log.declare_clock(first, minute(50))
        self.assert_void({second: "clock"})
        ledger = self.log.judge()
        self.assertEqual([ledger.time_of(each) for each in (5, first, between, third)],
                         [minute(50)] * 4)

    def test_a_declaration_whose_time_is_in_order_covers_too(self):
        self.log.add(FOUNDER, status())
        declared = self.log.declare_clock(5)
        self.assert_void({})
        self.assertEqual(self.log.judge().time_of(5), minute(declared))

    def test_what_is_no_declaration(self):
        early, declared = {3: minute(2)}, [63, 1, {1: 3, 2: "fel"}]
        self.log.add(FOUNDER, declared, status(), fields=early)
        self.log.add(FOUNDER, declared, status())
        self.log.add(FOUNDER, [63, 1, {1: 3, 2: ""}], fields=early)
        self.log.add(FOUNDER, [63, 1, {1: 0, 2: "fel"}])
        self.log.add(REGISTRAR, declared, fields=early)
        self.log.add(FOUNDER, [63, 1, {1: 10, 2: "fel"}])
        self.log.add(FOUNDER, [63, 1, {1: 12, 2: "fel"}], fields=early)
        self.log.add(FOUNDER, [64, 1, {1: 2}], fields=early)
        self.assert_void({5: "time", 6: "act", 7: "time", 8: "act", 9: "right", 10: "event",
                          11: "event", 12: "time"})

    # -- Formats

    def test_a_verifier_stops_where_a_format_begins_that_it_does_not_know(self):
        self.log.add(FOUNDER, [64, 1, {1: 2}])
        self.assertEqual((self.log.judge().voids, self.log.judge().stopped), ({}, None))
        self.log.add(STRANGER, status())
        self.log.add(FOUNDER, status())
        ledger = self.log.judge()
        self.assertEqual((ledger.voids, ledger.stopped, max(ledger.acts)), ({}, 6, 5))
        self.assertEqual(ledger.roots[-1], self.log.root())

    def test_a_format_that_is_not_raised(self):
        self.log.add(FOUNDER, [64, 1, {1: 1}])
        self.log.add(FOUNDER, [64, 1, {1: 2**32}])
        self.log.add(FOUNDER, [64, 1, {1: 2}], status())
        self.log.add(REGISTRAR, [64, 1, {1: 2}])
        self.assert_void({5: "act", 6: "act", 7: "act", 8: "right"})
        ledger = verify_ledger.judge(self.log.entries[:5])
        ledger.format = 7  # as a verifier would have it that knew format 7
        for raised in (2, 7):
            event = verify_ledger.read_event([64, 1, {1: raised}])
            with self.assertRaises(verify_ledger.Void) as void:
                ledger.check_of_the_log(event, minute(5))
            self.assertEqual(void.exception.reason, "format")
        ledger.check_of_the_log(verify_ledger.read_event([64, 1, {1: 8}]), minute(5))

    # -- Corrections, remarks, and rights that end

    def test_what_was_said_of_the_log_is_not_corrected(self):
        self.log.add(STRANGER, status())
        self.log.disregard(5, 5)
        self.log.declare_clock(3)
        self.log.add(FOUNDER, corrected(6))
        self.log.add(FOUNDER, corrected(7))
        self.log.add(FOUNDER, [61, 1, {1: 7, 2: "fel"}], status())
        self.assert_void({5: "signer", 8: "event", 9: "event", 10: "event"})

    def test_a_chain_of_64_corrections_and_one_more(self):
        self.log.add(FOUNDER, status())
        for position in range(5, 70):
            self.log.add(FOUNDER, corrected(position))
        self.assert_void({70: "correction"})

    def test_remarks(self):
        remark = [1000, 0, {}]
        for key, events in ((REGISTRAR, [remark]), (GUEST, [[1999, 2**64 - 1, {7: {"å": 1.5}}]]),
                            (FOUNDER, [remark, status()]), (REGISTRAR, [remark, status(1, 2)])):
            self.add_raw(key, events)
        stranger = self.add_raw(STRANGER, [remark])
        decision = self.add_raw(REGISTRAR, [remark, dissolved(2)])
        self.log.add(REGISTRAR, corrected(8))
        self.assert_void({stranger: "signer", decision: "right"})

    def test_what_is_no_remark(self):
        wrong = [[999, 1, {}], [2000, 1, {}], [1000, -1, {}], [1000, 1, []], [1000, 1, {-1: 0}],
                 [1000, 1, {"a": 0}], [1000, 1], [1000, 1, {}, 0], [1000, 1, {1: ""}],
                 [1000, 1, {1: [{2: "\u202e"}]}], [1000, 1, {1: {"\u200b": 1}}],
                 [1000, 1, {1: (9, "\x00")}]]
        for event in wrong:
            self.add_raw(REGISTRAR, [event])
        self.assert_void(dict.fromkeys(range(5, 5 + len(wrong)), "act"))

    def add_raw(self, key, events):
        return self.log.add(key, *events)

    def test_a_registrars_right_ends_with_the_last_of_its_committees(self):
        today = minute(0) // 86_400_000
        self.log.add(FOUNDER, fields=dated(today + 1, dissolved(2)))
        self.log.add(REGISTRAR, status())           # it has not come yet
        self.log.add(FOUNDER, fields=dated(today, dissolved(3)))
        self.log.add(GUEST, status())               # one of two
        self.log.add(FOUNDER, fields=dated(today - 9, [4, 1, {1: [1, 2], 2: 3}]))
        for event in (status(), [1000, 1, {}], corrected(6)):
            self.log.add(REGISTRAR, event)          # 10 to 12
        self.log.add(GUEST, status())
        self.log.add(FOUNDER, corrected(9))
        self.log.add(REGISTRAR, status())
        self.log.add(FOUNDER, corrected(14))
        self.log.add(REGISTRAR, status())           # 17
        self.log.add(FOUNDER, corrected(16))
        self.log.add(REGISTRAR, status())
        tomorrow = (today + 1) * 86_400_000
        self.log.add(REGISTRAR, status(), fields={3: tomorrow - 1})
        self.log.add(REGISTRAR, status(), fields={3: tomorrow})
        self.assert_void(dict.fromkeys((10, 11, 12, 13, 17, 21), "right"))

    def test_a_committee_ends_by_a_split_and_not_by_a_void_entry(self):
        self.log.add(STRANGER, fields=dated(1, dissolved(2)))
        self.log.add(FOUNDER, [3, 1, {1: 1, 2: 2}])
        self.log.add(REGISTRAR, status())
        self.log.add(FOUNDER, fields=dated(1, [5, 1, {1: 2, 2: [1, 3]}]))
        self.log.add(REGISTRAR, status())
        self.log.add(FOUNDER, grant(REGISTRAR, 0))
        self.log.add(REGISTRAR, status())
        self.assert_void({5: "signer", 9: "right"})


BIG = 2, b"\x01" + bytes(8)  # 2^64
HASH, LAST = bytes(32), 253402214399999
READING = {1: 1, 2: 2, 3: (100, 1), 4: (100, -1), 5: {1: 6, 2: 1000, 3: ["04"], 4: "valet"},
           6: "efter", 7: "nämnden", 8: [0, 13]}
DEADLINE = {1: "senast", 2: READING}
OCCASIONS = ["02-29", "09/11", "12/02", "03-01/04-15", "04/04", "04"]
PERIODS = ["2018", "0001", "2018-H2", "2018-T3", "2018-Q4", "2018-12", "2020-02-29", "9999-12-31",
           "2015/2018"]
# Of each kind of event, some that are of their form.
GOOD = {
    1: [{1: 1, 2: ["KS-Å&9", "Namn"], 3: 4}],
    2: [{1: 2**32 - 1, 2: ["ABCDEFGHIJKL", "\u00ad\n\t"]}],
    3: [{1: 1}, {1: 1, 2: 2}], 4: [{1: [1, 2], 2: 3}], 5: [{1: 1, 2: [2]}],
    10: [{1: 1, 2: {1: "å-1", 2: "T"}}],
    11: [{1: 1, 2: {1: "9" * 64, 2: "T", 3: 1, 4: (100, 0)}}],
    12: [{1: 1, 2: "T"}, {1: 1, 2: "T", 3: "U"}], 13: [{1: 1, 2: (100, 2932896)}],
    14: [{1: 1}, {1: 1, 2: 2}], 15: [{1: 1, 2: 1, 3: "T"}],
    16: [{1: 1, 2: {1: 1, 2: "T"}}, {1: 1, 2: {1: 1, 2: "T", 3: 1, 4: DEADLINE}}],
    20: [{1: 1, 2: {1: 1, 2: "T"}}, {1: 1, 2: {1: 1, 2: "T", 3: "1 a", 4: [1, 2], 5: [1]}}],
    21: [{1: 1, 2: each} for each in ({1: "T"}, {2: "T"}, {3: 1}, {4: []}, {4: [1, 2]}, {5: [3]},
                                      {6: "T"})],
    22: [{1: 1}], 23: [{1: 1, 2: "T"}], 24: [{1: 1, 2: "T"}], 25: [{1: 1, 2: 2}],
    30: [{1: 1, 2: each} for each in ({1: []}, {1: [1, 2], 4: 9}, {2: True}, {2: True, 4: 1},
                                      {3: (100, -719162)}, {3: (100, 0), 4: 1})],
    31: [{1: 1, 2: 1, 3: {1: [1]}}],
    40: [{1: 1, 2: DEADLINE}, {1: 1, 2: {1: "T"}}, {1: 1, 2: {1: "T", 2: {1: 5}}},
         {1: 1, 2: {1: "T", 2: {1: 0, 5: {1: 0, 2: 1, 3: OCCASIONS}}}}],
    50: [{1: 1, 2: 1, 3: {1: 4}}, {1: 1, 2: 1, 3: {1: 0, 2: "2018", 3: "T"}}],
    51: [{1: 1, 2: 1, 3: {1: 2, 2: "2018"}}, {1: 1, 2: 1, 3: {1: 0, 2: "2018", 3: "T"}}],
    52: [{1: 1, 2: {1: 0}}, {1: 1, 2: {1: 2**64 - 1, 2: 1}}, {1: 1, 2: {1: 1, 3: [1, 2]}}],
    60: [{1: 2**64 - 1, 2: "T"}], 61: [{1: 1, 2: "T"}],
    62: [{1: 1, 2: 2, 3: HASH, 4: "T"}, {1: 2, 2: 1, 3: HASH, 4: "T"}], 63: [{1: 1, 2: "T"}],
    64: [{1: 2}, {1: 2**32 - 1}], 70: [{1: 1, 2: {1: 1, 2: DEADLINE}}],
    71: [{1: 1, 2: {1: 1, 2: each}} for each in PERIODS] + [{1: 1, 2: {1: 1, 2: "2018", 3: "T"}}],
    72: [{1: 1, 2: {1: 1, 2: 1, 3: [1, 2], 4: "T"}},
         {1: 1, 2: {1: 1, 2: 1, 3: [1], 4: "T", 5: "2018", 6: DEADLINE}}],
    73: [{1: 1, 2: {1: 1, 2: "T"}}],
    80: [{1: 1, 2: {1: 1, 2: "T"}}, {1: 1, 2: {1: 1, 2: "T", 3: "%", 4: 1, 5: 1}}],
    81: [{1: 1, 2: {1: "2018", 2: 2, 3: (4, [0, 1171])}}],
    82: [{1: 1, 2: {1: "2018", 2: (4, [-9, -2**63]), 3: False, 4: "T"}},
         {1: 1, 2: {1: "2018", 2: (4, [0, 2**63 - 1]), 3: True, 4: "T", 5: (100, 0)}}],
    90: [{1: {2: 1}, 2: {1: "T"}}, {1: {3: 1}, 2: {1: "T", 2: "U"}}], 91: [{1: {2: 1}, 2: "T"}],
    92: [{1: {each: 1}, 2: {1: "T", 2: HASH, 3: 2**64 - 1}} for each in (1, 2, 3)],
    100: [{1: {1: "Etc/GMT+1"}}, {1: {1: "Z" * 64}}, {1: {2: ["02-29", "12-31"]}},
          {1: {3: [3, 6, 9, 12]}}, {1: {3: [2, 3, 4, 1]}}, {1: {4: 1}}],
    110: [{1: HASH, 2: {1: 0}}, {1: HASH, 2: {1: 0, 3: LAST, 4: "T"}},
          {1: HASH, 2: {1: 1, 2: [1, 9], 3: 0, 4: "någon"}}],
    111: [{1: HASH}, {1: HASH, 2: "T"}],
}
# By kind and path, the fields that may be absent.
MAY_BE_ABSENT = {
    (3, 2), (11, 2, 3), (11, 2, 4), (12, 3), (14, 2), (16, 2, 3), (16, 2, 4), (20, 2, 3),
    (20, 2, 4), (20, 2, 5), (30, 2, 4), (50, 3, 2), (50, 3, 3), (51, 3, 3), (52, 2, 2), (52, 2, 3),
    (71, 2, 3), (72, 2, 5), (72, 2, 6), (80, 2, 3), (80, 2, 4), (80, 2, 5), (82, 2, 5), (90, 2, 2),
    (110, 2, 3), (110, 2, 4), (111, 2),
    *((*deadline, 2, *field) for deadline in ((16, 2, 4), (40, 2), (70, 2, 2), (72, 2, 6))
      for field in ((), (2,), (3,), (4,), (5,), (5, 3), (5, 4), (6,), (7,), (8,))),
}
# By kind and path, what does not belong there.
WRONG = {
    **{(kind, 1): [0, -1, 2**32, BIG, "1", [1], True]
       for kind in (1, 2, 3, 5, 10, 13, 15, 16, 20, 22, 30, 50, 52, 64, 71, 72, 73, 80, 81)},
    **{(kind, 1): [0, -1, BIG, "1", [1], True] for kind in (60, 61, 62, 63)},
    (1, 2): [[], ["KS"], ["KS", "T", "T"], {1: "KS", 2: "T"}, "KS"],
    (1, 2, 0): ["", "ks", "ABCDEFGHIJKLM", "A B", "\u212b", "A\u030a", "_", "A\n", 1],
    (1, 3): [5, -1, False],
    (4, 1): [[], [2, 1], [1, 1], [0, 1], [1, 2**32], [1, "2"], {1: 1}, 1],
    (5, 2): [[], [2, 1], [1, 1]],
    (10, 2, 1): ["", "-a", "A", "a_b", "a" * 65, "a\u030a", "e\u0301", "a\n", 1],
    (13, 2): [(100, 2932897), (100, -719163), (100, "2018-03-31"), (0, 1), (1004, 1), 1,
              "2018-03-31", (100, (100, 1)), (100, True)],
    (20, 2, 4): [[], [2, 1], [1, 1], [0]], (20, 2, 5): [[], [2, 1], [1, 1], [0]],
    (21, 2): [{}, {1: "T", 2: "U"}, {3: 0}, {4: [2, 1]}, {5: [1, 1]}, {7: "T"}, {1: ""}, {6: 1},
              "T"],
    (30, 2): [{}, {1: [2, 1]}, {1: [1, 1]}, {2: False}, {2: 1}, {3: 1}, {4: 1}, {1: [], 2: True},
              {2: True, 3: (100, 0)}, {1: [1], 4: 0}],
    (40, 2, 2, 1): [6, -1, "by"], (40, 2, 2, 2): [11, -1],
    (40, 2, 2, 5, 1): [7, -1], (40, 2, 2, 5, 2): [0, 1001, -1, 2**32],
    (40, 2, 2, 5, 3): [[], "04", ["04", ""]],
    (40, 2, 2, 5, 3, 0): ["", "4", "13", "00", "04-31", "04/", "/04", "04/05/06", "04/05-01",
                          "02-30", "4-1", "04-1", "04-01 ", "04\n", "\u0664\u0664", "2016-04", 4],
    (40, 2, 2, 8): [[], [1, 0], [1, 1], [14], [-1], 1],
    (50, 3, 1): [5, -1, True], (51, 3, 1): [3, -1],
    (51, 3, 2): [
        "", "0000", "218", "20180", "2018-13", "2018-00", "2018-3", "2018-02-29", "0000-01",
        "2018-h1", "2018-H3", "2018-H0", "2018-T4", "2018-Q5", "2018-K1", "0000-H1", "2018/2018",
        "2018/2015", "2018/2019/2020", "2018-H1/2019", "0000/2018", "2018-", "/2018", "2018/",
        " 2018", "2018\n", "20180331", "2018-W01", "\u0662\u0660\u0661\u0668", "2018-H\u00b2",
        2018],
    (52, 2): [{}, {1: -1}, {1: BIG}, {1: 1, 2: 0}, {1: 1, 3: []}, {1: 1, 3: [2, 1]}, {2: 1},
              {1: 1, 2: 1, 3: [1]}],
    (62, 2): [0, BIG], (62, 3): [bytes(31), bytes(33), "0" * 32, b""], (64, 1): [0, 1, 2**32, "2"],
    (81, 2, 2): [3, -1],
    (82, 2, 2): [(4, [1, 1]), (4, [-10, 1]), (4, [0, 2**63]), (4, [0, -2**63 - 1]), (4, [0]),
                 (4, [0, 1, 1]), (4, [0, True]), (5, [0, 1]), [0, 1], 1],
    (82, 2, 3): [1],
    (90, 1): [{1: 1}, {}, {2: 1, 3: 1}], (91, 1): [{1: 1}, {}, {2: 0}],
    (92, 1): [{}, {1: 0}, {4: 1}, {1: 1, 2: 1}, 1],
    (92, 2, 2): [bytes(31), bytes(33), "0" * 32], (92, 2, 3): [-1, BIG, "1"],
    (100, 1): [
        {}, {4: 2}, {4: False}, {5: 1}, {1: "UTC", 4: 0},
        *({1: zone} for zone in ("", "localtime", "posixrules", "Factory", "right/UTC", "posix/UTC",
                                 "1UTC", "/UTC", "Z" * 65, "Europe/Åbo", "UTC\n", "A B", 1)),
        *({2: days} for days in ([], ["12-31", "04-30"], ["04-30", "04-30"], ["04"], ["04/05"],
                                 ["02-30"], ["04-30/05-31"], "04-30", [430])),
        *({3: months} for months in (
            [], [3, 6, 9], [3, 6, 9, 12, 12], [3, 6, 9, 9], [3, 3, 9, 12], [6, 3, 9, 12],
            [0, 6, 9, 12], [3, 6, 9, 13], [1, 6, 9, 1], [3, 6, 9, 2], ["3", 6, 9, 12]))],
    (110, 1): [bytes(31), bytes(33), "0" * 32], (111, 1): [bytes(31)],
    (110, 2): [{}, {1: 0, 2: [1]}, {1: 1}, {1: 1, 2: []}, {1: 1, 2: [2, 1]}, {1: 2, 2: [1]}, {1: 2},
               {2: [1]}, {1: False}],
    (110, 2, 3): [-1, LAST + 1, "0", (1, 0)],
}
# Of one text: not empty, and with no character of these.
WRONG_TEXTS = ["", *map(chr, (
    0, 8, 0xb, 0xd, 0x1f, 0x7f, 0x85, 0x9f, 0x61c, 0x180e, 0x200b, 0x200f, 0x2028, 0x202e, 0x2060,
    0x206f, 0xfdd0, 0xfdef, 0xfeff, 0xfff9, 0xfffb, 0xfffe, 0xffff, 0xe0000, 0xe0fff))]
GOOD_TEXTS = [" ", "a\tb\nc", "\u00a0", "\u00ad", "\u0301", "\ue000", "\ufffd", "\U0001fffe",
              "\U000e1000", "\U0010ffff", "\u2010", "\u202f", "\u2070", "\ufdcf", "\ufdf0"]


def paths(value, path=()):
    """The paths to all that a field holds, itself too."""
    yield path
    inside = value.items() if type(value) is dict else \
        enumerate(value) if type(value) is list else ()
    for key, each in inside:
        yield from paths(each, (*path, key))


def at(value, path):
    for key in path:
        value = value[key]
    return value


def replaced(value, path, new):
    if not path:
        return new
    changed = value.copy()
    changed[path[0]] = replaced(value[path[0]], path[1:], new) if len(path) > 1 else new
    return changed


class Fields(unittest.TestCase):
    """Every field of an act is of the form in act.cddl."""

    def read(self, *events, **fields):
        act = {1: (100, 1), 5: list(events), **{int(key[1:]): each for key, each in fields.items()}}
        return verify_ledger.read_act(verify_ledger.decode(cbor(act)))

    def assert_wrong(self, *events, **fields):
        with self.assertRaises(verify_ledger.Malformed):
            self.read(*events, **fields)

    def test_there_are_examples_of_all_kinds_and_they_are_of_their_form(self):
        self.assertEqual(GOOD.keys(), verify_ledger.EVENTS.keys())
        for kind, fields in self.examples():
            with self.subTest(kind=kind, fields=fields):
                self.read([kind, 1, fields])

    def examples(self):
        return ((kind, fields) for kind, examples in GOOD.items() for fields in examples)

    def test_what_is_not_of_its_form(self):
        for (kind, *path), values in WRONG.items():
            fields = next(each for each in GOOD[kind] if tuple(path) in set(paths(each)))
            for wrong in values:
                with self.subTest(kind=kind, path=path, wrong=wrong):
                    self.assert_wrong([kind, 1, replaced(fields, path, wrong)])

    def test_nothing_is_of_another_type(self):
        for kind, fields in self.examples():
            for path in paths(fields):
                for wrong in (1.5, None, (7, 1), b"", -3):
                    if path:
                        with self.subTest(kind=kind, path=path, wrong=wrong):
                            self.assert_wrong([kind, 1, replaced(fields, path, wrong)])

    def test_no_map_has_a_field_more_or_lacks_one(self):
        absent = set()
        for kind, fields in self.examples():
            for path in paths(fields):
                inside = at(fields, path)
                if type(inside) is not dict:
                    continue
                self.assert_wrong([kind, 1, replaced(fields, path, {**inside, 99: 1})])
                for key in inside:
                    rest = {each: inside[each] for each in inside if each != key}
                    try:
                        self.read([kind, 1, replaced(fields, path, rest)])
                        absent.add((kind, *path, key))
                    except verify_ledger.Malformed:
                        pass
        self.assertEqual(absent, MAY_BE_ABSENT)

    def test_every_text_is_of_one_form(self):
        count = 0
        for kind, fields in self.examples():
            for path in paths(fields):
                text = at(fields, path)
                for wrong in WRONG_TEXTS if type(text) is str else ():
                    count += 1
                    self.assert_wrong([kind, 1, replaced(fields, path, wrong)])
                    if wrong:
                        self.assert_wrong([kind, 1, replaced(fields, path, text + wrong)])
        self.assertGreater(count, 90 * len(WRONG_TEXTS))
        for field in ("_2", "_3", "_4"):
            for text in GOOD_TEXTS:
                self.read([22, 1, {1: 1}], **{field: text})
            for text in (*WRONG_TEXTS, 1):
                self.assert_wrong([22, 1, {1: 1}], **{field: text})

    def test_an_act_is_of_its_form(self):
        event, other = [22, 1, {1: 1}], [60, 1, {1: 1, 2: "T"}]
        self.read(event, other, event)
        for wrong in ([], [22, 1], [22, 1, {1: 1}, 0], [22, 2, {1: 1}], [22, 0, {1: 1}], {22: 1},
                      [0, 1, {1: 1}], [-22, 1, {1: 1}], ["22", 1, {1: 1}], [22, 1, [1]],
                      [65, 1, {}]):
            self.assert_wrong(event, wrong)
        self.assert_wrong()
        self.assert_wrong(event, _6="T")
        self.assert_wrong(event, _1=1)
        self.assert_wrong(event, _5={1: event})
        for alone in ([kind, 1, GOOD[kind][0]] for kind in verify_ledger.OF_THE_LOG):
            self.read(alone)
            for events in ((alone, event), (event, alone), (alone, alone), (alone, [1000, 1, {}])):
                self.assert_wrong(*events)

    def test_a_founding_is_of_its_form(self):
        def judged(**changed):
            founded = {**founding(), **{int(key[1:]): each for key, each in changed.items()}}
            return [kind for kind, _ in verify_ledger.judge(forge({}, founded)).faults]

        self.assertEqual(judged(), [])
        self.assertEqual(judged(_3="a" * 200, _4="Etc/GMT-14", _2="\U0001f3db"), [])
        for wrong in (
                {"_1": 2}, {"_1": 0}, {"_2": ""}, {"_2": "a\u200bb"}, {"_2": 1}, {"_3": "a" * 201},
                {"_3": ""}, {"_3": "9a"}, {"_3": "a//b"}, {"_3": "a/"}, {"_3": "å.example"},
                {"_3": "a b"}, {"_3": "a+b"}, {"_3": "-a"}, {"_3": "a\n"}, {"_4": "Europe/Åbo"},
                {"_4": "right/UTC"}, {"_4": ""}, {"_6": 0}, {"_7": bytes(31)}, {"_7": "7"},
                {"_8": 1}):
            self.assertEqual(judged(**wrong), ["founding"], wrong)
        self.assertEqual(judged(_5=FOUNDER.public + b"0"), ["founding", "signer"])


class DealtWith(LedgerTests):
    def setUp(self):
        super().setUp()
        self.log = Growing()

    def publish(self, **options):
        publish(self.directory, self.log.entries, **options)

    def test_void_entries_that_were_dealt_with_are_no_findings(self):
        for key in (STRANGER, STRANGER, REGISTRAR):
            self.log.add(key, dissolved(1))
        first = self.log.disregard(5, 5)
        second = self.log.disregard(5, 6)
        self.publish()
        result = self.assert_found([("right", 7)])
        self.log.disregard(7, 7)
        self.publish()
        result = self.assert_found([])
        self.assertEqual(result["voids"], [
            {"position": 5, "reason": "signer", "dealtWithAt": first},
            {"position": 6, "reason": "signer", "dealtWithAt": second},
            {"position": 7, "reason": "right", "dealtWithAt": 10}])
        self.assertEqual(result["events"], EVENTS_OF_FIVE + 3)
        ran = self.run_verifier("--key", LEDGER.vkey(1)[1])
        self.assertEqual(ran.returncode, 0)
        self.assertTrue(ran.stdout.startswith("Verified: "))
        for position in (first, second, 10):
            self.assertIn(f"Remark: 1 void entry, dealt with at position {position}.", ran.stdout)

    def test_several_at_once_and_one_that_was_not(self):
        for _ in range(3):
            self.log.add(STRANGER, status())
        self.log.disregard(5, 6)
        self.publish()
        result = self.assert_found([("signer", 7)])
        self.assertIn("2 void entries, dealt with at position 8.", result["remarks"])
        self.assertEqual([each["dealtWithAt"] for each in result["voids"]], [8, 8, None])

    def test_a_format_that_this_verifier_does_not_know(self):
        self.log.add(STRANGER, status())
        self.log.add(FOUNDER, [64, 1, {1: 3}])
        self.publish()
        self.assert_found([("signer", 5)])
        for _ in range(2):
            self.log.add(STRANGER, status())
        self.publish(note=checkpoint(self.log.entries, cosigned=seconds(0)))
        result = self.assert_found([("witness", (1, 4)), ("signer", 5), ("witness", 6),
                                    ("format", 7)])
        self.assertEqual([each["position"] for each in result["voids"]], [5])
        self.assertEqual(result["findings"][-1]["detail"], "format 3 is in force from here: this "
                         "verifier knows format 1")

    def test_a_witness_bounds_the_times_that_entries_count_for(self):
        self.log.add(FOUNDER, status(), fields={3: minute(900_000)})
        self.log.add(FOUNDER, status(), fields={3: minute(900_001)})
        self.publish(note=checkpoint(self.log.entries, cosigned=seconds(8)))
        self.assert_found([("witness", (5, 6))])
        self.log.declare_clock(5, minute(8))
        self.publish(note=checkpoint(self.log.entries, cosigned=seconds(8)))
        self.assert_found([])
        self.publish(note=checkpoint(self.log.entries, cosigned=seconds(7)))
        self.assert_found([("witness", (5, 7))])


class Notes(LedgerTests):
    """Checkpoints as C2SP has them."""

    def note(self, extensions="", lines=""):
        text = "\n".join(checkpoint(ENTRIES[:9]).split("\n")[:3]) + "\n" + extensions
        return f"{text}\n{LEDGER.note_line(1, text.encode())}{lines}", text

    def assert_checkpoint(self, note, expected):
        publish(self.directory, ENTRIES[:9], note=note)
        self.assert_found([("checkpoint", "checkpoint")] if expected else [])

    def test_extension_lines_are_signed_and_not_read(self):
        for extensions in ("more\n", "more\n— and more=\n", "å\n"):
            self.assert_checkpoint(self.note(extensions)[0], False)
        self.assert_checkpoint(self.note("more\n")[0].replace("more", "less"), True)
        for extensions in ("\n", "more\n\n", "\nmore\n", "mo\rre\n", "mo\tre\n"):
            self.assert_checkpoint(self.note(extensions)[0], True)

    def test_a_witness_cosigns_them_too(self):
        _, text = self.note("more\n")
        message = f"cosignature/v1\ntime {seconds(9)}\n{text}".encode()
        cosigned = WITNESS.note_line(4, message, seconds(9).to_bytes(8, "big"))
        publish(self.directory, ENTRIES[:9], note=self.note("more\n", cosigned)[0])
        self.assertEqual(len(self.assert_found([])["bounds"]), 1)

    def test_a_remembered_one_with_extension_lines(self):
        publish(self.directory, ENTRIES[:9])
        self.assert_found([], *self.remember(self.note("more\n")[0]))
        self.assert_found([], *self.remember(self.note("more\n")[1]))

    def test_signatures_of_others_are_passed_over(self):
        others = "— unknown.example/w9 " + base64.b64encode(bytes(76)).decode() + "\n" \
            + f"— {ORIGIN} " + base64.b64encode(bytes(9)).decode() + "\n"
        self.assert_checkpoint(self.note("", others)[0], False)
        other = OTHER_LEDGER.note_line(1, b"whatever")
        self.assert_checkpoint(self.note("", other)[0], False)
        self.assert_checkpoint(self.note("", LEDGER.note_line(1, b"whatever"))[0], True)

    def test_a_hundred_signatures_and_one_more(self):
        line = "— unknown.example/w9 " + base64.b64encode(bytes(5)).decode() + "\n"
        self.assert_checkpoint(self.note("", line * 99)[0], False)
        self.assert_checkpoint(self.note("", line * 100)[0], True)
        self.assert_checkpoint(self.note("x" * 1_000_000 + "\n")[0], True)

    def test_a_signature_has_at_least_one_byte(self):
        line = "— unknown.example/w9 " + base64.b64encode(bytes(4)).decode() + "\n"
        self.assert_checkpoint(self.note("", line)[0], True)

    def test_a_cosignature_has_a_time(self):
        text = self.note()[1]
        message = f"cosignature/v1\ntime 0\n{text}".encode()
        publish(self.directory, ENTRIES[:9],
                note=self.note("", WITNESS.note_line(4, message, bytes(8)))[0])
        self.assert_found([("witness", "checkpoint")])

    def test_a_size_below_two_to_the_64(self):
        for size, expected in ((2**64 - 1, True), (2**64, False)):
            text = f"{ORIGIN}\n{size}\n{base64.b64encode(bytes(32)).decode()}\n"
            try:
                self.assertEqual(verify_ledger.read_checkpoint(text.encode()).size, size)
                self.assertTrue(expected)
            except verify_ledger.Malformed:
                self.assertFalse(expected)


class Differential(unittest.TestCase):
    """differential.py, with the same judge on both sides."""

    def setUp(self):
        log = Growing()
        log.add(FOUNDER, status(1, 1))
        log.add(STEWARD, status(1, 1), fields={3: minute(5)})
        log.add(STRANGER, status(1, 1))
        log.add(FOUNDER, [64, 1, {1: 2}])
        log.add(FOUNDER, status(1, 1))
        self.said = {"seed": 17, "size": 10, "root": base64.b64encode(log.root()).decode(),
                     "entries": [base64.b64encode(entry).decode() for entry in log.entries],
                     "voids": [[7, "signer"]], "stopped": 9}

    def run_it(self, *arguments, times=1, **changed):
        lines = (json.dumps({**self.said, **changed}) + "\n") * times
        ran = subprocess.run([sys.executable, os.path.join(HERE, "differential.py"), *arguments],
                             input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             encoding="utf-8")
        return ran.returncode, ran.stdout, ran.stderr

    def test_logs_that_agree(self):
        self.assertEqual(self.run_it(times=3), (
            0, "differential: 3 logs, 30 entries, 3 void, 0 disagreements (reasons: signer 3)\n",
            ""))
        self.assertEqual(self.run_it("--least", "2")[0], 1)
        self.assertEqual(self.run_it(times=0)[0], 1)

    def test_each_disagreement_is_told(self):
        for changed, told in (
                ({"root": base64.b64encode(bytes(32)).decode()}, "root: 0000"),
                ({"size": 9}, "size: 9, and here 10"),
                ({"stopped": None}, "stopped: None, and here 9"),
                ({"voids": []}, "position 7: stands, and here signer"),
                ({"voids": [[7, "signature"]]}, "position 7: signature, and here signer"),
                ({"voids": [[6, "time"], [7, "signer"]]}, "position 6: time, and here stands"),
                ({"entries": self.said["entries"][1:]}, "position 0: stands, and here position")):
            with self.subTest(told):
                code, output, _ = self.run_it(**changed)
                self.assertEqual(code, 1)
                self.assertIn("Seed 17", output)
                self.assertIn(told, output)
        code, output, _ = self.run_it("--most", "2", times=5, stopped=None)
        self.assertEqual((code, output.count("Seed 17")), (1, 2))

    def test_a_canary_is_to_be_found(self):
        code, output, _ = self.run_it("--canary", "time", times=2)
        self.assertEqual(code, 0)
        self.assertTrue(output.endswith("the canary time was found in log 1\n"))
        for fault in ("until", "lead", "precision"):
            self.assertEqual(self.run_it("--canary", fault)[0], 1)

    def test_what_says_nothing_of_a_log(self):
        for changed in ({"voids": None}, {"root": "å"}, {"entries": ["!"]}):
            code, _, errors = self.run_it(**changed)
            self.assertEqual(code, 64)
            self.assertIn("line 1 says nothing of a log", errors)


if __name__ == "__main__":
    unittest.main()

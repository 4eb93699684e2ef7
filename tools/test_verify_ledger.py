#!/usr/bin/python3
"""Tests of verify_ledger.py: a ledger forged here is verified, and each attack upon it is found,
with its kind and its place. Takes half a minute."""

import base64
import hashlib
import json
import os
import random
import shutil
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


def grant(key, role, committees=None, until=None):
    right = {1: role, 2: committees, 3: until, 4: "någon"}
    right = {field: each for field, each in right.items() if each is not None}
    return [110, 1, {1: key.public, 2: right}]


def sign(key, payload, header=None, private=None):
    protected = cbor(header or {1: -8, 4: key.id})
    payload = payload if isinstance(payload, bytes) else cbor(payload)
    signed = cbor(["Signature1", protected, b"", payload])
    return cbor((18, [protected, {}, payload, (private or key).private.sign(signed)]))


def ordinary_script():
    """What is recorded: for each position from 1 on, the key and the events."""
    named = [[1, 1, {1: each, 2: [f"N{each}", f"Nämnd {each}"]}] for each in (1, 2, 3)]
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
        """That just this is found: for each finding its kind, and its position or else its file; for
        a run of entries, (first, last)."""
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
        write(self.file("liggare/checkpoints/520"), checkpoint(ENTRIES[:520], cosigned=seconds(519)))
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
        for stray in ("tile/0/000.p/256", "tile/0/x000/000", "tile/0/new", "liggare/checkpoints/new"):
            write(self.file(stray), b"")
        remarks = "\n".join(self.assert_found([])["remarks"])
        self.assertIn("3 files under tile/ are neither tiles nor bundles", remarks)
        self.assertIn("liggare/checkpoints/new is not named as a size", remarks)

    def test_tiles_are_named_as_tlog_tiles_has_it(self):
        for number, width, path in ((0, 256, "tile/0/000"), (999, 7, "tile/0/999.p/7"),
                                    (1234067, 256, "tile/0/x001/x234/067")):
            self.assertEqual(verify_ledger.tile_path(0, number, width), path)
            self.assertEqual(verify_ledger.read_tile_path(path), (0, number, width))

    def test_every_kind_of_event_in_the_fixture_is_known(self):
        with open(os.path.join(FIXTURES, "acts", "every-event.hex"), encoding="ascii") as file:
            data = bytes.fromhex(file.read())
        act = verify_ledger.read_act(verify_ledger.decode(data))
        self.assertEqual({event.kind for event in act}, verify_ledger.EVENTS.keys())
        far = dict.fromkeys(("committee", "document", "area", "goal", "action", "guideline"), 2**32)
        wrong = verify_ledger.check_act(act, 80_000, {**far, "indicator": 2**32})
        self.assertEqual({each.split(" ")[1] for each in wrong}, {"begins"})

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
        self.assert_found([("bundle", "tile/entries/002.p/88"), ("missing", "tile/entries/002.p/88"),
                           ("tile", 530), ("position", (530, 598))])

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
                      good.replace("=\n\n", "=\nmore\n\n"), good.replace("=\n\n", "\n\n"), good.replace("\n\n", "\n"),
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
        def corrects(position):
            return [60, 1, {1: position, 2: "fel"}]

        table = {
            "a key that nobody granted": (STRANGER, 500, [status()], "signer"),
            "a revoked key": (STEWARD, 500, [status()], "right"),
            "a key whose right has ended": (GUEST, 401, [status()], "right"),
            "another committee": (REGISTRAR, 500, [status(1, 3)], "right"),
            "another committee among one's own": (REGISTRAR, 500, [status(), status(1, 3)], "right"),
            "a right for oneself": (REGISTRAR, 500, [grant(REGISTRAR, 0)], "right"),
            "a decision": (REGISTRAR, 500, [[22, 1, {1: 1}]], "right"),
            "an annex of an action": (REGISTRAR, 500, [[92, 1, {1: {3: 1}, 2: {}}]], "right"),
            "a correction of another committee's": (REGISTRAR, 500, [corrects(499)], "right"),
            "a correction of a decision": (REGISTRAR, 500, [corrects(1)], "correction"),
            "a correction of a steward's correction": (REGISTRAR, 500, [corrects(432)], "right"),
            "a correction of a grant": (FOUNDER, 500, [corrects(2)], "event"),
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
            "a committee that is not the next": ({5: [1, 1, {1: 5, 2: ["X", "X"]}]}, "event"),
            "an action that is not there": ({5: status(3, 1)}, "event"),
            "a committee that is not there": ({5: status(1, 4)}, "event"),
            "an unknown kind": ({5: [112, 1, {1: 1}]}, "act"),
            "an unknown version": ({5: [22, 2, {1: 1}]}, "act"),
            "a correction of what comes later": ({5: [60, 1, {1: 500, 2: ""}]}, "correction"),
            "a correction of the founding": ({5: [60, 1, {1: 0, 2: ""}]}, "correction"),
            "a registrar without committees": ({5: grant(GUEST, 1)}, "event"),
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
        entry = ENTRIES[20]
        entries.update({
            "another algorithm": sign(FOUNDER, payload_of(20), header={1: -7, 4: FOUNDER.id}),
            "a content type": sign(FOUNDER, payload_of(20), header={1: -8, 3: 0, 4: FOUNDER.id}),
            "a short key id": sign(FOUNDER, payload_of(20), header={1: -8, 4: FOUNDER.id[:15]}),
            "no tag": entry[1:], "another tag": b"\xd1" + entry[1:], "bytes after": entry + b"\x00",
            "a longer tag": b"\xd8\x12" + entry[1:], "nothing": b"", "a short signature": entry[:-1],
            "an unprotected header": entry.replace(REGISTRAR.id + b"\xa0",
                                                   REGISTRAR.id + b"\xa1\x01\x01"),
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


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/python3
"""Checks an entry with its receipt (`liggare prove N --format cose`), without any of Liggare's programs.

    check_receipt.py FILE --key VKEY [--ledger-id HEX]

Written from RFC 9052 (COSE), RFC 9942 (COSE Receipts) and RFC 9162 (the tree) alone. It shows that the log
whose verification key was given signed a tree that holds the entry at its position. It does not
show that the entry's signature holds, or that its signer had the right to record it: that takes the log.

Exit codes: 0 it holds, 1 it does not, 64 wrong usage or a Debian package that is missing.
"""
import argparse
import base64
import hashlib
import sys

try:
    import cbor2
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError as missing:
    print(f"check_receipt: {missing}. "
          "On Debian: apt-get install python3-cryptography python3-cbor2", file=sys.stderr)
    sys.exit(64)

ED25519, RECEIPTS, DATA_STRUCTURE, PROOFS, INCLUSION, CLAIMS = -19, 394, 395, 396, -1, 15


class Wrong(Exception):
    """Why it does not hold."""


def need(holds, why):
    if not holds:
        raise Wrong(why)


def root_from(leaf, index, size, path):
    """RFC 9162, section 2.1.3.2."""
    need(index < size, "the entry is beyond the tree")
    node, last, found = index, size - 1, leaf
    for each in path:
        need(last > 0, "the proof is too long")
        if node & 1 or node == last:
            found = hashlib.sha256(b"\x01" + each + found).digest()
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = hashlib.sha256(b"\x01" + found + each).digest()
        node, last = node >> 1, last >> 1
    need(last == 0, "the proof is too short")
    return found


def read(data):
    """One item of deterministic CBOR, and nothing behind it."""
    item = cbor2.loads(data)
    need(cbor2.dumps(item, canonical=True) == data, "it is not one item of deterministic CBOR")
    return item


def read_key(vkey):
    """The name and the public key of a C2SP vkey of type 1."""
    name, identity, encoded = vkey.split("+", 2)
    key = base64.b64decode(encoded, validate=True)
    if len(key) != 33 or key[0] != 1 \
            or hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() != identity:
        raise ValueError("it is no Ed25519 vkey of a log")
    return name, key[1:]


def check(data, name, key, ledger):
    statement = read(data)
    need(statement.tag == 18, "it is no COSE_Sign1")
    protected, unprotected, payload, signature = statement.value
    need(list(unprotected) == [RECEIPTS], "it has no receipt, or more than that")
    need(len(unprotected[RECEIPTS]) == 1, "it has not one receipt")
    entry = cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))
    receipt = read(unprotected[RECEIPTS][0])
    need(receipt.tag == 18, "the receipt is no COSE_Sign1")
    header, proofs, attached, signed = receipt.value
    claims = read(header)
    need(set(claims) == {1, 4, CLAIMS, DATA_STRUCTURE}, "the receipt's header has something else")
    need(claims[1] == ED25519 and claims[DATA_STRUCTURE] == 1, "the receipt is of another kind")
    need(attached is None, "the root is attached")
    need(claims[CLAIMS][1] == name, f"it is of the log {claims[CLAIMS][1]}")
    need(claims[4] == hashlib.sha256(key).digest()[:16], "another key signed the receipt")
    need(ledger in (None, claims[CLAIMS][2]), f"it is of the ledger {claims[CLAIMS][2]}")
    need(len(proofs[PROOFS][INCLUSION]) == 1, "it has not one proof")
    size, index, path = read(proofs[PROOFS][INCLUSION][0])
    need(read(payload)[1] == index, "the entry says that it belongs elsewhere")
    root = root_from(hashlib.sha256(b"\x00" + entry).digest(), index, size, path)
    message = cbor2.dumps(["Signature1", header, b"", root])
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signed, message)
    except (InvalidSignature, ValueError):
        raise Wrong("the receipt's signature does not hold") from None
    return claims[CLAIMS], index, size, root


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--key", required=True, help="the log's verification key (C2SP vkey)")
    parser.add_argument("--ledger-id")
    given = parser.parse_args()
    try:
        name, key = read_key(given.key)
        with open(given.file, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        print(f"check_receipt: {error}", file=sys.stderr)
        return 64
    try:
        claims, index, size, root = check(data, name, key, given.ledger_id)
    except (Wrong, ValueError, TypeError, LookupError, AttributeError, cbor2.CBORError) as error:
        print(f"NOT VERIFIED: {error}")
        return 1
    print(f"Verified: {claims[1]} holds entry {index}.")
    print(f"  size {size}, root {base64.b64encode(root).decode()}")
    print(f"  ledger {claims[2]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

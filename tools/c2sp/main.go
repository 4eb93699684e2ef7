// Notes and trees as Go's golang.org/x/mod/sumdb has them, for tools/check-c2sp.
//
//	c2sp write          prints vectors that Swift is to agree with
//	c2sp check < file   reads vectors that Swift wrote, and fails on the first that Go refuses
//
// A vector is a line of fields parted by spaces. Bytes are in standard base64, hashes too; the log
// has the entries "0", "1", "2" and so on.
//
//	key <name> <seed> <vkey>
//	note <key's name> <text> <note>
//	root <size> <hash>
//	inclusion <size> <position> <hash>...
//	consistency <old size> <new size> <hash>...
//	tile <path> <hashes, one after the other>
//	path <level> <index> <width> <path>
//	added <old size> <new size> <path>...
package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const logSize = 600

func main() {
	log.SetFlags(0)
	log.SetPrefix("c2sp: ")
	switch {
	case len(os.Args) == 2 && os.Args[1] == "write":
		write()
	case len(os.Args) == 2 && os.Args[1] == "check":
		check()
	default:
		log.Fatal("usage: c2sp write | c2sp check < file")
	}
}

// The log's tree, as tlog stores it.

type storage []tlog.Hash

func (s storage) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		hashes[i] = s[index]
	}
	return hashes, nil
}

func entry(position int64) []byte { return []byte(strconv.FormatInt(position, 10)) }

var tree = func() (tree storage) {
	for position := int64(0); position < logSize; position++ {
		tree = append(tree, must(tlog.StoredHashes(position, entry(position), tree))...)
	}
	return tree
}()

func root(size int64) tlog.Hash {
	// TreeHash of x/mod as Debian has it knows no empty tree.
	if size == 0 {
		return sha256.Sum256(nil)
	}
	return must(tlog.TreeHash(size, tree))
}

// Vectors that Swift is to agree with.

var names = []string{"a", "example.com/foo", "dals-ed.example/handlingsplaner", "ö.example/å"}

var texts = []string{
	"\n", "a\n", "a\n\n\n", "Ett protokoll.\n\nMed två stycken.\n", "— a b\n",
	fmt.Sprintf("dals-ed.example/handlingsplaner\n%d\n%s\n", logSize, root(logSize)),
}

func write() {
	for number, name := range names {
		seed := bytes.Repeat([]byte{byte(number + 1)}, ed25519.SeedSize)
		vkey, signer := key(name, seed)
		line("key", name, encode(seed), vkey)
		for _, text := range texts {
			signed := must(note.Sign(&note.Note{Text: text}, signer))
			line("note", name, encode([]byte(text)), encode(signed))
		}
	}

	for size := int64(0); size <= logSize; size++ {
		line("root", size, root(size))
	}
	for _, size := range someSizes() {
		for position := int64(0); position < size; position += step(size) {
			proof := must(tlog.ProveRecord(size, position, tree))
			line("inclusion", append([]any{size, position}, list(proof)...)...)
		}
		for old := int64(1); old <= size; old += step(size) {
			proof := must(tlog.ProveTree(size, old, tree))
			line("consistency", append([]any{old, size}, list(proof)...)...)
		}
		for _, old := range append([]int64{0}, someSizes()...) {
			if old <= size {
				line("added", append([]any{old, size}, list(added(old, size))...)...)
			}
		}
	}
	for _, tile := range widest(0, logSize) {
		line("tile", path(tile), encode(must(tlog.ReadTileData(tile, tree))))
	}
	for level := 0; level < 8; level++ {
		for _, index := range []int64{0, 1, 9, 10, 255, 999, 1000, 65_535, 1_234_067, 1 << 40} {
			for _, width := range []int{1, 8, 255, 256} {
				if index < 1<<(56-8*level) {
					tile := tlog.Tile{H: 8, L: level, N: index, W: width}
					line("path", level, index, width, path(tile))
				}
			}
		}
	}
}

// A signing key as note takes it, which it makes of random bytes only.
func key(name string, seed []byte) (vkey string, signer note.Signer) {
	public := ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)
	vkey = must(note.NewEd25519VerifierKey(name, public))
	id := binary.BigEndian.Uint32(hashOf(name + "\n\x01" + string(public)))
	skey := fmt.Sprintf("PRIVATE+KEY+%s+%08x+%s", name, id, encode(append([]byte{1}, seed...)))
	return vkey, must(note.NewSigner(skey))
}

func hashOf(text string) []byte {
	hash := sha256.Sum256([]byte(text))
	return hash[:]
}

func someSizes() (sizes []int64) {
	for size := int64(1); size <= 64; size++ {
		sizes = append(sizes, size)
	}
	return append(sizes, 127, 128, 129, 255, 256, 257, 511, 512, 513, logSize)
}

func step(size int64) int64 {
	if size <= 64 {
		return 1
	}
	return 7
}

// The tiles that a log of size new has and one of size old had not. NewTiles also lists each width
// that a tile had in between.
func added(old, new int64) (paths []string) {
	had := map[tlog.Tile]bool{}
	for _, tile := range widest(0, old) {
		had[tile] = true
	}
	for _, tile := range widest(old, new) {
		if !had[tile] {
			paths = append(paths, path(tile))
		}
	}
	return paths
}

func widest(old, new int64) (tiles []tlog.Tile) {
	for _, tile := range tlog.NewTiles(8, old, new) {
		last := len(tiles) - 1
		if last >= 0 && tiles[last].L == tile.L && tiles[last].N == tile.N {
			tiles[last] = tile
		} else {
			tiles = append(tiles, tile)
		}
	}
	return tiles
}

// tlog's path names the tiles' height, and C2SP's, which is always 8, does not.
func path(tile tlog.Tile) string { return strings.Replace(tile.Path(), "tile/8/", "tile/", 1) }

// Vectors that Swift wrote.

func check() {
	verifiers := map[string]note.Verifier{}
	counts := map[string]int{}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		kind, fields, _ := strings.Cut(lines.Text(), " ")
		if err := accept(kind, strings.Split(fields, " "), verifiers); err != nil {
			log.Fatalf("%v: %s", err, lines.Text())
		}
		counts[kind]++
	}
	for _, kind := range []string{"key", "note", "root", "inclusion", "consistency", "tile"} {
		if counts[kind] == 0 {
			log.Fatalf("no vector for %s", kind)
		}
	}
	fmt.Println("c2sp: Go accepts what Swift wrote:", counts)
}

func accept(kind string, fields []string, verifiers map[string]note.Verifier) error {
	switch kind {
	case "key":
		verifier, err := note.NewVerifier(fields[2])
		if err == nil {
			verifiers[fields[0]] = verifier
		}
		return err
	case "note":
		opened, err := note.Open(decode(fields[2]), note.VerifierList(verifiers[fields[0]]))
		if err == nil && opened.Text != string(decode(fields[1])) {
			err = fmt.Errorf("another text: %q", opened.Text)
		}
		return err
	case "root":
		return same(root(number(fields[0])).String(), fields[1])
	case "inclusion":
		size, position := number(fields[0]), number(fields[1])
		leaf := tlog.RecordHash(entry(position))
		return tlog.CheckRecord(hashes(fields[2:]), size, root(size), position, leaf)
	case "consistency":
		old, new := number(fields[0]), number(fields[1])
		return tlog.CheckTree(hashes(fields[2:]), new, root(new), old, root(old))
	case "tile":
		tile := must(tlog.ParseTilePath(strings.Replace(fields[0], "tile/", "tile/8/", 1)))
		return same(encode(must(tlog.ReadTileData(tile, tree))), fields[1])
	}
	return fmt.Errorf("a vector of no kind")
}

func same(ours, theirs string) error {
	if ours != theirs {
		return fmt.Errorf("Go has %s", ours)
	}
	return nil
}

// Lines and their fields.

func line(kind string, fields ...any) {
	fmt.Println(append([]any{kind}, fields...)...)
}

func list[Element any](elements []Element) (fields []any) {
	for _, element := range elements {
		fields = append(fields, element)
	}
	return fields
}

func hashes(fields []string) (hashes []tlog.Hash) {
	for _, field := range fields {
		if field != "" {
			hashes = append(hashes, must(tlog.ParseHash(field)))
		}
	}
	return hashes
}

func number(field string) int64 { return must(strconv.ParseInt(field, 10, 64)) }

func encode(bytes []byte) string { return base64.StdEncoding.EncodeToString(bytes) }

func decode(field string) []byte { return must(base64.StdEncoding.DecodeString(field)) }

func must[Value any](value Value, err error) Value {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

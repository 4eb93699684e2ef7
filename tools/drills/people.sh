# What the drills share: people who are users of their own to the system, by number, and what each does.
# Sourced with the path of the program, or without; then it is built. Needs to be root.

anna=64001 karin=64002 rolf=64003 otto=64004 keeper=64005 looker=64006
writers=64011 readers=64012
drill=${0##*/}

skip() {
    echo "$drill: SKIPPED: $1" >&2
    [ "${CI:-}" != true ] || exit 1
    exit 0
}
fail() {
    echo "$drill: $1" >&2
    exit 1
}

setpriv --reuid $anna --regid $anna --groups $writers true 2>/dev/null ||
    skip "this user may not become others. Run it as root."

built=${1:-$(tools/build)}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
install -m 755 "$built" "$place/liggare"
ledger=$place/srv/ledger public=$place/srv/public
install -d -m 755 -o $anna "$place/srv"
install -d -m 2775 -o $anna -g $writers "$public"

# as WHO UMASK COMMAND...: what was said goes to $said.
said=$place/said
as() {
    local who=$1 umask=$2 groups
    shift 2
    case $who in
    "$anna" | "$karin") groups=$writers ;;
    "$rolf") groups=$readers ;;
    *) groups=$otto ;;
    esac
    [ -d "$place/home/$who" ] || install -d -m 700 -o "$who" "$place/home/$who"
    (
        cd "$place/home/$who" && umask "$umask"
        exec setpriv --reuid "$who" --regid "$who" --groups "$groups" \
            env -i PATH="$place:$PATH" HOME="$place/home/$who" LIGGARE_LEDGER="$ledger" "$@"
    ) >"$said" 2>&1
}
# did WHO UMASK COMMAND...: it succeeds.
did() {
    as "$@" || fail "$1 could not, with umask $2: ${*:3}: $(cat "$said")"
}
# told CODE SENTENCE WHO COMMAND...: it ends with that, and says that.
told() {
    local code=$1 sentence=$2 found=0
    shift 2
    as "$1" 022 "${@:2}" || found=$?
    [ "$found" -eq "$code" ] || fail "$1 got $found for $code: ${*:2}: $(cat "$said")"
    grep -qF -- "$sentence" "$said" || fail "$1 was not told \"$sentence\": $(cat "$said")"
}

meeting=(--effective 2026-11-26 --decision "KS 2026-11-26 § 1" --dnr "KS 2026/1")

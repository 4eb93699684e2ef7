// Runs a command and makes one of its system calls fail, fall short, or be where it is killed.
//
//     inject --root DIR [--report FILE] [--data FILE] [--control FD] [--at N:ACTION] [--after US]
//            [--pretend CALL:SUFFIX[:BELOW]] [--stale SUFFIX=FILE] -- COMMAND ARGUMENTS...
//
// Counted are the calls that touch a path or a descriptor below DIR, and writes to descriptor 1, of
// all threads, in the order in which they begin; the first is 1. Nothing is needed from the
// command, which may be linked statically: the calls are stopped by a seccomp filter (ptrace(2),
// seccomp(2)), and those that are not listed below run at full speed.
//
//     fail:ERRNO        the call is not done
//     failafter:ERRNO   it is done, and told to have failed
//     short             it is given half of its bytes, and does them
//     kill, killafter   SIGKILL before or after it
//     killin:US         SIGKILL so many microseconds after the call began
//     hold, holdafter   nothing of the command goes on until a byte comes from the descriptor of
//                       --control, to which 'h' was written: 'k' kills, any other goes on
//
// --after US kills so long after the start. --pretend makes calls of that name on files whose path
// ends so succeed without being done, only at offsets below BELOW if it is given. --stale answers
// reads of a file with the bytes of another, but for LMDB's two meta pages.
//
// The report has a line for each call, its fields separated by tabs: number, name, path, second
// path, flags, offset, length, result, place in the file of --data. Results are there if --data is
// given, and for the call that was aimed at; otherwise "?". Pretended calls have none, since they
// were not done. Then come "hit N" if the action was done, and last "exit STATUS", "signal NUMBER"
// or "killed" (by this program).
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/file.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

// Where a call names its file.
enum place { DESCRIPTOR, PATH, AT, PATHS, ATS, LINKED, LINKED_AT, MAPPED, LOCKED, EVERYWHERE };

static const struct call {
    int number;
    const char *name;
    enum place place;
} calls[] = {
    {SYS_open, "open", PATH}, {SYS_openat, "openat", AT}, {SYS_creat, "creat", PATH},
    {SYS_read, "read", DESCRIPTOR}, {SYS_pread64, "pread64", DESCRIPTOR},
    {SYS_readv, "readv", DESCRIPTOR}, {SYS_preadv, "preadv", DESCRIPTOR},
    {SYS_write, "write", DESCRIPTOR}, {SYS_pwrite64, "pwrite64", DESCRIPTOR},
    {SYS_writev, "writev", DESCRIPTOR}, {SYS_pwritev, "pwritev", DESCRIPTOR},
    {SYS_fsync, "fsync", DESCRIPTOR}, {SYS_fdatasync, "fdatasync", DESCRIPTOR},
    {SYS_sync, "sync", EVERYWHERE}, {SYS_syncfs, "syncfs", DESCRIPTOR},
    {SYS_rename, "rename", PATHS}, {SYS_renameat, "renameat", ATS},
    {SYS_renameat2, "renameat2", ATS}, {SYS_link, "link", PATHS}, {SYS_linkat, "linkat", ATS},
    {SYS_symlink, "symlink", LINKED}, {SYS_symlinkat, "symlinkat", LINKED_AT},
    {SYS_unlink, "unlink", PATH}, {SYS_unlinkat, "unlinkat", AT}, {SYS_rmdir, "rmdir", PATH},
    {SYS_mkdir, "mkdir", PATH}, {SYS_mkdirat, "mkdirat", AT},
    {SYS_ftruncate, "ftruncate", DESCRIPTOR}, {SYS_truncate, "truncate", PATH},
    {SYS_fallocate, "fallocate", DESCRIPTOR}, {SYS_mmap, "mmap", MAPPED},
    {SYS_flock, "flock", DESCRIPTOR}, {SYS_fcntl, "fcntl", LOCKED},
    {SYS_chmod, "chmod", PATH}, {SYS_fchmod, "fchmod", DESCRIPTOR},
    {SYS_fchmodat, "fchmodat", AT}, {SYS_chown, "chown", PATH}, {SYS_fchown, "fchown", DESCRIPTOR},
    {SYS_fchownat, "fchownat", AT}, {SYS_getdents64, "getdents64", DESCRIPTOR},
    {SYS_readlink, "readlink", PATH}, {SYS_readlinkat, "readlinkat", AT},
    {SYS_access, "access", PATH}, {SYS_faccessat, "faccessat", AT},
    {SYS_faccessat2, "faccessat2", AT}, {SYS_newfstatat, "newfstatat", AT},
    {SYS_fstat, "fstat", DESCRIPTOR}, {SYS_stat, "stat", PATH}, {SYS_lstat, "lstat", PATH},
    {SYS_statx, "statx", AT},
};
enum { CALLS = sizeof calls / sizeof calls[0] };

enum action { NONE, FAIL, FAIL_AFTER, SHORT, KILL, KILL_AFTER, KILL_IN, HOLD, HOLD_AFTER };

// What was asked for.
static const char *root;
static size_t root_length;
static enum action action;
static long aim, action_value, after_us = -1;
static int control = -1;
static FILE *report, *data;
static struct pretence { char call[16]; const char *suffix; long long below; } pretences[8];
static int pretence_count;
static const char *stale_suffix;
static int stale = -1;

// What has been seen.
static pid_t child;
static long counted;
static volatile sig_atomic_t killed;
static int hit;

enum { THREADS = 512 };

// A thread, and the call that it is in.
static struct thread {
    pid_t id;
    int in_call;
    enum action then;
    int restore_length, answer_stale;
    const struct call *call;
    long number;
    struct user_regs_struct before;
    char path[PATH_MAX], second[PATH_MAX];
    long long offset;
    int flags;
    struct iovec shortened;
} threads[THREADS];

static void stop(const char *what) { perror(what); if (child) kill(child, SIGKILL); exit(70); }

static void kill_child(int signal) { (void)signal; killed = 1; kill(child, SIGKILL); }

static void kill_in(long us) {
    if (us <= 0) { kill_child(0); return; }
    struct itimerval timer = {.it_value = {us / 1000000, us % 1000000}};
    setitimer(ITIMER_REAL, &timer, NULL);
}

// The place of a thread, which is another's once it has ended.
static struct thread *thread(pid_t id) {
    struct thread *unused = NULL;
    for (struct thread *one = threads; one < threads + THREADS; one++) {
        if (one->id == id) return one;
        if (!one->id && !unused) unused = one;
    }
    if (!unused) { errno = E2BIG; stop("inject: threads"); }
    unused->id = id;
    unused->in_call = 0;
    return unused;
}

// -- The memory and the descriptors of the command

static ssize_t peek(pid_t id, uint64_t from, void *into, size_t length) {
    struct iovec ours = {into, length}, theirs = {(void *)from, length};
    return process_vm_readv(id, &ours, 1, &theirs, 1, 0);
}

static void poke(pid_t id, uint64_t at, const void *bytes, size_t length) {
    struct iovec ours = {(void *)bytes, length}, theirs = {(void *)at, length};
    if (process_vm_writev(id, &ours, 1, &theirs, 1, 0) < 0) stop("inject: write to the command");
}

static void peek_string(pid_t id, uint64_t from, char *into, size_t room) {
    size_t length = 0;
    while (length + 1 < room) {
        // No further than the page's end: the next one may not be there.
        size_t part = 4096 - (from + length) % 4096;
        if (part > room - 1 - length) part = room - 1 - length;
        ssize_t got = peek(id, from + length, into + length, part);
        if (got <= 0) break;
        char *end = memchr(into + length, 0, got);
        length += got;
        if (end) return;
    }
    into[length] = 0;
}

static void link_of(pid_t id, const char *of, char *into) {
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/%s", id, of);
    ssize_t length = readlink(link, into, PATH_MAX - 1);
    into[length < 0 ? 0 : length] = 0;
}

static void descriptor_path(pid_t id, int descriptor, char *into) {
    char of[32];
    snprintf(of, sizeof of, "fd/%d", descriptor);
    link_of(id, of, into);
}

// The path at `address`, made absolute from the folder of `descriptor`.
static void path_at(pid_t id, int descriptor, uint64_t address, char *into) {
    char given[PATH_MAX], from[PATH_MAX];
    peek_string(id, address, given, sizeof given);
    // A file that was made without a name gets one by way of its descriptor.
    const char *own = "/proc/self/fd/";
    if (!strncmp(given, own, strlen(own))) {
        descriptor_path(id, atoi(given + strlen(own)), into);
        return;
    }
    if (given[0] == '/') { strcpy(into, given); return; }
    if (descriptor == AT_FDCWD) link_of(id, "cwd", from);
    else descriptor_path(id, descriptor, from);
    if (given[0]) snprintf(into, PATH_MAX, "%.2000s/%.2000s", from, given);
    else strcpy(into, from);
}

// The position and the flags of an open file.
static void position_of(pid_t id, int descriptor, long long *position, int *flags) {
    char name[64];
    snprintf(name, sizeof name, "/proc/%d/fdinfo/%d", id, descriptor);
    FILE *info = fopen(name, "re");
    unsigned octal = 0;
    *position = -1;
    if (info && fscanf(info, "pos: %lld flags: %o", position, &octal) < 1) *position = -1;
    *flags = octal;
    if (info) fclose(info);
}

// -- What a call is about

static int below_root(const char *path) {
    return !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int ends(const char *text, const char *suffix) {
    size_t length = strlen(text), part = strlen(suffix);
    return length >= part && !strcmp(text + length - part, suffix);
}

static int is(const struct thread *thread, const char *name) {
    return !strcmp(thread->call->name, name);
}

static int is_vector(const struct thread *thread) { return ends(thread->call->name, "v"); }

static int writes(const struct thread *thread) { return !!strstr(thread->call->name, "write"); }

static int reads(const struct thread *thread) {
    return is(thread, "read") || !strncmp(thread->call->name, "pread", 5) || is(thread, "readv");
}

// Says which files the call names, and whether one of them counts.
static int counts(struct thread *t, const struct user_regs_struct *r) {
    pid_t id = t->id;
    t->path[0] = t->second[0] = 0;
    t->offset = -1;
    t->flags = 0;
    switch (t->call->place) {
    case EVERYWHERE: return 1;
    case PATH: path_at(id, AT_FDCWD, r->rdi, t->path); t->flags = r->rsi; break;
    case AT: path_at(id, (int)r->rdi, r->rsi, t->path); t->flags = r->rdx; break;
    case PATHS:
        path_at(id, AT_FDCWD, r->rdi, t->path);
        path_at(id, AT_FDCWD, r->rsi, t->second);
        break;
    case ATS:
        path_at(id, (int)r->rdi, r->rsi, t->path);
        path_at(id, (int)r->rdx, r->r10, t->second);
        break;
    case LINKED:
        peek_string(id, r->rdi, t->second, sizeof t->second);
        path_at(id, AT_FDCWD, r->rsi, t->path);
        break;
    case LINKED_AT:
        peek_string(id, r->rdi, t->second, sizeof t->second);
        path_at(id, (int)r->rsi, r->rdx, t->path);
        break;
    case MAPPED:
        if ((int)r->r8 < 0) return 0;
        descriptor_path(id, (int)r->r8, t->path);
        t->offset = r->r9;
        break;
    case LOCKED:
        if (r->rsi != F_SETLK && r->rsi != F_SETLKW && r->rsi != F_OFD_SETLK
            && r->rsi != F_OFD_SETLKW) return 0;
        descriptor_path(id, (int)r->rdi, t->path);
        t->flags = r->rsi;
        break;
    case DESCRIPTOR:
        if (writes(t) && r->rdi == 1) {
            descriptor_path(id, 1, t->path);
            if (!below_root(t->path)) { strcpy(t->path, "stdout"); return 1; }
        }
        descriptor_path(id, (int)r->rdi, t->path);
    }
    if (!below_root(t->path) && !(t->call->place != LINKED && below_root(t->second))) return 0;
    if (t->call->place == DESCRIPTOR && (writes(t) || reads(t))) {
        position_of(id, (int)r->rdi, &t->offset, &t->flags);
        if (t->call->name[0] == 'p') t->offset = r->r10;
    } else if (is(t, "ftruncate")) {
        t->offset = r->rsi;
    } else if (is(t, "fallocate")) {
        t->offset = r->rdx + r->r10;
    } else if (is(t, "flock")) {
        t->flags = r->rsi;
    }
    return 1;
}

// -- The bytes of a call

static size_t vectors_of(pid_t id, const struct user_regs_struct *r, struct iovec *into) {
    size_t count = r->rdx > 1024 ? 1024 : r->rdx;
    return peek(id, r->rsi, into, count * sizeof *into) < 0 ? 0 : count;
}

static size_t length_of(struct thread *t, const struct user_regs_struct *r) {
    if (!is_vector(t)) return writes(t) || reads(t) ? r->rdx : is(t, "mmap") ? r->rsi : 0;
    static struct iovec parts[1024];
    size_t count = vectors_of(t->id, r, parts), length = 0;
    for (size_t i = 0; i < count; i++) length += parts[i].iov_len;
    return length;
}

// Copies the first `length` bytes that the call wrote to the file of --data, and says where.
static long keep(struct thread *t, size_t length) {
    static struct iovec parts[1024];
    size_t count = 1, done = 0;
    if (is_vector(t)) count = vectors_of(t->id, &t->before, parts);
    else parts[0] = (struct iovec){(void *)t->before.rsi, t->before.rdx};
    long place = ftell(data);
    for (size_t i = 0; i < count && done < length; i++) {
        size_t part = parts[i].iov_len < length - done ? parts[i].iov_len : length - done;
        char *bytes = malloc(part + 1);
        if (peek(t->id, (uint64_t)parts[i].iov_base, bytes, part) != (ssize_t)part)
            stop("inject: read from the command");
        fwrite(bytes, 1, part, data);
        free(bytes);
        done += part;
    }
    return place;
}

static void tell(struct thread *t, const char *result) {
    if (!report) return;
    long place = -1;
    size_t length = length_of(t, &t->before);
    long done = atol(result);
    if (data && writes(t) && done > 0) place = keep(t, done);
    fprintf(report, "%ld\t%s\t%s\t%s\t%d\t%lld\t%zu\t%s\t%ld\n", t->number, t->call->name, t->path,
            t->second, t->flags, t->offset, length, result, place);
}

static void tell_result(struct thread *t, long long result) {
    char text[32];
    snprintf(text, sizeof text, "%lld", result);
    tell(t, text);
}

// -- Injecting

static void hold(void) {
    if (report) fflush(report);
    if (data) fflush(data);
    char answer = 'k';
    if (write(control, "h", 1) != 1 || read(control, &answer, 1) != 1) answer = 'k';
    if (answer == 'k') kill_child(0);
}

static void set(pid_t id, struct user_regs_struct *registers) {
    if (ptrace(PTRACE_SETREGS, id, 0, registers) < 0 && errno != ESRCH) stop("inject: registers");
}

static void answer_without_doing(struct thread *t, struct user_regs_struct r, long long answer) {
    r.orig_rax = -1;
    r.rax = answer;
    set(t->id, &r);
}

// Halves the bytes of a call. What it changes is put back when the call has ended.
static int shorten(struct thread *t, struct user_regs_struct r) {
    t->shortened.iov_base = NULL;
    if (!is_vector(t)) {
        if (r.rdx < 2) return 0;
        r.rdx /= 2;
    } else if (r.rdx > 1) {
        r.rdx /= 2;
    } else {
        if (peek(t->id, r.rsi, &t->shortened, sizeof t->shortened) < 0) return 0;
        struct iovec half = t->shortened;
        if ((half.iov_len /= 2) == 0) return 0;
        poke(t->id, r.rsi, &half, sizeof half);
    }
    t->restore_length = 1;
    set(t->id, &r);
    return 1;
}

static int pretended(const struct thread *t) {
    for (int i = 0; i < pretence_count; i++)
        if (!strcmp(pretences[i].call, t->call->name) && ends(t->path, pretences[i].suffix)
            && (pretences[i].below < 0 || (t->offset >= 0 && t->offset < pretences[i].below)))
            return 1;
    return 0;
}

// A lock that others have is asked for again and again: that is one call, however long they have it.
static int asks_again(const struct thread *t, const struct user_regs_struct *r) {
    return !strcmp(t->call->name, "flock") && r->rsi & LOCK_NB
        && t->before.orig_rax == r->orig_rax && t->before.rdi == r->rdi;
}

// A call begins. Returns whether its end must be seen.
static int begin(struct thread *t) {
    struct user_regs_struct r;
    if (ptrace(PTRACE_GETREGS, t->id, 0, &r) < 0) return 0;
    t->call = NULL;
    for (int i = 0; i < CALLS; i++) if (calls[i].number == (int)r.orig_rax) t->call = &calls[i];
    if (!t->call || !counts(t, &r) || asks_again(t, &r)) return 0;
    t->before = r;
    t->number = ++counted;
    t->then = NONE;
    t->restore_length = 0;
    t->answer_stale = stale >= 0 && reads(t) && !is_vector(t) && ends(t->path, stale_suffix);
    if (pretended(t)) {
        hit = 1;
        answer_without_doing(t, r, writes(t) ? (long long)length_of(t, &r) : 0);
        return 0;
    }
    if (t->number == aim) {
        switch (action) {
        case FAIL:
            hit = 1;
            answer_without_doing(t, r, -action_value);
            tell_result(t, -action_value);
            return 0;
        case KILL: hit = 1; tell(t, "?"); kill_child(0); return 0;
        case KILL_IN: kill_in(action_value); break;
        case HOLD: hit = 1; hold(); break;
        case SHORT: if (shorten(t, r)) { hit = 1; t->then = SHORT; } break;
        default: t->then = action;
        }
    }
    if (data || t->then || t->answer_stale) return 1;
    tell(t, "?");
    return 0;
}

// Puts what the file of --stale holds in place of what was read.
static void answer_with_old(struct thread *t, long long length) {
    const long long meta_pages = 8192;
    long long skipped = t->offset < meta_pages ? meta_pages - t->offset : 0;
    if (length <= skipped) return;
    char *old = malloc(length);
    ssize_t got = pread(stale, old, length - skipped, t->offset + skipped);
    if (got > 0) { poke(t->id, t->before.rsi + skipped, old, got); hit = 1; }
    free(old);
}

// The call has ended.
static void end(struct thread *t) {
    struct user_regs_struct r;
    if (ptrace(PTRACE_GETREGS, t->id, 0, &r) < 0) return;
    tell_result(t, (long long)r.rax);
    if (t->restore_length) {
        r.rdx = t->before.rdx;
        set(t->id, &r);
        if (t->shortened.iov_base) poke(t->id, r.rsi, &t->shortened, sizeof t->shortened);
    }
    if (t->answer_stale) answer_with_old(t, (long long)r.rax);
    if (t->then == FAIL_AFTER) { hit = 1; r.rax = -action_value; set(t->id, &r); }
    if (t->then == KILL_AFTER) { hit = 1; kill_child(0); }
    if (t->then == HOLD_AFTER) { hit = 1; hold(); }
}

// -- Running

static void filter_and_run(char **command) {
    struct sock_filter filter[CALLS + 6];
    int n = 0;
    filter[n++] = (struct sock_filter)BPF_STMT(
        BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
    filter[n++] = (struct sock_filter)BPF_JUMP(
        BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0);
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    filter[n++] = (struct sock_filter)BPF_STMT(
        BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (int i = 0; i < CALLS; i++)
        filter[n++] = (struct sock_filter)BPF_JUMP(
            BPF_JMP | BPF_JEQ | BPF_K, calls[i].number, CALLS - i, 0);
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    struct sock_fprog program = {n, filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program)) stop("inject: seccomp");
    execvp(command[0], command);
    stop(command[0]);
}

static void start(char **command) {
    int gate[2];
    if (pipe2(gate, O_CLOEXEC)) stop("inject: pipe");
    child = fork();
    if (child < 0) stop("inject: fork");
    if (!child) {
        char byte;
        close(gate[1]);
        if (read(gate[0], &byte, 1) != 1) _exit(70);
        filter_and_run(command);
    }
    long options = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK
        | PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC | PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SEIZE, child, 0, options) < 0) stop("inject: ptrace");
    if (write(gate[1], "", 1) != 1) stop("inject: pipe");
    close(gate[0]);
    close(gate[1]);
}

// Serves the command's stops until it has ended, and returns its status.
static int serve(void) {
    int status, last = 0;
    for (;;) {
        pid_t id = waitpid(-1, &status, __WALL);
        if (id < 0) {
            if (errno == EINTR) continue;
            return last;
        }
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (id == child) last = status;
            thread(id)->id = 0;
            continue;
        }
        struct thread *t = thread(id);
        int event = status >> 16, signal = WSTOPSIG(status);
        long way = PTRACE_CONT;
        if (event == PTRACE_EVENT_SECCOMP) {
            if ((t->in_call = begin(t))) way = PTRACE_SYSCALL;
            signal = 0;
        } else if (signal == (SIGTRAP | 0x80)) {
            if (t->in_call) end(t);
            t->in_call = 0;
            signal = 0;
        } else if (event == PTRACE_EVENT_STOP) {
            if (signal != SIGTRAP) way = PTRACE_LISTEN;
            signal = 0;
        } else if (event == PTRACE_EVENT_EXEC) {
            if (after_us >= 0) kill_in(after_us);
            signal = 0;
        } else if (event) {
            signal = 0;
        }
        if (ptrace(way, id, 0, signal) < 0 && errno != ESRCH) stop("inject: go on");
    }
}

// -- What is asked for

static void usage(const char *what) { fprintf(stderr, "inject: %s\n", what); exit(64); }

static void read_action(char *text) {
    static const struct { const char *name; enum action action; } names[] = {
        {"fail", FAIL}, {"failafter", FAIL_AFTER}, {"short", SHORT}, {"kill", KILL},
        {"killafter", KILL_AFTER}, {"killin", KILL_IN}, {"hold", HOLD}, {"holdafter", HOLD_AFTER}};
    char *number = strtok(text, ":"), *name = strtok(NULL, ":"), *value = strtok(NULL, ":");
    if (!number || !name) usage("--at N:ACTION[:VALUE]");
    aim = atol(number);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (!strcmp(names[i].name, name)) action = names[i].action;
    if (!action) usage("no such action");
    action_value = value ? atol(value) : 0;
}

static void read_pretence(char *text) {
    if (pretence_count == 8) usage("too many --pretend");
    struct pretence *one = &pretences[pretence_count++];
    char *call = strsep(&text, ":"), *suffix = strsep(&text, ":"), *below = strsep(&text, ":");
    if (!suffix) usage("--pretend CALL:SUFFIX[:BELOW]");
    snprintf(one->call, sizeof one->call, "%s", call);
    one->suffix = suffix;
    one->below = below ? atoll(below) : -1;
}

static void read_stale(char *text) {
    char *file = strchr(text, '=');
    if (!file) usage("--stale SUFFIX=FILE");
    *file++ = 0;
    stale_suffix = text;
    if ((stale = open(file, O_RDONLY | O_CLOEXEC)) < 0) stop(file);
}

int main(int count, char **arguments) {
    int i = 1;
    for (; i + 1 < count && strcmp(arguments[i], "--"); i += 2) {
        char *name = arguments[i], *value = arguments[i + 1];
        if (!strcmp(name, "--root")) root = value;
        else if (!strcmp(name, "--report")) report = fopen(value, "we");
        else if (!strcmp(name, "--data")) data = fopen(value, "we");
        else if (!strcmp(name, "--control")) control = atoi(value);
        else if (!strcmp(name, "--at")) read_action(value);
        else if (!strcmp(name, "--after")) after_us = atol(value);
        else if (!strcmp(name, "--pretend")) read_pretence(value);
        else if (!strcmp(name, "--stale")) read_stale(value);
        else usage(name);
    }
    if (!root || i >= count - 1) usage("--root DIR ... -- COMMAND");
    root_length = strlen(root);
    if (control >= 0) fcntl(control, F_SETFD, FD_CLOEXEC);
    signal(SIGALRM, kill_child);
    start(arguments + i + 1);
    int status = serve();
    if (!report) return 0;
    if (hit) fprintf(report, "hit %ld\n", aim);
    if (killed && WIFSIGNALED(status)) fprintf(report, "killed\n");
    else if (WIFSIGNALED(status)) fprintf(report, "signal %d\n", WTERMSIG(status));
    else fprintf(report, "exit %d\n", WEXITSTATUS(status));
    return 0;
}

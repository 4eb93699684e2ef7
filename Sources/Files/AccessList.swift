import CLinux
package import Glibc

/// Who may use a file or folder: a POSIX access control list, as acl(5) has it.
///
/// Linux keeps it in the extended attribute `system.posix_acl_access`, and that which a folder hands
/// down to what is made in it in `system.posix_acl_default`, as linux/posix_acl_xattr.h has it: the
/// version, 2, in four bytes; then for each entry, by ascending tag, the tag and the permissions in
/// two bytes each, and in four the id of the user or group, or ffffffff for a tag without one. All
/// numbers are little-endian. Owner rwx, group rwx, group 5001 r-x, mask rwx, others nothing:
///
///     02000000 01000700ffffffff 04000700ffffffff 0800050089130000 10000700ffffffff 20000000ffffffff
///
/// A list of only an owner, a group and others is what the file's mode says, and is kept as that.
package struct AccessList: Hashable, Sendable {
    package struct Permissions: OptionSet, Hashable, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let read = Permissions(rawValue: 4)
        package static let write = Permissions(rawValue: 2)
        /// Of a folder: to pass through it to what one can name.
        package static let search = Permissions(rawValue: 1)
    }

    package var owner: Permissions
    package var group: Permissions
    package var others: Permissions
    /// Users and groups by their numbers.
    package var users: [UInt32: Permissions] = [:]
    package var groups: [UInt32: Permissions] = [:]
    /// The most that the group, and users and groups by number, may do; nil where nothing limits it.
    package var mask: Permissions?

    package init(owner: Permissions, group: Permissions, others: Permissions = []) {
        self.owner = owner
        self.group = group
        self.others = others
    }

    /// What a file's mode says.
    package init(mode: mode_t) {
        self.init(
            owner: Permissions(rawValue: UInt16(mode >> 6 & 7)),
            group: Permissions(rawValue: UInt16(mode >> 3 & 7)),
            others: Permissions(rawValue: UInt16(mode & 7)))
    }

    /// The permission bits of a mode. Beside users and groups by number, those of the group are the
    /// mask.
    package var mode: mode_t {
        let middle = bytesMask ?? group
        return mode_t(owner.rawValue) << 6 | mode_t(middle.rawValue) << 3 | mode_t(others.rawValue)
    }

    /// What those whom an entry names may really do.
    package func effective(_ named: Permissions) -> Permissions {
        mask.map(named.intersection) ?? named
    }

    /// A list that names users or groups must have a mask.
    private var bytesMask: Permissions? {
        if mask != nil || users.isEmpty && groups.isEmpty { return mask }
        return (Array(users.values) + groups.values).reduce(group) { $0.union($1) }
    }
}

// MARK: Bytes

extension AccessList {
    private enum Tag: UInt16 {
        case owner = 1
        case user = 2
        case owningGroup = 4
        case group = 8
        case mask = 16
        case others = 32
    }

    private static let version: UInt32 = 2
    private static let noID = UInt32.max

    package var bytes: [UInt8] {
        var bytes = Self.littleEndian(Self.version)
        func add(_ tag: Tag, _ permissions: Permissions, _ id: UInt32 = Self.noID) {
            bytes += Self.littleEndian(tag.rawValue) + Self.littleEndian(permissions.rawValue)
            bytes += Self.littleEndian(id)
        }
        add(.owner, owner)
        for (id, permissions) in users.sorted(by: { $0.key < $1.key }) {
            add(.user, permissions, id)
        }
        add(.owningGroup, group)
        for (id, permissions) in groups.sorted(by: { $0.key < $1.key }) {
            add(.group, permissions, id)
        }
        if let bytesMask { add(.mask, bytesMask) }
        add(.others, others)
        return bytes
    }

    /// Nil for bytes that are no list.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= 4, bytes.count % 8 == 4, Self.number(bytes[..<4]) == Self.version
        else { return nil }
        var found: [Tag: Permissions] = [:]
        self.init(owner: [], group: [])
        for start in stride(from: 4, to: bytes.count, by: 8) {
            let permissions = UInt16(Self.number(bytes[start + 2..<start + 4]))
            guard let tag = Tag(rawValue: UInt16(Self.number(bytes[start..<start + 2]))),
                permissions <= 7
            else { return nil }
            let may = Permissions(rawValue: permissions)
            let id = Self.number(bytes[start + 4..<start + 8])
            let isNew =
                switch tag {
                case .user: users.updateValue(may, forKey: id) == nil
                case .group: groups.updateValue(may, forKey: id) == nil
                default: found.updateValue(may, forKey: tag) == nil
                }
            guard isNew else { return nil }
        }
        guard let owner = found[.owner], let group = found[.owningGroup],
            let others = found[.others],
            found[.mask] != nil || users.isEmpty && groups.isEmpty
        else { return nil }
        (self.owner, self.group, self.others, mask) = (owner, group, others, found[.mask])
    }

    private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

// MARK: Files

extension AccessList {
    private static let access = "system.posix_acl_access"
    private static let handedDown = "system.posix_acl_default"

    /// Of what lies at a path; a symbolic link there is followed.
    package init(at path: String) throws(FileFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileFailure(path) }
        self = try Self.stored(Self.access, at: path) ?? AccessList(mode: status.st_mode)
    }

    /// What a folder hands down to what is made in it; nil where that is only the mode asked for.
    package static func handedDown(at path: String) throws(FileFailure) -> AccessList? {
        try stored(handedDown, at: path)
    }

    /// Whether the file system keeps lists that name users or groups.
    package static func areKept(at path: String) -> Bool {
        getxattr(path, access, nil, 0) >= 0 || errno != ENOTSUP
    }

    /// In one step, so that nobody is let in between two.
    /// - Throws: with `ENOTSUP` where the file system keeps no such lists; `EPERM` for whoever is not
    ///   the owner.
    package func store(at path: String) throws(FileFailure) {
        if set(Self.access, at: path) { return }
        guard errno == ENOTSUP, users.isEmpty, groups.isEmpty else { throw FileFailure(path) }
        guard chmod(path, mode) == 0 else { throw FileFailure(path) }
    }

    /// Has a folder hand a list down, or none.
    package static func handDown(_ list: AccessList?, at path: String) throws(FileFailure) {
        if let list {
            guard list.set(handedDown, at: path) else { throw FileFailure(path) }
        } else {
            guard removexattr(path, handedDown) == 0 || errno == ENODATA || errno == ENOTSUP
            else { throw FileFailure(path) }
        }
    }

    private func set(_ attribute: String, at path: String) -> Bool {
        let bytes = bytes
        return setxattr(path, attribute, bytes, bytes.count, 0) == 0
    }

    private static func stored(
        _ attribute: String, at path: String
    ) throws(FileFailure) -> AccessList? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = getxattr(path, attribute, &bytes, bytes.count)
        if count < 0, errno == ENODATA || errno == ENOTSUP { return nil }
        guard count >= 0, let list = AccessList(bytes: Array(bytes.prefix(count))) else {
            throw FileFailure(path, errno: count < 0 ? errno : EINVAL)
        }
        return list
    }
}

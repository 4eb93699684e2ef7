import Coordinates

/// What is true of a command by itself: which things the rules must look up to judge it, beside the
/// registers that all are judged by. `Command.facts` states it, once for each command.
package struct CommandFacts: Hashable, Sendable {
    /// Which actions are looked through.
    package enum Lists: Hashable, Sendable {
        case none
        case all
        /// Those that any committee answers for.
        case ofCommittees
        case ofDocument(DocumentSlug)
        /// Those of a document, and with a policy, of all that carries it out.
        case ofPolicy(DocumentSlug)
    }

    /// The actions that it names.
    var actions: [ActionNumber] = []
    var lists = Lists.none
    /// Whether it ties something to areas or goals.
    var aims = false
    var guidelines = false
    var indicators = false
    /// The entry that it corrects.
    var entry: Position?
    /// Whether it speaks of entries and their writers: then what it leads to shares an entry with
    /// nothing else.
    package var standsAlone = false
    /// Whether it rests on the days being right; if not, it can mend what makes them wrong.
    package var needsDays = true
}

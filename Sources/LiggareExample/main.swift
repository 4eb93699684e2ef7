// Opens a ledger, records in it, asks it, follows it and audits it, with the library alone.
import FoundationEssentials
import Liggare

let place = CommandLine.arguments[1]
let key = try Key.make(at: place + "/key.pem")
let checkpointKey = try Key.make(at: place + "/checkpoint-key.pem")
let ledger = try Ledger.found(
    "Exempelkommun", at: place + "/ledger", origin: "example.se/handlingsplaner", signedBy: key,
    checkpointKey: checkpointKey)

try ledger.record(
    """
    {"event":"CommitteeEstablished","committee":"SN","name":"Socialnämnden"}
    {"event":"PlanAdopted","plan":"integration","title":"Handlingsplan för integration"}
    {"event":"ActionDecided","plan":"integration","title":"Praktikplatser","responsible":["SN"]}
    {"event":"DeadlineSet","action":1,"due":"senast den 30 juni 2027"}
    {"event":"StatusReported","action":1,"committee":"SN","status":"ongoing"}
    """, signedBy: key)

struct Board: Decodable {
    struct Action: Decodable { let action: Int, title: String, status: String }
    let actions: [Action]
}
for row in try ledger.ask(.board(committee: "SN")).decoded(as: Board.self).actions {
    print("\(row.action) \(row.title): \(row.status)")
}
for try await entry in ledger.entries() {
    print("entry \(entry.position)")
    if try entry.position + 1 == ledger.size { break }
}
try ledger.publish(to: place + "/published", checkpointKey: checkpointKey)
print("audit: \(try ledger.audit().isVerified ? "verified" : "NOT VERIFIED")")

extension Event {
    /// The number of what the event begins; nil for one that begins nothing.
    package var begun: UInt32? {
        switch self {
        case .committeeEstablished(let number, _): number.value
        case .policyAdopted(let number, _), .planAdopted(let number, _): number.value
        case .areaDefined(let number, _, _): number.value
        case .goalSet(let number, _): number.value
        case .actionDecided(let number, _): number.value
        case .guidelineIssued(let number, _): number.value
        case .indicatorDefined(let number, _): number.value
        default: nil
        }
    }
}

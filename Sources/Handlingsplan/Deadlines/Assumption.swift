/// Something that a deadline phrase leaves open and its reading had to settle.
package enum Assumption: String, Hashable, Sendable, CaseIterable {
    /// The year is not written: it is the first that puts the date after the given day, or, in
    /// "under året" and "mandatperioden", the one in which the given day lies.
    case yearFromGiven = "year-from-given"
    /// The year is not written and no day is given: there are no days.
    case yearUnknown = "year-unknown"
    /// "Innan januari" ends on 31 December, though it can also be meant as during January.
    case beforeStrictly = "before-strictly"
    /// "Efter maj" begins on 1 June, though it can also be meant as from the beginning of May.
    case afterStrictly = "after-strictly"
    /// "Till 2020" ends with 2020, though it can also be meant as until its beginning.
    case endIncluded = "end-included"
    /// Spring is March to May, and the other seasons follow by three months each.
    case seasonBoundaries = "season-boundaries"
    /// "Tidig höst" is the half up to the 15th of the middle month, "senhösten" is the rest.
    case seasonHalves = "season-halves"
    /// "Vintern 2023" is the winter that begins in December 2023.
    case winterBeginsInYear = "winter-begins-in-year"
    /// The beginning, middle and end of something are its thirds; a month's end on 10 and 20.
    case thirds
    /// "I april och september" spans the months between them too.
    case gapIncluded = "gap-included"
    /// "Mandatperioden 2014–2018" names the election years: it is 2015 to 2018.
    case electionYearsNamed = "election-years-named"
    /// "Två gånger per år" is once each half-year.
    case evenlySpread = "evenly-spread"
    /// "Minst vart sjätte år" may be more often: the longest pause allowed is what is read.
    case atLeastThisOften = "at-least-this-often"
}

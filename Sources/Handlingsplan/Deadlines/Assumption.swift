/// Something that a deadline phrase leaves open and its reading had to settle.
package enum Assumption: String, Hashable, Sendable, CaseIterable {
    /// The year is not written: it is the first that puts the date after the given day, or, in
    /// "under året" and "mandatperioden", the one in which the given day lies.
    case yearFromGiven = "year-from-given"
    /// The year is not written and no day is given: there are no days.
    case yearUnknown = "year-unknown"
    /// "Innan januari" ends on 31 December, though it can also be meant as during January: what
    /// the rules say of "innan" and "före", and always of "inför".
    case beforeStrictly = "before-strictly"
    /// "Efter maj" begins on 1 June, though it can also be meant as from the beginning of May.
    case afterStrictly = "after-strictly"
    /// "Till 2020" ends with 2020, though it can also be meant as until its beginning.
    case endIncluded = "end-included"
    /// The seasons begin in the months that the rules name: by the standard ones spring is March
    /// to May, and the other seasons follow by three months each.
    case seasonBoundaries = "season-boundaries"
    /// "Tidig höst" is the first half of its months, "senhösten" is the rest. Where they are odd
    /// in number, the first half ends on the 15th of the middle month.
    case seasonHalves = "season-halves"
    /// "Vintern 2023" is the winter that begins in 2023, though it runs into the next year.
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
    /// "Innan januari" ends on 31 January, as the rules say, though it can also be meant as before
    /// January begins.
    case beforeIncluded = "before-included"
}

/// The words by which programs say that they quote somebody else's message.
package struct QuotationWords: Sendable {
  /// Classes and identifiers of elements in HTML that hold a quotation.
  package var htmlNames: Set<String> = []

  package init() {}
}

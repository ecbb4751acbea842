/// The compiled lexicons, as the plug-in CompileLexicons writes them whenever a file under `lexicons/` changes.
package enum LexiconImages {
  /// What `LexiconImage` reads, in place.
  package static var image: StaticString { compiledImage }

  /// The same for situations; it lies in the program untouched until advice is asked for.
  package static var situations: StaticString { compiledSituations }

  /// The same for what buyers' comments are about; only triage asks for it.
  package static var comments: StaticString { compiledComments }

  /// The files that it was compiled from, as `LexiconArchive` writes them.
  package static var sources: StaticString { compiledSources }
}

/// The compiled lexicons, as the plug-in CompileLexicons writes them whenever a file under `lexicons/` changes.
package enum LexiconImages {
  /// What `LexiconImage` reads, in place.
  package static var image: StaticString { compiledImage }

  /// The files that it was compiled from, as `LexiconArchive` writes them.
  package static var sources: StaticString { compiledSources }
}

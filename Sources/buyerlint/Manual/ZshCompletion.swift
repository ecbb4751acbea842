/// What zsh completes the program with.
enum ZshCompletion {
  static func script(_ commands: [CompletedCommand]) -> String {
    let names = commands.map { "    \("\($0.name):\($0.summary.escaping(":\\"))".quotedForShell)\n" }.joined()
    return """
      #compdef buyerlint
      # zsh completion for buyerlint; written by `buyerlint completions zsh`.

      \(helpers)
      _buyerlint() {
        local command=\(Command.defaultName)
        local -a commands=(
      \(names)  )
        local -a program=()
        if (( CURRENT == 2 )); then
          _describe -t commands command commands
          program=('--version[the version]')
        elif (( ${commands[(I)${words[2]}:*]} )); then
          command=$words[2]
          shift words
          (( CURRENT-- ))
        fi
        case $command in
      \(commands.map(arguments).joined())  esac
      }

      _buyerlint "$@"

      """
  }

  private static func arguments(of command: CompletedCommand) -> String {
    var specifications = command.options.map { option in
      let summary = "[\(option.summary.escaping("[]:\\"))]"
      guard let offer = option.offer else { return "\(option.name)\(summary)" }
      // A star: it may be given again, and then the last one holds or all do.
      return "*\(option.name)=\(summary):\(option.placeholder.escaping(":")):\(action(offer))"
    }
    if !command.arguments.isEmpty { specifications.append("*: :\(action(command.arguments))") }
    let lines = specifications.map { "        \($0.quotedForShell)" }.joined(separator: " \\\n")
    return "    \(command.name))\n      _arguments -S : $program \\\n\(lines)\n      ;;\n"
  }

  private static func action(_ offer: Offer) -> String {
    let words = offer.words.joined(separator: " ")
    switch offer.form {
    case .list where !offer.words.isEmpty: return "_sequence compadd - \(words)"
    case .pair(let others): return " _buyerlint_pair \(words) -- \(others.joined(separator: " "))"
    case .output: return " _buyerlint_output \(words)"
    case .single, .list:
      if offer.offersFiles { return "_files" }
      if offer.offersFolders { return "_files -/" }
      return offer.words.isEmpty ? " " : "(\(words))"
    }
  }

  /// Values of two halves.
  private static let helpers = #"""
    # One of the words before `--`, and one of those behind it after a `=`.
    _buyerlint_pair() {
      local split=${argv[(i)--]}
      if compset -P '*='; then
        compadd - "${(@)argv[split + 1, -1]}"
      else
        compadd -S = - "${(@)argv[1, split - 1]}"
      fi
    }

    # One of the words, and maybe a file after a `=`.
    _buyerlint_output() {
      if compset -P '*='; then _files; else compadd - "$@"; fi
    }

    """#
}

/// What fish completes the program with.
enum FishCompletion {
  static func script(_ commands: [CompletedCommand]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    var text = """
      # fish completion for buyerlint; written by `buyerlint completions fish`.

      \(helpers)
      # Whether the command line is one of this command.
      function __buyerlint_runs
          set -l line (commandline -opc)
          if contains -- "$line[2]" \(names)
              test "$line[2]" = $argv[1]
          else
              test $argv[1] = \(Command.defaultName)
          end
      end

      complete -c buyerlint -f
      complete -c buyerlint -n __buyerlint_begins -l version -d 'the version'

      """
    for command in commands {
      text += "complete -c buyerlint -n __buyerlint_begins -a \(command.name) -d \(quoted(command.summary))\n"
    }
    for command in commands {
      let condition = "complete -c buyerlint -n '__buyerlint_runs \(command.name)'"
      text += "\n"
      for option in command.options {
        let value = option.offer.map { " -r" + arguments($0) } ?? ""
        text += "\(condition) -l \(option.name.drop { $0 == "-" })\(value) -d \(quoted(option.summary))\n"
      }
      if !command.arguments.isEmpty { text += condition + arguments(command.arguments) + "\n" }
    }
    return text
  }

  private static func arguments(_ offer: Offer) -> String {
    let words = offer.words.joined(separator: " ")
    switch offer.form {
    case .list where !offer.words.isEmpty: return " -f -a '(__buyerlint_list \(words))'"
    case .pair(let others): return " -f -a '(__buyerlint_pair \(words) -- \(others.joined(separator: " ")))'"
    case .output: return " -f -a '(__buyerlint_output \(words))'"
    case .single, .list:
      if offer.offersFiles { return " -F" }
      if offer.offersFolders { return " -f -a '(__fish_complete_directories)'" }
      return offer.words.isEmpty ? " -f" : " -f -a '\(words)'"
    }
  }

  private static func quoted(_ text: String) -> String { "'\(text.escaping("\\'"))'" }

  private static let helpers = #"""
    # Whether nothing is written yet.
    function __buyerlint_begins
        test (count (commandline -opc)) -eq 1
    end

    # The value that is being written.
    function __buyerlint_value
        commandline -ct | string replace -r '^--[^=]*=' ''
    end

    # Words of which several may stand with commas between.
    function __buyerlint_list
        set -l begun (__buyerlint_value | string replace -r '[^,]*$' '')
        printf '%s\n' "$begun"$argv
    end

    # One of the words before `--`, and one of those behind it after a `=`.
    function __buyerlint_pair
        set -l split (contains -i -- -- $argv)
        set -l begun (__buyerlint_value | string match -r '^[^=]*=')
        if test -n "$begun"
            printf '%s\n' "$begun"$argv[(math $split + 1)..]
        else
            printf '%s=\n' $argv[1..(math $split - 1)]
        end
    end

    # One of the words, and maybe a file after a `=`.
    function __buyerlint_output
        set -l value (__buyerlint_value)
        set -l begun (string match -r '^[^=]*=' -- "$value")
        if test -n "$begun"
            printf '%s\n' "$begun"(__fish_complete_path (string replace -r '^[^=]*=' '' -- "$value") | string split -f 1 \t)
        else
            printf '%s\n' $argv
        end
    end

    """#
}

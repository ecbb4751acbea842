/// What bash completes the program with.
enum BashCompletion {
  static func script(_ commands: [CompletedCommand]) -> String {
    head + "\n" + values(commands) + "\n" + names(commands) + "\n" + tail
  }

  /// The function that says what an option takes, or, for an option without name, what the arguments are.
  private static func values(_ commands: [CompletedCommand]) -> String {
    var text = """
      # What an option of a command takes, or its arguments: sets `form`, `words`, `others` and `names`.
      # The status is 1 for an option that takes nothing.
      _buyerlint_offer() {
        form=single words= others= names=
        case "$1 $2" in

      """
    for command in commands {
      for option in command.options {
        if let offer = option.offer {
          text += "    \("\(command.name) \(option.name)".quotedForShell)) \(settings(offer));;\n"
        }
      }
      text += "    \("\(command.name) ".quotedForShell)) \(settings(command.arguments));;\n"
    }
    return text + "    *) return 1 ;;\n  esac\n}\n"
  }

  private static func settings(_ offer: Offer) -> String {
    var text = ""
    switch offer.form {
    case .single: break
    case .list: text += "form=list "
    case .pair(let others): text += "form=pair others=\(others.joined(separator: " ").quotedForShell) "
    case .output: text += "form=output "
    }
    if !offer.words.isEmpty { text += "words=\(offer.words.joined(separator: " ").quotedForShell) " }
    if offer.offersFiles { text += "names=f " } else if offer.offersFolders { text += "names=d " }
    return text
  }

  private static func names(_ commands: [CompletedCommand]) -> String {
    var text = """
      # The options of a command: sets `words`.
      _buyerlint_options() {
        case "$1" in

      """
    for command in commands {
      text += "    \(command.name)) words=\(command.options.map(\.name).joined(separator: " ").quotedForShell) ;;\n"
    }
    let all = commands.map(\.name).joined(separator: " ").quotedForShell
    return text + "  esac\n}\n\n_buyerlint_commands=\(all)\n_buyerlint_default=\(Command.defaultName)\n"
  }

  private static let head = """
    # bash completion for buyerlint; written by `buyerlint completions bash`.

    """

  /// All that does not depend on the commands.
  ///
  /// It runs in bash 3.2 too, which has neither `mapfile` nor `compopt`.
  private static let tail = #"""
    # Adds the words, or names of files, that begin with $1, each behind $2 and before $3.
    _buyerlint_add() {
      local word
      while IFS= read -r word; do COMPREPLY+=("$2$word$3"); done < <(
        [ -z "$words" ] || compgen -W "$words" -- "$1"
        [ -z "$names" ] || compgen "-$names" -- "$1"
      )
      [ -z "$names" ] || compopt -o filenames 2> /dev/null
    }

    # Completes a value, of which $1 stands there, behind $2.
    _buyerlint_value() {
      local value=$1 before=$2 begun
      case $form in
        single) _buyerlint_add "$value" "$before" ;;
        list)
          begun=${value%"${value##*,}"}
          compopt -o nospace 2> /dev/null
          _buyerlint_add "${value##*,}" "$before$begun"
          ;;
        pair | output)
          if [[ $value == *=* ]]; then
            begun=${value%%=*}=
            words=$others
            [ $form = pair ] || names=f
            _buyerlint_add "${value#*=}" "$before$begun"
          elif [ $form = pair ]; then
            compopt -o nospace 2> /dev/null
            _buyerlint_add "$value" "$before" =
          else
            _buyerlint_add "$value" "$before"
          fi
          ;;
      esac
    }

    _buyerlint() {
      local piece=$2 line=() part index last=-1 command=$_buyerlint_default word pending= isOver=
      local form words others names
      COMPREPLY=()

      # Readline cuts at `=`; here an option and its value are one word.
      for ((index = 1; index <= COMP_CWORD; index++)); do
        part=${COMP_WORDS[index]}
        if ((last >= 0)) && [[ $part == = || ${line[last]} == -*= || ${line[last]} == */*= ]]; then
          line[last]+=$part
        else
          line[++last]=$part
        fi
      done
      [[ $piece != = ]] || piece=
      local current=${line[last]}
      local kept=${current%"$piece"}

      index=0
      if ((last > 0)) && [[ " $_buyerlint_commands " == *" ${line[0]} "* ]]; then
        command=${line[0]}
        index=1
      fi
      for (( ; index < last; index++)); do
        word=${line[index]}
        if [ -n "$pending" ]; then
          pending=
        elif [ "$word" = -- ]; then
          isOver=1
        elif [[ $word == -* && $word != *=* ]] && _buyerlint_offer "$command" "$word"; then
          pending=$word
        fi
      done

      if [ -n "$pending" ]; then
        _buyerlint_offer "$command" "$pending"
        _buyerlint_value "$current" ""
      elif [ -z "$isOver" ] && [[ $current == --*=* ]]; then
        _buyerlint_offer "$command" "${current%%=*}" && _buyerlint_value "${current#*=}" "${current%%=*}="
      elif [ -z "$isOver" ] && [[ $current == -* ]]; then
        _buyerlint_options "$command"
        ((last > 0)) || words+=" --version"
        names=
        _buyerlint_add "$current" ""
      else
        _buyerlint_offer "$command" ""
        ((last > 0)) || words+=" $_buyerlint_commands"
        _buyerlint_add "$current" ""
      fi

      # What readline keeps is not said again.
      for index in "${!COMPREPLY[@]}"; do COMPREPLY[index]=${COMPREPLY[index]#"$kept"}; done
    }

    complete -F _buyerlint buyerlint

    """#
}

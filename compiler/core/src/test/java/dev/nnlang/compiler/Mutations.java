package dev.nnlang.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes texts at random, word by word, so that they stay close to what people write. */
public final class Mutations {

    private static final Pattern WORD = Pattern.compile(
            "\\s+|//[^\\n]*|\\d+(\\.\\d+)?(e-?\\d+)?[\\w%]*|\\w+|\"(\\\\.|[^\"\\\\])*\"|->|\\.\\.|[<>!]=|[^\\w\\s]");
    private static final List<String> LAYOUT = List.of(
            "\n", "\n\n", "\n\n\n", "   ", "\t", "\r\n", " // note\n", "\n// own\n", "\n\n// a\n// b\n\n", " // x\n");
    private static final List<String> OTHERS = List.of(
            "{",
            "}",
            "(",
            ")",
            "->",
            "|",
            "*",
            ",",
            ":",
            ";",
            "=",
            "\"",
            "'",
            "..",
            "-",
            "not ",
            "if ",
            " let ",
            "\n",
            " // note\n",
            "\n/// doc\n",
            "0.5",
            "1e999",
            "3x",
            "🙂",
            "é",
            "\\",
            "\t",
            "\r\n",
            " one of ",
            "[2]",
            "^");

    private final RandomGenerator random;

    public Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** {@code text} with up to ten line ends and comments put in between its words: it says the same as before. */
    public String changeLayout(String text) {
        List<String> words = words(text);
        int changes = 1 + random.nextInt(10);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(words.size());
            boolean splitsDoc = words.get(at).startsWith("//")
                    || at > 0 && words.get(at - 1).startsWith("//");
            if (!splitsDoc) {
                words.add(at, LAYOUT.get(random.nextInt(LAYOUT.size())));
            }
        }
        return String.join("", words);
    }

    /** {@code text} with one to four words dropped, doubled, exchanged, or put in from elsewhere. */
    public String mutate(String text) {
        List<String> words = words(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            change(words);
        }
        return String.join("", words);
    }

    private static List<String> words(String text) {
        return new ArrayList<>(
                WORD.matcher(text).results().map(MatchResult::group).toList());
    }

    private void change(List<String> words) {
        int at = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, words.get(other));
            case 2 -> words.set(at, words.set(other, words.get(at)));
            case 3 -> words.set(at, OTHERS.get(random.nextInt(OTHERS.size())));
            case 4 -> words.add(at, OTHERS.get(random.nextInt(OTHERS.size())));
            default -> words.subList(Math.min(at, other), Math.max(at, other)).clear();
        }
    }
}

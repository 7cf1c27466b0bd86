package dev.nnlang.compiler.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last touch that JavaPoet leaves to us: short Javadoc on one line, no line past {@link #WIDTH} columns. */
public final class Layout {

    static final int WIDTH = 120;

    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/$");
    private static final String FIELD = "(?:private |static |final |float |double )[^\n({]*;";
    private static final Pattern DOCUMENTED_FIELD =
            Pattern.compile("(?m)^( *)/\\*\\* ([^\n]*) \\*/\n *(" + FIELD + ")$");
    private static final Pattern FIELDS_APART =
            Pattern.compile("(?m)^( *" + FIELD + "[^\n]*)\n\n(?= *(?:/\\*\\* [^\n]* \\*/\n *)?" + FIELD + ")");
    private static final Pattern GROUP =
            Pattern.compile("(?m)^( *)/\\*\\*\n *\\* " + group("([^\n]*)") + "\n(?: *\\*/\n)?");
    private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)\\}");
    private static final Pattern BEHIND_STATEMENT = Pattern.compile("^([^\"]*; +)// ");
    private static final String CONTINUATION = "        ";

    private Layout() {}

    /** The first line of a field's Javadoc, for the first field of a group: what all of them are. */
    public static String group(String title) {
        return "== " + title + " ==";
    }

    public static String apply(String java) {
        String compact = together(behindField(onOneLine(groups(java))));
        return compact.lines().flatMap(line -> wrapped(line).stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String onOneLine(String java) {
        return SHORT_JAVADOC.matcher(java).replaceAll(match -> {
            String line = match.group(1) + "/** " + match.group(2) + " */";
            return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
        });
    }

    /** A group's title is a comment of its own. */
    private static String groups(String java) {
        return GROUP.matcher(java).replaceAll(match -> {
            boolean more = !match.group().endsWith("*/\n");
            String title = match.group(1) + "// " + match.group(2) + "\n";
            return Matcher.quoteReplacement(more ? title + match.group(1) + "/**\n" : title);
        });
    }

    /** What a private field holds stands behind it: {@code private final float[] tanh1; // [batch][16]}. */
    private static String behindField(String java) {
        return DOCUMENTED_FIELD.matcher(java).replaceAll(match -> {
            String comment = CODE.matcher(match.group(2)).replaceAll("$1");
            String line = match.group(1) + match.group(3) + " // " + comment;
            return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
        });
    }

    /** No blank line between private fields. */
    private static String together(String java) {
        return FIELDS_APART.matcher(java).replaceAll("$1\n");
    }

    /** Breaks a line before the last word that still fits; a comment goes on as a comment. */
    private static List<String> wrapped(String line) {
        if (line.length() <= WIDTH) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>();
        String rest = line;
        String prefix = prefix(line);
        for (int cut = cut(rest, prefix); cut > 0; cut = cut(rest, prefix)) {
            lines.add(rest.substring(0, cut));
            rest = prefix + rest.substring(rest.charAt(cut) == ' ' ? cut + 1 : cut);
        }
        lines.add(rest);
        return lines;
    }

    private static String prefix(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String text = line.strip();
        if (text.startsWith("* ") || text.startsWith("// ")) {
            return indent + text.substring(0, text.indexOf(' ') + 1);
        }
        Matcher behind = BEHIND_STATEMENT.matcher(line);
        return behind.find() ? " ".repeat(behind.end(1)) + "// " : indent + CONTINUATION;
    }

    /**
     * The position of the space to break at, or of the point before a call in a chain, the outermost that there is in code; 0 if there is none, or
     * no need.
     */
    private static int cut(String line, String prefix) {
        if (line.length() <= WIDTH) {
            return 0;
        }
        boolean comment = prefix.endsWith("* ") || prefix.endsWith("// ");
        int best = 0;
        int bestDepth = Integer.MAX_VALUE;
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (int i = 0; i < WIDTH; i++) {
            char c = line.charAt(i);
            if (c == '"' && !escaped && !comment) {
                quoted = !quoted;
            }
            escaped = c == '\\' && !escaped;
            if (!quoted && !comment) {
                depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            }
            boolean chained = c == '.' && !comment && line.charAt(i - 1) == ')';
            boolean mayBreak = (c == ' ' || chained) && !quoted && i > prefix.length() && line.charAt(i + 1) != '{';
            mayBreak &= !line.startsWith("new", i - 3) && !line.startsWith("return", i - 6);
            if (mayBreak && depth <= bestDepth) {
                best = i;
                bestDepth = depth;
            }
        }
        return best;
    }
}

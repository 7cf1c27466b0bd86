package dev.nnlang.compiler.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.nnlang.compiler.program.Run;
import java.util.List;
import java.util.stream.Collectors;

/** Loops over runs, and the arithmetic of places as text. */
public final class RunCode {

    private RunCode() {}

    public static CodeBlock loop(Run run, CodeBlock body) {
        return JavaLoop.over(
                run.axis(),
                new JavaLoop.Range(
                        "0", run.axes().size() == 1 ? run.axis().extent().toString() : length(run)),
                body);
    }

    /** {@code r * CHANNELS + c}: which of all turns of some loops inside each other. */
    public static String linear(List<Run> runs) {
        String linear = "";
        for (Run run : runs) {
            linear = linear.isEmpty()
                    ? run.axis().index()
                    : factor(linear) + " * " + length(run) + " + " + run.axis().index();
        }
        return linear;
    }

    public static String length(Run run) {
        return run.axes().stream().map(axis -> axis.extent().toString()).collect(Collectors.joining(" * "));
    }

    public static String times(String left, String right) {
        return left + " * " + right;
    }

    public static String plus(String left, String right) {
        return left.equals("0") ? right : left + " + " + right;
    }

    /** In parentheses if it is a sum or a difference. */
    public static String factor(String text) {
        return isSum(text) ? "(" + text + ")" : text;
    }

    private static boolean isSum(String text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            open += at == '(' ? 1 : at == ')' ? -1 : 0;
            if (open == 0 && (text.startsWith(" + ", i) || text.startsWith(" - ", i))) {
                return true;
            }
        }
        return false;
    }

    public static String join(String left, String right) {
        return left.isEmpty() ? right : right.isEmpty() ? left : left + " + " + right;
    }
}

package dev.nnlang.training.console;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What messages are shown on.
 *
 * @param terminal whether lines can be redrawn
 * @param coloured whether to colour them
 * @param width columns
 */
public record Screen(boolean terminal, boolean coloured, int width) {
    private static final int MAX_WIDTH = 100;
    private static final int USUAL_WIDTH = 80;

    /** A file, a pipe or a build's log: plain lines. */
    public static Screen plain() {
        return new Screen(false, false, MAX_WIDTH);
    }

    /** Whatever this process talks to. */
    public static Screen detect() {
        if (!isTerminal(System.console()) || "dumb".equals(System.getenv("TERM"))) {
            return plain();
        }
        String noColor = System.getenv("NO_COLOR");
        return new Screen(true, noColor == null || noColor.isEmpty(), Math.min(MAX_WIDTH, measure()));
    }

    /** Since JDK 22 there is a console without a terminal too, and a method that tells; before, there is neither. */
    private static boolean isTerminal(Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Asks stty, which asks the terminal; there is none on Windows. */
    private static int measure() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            int columns = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
            return columns > 0 ? columns : USUAL_WIDTH;
        } catch (IOException | NumberFormatException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }

    /** In bold, if there are colours. */
    public String bold(String text) {
        return paint("1", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}

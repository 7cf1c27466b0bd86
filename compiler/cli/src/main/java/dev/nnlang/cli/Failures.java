package dev.nnlang.cli;

import dev.nnlang.training.settings.SettingException;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What is shown of an exception: a user's mistake as a message, anything else as the bug of ours that it is. */
final class Failures implements IExecutionExceptionHandler {

    /** {@code EX_SOFTWARE} of BSD's sysexits.h: an internal error. */
    static final int BUG = 70;

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult arguments) {
        PrintWriter err = line.getErr();
        if (exception instanceof UserError) {
            err.println("error: " + printable(exception.getMessage()));
            return ExitCode.SOFTWARE;
        }
        if (exception instanceof SettingException) {
            err.println("error: " + printable(exception.getMessage()));
            return ExitCode.USAGE;
        }
        err.println("this is a bug in nn " + Version.number() + ", not a mistake of yours; it happened in: nn "
                + String.join(" ", arguments.originalArgs()));
        exception.printStackTrace(err);
        return BUG;
    }

    /** What would move the cursor or change its colour is shown by its number: names of files may hold anything. */
    static String printable(String message) {
        return message.codePoints()
                .mapToObj(each -> Character.isISOControl(each) && each != '\n'
                        ? String.format("\\x%02x", each)
                        : Character.toString(each))
                .collect(Collectors.joining());
    }
}

package dev.nnlang.maven;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.diagnostic.Severity;
import dev.nnlang.compiler.source.Span;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/** Shows diagnostics: as markers in an IDE, otherwise in the log, in the form that javac's messages have there. */
final class Report {

    private final Log log;
    private final BuildContext markers;
    private final boolean inIde;

    /** @param inIde whether somebody sees the markers; without an IDE they would only be logged, in a form of their own */
    Report(Log log, BuildContext markers, boolean inIde) {
        this.log = log;
        this.markers = markers;
        this.inIde = inIde;
    }

    /** Shows what there is to say of {@code file} now, instead of what there was to say in earlier builds. */
    void show(Path file, List<Diagnostic> diagnostics) {
        markers.removeMessages(file.toFile());
        for (Diagnostic diagnostic : diagnostics) {
            if (inIde) {
                mark(file, diagnostic);
            } else {
                log(file, diagnostic);
            }
        }
    }

    private void mark(Path file, Diagnostic diagnostic) {
        int severity = isError(diagnostic) ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
        Span span = diagnostic.span();
        markers.addMessage(file.toFile(), span.line(), span.column(), text(diagnostic), severity, null);
    }

    private void log(Path file, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        String place = file + ":[" + span.line() + "," + span.column() + "]";
        String message = place + " " + text(diagnostic) + "\n" + excerpt(diagnostic);
        if (isError(diagnostic)) {
            log.error(message);
        } else {
            log.warn(message);
        }
    }

    /** The line with its caret, and help; the place and the message stand above, in Maven's own form. */
    private static String excerpt(Diagnostic diagnostic) {
        String rendered = Renderer.render(diagnostic, false);
        return rendered.substring(rendered.indexOf('\n') + 1).stripTrailing();
    }

    private static String text(Diagnostic diagnostic) {
        String note = diagnostic.note().map(words -> " (" + words + ")").orElse("");
        return diagnostic.kind().code() + ": " + diagnostic.message() + note;
    }

    private static boolean isError(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.ERROR;
    }
}

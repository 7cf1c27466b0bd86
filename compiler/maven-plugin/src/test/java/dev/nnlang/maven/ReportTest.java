package dev.nnlang.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.source.SourceFile;
import dev.nnlang.compiler.source.Span;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.codehaus.plexus.build.BuildContext;
import org.junit.jupiter.api.Test;

final class ReportTest {

    private static final Path FILE = Path.of("project", "a.nn");
    private static final SourceFile SOURCE = new SourceFile("a.nn", "  input -> tahn -> species\n");
    private static final List<Diagnostic> DIAGNOSTICS =
            List.of(Diagnostic.of(DiagnosticKind.UNKNOWN_LAYER, new Span(SOURCE, 11, 15), "tahn")
                    .withNote("did you mean `tanh`?"));

    private final List<String> logged = new ArrayList<>();
    private final List<String> marked = new ArrayList<>();

    @Test
    void aBuildLogsThePlaceTheCodeTheMessageAndACaret() {
        report(false).show(FILE, DIAGNOSTICS);
        assertThat(logged).hasSize(1);
        List<String> lines = logged.get(0).lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(FILE + ":[1,12] unknown-layer: there is no layer, block or activation called `tahn`"
                        + " (did you mean `tanh`?)");
        assertThat(lines.get(2)).isEqualTo("1 |   input -> tahn -> species");
        assertThat(lines.get(3)).isEqualTo("  |            ^^^^ did you mean `tanh`?");
        assertThat(marked).containsExactly("removeMessages [project/a.nn]");
    }

    @Test
    void anIdeGetsMarkersInPlaceOfOldOnes() {
        report(true).show(FILE, DIAGNOSTICS);
        assertThat(logged).isEmpty();
        assertThat(marked).hasSize(2);
        assertThat(marked.get(0)).isEqualTo("removeMessages [project/a.nn]");
        assertThat(marked.get(1)).startsWith("addMessage [project/a.nn, 1, 12, unknown-layer: ");
        assertThat(marked.get(1)).endsWith(", " + BuildContext.SEVERITY_ERROR + ", null]");
    }

    private Report report(boolean inIde) {
        SystemStreamLog log = new SystemStreamLog() {
            @Override
            public void error(CharSequence content) {
                logged.add(content.toString());
            }
        };
        BuildContext context = (BuildContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BuildContext.class}, (proxy, method, arguments) -> {
                    marked.add(
                            method.getName() + " " + Arrays.toString(arguments).replace('\\', '/'));
                    return null;
                });
        return new Report(log, context, inIde);
    }
}

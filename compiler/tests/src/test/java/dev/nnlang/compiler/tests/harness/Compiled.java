package dev.nnlang.compiler.tests.harness;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Compiler;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.Options.ElementType;
import dev.nnlang.compiler.diagnostic.Diagnostic;
import dev.nnlang.compiler.diagnostic.DiagnosticKind;
import dev.nnlang.compiler.diagnostic.Renderer;
import dev.nnlang.compiler.diagnostic.Severity;
import dev.nnlang.compiler.source.SourceFile;
import java.util.Set;
import java.util.stream.Collectors;

/** Sound {@code .nn} texts, compiled. */
public final class Compiled {

    /** The trainer alone, in {@code double}, with the gradient of the inputs. */
    public static final Options DOUBLE =
            Options.DEFAULT.withElementType(ElementType.DOUBLE).withInputGradients(true);

    /** All classes, in {@code float}, with the gradient of the inputs. */
    public static final Options FLOAT = Options.DEFAULT.withInputGradients(true);

    private Compiled() {}

    /** Compiles {@code text}, which must have no mistake; warnings are fine. */
    public static Compilation compile(String name, String text, Options options) {
        Compilation compilation = Compiler.compile(new SourceFile(name, text), options);
        assertWithMessage("%s\n%s", Renderer.render(compilation.diagnostics(), false), text)
                .that(compilation.hasErrors())
                .isFalse();
        return compilation;
    }

    /** The kinds of mistakes in {@code text}. */
    public static Set<DiagnosticKind> mistakes(String text) {
        return Compiler.compile(new SourceFile("mistaken.nn", text), Options.DEFAULT).diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .map(Diagnostic::kind)
                .collect(Collectors.toSet());
    }

    /** The trainer of the first network, without vectors, ready for batches of at most {@code rows} rows. */
    public static Driver trainer(Compilation compilation, JavaClasses classes, int rows) {
        return Driver.of(classes.load(compilation.networks().get(0).trainer()), rows);
    }

    /** The same with vectors; there is none in {@code double}. */
    public static Driver simdTrainer(Compilation compilation, JavaClasses classes, int rows) {
        return Driver.of(classes.load(compilation.networks().get(0).trainer() + "Simd"), rows);
    }
}

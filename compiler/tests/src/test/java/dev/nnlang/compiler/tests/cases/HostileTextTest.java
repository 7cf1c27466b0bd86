package dev.nnlang.compiler.tests.cases;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever an author writes in comments, headers, labels, paths and file names is text in the Java too, and nothing else. */
class HostileTextTest {

    private static final String FILE = "we\\u002a/ird \"$L\" */ \\users {@code }.nn";

    private static final String TEXT = """
            package cases.hostile

            /// Ends here */ or here \\u002a/ or "here" <b>bold & loud</b> {@code x} {@link Nope} {@code } $L $$ $T \\
            /// @deprecated
            /// @param nobody @param rows @return nothing </pre> {
            data Row {
              /// */ @deprecated \\u002a/
              input  first "He said \\"no\\" \\\\users \\\\", second "// */ $L @deprecated": real -> standardize
              input  third "%s": real
              /// */ \\u002a/ {@code
              target kind: one of a "*/ \\\\u002a/ \\"", b "$L \\\\", c "// <b> é ☃"

              /// @deprecated
              source: csv("C:\\\\users\\\\\\"x\\" $L */.csv")
              ignore: "odd \\\\users \\" $L"
            }

            /// @deprecated
            network Net for Row {
              /// @deprecated */
              let hidden = input -> dense(3,     // wide enough */ @deprecated \\u002a/ "
                                          bias: true) -> tanh
              hidden -> dense(classes) -> softmax -> kind
            }

            /// @deprecated */
            train Net { loss: cross_entropy optimizer: sgd(rate: 0.1) until: epoch = 1 }
            """.formatted("a \\\\ long \\\"header\\\\ ".repeat(20));

    @Test
    void compiles() {
        Compilation compilation = Compiled.compile(FILE, TEXT, Options.DEFAULT);

        JavaClasses classes = JavaClasses.compile(compilation.files());

        Object[] labels = classes.load("cases.hostile.Kind").getEnumConstants();
        assertThat(List.of(labels).stream().map(Object::toString).toList())
                .containsExactly("*/ \\u002a/ \"", "$L \\", "// <b> é ☃")
                .inOrder();
    }

    /** A comment between arguments is no part of what a step says of its layer. */
    @Test
    void quotesLayersWithoutTheirComments() {
        Compilation compilation = Compiled.compile(FILE, TEXT, Options.DEFAULT);

        compilation.files().forEach(file -> assertWithMessage(file.path())
                .that(file.text())
                .doesNotContain("wide enough"));
    }
}

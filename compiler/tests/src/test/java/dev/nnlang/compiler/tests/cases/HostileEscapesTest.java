package dev.nnlang.compiler.tests.cases;

import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.nnlang.compiler.Compilation;
import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.compiler.Options;
import dev.nnlang.compiler.tests.harness.Compiled;
import dev.nnlang.compiler.tests.harness.JavaClasses;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a file, its name or the metadata of a model file says is printed as text, and never becomes code: the Java has the same structure as that
 * of a harmless text in the same place.
 */
class HostileEscapesTest {

    private static final List<String> TEXTS = List.of(
            "\nSystem.exit(1);//",
            "\r\nSystem.exit(1);//",
            "\rSystem.exit(1);//",
            "x\nstatic { System.exit(1); } //",
            "\u0085System.exit(1);",
            "\u2028System.exit(1);",
            "\u2029System.exit(1);",
            "\u000b\u000c",
            "\\u000aSystem.exit(1);//",
            "\\uuu000a System.exit(1);",
            "\\\\u000a",
            "\\u002a/",
            "\\u0022);",
            "*/",
            "* /",
            "**//*",
            "*/ class Evil {} /*",
            "{@code",
            "}",
            "{@link Evil}",
            "{@inheritDoc}",
            "@deprecated",
            "@param nothing",
            "<script>",
            "</pre>",
            "&#42;/",
            "\"",
            "\\\"",
            "\\",
            "\\\\",
            "'",
            "\"\"\"",
            "\" + System.exit(1) + \"",
            "$L",
            "$$",
            "$T$S$N$W$Z$[$]",
            "\u0000",
            "\u001b[31mred\u001b[0m",
            "\u202egnp.exe",
            "\u2066\u2069\ufeff",
            "\ud800",
            "\ud83d\ude00",
            "//",
            "/*");

    static Stream<String> texts() {
        return TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void areTextInEveryPlace(String hostile) throws IOException {
        List<GeneratedFile> harmless = files("plain", "plain");
        List<GeneratedFile> files = files(hostile, written(hostile));

        JavaClasses.compile(files);
        List<List<Tree.Kind>> expected = structures(harmless);
        List<List<Tree.Kind>> actual = structures(files);
        IntStream.range(0, files.size()).forEach(i -> {
            assertWithMessage(files.get(i).path()).that(actual.get(i)).isEqualTo(expected.get(i));
            assertWithMessage(files.get(i).path())
                    .that(files.get(i).text().lines().noneMatch(HostileEscapesTest::isOdd))
                    .isTrue();
        });
    }

    private static boolean isOdd(String line) {
        return line.chars().anyMatch(each -> Character.isISOControl(each) || each == '\u2028' || each == '\u202e');
    }

    /** How a string of the language says it; a string ends where its line does. */
    private static String written(String text) {
        return text.replaceAll("[\\r\\n]", " ").replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * @param raw for the name of the file, which the metadata of a model file says, and for comments
     * @param quoted for strings
     */
    private static List<GeneratedFile> files(String raw, String quoted) {
        String comment = raw.replaceAll("[\\r\\n]", " ");
        Compilation compilation = Compiled.compile(raw + ".nn", """
                package cases.escapes
                /// %1$s
                data Row {
                  /// %1$s
                  input  first "1 %2$s": real -> standardize
                  input  second: real // %1$s
                  target kind: one of a "2 %2$s", b "3 %2$s"
                  source: csv("%2$s.csv")
                  ignore: "4 %2$s"
                }
                /// %1$s
                network Net for Row {
                  let hidden = input -> dense(3, // %1$s
                                              bias: true) -> tanh
                  hidden -> dense(classes) -> softmax -> kind
                }
                train Net { loss: cross_entropy  optimizer: sgd(rate: 0.1)  until: epoch = 1 }
                """.formatted(comment, quoted), Options.DEFAULT);
        return compilation.files();
    }

    /** The kinds of all trees of each file, in order; what literals and comments say is not among them. */
    private static List<List<Tree.Kind>> structures(List<GeneratedFile> files) throws IOException {
        List<JavaFileObject> sources =
                files.stream().map(HostileEscapesTest::source).toList();
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, sources);
        List<List<Tree.Kind>> structures = new ArrayList<>();
        for (Tree unit : task.parse()) {
            List<Tree.Kind> kinds = new ArrayList<>();
            new TreeScanner<Void, Void>() {
                @Override
                public Void scan(Tree tree, Void nothing) {
                    if (tree != null) {
                        kinds.add(tree.getKind());
                    }
                    return super.scan(tree, nothing);
                }
            }.scan(unit, null);
            structures.add(kinds);
        }
        return structures;
    }

    private static JavaFileObject source(GeneratedFile file) {
        return new SimpleJavaFileObject(URI.create("memory:///" + file.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
    }
}

package dev.nnlang.compiler.tests.cases;

import static com.google.common.truth.Truth.assertWithMessage;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a reader may expect of every golden in plain Java; a class with vectors is another matter. */
class TextbookLawsTest {

    private static final Path GOLDENS = Path.of("src/test/resources");

    private static final int SCREEN = 60;

    /** Names that say nothing, and those of unrolled loops. */
    private static final String NAMELESS = "left|right|from|to|at|(sum|left|from|row|value)[0-3]";

    /** A method of a golden. */
    private record Method(Path file, ClassTree owner, MethodTree tree, long lines) {
        @Override
        public String toString() {
            return file.getFileName() + "." + tree.getName();
        }
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        check(method -> {
            if (method.lines() > SCREEN) {
                throw new AssertionError(method.lines() + " lines");
            }
        });
    }

    @Test
    void noBlockStandsAlone() throws IOException {
        check(method -> scan(method, new TreeScanner<>() {
            @Override
            public Void visitBlock(BlockTree block, Void nothing) {
                block.getStatements().forEach(statement -> require(!(statement instanceof BlockTree), "a bare block"));
                return super.visitBlock(block, nothing);
            }
        }));
    }

    @Test
    void everyLocalVariableIsReadAndHasAName() throws IOException {
        check(method -> {
            Set<String> read = new HashSet<>();
            List<String> declared = new ArrayList<>();
            scan(method, new TreeScanner<>() {
                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                    read.add(identifier.getName().toString());
                    return super.visitIdentifier(identifier, nothing);
                }

                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    declared.add(variable.getName().toString());
                    return super.visitVariable(variable, nothing);
                }
            });
            for (String name : declared) {
                require(read.contains(name), name + " is never read");
                require(!name.matches(NAMELESS), name + " says nothing");
            }
        });
    }

    @Test
    void aMethodHasOneLoop() throws IOException {
        check(method -> {
            long loops = method.tree().getBody().getStatements().stream()
                    .filter(ForLoopTree.class::isInstance)
                    .count();
            require(loops < 2, loops + " loops");
        });
    }

    @Test
    void whatIsTooSmallToShareKnowsNoThreads() throws IOException {
        check(method -> {
            boolean alone = String.valueOf(method.owner().getExtendsClause()).startsWith("SoloTrainer");
            scan(method, new TreeScanner<>() {
                @Override
                public Void visitIdentifier(IdentifierTree identifier, Void nothing) {
                    require(!alone || !identifier.getName().contentEquals("member"), "a member of a team");
                    return super.visitIdentifier(identifier, nothing);
                }
            });
        });
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }

    private static void scan(Method method, TreeScanner<Void, Void> scanner) {
        scanner.scan(method.tree().getBody(), null);
    }

    /** All methods with a body, of all goldens of trainers in plain Java. */
    private static void check(Consumer<Method> law) throws IOException {
        List<String> broken = new ArrayList<>();
        List<Method> methods = methods();
        for (Method method : methods) {
            try {
                law.accept(method);
            } catch (AssertionError problem) {
                broken.add(method + ": " + problem.getMessage());
            }
        }
        assertWithMessage("methods").that(methods).isNotEmpty();
        assertWithMessage("broken").that(broken).isEmpty();
    }

    private static List<Method> methods() throws IOException {
        List<Method> methods = new ArrayList<>();
        try (Stream<Path> files = Files.walk(GOLDENS)) {
            for (Path file : files.filter(TextbookLawsTest::isPlainTrainer).toList()) {
                methods.addAll(methods(file));
            }
        }
        return methods;
    }

    private static boolean isPlainTrainer(Path file) {
        return file.getFileName().toString().endsWith("Trainer.java");
    }

    private static List<Method> methods(Path file) throws IOException {
        String text = Files.readString(file);
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + file.getFileName()), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, List.of(source));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Method> methods = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            ClassTree owner = (ClassTree) unit.getTypeDecls().get(0);
            owner.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .filter(method -> method.getBody() != null)
                    .forEach(method -> {
                        int from = (int) positions.getStartPosition(unit, method);
                        int to = (int) positions.getEndPosition(unit, method);
                        methods.add(new Method(
                                file,
                                owner,
                                method,
                                text.substring(from, to).lines().count()));
                    });
        }
        return methods;
    }
}

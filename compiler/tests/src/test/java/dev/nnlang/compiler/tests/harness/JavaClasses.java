package dev.nnlang.compiler.tests.harness;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.Training;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The classes of generated sources, compiled in memory as strictly as javac can be. */
public final class JavaClasses extends ClassLoader {

    private static final List<String> STRICT = List.of("--release", "17", "-Xlint:all", "-proc:none");
    private static final List<String> WITH_VECTORS = List.of("--add-modules", GeneratedFile.VECTORS);

    /** What javac says of every use of a module that is in the incubator, and cannot be asked not to. */
    private static final String INCUBATING = "compiler.warn.incubating.modules";

    private final Map<String, ByteArrayOutputStream> classFiles = new TreeMap<>();

    private JavaClasses() {
        super(JavaClasses.class.getClassLoader());
    }

    /** Compiles all files at once; a warning fails the test, with its text. */
    public static JavaClasses compile(Collection<GeneratedFile> files) {
        JavaClasses classes = new JavaClasses();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        var javac = ToolProvider.getSystemJavaCompiler();
        List<Source> sources = files.stream().map(Source::new).toList();
        Memory memory = classes.new Memory(javac.getStandardFileManager(null, null, null));
        javac.getTask(null, memory, messages, options(files), null, sources).call();
        assertThat(messages.getDiagnostics().stream()
                        .filter(message -> !message.getCode().equals(INCUBATING))
                        .toList())
                .isEmpty();
        return classes;
    }

    private static List<String> options(Collection<GeneratedFile> files) {
        boolean simd = files.stream().anyMatch(GeneratedFile::simd);
        return Stream.of(STRICT, simd ? WITH_VECTORS : List.<String>of(), List.of("-classpath", runtime()))
                .flatMap(List::stream)
                .toList();
    }

    /** The folders, or jars, with what generated code calls: nothing else is in reach. */
    private static String runtime() {
        return Stream.of(ModelFile.class, Training.class)
                .map(JavaClasses::origin)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class by its full name. */
    public Class<?> load(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The class files, by the classes' binary names. */
    public Map<String, byte[]> classFiles() {
        Map<String, byte[]> files = new TreeMap<>();
        classFiles.forEach((name, bytes) -> files.put(name, bytes.toByteArray()));
        return files;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream bytes = classFiles.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }

    /** A source text that javac takes for a file. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(GeneratedFile file) {
            super(URI.create("memory:///" + file.path()), Kind.SOURCE);
            this.text = file.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what javac writes. */
    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        Memory(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classFiles.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}

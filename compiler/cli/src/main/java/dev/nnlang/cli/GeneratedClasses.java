package dev.nnlang.cli;

import dev.nnlang.compiler.GeneratedFile;
import dev.nnlang.runtime.ModelFile;
import dev.nnlang.toolchain.VectorModule;
import dev.nnlang.training.Training;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes made from generated sources without a file being written. */
final class GeneratedClasses extends ClassLoader {

    private final Map<String, ByteArrayOutputStream> classFiles;

    private GeneratedClasses(Map<String, ByteArrayOutputStream> classFiles) {
        super(GeneratedClasses.class.getClassLoader());
        this.classFiles = classFiles;
    }

    /** Compiles {@code files} against the runtime that this command itself runs with, those with vectors if this JVM has any. */
    static ClassLoader of(List<GeneratedFile> files) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new UserError("this needs a JDK, since it compiles Java, but the Java at "
                    + System.getProperty("java.home") + " is without a compiler: run nn with a JDK's java");
        }
        Map<String, ByteArrayOutputStream> classFiles = new HashMap<>();
        StringWriter messages = new StringWriter();
        StandardJavaFileManager standard = javac.getStandardFileManager(null, null, null);
        boolean compiled = javac.getTask(
                        messages,
                        new Memory(standard, classFiles),
                        null,
                        options(),
                        null,
                        files.stream()
                                .filter(file -> VectorModule.visible() || !file.simd())
                                .map(Source::new)
                                .toList())
                .call();
        if (!compiled) {
            throw new IllegalStateException("the generated Java does not compile:\n" + messages);
        }
        return new GeneratedClasses(classFiles);
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-proc:none", "-nowarn", "-classpath", classPath()));
        if (VectorModule.visible()) {
            options.addAll(VectorModule.ARGUMENTS);
        }
        return options;
    }

    /** The jars, or folders, with the runtime's classes; found by a class in each, however this JVM was started. */
    private static String classPath() {
        return Stream.of(ModelFile.class, Training.class)
                .map(GeneratedClasses::origin)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
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

    /** Keeps the class files that javac writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classFiles;

        Memory(JavaFileManager standard, Map<String, ByteArrayOutputStream> classFiles) {
            super(standard);
            this.classFiles = classFiles;
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

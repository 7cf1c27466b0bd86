package dev.nnlang.maven;

import dev.nnlang.toolchain.VectorModule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The compiler of the JDK that runs Maven, with the module of vectors in sight.
 *
 * @param version of this plugin, for a bug report
 */
record Javac(int release, List<String> classPath, String version) {

    /**
     * Compiles {@code sources}, which are ours: that they use the incubator is known, and an error in them is our bug.
     *
     * @return the class files, relative to {@code output} and with slashes
     */
    Collection<String> compile(List<Path> sources, Path output) throws IOException, MojoExecutionException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(messages, null, null);
                Recorder recorder = new Recorder(files)) {
            boolean compiled = javac.getTask(
                            null, recorder, messages, options(output), null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new MojoExecutionException("this is a bug in nn " + version
                        + ", not a mistake of yours: SIMD sources that it generated do not compile\n"
                        + errors(messages));
            }
            return recorder.written;
        }
    }

    private List<String> options(Path output) {
        List<String> options = new ArrayList<>(VectorModule.ARGUMENTS);
        options.addAll(List.of("--release", Integer.toString(release)));
        options.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
        options.addAll(List.of("-proc:none", "-g", "-d", output.toString()));
        return options;
    }

    private static String errors(DiagnosticCollector<JavaFileObject> messages) {
        return messages.getDiagnostics().stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    /** Remembers which class files javac writes. */
    private static final class Recorder extends ForwardingJavaFileManager<JavaFileManager> {

        private final Collection<String> written = new TreeSet<>();

        Recorder(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            written.add(className.replace('.', '/') + kind.extension);
            return super.getJavaFileForOutput(location, className, kind, sibling);
        }
    }
}

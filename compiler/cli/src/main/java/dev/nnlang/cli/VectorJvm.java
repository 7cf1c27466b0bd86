package dev.nnlang.cli;

import dev.nnlang.toolchain.JavaLauncher;
import dev.nnlang.toolchain.VectorModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * A second JVM in which the command is run anew, with the module of vectors: a jar's manifest cannot ask for a module. To whoever started this JVM
 * the two are one.
 */
final class VectorJvm {

    /** {@code java -Dnnlang.simd=false -jar nn.jar …} stays in one JVM and computes without vectors. */
    static final String WANTED = "nnlang.simd";

    /** Options in these are among the arguments of this JVM already, and it has said so. */
    private static final Set<String> OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Process process;
    private final Thread messages;

    private VectorJvm(Process process) {
        this.process = process;
        this.messages = new Thread(() -> JvmMessages.copy(process.getErrorStream(), System.err), "messages");
    }

    /** Whether {@code command} is one that computes, and would do so faster there. */
    static boolean isWorthwhile(ParseResult command) {
        ParseResult called = command.hasSubcommand() ? command.subcommand() : command;
        return called.commandSpec().userObject() instanceof Computing
                && !called.isUsageHelpRequested()
                && !"false".equals(System.getProperty(WANTED))
                && !VectorModule.visible()
                && VectorModule.present();
    }

    /** Runs the command with {@code arguments} there; returns its exit code. */
    static int run(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(command(arguments))
                .redirectInput(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT);
        builder.environment().keySet().removeAll(OPTIONS);
        try {
            return new VectorJvm(builder.start()).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JavaLauncher.executable());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(VectorModule.ARGUMENTS);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Nn.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A signal that ends this JVM, such as that of Ctrl-C, ends the other first. */
    private int await() {
        messages.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        return exitCode();
    }

    private void end() {
        process.destroy();
        exitCode();
    }

    private int exitCode() {
        try {
            int code = process.waitFor();
            messages.join();
            return code;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}

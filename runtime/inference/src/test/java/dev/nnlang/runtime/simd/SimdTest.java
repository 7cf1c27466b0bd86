package dev.nnlang.runtime.simd;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimdTest {

    /** What a process of its own says, which is started with these options. */
    public static void main(String[] args) {
        System.out.println(Simd.present() + ": " + (Simd.present() ? Vectors.description() : Simd.whyNot()));
    }

    private static String describe(String... options) throws IOException {
        return run(SimdTest.class, options);
    }

    static String run(Class<?> program, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void isThereWithTheModule() throws IOException {
        assertThat(describe("--add-modules", "jdk.incubator.vector")).matches("true: SIMD, (64|128|256|512) bits");
    }

    @Test
    void isNotThereWithoutIt() throws IOException {
        assertThat(describe()).isEqualTo("false: scalar (run with --add-modules jdk.incubator.vector for SIMD)");
    }

    @Test
    void canBeSwitchedOff() throws IOException {
        assertThat(describe("--add-modules", "jdk.incubator.vector", "-Dnnlang.simd=false"))
                .isEqualTo("false: scalar (nnlang.simd is false)");
    }
}

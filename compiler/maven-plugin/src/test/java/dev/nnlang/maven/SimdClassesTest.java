package dev.nnlang.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimdClassesTest {

    private static final String TEXT = """
            package it;
            import jdk.incubator.vector.FloatVector;
            class Lanes { int count = FloatVector.SPECIES_PREFERRED.length(); class Inner {} }
            """;

    @TempDir
    private Path folder;

    private Path lanes;
    private Path output;
    private SimdClasses classes;
    private Javac javac;

    @BeforeEach
    void write() throws IOException {
        lanes = Files.writeString(folder.resolve("Lanes.java"), TEXT);
        output = Files.createDirectories(folder.resolve("classes"));
        classes = new SimdClasses(output, folder.resolve("ledger"));
        javac = new Javac(17, List.of(output.toString()), "1");
    }

    @Test
    void compilesWithVectors() throws Exception {
        List<Path> touched = classes.compile("inputs", List.of(lanes), javac);
        assertThat(touched).containsExactly(output.resolve("it/Lanes.class"), output.resolve("it/Lanes$Inner.class"));
        assertThat(touched.stream().allMatch(Files::isRegularFile)).isTrue();
        assertThat(classes.upToDate("inputs")).isTrue();
        assertThat(classes.upToDate("others")).isFalse();
    }

    @Test
    void compilesAgainWhatSomebodyHasDeleted() throws Exception {
        classes.compile("inputs", List.of(lanes), javac);
        Files.delete(output.resolve("it/Lanes.class"));
        assertThat(classes.upToDate("inputs")).isFalse();
    }

    @Test
    void deletesItsOwnClassesThatAreNoLongerMadeAndNoOthers() throws Exception {
        classes.compile("inputs", List.of(lanes), javac);
        Path others = Files.writeString(output.resolve("it/Own.class"), "own");
        Path replaced = Files.writeString(output.resolve("it/Lanes$Inner.class"), "own");
        assertThat(classes.compile("others", List.of(), javac)).containsExactly(output.resolve("it/Lanes.class"));
        assertThat(Files.exists(output.resolve("it/Lanes.class"))).isFalse();
        assertThat(Files.exists(others)).isTrue();
        assertThat(Files.exists(replaced)).isTrue();
    }

    @Test
    void anErrorIsABugOfOurs() throws IOException {
        Path wrong = Files.writeString(folder.resolve("Wrong.java"), "class Wrong { Lane x; }");
        MojoExecutionException bug =
                assertThrows(MojoExecutionException.class, () -> classes.compile("inputs", List.of(wrong), javac));
        assertThat(bug).hasMessageThat().contains("this is a bug in nn 1, not a mistake of yours");
        assertThat(bug).hasMessageThat().contains("cannot find symbol");
        assertThat(bug).hasMessageThat().doesNotContain("incubating");
    }
}

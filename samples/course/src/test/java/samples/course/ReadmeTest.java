package samples.course;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void tellsOfEveryFile() throws Exception {
        List<String> told =
                Readme.rows().map(row -> row.replaceAll("^\\| \\[|\\].*", "")).toList();
        try (Stream<Path> sources = Files.list(Path.of("src/main/nn"))) {
            assertThat(told)
                    .containsExactlyElementsIn(
                            sources.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".nn"))
                                    .toList());
        }
    }
}

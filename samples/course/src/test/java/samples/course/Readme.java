package samples.course;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of claims in README.md: a row begins with the file that shows the claim and ends with its figures. */
final class Readme {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

    private Readme() {}

    static Stream<String> rows() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| ["));
    }

    /** Makes sure that the figures of a file's row are those that were measured, but for rounding. */
    static void tells(String file, double... measured) throws IOException {
        String row = rows().filter(line -> line.startsWith("| [" + file + "]"))
                .findFirst()
                .orElseThrow();
        String figures = row.substring(row.lastIndexOf('|', row.length() - 2));
        List<BigDecimal> written = NUMBER.matcher(figures)
                .results()
                .map(MatchResult::group)
                .map(BigDecimal::new)
                .toList();
        String compared = figures + " should tell " + Arrays.toString(measured);
        assertWithMessage(compared).that(written).hasSize(measured.length);
        for (int i = 0; i < measured.length; i++) {
            double lastDigit = written.get(i).ulp().doubleValue();
            assertWithMessage(compared)
                    .that(measured[i])
                    .isWithin(lastDigit)
                    .of(written.get(i).doubleValue());
        }
    }
}

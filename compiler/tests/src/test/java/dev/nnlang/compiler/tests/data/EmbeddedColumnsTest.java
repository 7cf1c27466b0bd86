package dev.nnlang.compiler.tests.data;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table whose columns of categories are looked up: trips between places whose distances nobody tells. */
class EmbeddedColumnsTest {

    private static final String TRIPS = """
            package trips

            data Trip {
              input  start, end: one of centre, harbour, north, south, airport
              input  day: one of weekday "wd", weekend "we"
              target minutes: real -> standardize

              source: csv("trips.csv")
            }

            network Duration for Trip {
              let place = embedding(2)
              let from = start -> place
              let to = end -> place
              let when = day -> one_hot
              concat(from, to, when) -> dense(24) -> tanh -> dense(1) -> minutes
            }

            train Duration {
              loss:      mean_squared_error
              optimizer: adam(rate: 0.02)
              batch:     16
              until:     epoch = 80
            }
            """;

    /** In minutes along the only road. */
    private static final List<String> PLACES = List.of("centre", "harbour", "north", "south", "airport");

    private static final int[] ROAD = {10, 2, 16, 5, 30};
    private static final int RUSH = 6;

    @TempDir
    Path folder;

    private static int minutes(int start, int end, boolean weekday) {
        return Math.abs(ROAD[start] - ROAD[end]) + (weekday ? RUSH : 0);
    }

    private void write(String... extra) throws Exception {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("start,end,day,minutes\n");
        for (int i = 0; i < 600; i++) {
            int start = random.nextInt(PLACES.size());
            int end = random.nextInt(PLACES.size());
            boolean weekday = random.nextBoolean();
            double minutes = minutes(start, end, weekday) + 0.5 * random.nextGaussian();
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%.2f%n",
                    PLACES.get(start),
                    PLACES.get(end),
                    weekday ? "wd" : "we",
                    minutes));
        }
        for (String line : extra) {
            text.append(line).append('\n');
        }
        Files.writeString(folder.resolve("trips.csv"), text);
    }

    @Test
    void learnWhereThePlacesLie() throws Exception {
        write();
        Experiment trips = Experiment.of(TRIPS, folder);

        TrainingResult result = trips.train();

        assertThat(result.metrics().value("r2").orElseThrow()).isAtLeast(0.98);
        assertThat(result.model().floats("place1Embedding1.weight", 5, 2)).hasLength(10);
        for (int start = 0; start < PLACES.size(); start++) {
            for (int end = 0; end < PLACES.size(); end++) {
                String said = trips.predict(result.model(), "minutes", label(start), label(end), "WEEKDAY");
                assertWithMessage("%s to %s", label(start), label(end))
                        .that(Double.parseDouble(said))
                        .isWithin(3)
                        .of(minutes(start, end, true));
            }
        }
    }

    @Test
    void takeNoValueThatWasNotDeclared() throws Exception {
        write("centre,moon,wd,99");
        Experiment trips = Experiment.of(TRIPS, folder);

        DataException problem = assertThrows(DataException.class, trips::train);

        assertThat(problem)
                .hasMessageThat()
                .startsWith(
                        folder.resolve("trips.csv")
                                + ":602: column `end`: expected one of centre, harbour, north, south, airport, but found `moon`");
    }

    private static String label(int place) {
        return PLACES.get(place).toUpperCase(Locale.ROOT);
    }
}

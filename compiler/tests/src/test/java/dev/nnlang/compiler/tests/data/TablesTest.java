package dev.nnlang.compiler.tests.data;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.TrainingResult;
import dev.nnlang.training.console.Screen;
import dev.nnlang.training.console.TrainingProgram;
import dev.nnlang.training.data.DataException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as they are found: with categories, gaps, numbers of other kinds, notes. */
class TablesTest {

    private static final String PATIENTS = """
            package clinic

            data Patient {
              input  id: text
              input  ward "Ward": one of north "N", south "S", west "W"
              input  age: integer -> impute(median) -> standardize
              input  visits: integer
              input  pressure: real -> impute(mean) -> standardize
              target outcome: one of ill "1", well "0"

              source:  csv("patients.csv", separator: ";")
              missing: drop
              ignore:  remark
              split:   stratified(train: 70%, validation: 15%, test: 15%)
            }

            network Prognosis for Patient {
              input -> dense(8) -> tanh -> dense(classes) -> softmax -> outcome
            }

            train Prognosis {
              loss:      cross_entropy
              optimizer: sgd(rate: 0.1, momentum: 0.9)
              until:     validation.f1(ill) > 0.999 or no_improvement(validation.roc_auc, epochs: 40) or epoch = 40
              watch:     recall(ill), roc_auc, confusion
            }
            """;

    @TempDir
    Path folder;

    /** Patients of the south ward are ill, and those in the west with a high pressure. */
    private void write(String... extra) throws Exception {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("id;Ward;age;visits;pressure;outcome;remark\n");
        for (int i = 0; i < 300; i++) {
            String ward = "NSW".substring(i % 3, i % 3 + 1);
            double pressure = 80 + random.nextInt(80);
            boolean ill = ward.equals("S") || ward.equals("W") && pressure > 120;
            String age = i % 7 == 0 ? "NA" : Integer.toString(20 + random.nextInt(60));
            String shown = i % 11 == 0 && !ward.equals("W") ? "" : Double.toString(pressure);
            text.append("\"p;%d\";%s;%s;%d;%s;%d;x\n".formatted(i, ward, age, i % 5, shown, ill ? 1 : 0));
        }
        for (String line : extra) {
            text.append(line).append('\n');
        }
        Files.writeString(folder.resolve("patients.csv"), text);
    }

    @Test
    void learnsFromCategoriesAndGaps() throws Exception {
        write("p;?;30;1;90;0;no ward", "p;N;30;;90;0;no visits", "p;N;30;1;90;;no outcome");
        Experiment clinic = Experiment.of(PATIENTS, folder);

        TrainingResult result = clinic.train();
        ModelFile model = result.model();

        assertThat(result.metrics().accuracy().orElseThrow()).isAtLeast(0.9);
        assertThat(result.metrics().value("recall(1)").orElseThrow()).isAtLeast(0.9);
        assertThat(result.reason()).isAnyOf("validation.f1(1) > 0.999", "epoch = 40");
        assertThat(clinic.predict(model, "outcome", "new", "SOUTH", 40f, 1, 90f))
                .isEqualTo("1");
        assertThat(clinic.predict(model, "outcome", "new", "NORTH", Float.NaN, 1, Float.NaN))
                .isEqualTo("0");
        assertThat(clinic.predict(model, "outcome", "new", "WEST", 40f, 1, 155f))
                .isEqualTo("1");
        assertThat(clinic.predict(model, "outcome", "new", "WEST", 40f, 1, 85f)).isEqualTo("0");
    }

    @Test
    void reportsWhatIsWatched() throws Exception {
        write("p;?;30;1;90;0;no ward", "p;N;30;;90;0;no visits", "p;N;30;1;90;;no outcome");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream results = new PrintStream(out, true, UTF_8);
        TrainingProgram program =
                new TrainingProgram(Experiment.of(PATIENTS, folder).task(), results, results, Screen.plain());

        int code = program.run("base=" + folder, "out=" + folder, "watch=recall(1), f1, roc_auc");

        String text = out.toString(UTF_8);
        assertWithMessage(text).that(code).isEqualTo(TrainingProgram.SUCCESS);
        assertThat(text).contains("warning  3 rows were left out because something is missing in them\n");
        assertThat(text).containsMatch("epoch +1/40 .* recall\\(1\\) [0-9.]+  f1 [0-9.]+  roc_auc [0-9.]+  ");
        assertThat(text)
                .containsMatch(
                        "class  precision     recall         f1       rows\n(1|0) .*\n.*\nmean .*\n"
                                + "test recall\\(1\\) [0-9.]+\ntest f1 [0-9.]+\ntest roc_auc [0-9.]+\ntest loss [0-9.]+\ntest accuracy ");
    }

    @Test
    void takesGapsForMistakesUnlessToldOtherwise() throws Exception {
        write("p9;?;30;1.5;90;0;no ward");
        Experiment clinic = Experiment.of(PATIENTS.replace("  missing: drop\n", ""), folder);

        DataException problem = assertThrows(DataException.class, clinic::train);

        assertThat(problem)
                .hasMessageThat()
                .isEqualTo(
                        folder.resolve("patients.csv") + ":302: column `Ward`: expected one of N, S, W, but found `?`;"
                                + " correct the line, or leave such rows out with `missing: drop`\n"
                                + folder.resolve("patients.csv")
                                + ":302: column `visits`: expected a whole number, but found `1.5`; correct"
                                + " the line or take it out");
    }
}

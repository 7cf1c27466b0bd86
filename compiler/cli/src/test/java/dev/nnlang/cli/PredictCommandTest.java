package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.runtime.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PredictCommandTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void train() throws IOException {
        Path file = CommandRun.copy(folder, "iris.nn", "iris.csv");
        assertThat(CommandRun.of("train", file, "--out", folder).exitCode()).isEqualTo(0);
        // The model file must do alone.
        Files.delete(file);
        model = folder.resolve("iris.safetensors");
    }

    @Test
    void printsTheLabelAndItsProbabilities() throws IOException {
        CommandRun run = CommandRun.of("predict", model, folder.resolve("iris.csv"));
        assertThat(run.err()).isEmpty();
        List<String> lines = run.outLines();
        assertThat(lines).hasSize(151);
        assertThat(lines.get(0)).isEqualTo("species,setosa,versicolor,virginica");
        List<String> truth = Files.readAllLines(folder.resolve("iris.csv"));
        int right = 0;
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",");
            double sum = Arrays.stream(fields)
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .sum();
            assertThat(sum).isWithin(1e-5).of(1);
            right += truth.get(i).endsWith("," + fields[0]) ? 1 : 0;
        }
        assertThat(right).isAtLeast(130);
    }

    @Test
    void aModelWithoutTheNameOfItsNetworkIsCalledDamaged() throws IOException {
        ModelFile whole = ModelFile.read(model);
        ModelFile.Builder builder = ModelFile.builder();
        whole.metadata().forEach((key, value) -> {
            if (key.startsWith("source.")) {
                builder.metadata(key, value);
            }
        });
        Path nameless = folder.resolve("nameless.safetensors");
        builder.build().write(nameless);
        CommandRun run = CommandRun.of("predict", nameless, folder.resolve("iris.csv"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nameless.safetensors is damaged: the .nn file in it has no network");
    }

    @Test
    void columnsMayComeInAnyOrderAndOthersAreIgnored() throws IOException {
        CommandRun all = CommandRun.of("predict", model, folder.resolve("iris.csv"));
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                "note,petalWidth,petalLength,sepalWidth,sepalLength\nfirst of all,0.2,1.4,3.5,5.1\n");
        assertThat(CommandRun.of("predict", model, rows).outLines())
                .isEqualTo(all.outLines().subList(0, 2));
    }

    @Test
    void answersRowsWithCategoriesGapsAndTexts() throws IOException {
        Path file = Files.writeString(folder.resolve("tea.nn"), """
                data Cup {
                  input  who: text
                  input  kind: one of green, black
                  input  minutes: integer -> impute(0)
                  input  spoons: integer
                  target taste: one of fine, bitter
                  source:  csv("tea.csv", separator: ";")
                  missing: drop
                  split:   random(train: 100%)
                }

                network Tea for Cup {
                  input -> dense(classes) -> softmax -> taste
                }

                train Tea {
                  loss:      cross_entropy
                  optimizer: sgd(rate: 0.1)
                  until:     epoch = 300
                }
                """);
        String cups = "who;kind;minutes;spoons;taste\na;green;9;1;bitter\n\"b;c\";black;;1;fine\nd;green;NA;2;fine\n"
                + "e;black;9;2;bitter\nf;green;9;3;?\n";
        Files.writeString(folder.resolve("tea.csv"), cups);
        assertThat(CommandRun.of("train", file, "--out", folder).exitCode()).isEqualTo(0);

        CommandRun run = CommandRun.of("predict", folder.resolve("tea.safetensors"), folder.resolve("tea.csv"));

        assertThat(run.err()).isEmpty();
        assertThat(run.outLines().stream().map(line -> line.replaceAll(",.*", "")))
                .containsExactly("taste", "bitter", "fine", "fine", "bitter", "bitter")
                .inOrder();
    }

    @Test
    void looksUpWhatWasLearnedOfCategories() throws IOException {
        Path file = Files.writeString(folder.resolve("price.nn"), """
                data Fruit {
                  input  kind: one of apple "a", pear "p", fig "f"
                  target price: real
                  source: csv("fruit.csv")
                  split:  random(train: 100%)
                }

                network Price for Fruit {
                  kind -> embedding(1) -> price
                }

                train Price {
                  loss:      mean_squared_error
                  optimizer: sgd(rate: 0.5)
                  batch:     all
                  until:     epoch = 100
                }
                """);
        Files.writeString(folder.resolve("fruit.csv"), "kind,price\na,1\nf,7\np,3\na,2\n");
        assertThat(CommandRun.of("train", file, "--out", folder).exitCode()).isEqualTo(0);
        assertThat(CommandRun.of("gradcheck", file).out())
                .contains("all 3 gradients agree with finite differences to 1e-6\n");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "kind\nf\na\np\n");

        CommandRun run = CommandRun.of("predict", folder.resolve("price.safetensors"), rows);

        assertThat(run.err()).isEmpty();
        assertThat(run.outLines().stream().skip(1).map(Double::parseDouble).map(price -> Math.rint(price * 100) / 100))
                .containsExactly(7.0, 1.5, 3.0)
                .inOrder();
    }

    @Test
    void withoutAHeaderTheColumnsComeAsDeclared() throws IOException {
        List<String> rows = Files.readAllLines(folder.resolve("iris.csv"));
        Path whole = Files.write(folder.resolve("headless.csv"), rows.subList(1, rows.size()));
        Path inputs = Files.write(
                folder.resolve("inputs.csv"),
                rows.stream()
                        .skip(1)
                        .map(row -> row.substring(0, row.lastIndexOf(',')))
                        .toList());
        Path file = CommandRun.copy(Files.createDirectory(folder.resolve("headless")), "iris.nn");
        CheckCommandTest.edit(file, "csv(\"iris.csv\")", "csv(\"../headless.csv\", header: false)");
        assertThat(CommandRun.of("train", file, "--out", folder).exitCode()).isEqualTo(0);
        CommandRun run = CommandRun.of("predict", model, whole);
        assertThat(run.outLines()).hasSize(151);
        assertThat(CommandRun.of("predict", model, inputs)).isEqualTo(run);
    }

    @Test
    void mistakesNameFileLineAndColumn() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"), "sepalLength,sepalWidth,petalLength,petalWidth\n5.1,3.5,long,0.2\n");
        CommandRun run = CommandRun.of("predict", model, rows);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(rows + ":2: column `petalLength`: expected");
        assertThat(CommandRun.of("predict", rows, rows).exitCode()).isEqualTo(1);
        assertThat(CommandRun.of("predict", model, folder.resolve("none.csv")).err())
                .contains("there is no such file");
    }

    @Test
    void readsFilesAsTrainingDoes() throws IOException {
        String row = "5.1,3.5,1.4,0.2\n";
        String header = "sepalLength, sepalWidth, petalLength, petalWidth";
        Path plain = Files.writeString(folder.resolve("plain.csv"), header.replace(" ", "") + "\n" + row);
        Path marked =
                Files.writeString(folder.resolve("marked.csv"), "\uFEFF" + header + ",x,x\n" + row.strip() + ",1,1");
        CommandRun expected = CommandRun.of("predict", model, plain);
        assertThat(expected.outLines()).hasSize(2);
        assertThat(CommandRun.of("predict", model, marked)).isEqualTo(expected);
        Path none = Files.writeString(folder.resolve("none.csv"), header + "\n");
        assertThat(CommandRun.of("predict", model, none).outLines())
                .containsExactly("species,setosa,versicolor,virginica");
    }

    @Test
    void keepsColumnsAndSkipsBadRows() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                "id,sepalLength,sepalWidth,petalLength,petalWidth\na,5.1,3.5,1.4,0.2\nb,?,3.5,1.4,0.2\nc,5.1,3.5,1.4,0.2\n");
        CommandRun stopped = CommandRun.of("predict", model, rows);
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.err())
                .contains(rows + ":3: column `sepalLength`: expected a number, but found `?`; correct the"
                        + " line, or leave such rows out with --skip-bad");
        CommandRun run = CommandRun.of("predict", model, rows, "--keep", "id", "--skip-bad");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.outLines().stream().map(line -> line.replaceAll(",.*", "")))
                .containsExactly("id", "a", "c")
                .inOrder();
    }
}

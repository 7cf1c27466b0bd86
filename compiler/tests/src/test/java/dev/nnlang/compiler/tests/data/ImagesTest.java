package dev.nnlang.compiler.tests.data;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.runtime.ModelFile;
import dev.nnlang.training.TrainingResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of pictures, changed at random while a network learns from them. */
class ImagesTest {

    private static final String LINES = """
            data Picture {
              input  image: image(6x6) -> scale(-1..1)
              target shows: one of across, down

              source:  images("pictures/*/", resize: true)
              split:   random(train: 70%, validation: 30%)
              augment: horizontal_flip, shift(1), crop(padding: 1)
              balance: classes
            }

            network Lines for Picture {
              image -> dense(16) -> relu -> dense(classes) -> softmax -> shows
            }

            train Lines {
              loss:      cross_entropy
              optimizer: sgd(rate: 0.05, momentum: 0.9)
              batch:     8
              until:     epoch = 40
            }
            """;

    @TempDir
    Path folder;

    /** Twelve times as large as the column, so that all are resized; three of four show a line across. */
    private void draw() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 160; i++) {
            boolean across = i % 4 != 0;
            int line = 1 + random.nextInt(4);
            BufferedImage image = new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < 12; y++) {
                for (int x = 0; x < 12; x++) {
                    boolean on = (across ? y : x) / 2 == line;
                    image.getRaster().setSample(x, y, 0, (on ? 200 : 20) + random.nextInt(40));
                }
            }
            Path file = folder.resolve("pictures/%s/%03d.png".formatted(across ? "across" : "down", i));
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
    }

    @Test
    void learnsFromFoldersOfImages() throws Exception {
        draw();
        Experiment lines = Experiment.of(LINES, folder);

        TrainingResult result = lines.train();

        assertThat(result.metrics().accuracy().orElseThrow()).isAtLeast(0.9);
        byte[] across = new byte[36];
        Arrays.fill(across, 12, 18, (byte) 220);
        assertThat(lines.predict(result.model(), "shows", (Object) across)).isEqualTo("across");
    }

    /** The same pictures in the two formats that hold many in a file. */
    @Test
    void learnsFromArraysAndFromCifar10() throws Exception {
        Random random = new Random(2);
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < 60; i++) {
            byte[] planes = new byte[3 * 1024];
            Arrays.fill(planes, i % 2 * 2048, i % 2 * 2048 + 1024, (byte) (150 + random.nextInt(100)));
            byte[] pixels = new byte[planes.length];
            for (int at = 0; at < pixels.length; at++) {
                pixels[at] = planes[at % 3 * 1024 + at / 3];
            }
            images.write(pixels);
            labels.write(i % 2);
            records.write(i % 2);
            records.write(planes);
        }
        Files.write(folder.resolve("x.npy"), npy("(60, 32, 32, 3)", images.toByteArray()));
        Files.write(folder.resolve("y.npy"), npy("(60,)", labels.toByteArray()));
        Files.write(folder.resolve("data_batch_1.bin"), records.toByteArray());

        ModelFile fromArrays = colours("npy(\"x.npy\", \"y.npy\")").train().model();
        TrainingResult fromRecords = colours("cifar10(\"data_batch_*.bin\")").train();

        assertThat(fromRecords.metrics().accuracy().orElseThrow()).isEqualTo(1.0);
        assertThat(Experiment.bytes(fromArrays)).isEqualTo(Experiment.bytes(fromRecords.model()));
    }

    private Experiment colours(String source) {
        String text = """
                data Picture {
                  input  image: image(32x32x3) -> standardize
                  target colour: one of red, blue
                  source: SOURCE
                }

                network Colours for Picture {
                  image -> dense(classes) -> softmax -> colour
                }

                train Colours {
                  loss:      cross_entropy
                  optimizer: sgd(rate: 0.001)
                  until:     epoch = 5
                }
                """;
        return Experiment.of(text.replace("SOURCE", source), folder);
    }

    private static byte[] npy(String shape, byte[] data) throws IOException {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        file.write(header.getBytes(StandardCharsets.US_ASCII));
        file.write(data);
        return file.toByteArray();
    }

    @Test
    void makesTheSameBitsOfTheSameSeed() throws Exception {
        draw();
        Experiment lines = Experiment.of(LINES.replace("epoch = 40", "epoch = 2"), folder);

        ModelFile once = lines.train().model();

        assertThat(Experiment.bytes(lines.train().model())).isEqualTo(Experiment.bytes(once));
        assertThat(Experiment.bytes(lines.train("seed=2").model())).isNotEqualTo(Experiment.bytes(once));
        Experiment plain =
                Experiment.of(LINES.replace("epoch = 40", "epoch = 2").replace("shift(1), ", ""), folder);
        assertThat(Experiment.bytes(plain.train().model())).isNotEqualTo(Experiment.bytes(once));
    }
}

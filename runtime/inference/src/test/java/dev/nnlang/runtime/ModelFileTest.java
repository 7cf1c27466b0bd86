package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    @TempDir
    Path directory;

    private static ModelFile iris() {
        return ModelFile.builder()
                .network("Iris", "4-3 abc")
                .metadata("source", "network \"Iris\" \\ \n\t \u00e9 \ud83c\udf38 \ud800")
                .floats("dense1.weight", new float[] {1, -2, Float.NaN, 4, 5, 6}, 2, 3)
                .doubles("exact", new double[] {Math.PI})
                .floats("empty", new float[0], 0, 3)
                .build();
    }

    private static ModelFile whole() {
        return ModelFile.builder()
                .network("Iris", "4-3 abc")
                .floats("a", new float[1], 1)
                .build();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Path path = directory.resolve("models/iris.safetensors");
        iris().write(path);
        ModelFile read = ModelFile.read(path);
        assertThat(read.metadata()).isEqualTo(iris().metadata());
        assertThat(read.names()).containsExactly("dense1.weight", "empty", "exact");
        assertThat(read.floats("dense1.weight", 2, 3))
                .usingExactEquality()
                .containsExactly(1f, -2f, Float.NaN, 4f, 5f, 6f)
                .inOrder();
        assertThat(read.doubles("exact")).usingExactEquality().containsExactly(Math.PI);
        assertThat(read.floats("empty", 0, 3)).isEmpty();
        assertThat(read.bytes()).isEqualTo(Files.readAllBytes(path));
    }

    @Test
    void leavesNothingButTheFile() throws IOException {
        Path path = directory.resolve("iris.safetensors");
        Files.writeString(path, "an older one");
        iris().write(path);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(path);
        }
        Path blocked = directory.resolve("blocked.safetensors");
        Files.createDirectories(blocked.resolve("full"));
        assertThat(assertThrows(ModelFileException.class, () -> iris().write(blocked)))
                .hasMessageThat()
                .contains("blocked.safetensors: the model file cannot be written");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(path, blocked);
        }
    }

    @Test
    void writesTheSameBytesInAnyOrder() {
        ModelFile one = ModelFile.builder()
                .floats("a", new float[1])
                .floats("b", new float[1])
                .metadata("x", "1")
                .metadata("y", "2")
                .build();
        ModelFile other = ModelFile.builder()
                .metadata("y", "2")
                .metadata("x", "1")
                .floats("b", new float[1])
                .floats("a", new float[1])
                .build();
        assertThat(one.bytes()).isEqualTo(other.bytes());
    }

    /** As {@code safetensors.numpy.save} lays it out: wide types first, then by name, padded header. */
    @Test
    void readsAndWritesTheBytesOfThePythonLibrary() throws IOException {
        String header = "{\"__metadata__\":{\"network\":\"Iris\"},"
                + "\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,16]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);
        byte[] bytes = ByteBuffer.allocate(8 + padded.length() + 16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length())
                .put(padded.getBytes(UTF_8))
                .putDouble(0.1)
                .putFloat(1.5f)
                .putFloat(-2.5f)
                .array();
        ModelFile read = SafetensorsReader.read(bytes, "python.safetensors");
        assertThat(read.floats("a", 2, 1))
                .usingExactEquality()
                .containsExactly(1.5f, -2.5f)
                .inOrder();
        assertThat(read.doubles("b", 1)).usingExactEquality().containsExactly(0.1);
        assertThat(read.bytes()).isEqualTo(bytes);
    }

    @Test
    void toleratesOtherElementTypesUntilTheyAreAskedFor() throws IOException {
        ModelFile file = read("{'half':{'dtype':'BF16','shape':[2],'data_offsets':[0,4]}}", 4);
        assertThat(assertThrows(ModelFileException.class, () -> file.floats("half", 2)))
                .hasMessageThat()
                .isEqualTo("x.safetensors: expected tensor `half`, F32 [2], but found BF16 [2];"
                        + " train the network again");
    }

    @Test
    void saysWhichTensorIsMissing() {
        assertThat(assertThrows(ModelFileException.class, () -> iris().floats("dense2.weight", 3)))
                .hasMessageThat()
                .isEqualTo("the model in memory: expected tensor `dense2.weight`, F32 [3],"
                        + " but found no tensor of that name; train the network again");
    }

    @Test
    void refusesAnotherNetworksWeights() throws IOException {
        whole().requireNetwork("Iris", "4-3 abc");
        assertThat(assertThrows(ModelFileException.class, () -> whole().requireNetwork("Wine", "4-3 abc")))
                .hasMessageThat()
                .isEqualTo("the model in memory: expected a model of network Wine, but found network Iris;"
                        + " load the file that training Wine wrote");
        assertThat(assertThrows(ModelFileException.class, () -> whole().requireNetwork("Iris", "4-3 def")))
                .hasMessageThat()
                .contains("fingerprint 4-3 def, but found 4-3 abc: the network has changed since; train it again");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThat(assertThrows(ModelFileException.class, () -> ModelFile.read(directory.resolve("no.safetensors"))))
                .hasMessageThat()
                .contains("no.safetensors: there is no such model file; train the network first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                             | 0 | a header in JSON",
                "{'a':1                                                         | 0 | expected `}` at character 6",
                "{'a':{},'a':{}}                                                | 0 | repeated",
                "{'a':-1}                                                       | 0 | a whole number",
                "{'a':99999999999999999999}                                     | 0 | a whole number",
                "{'a':[[[[[[[[[[[[]]]]]]]]]]]]}                                 | 0 | less nesting",
                "{'a':'\\x'}                                                    | 0 | an escaped character",
                "{'__metadata__':{'a':1}}                                       | 0 | a string behind __metadata__ ~a~",
                "{'a':{'dtype':'F32','shape':[1]}}                              | 4 | dtype, shape and data_offsets",
                "{'a':{'dtype':'F32','shape':['1'],'data_offsets':[0,4]}}       | 4 | whole numbers in the entry",
                "{'a':{'dtype':'Q4','shape':[1],'data_offsets':[0,4]}}          | 4 | a known element type",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}}         | 4 | 8 bytes for tensor ~a~, F32 [2]",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}         | 8 | begin at byte 0 of the data",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}}         | 8 | begin at byte 0 of the data",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}         | 3 | the file is cut short",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}         | 5 | 4 bytes of data, but found 5",
                "{'a':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | 0 | a possible shape",
                "{'a':{'dtype':'U8','shape':[3],'data_offsets':[0,3]},'b':{'dtype':'U8','shape':[3],'data_offsets':[2,5]}}"
                        + " | 5 | tensor ~b~ to begin at byte 3",
            })
    void refusesAHeaderThatLies(String header, int data, String expected) {
        ModelFileException problem = assertThrows(ModelFileException.class, () -> read(header, data));
        assertThat(problem).hasMessageThat().startsWith("x.safetensors: expected ");
        assertThat(problem).hasMessageThat().contains(expected.replace('~', '`'));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, a header of at most 100000000 bytes",
        "9223372036854775807, a header of at most",
        "50, a header of 50 bytes"
    })
    void refusesAnAbsurdHeaderLength(long length, String expected) {
        byte[] bytes = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        assertThat(assertThrows(ModelFileException.class, () -> SafetensorsReader.read(bytes, "x")))
                .hasMessageThat()
                .contains(expected);
    }

    @Test
    void neverFailsOnDamagedBytesButWithAMessage() {
        byte[] sound = iris().bytes();
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            try {
                SafetensorsReader.read(damage(sound, random), "x");
            } catch (ModelFileException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(45_000);
    }

    @Test
    void refusesAFlippedBitOfTheWeights() {
        byte[] bytes = iris().bytes();
        bytes[bytes.length - 1] ^= 1;

        assertThat(assertThrows(ModelFileException.class, () -> ModelFile.of(bytes, "iris.safetensors")))
                .hasMessageThat()
                .isEqualTo("iris.safetensors: expected what was written, by its checksum, but found something else;"
                        + " train again or fetch the file anew");
    }

    @Test
    void readsAStreamAsAFile() throws IOException {
        ModelFile read = ModelFile.read(new ByteArrayInputStream(iris().bytes()), "the class path");

        assertThat(read.metadata()).isEqualTo(iris().metadata());
    }

    @Test
    void predictsWithNumbersOnly() {
        ModelFile diverged = ModelFile.builder()
                .network("Iris", "4-3 abc")
                .floats("dense1.weight", new float[] {1, Float.POSITIVE_INFINITY}, 2)
                .build();

        assertThat(assertThrows(ModelFileException.class, () -> diverged.requireNetwork("Iris", "4-3 abc")))
                .hasMessageThat()
                .contains("expected numbers in tensor `dense1.weight`, but found Infinity");
    }

    private static byte[] damage(byte[] sound, SplittableRandom random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length;
        byte[] damaged = Arrays.copyOf(sound, length);
        for (int changes = random.nextInt(1, 4); length > 0 && changes > 0; changes--) {
            String likely = "{}[]\",:\\0123456789eu ";
            int at = random.nextInt(length);
            damaged[at] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) likely.charAt(random.nextInt(likely.length()));
        }
        return damaged;
    }

    private static ModelFile read(String header, int data) throws ModelFileException {
        byte[] json = header.strip().replace('\'', '"').getBytes(UTF_8);
        byte[] bytes = ByteBuffer.allocate(8 + json.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
        return SafetensorsReader.read(bytes, "x.safetensors");
    }
}

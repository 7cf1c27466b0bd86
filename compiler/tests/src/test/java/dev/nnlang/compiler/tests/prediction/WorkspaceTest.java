package dev.nnlang.compiler.tests.prediction;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A predictor's workspace: says what predictions say, and allocates nothing. */
class WorkspaceTest {

    /** More than are computed together. */
    private static final int MANY = 70;

    private static final String HOUSES = """
            package test
            data House {
              input  area, age: real
              input  quarter: one of north, south
              target price: real -> standardize
              target kind: one of flat, villa, hut
              target walls: real[2]
              target heating: one of gas, oil
            }
            network Valuation for House {
              let trunk = input -> dense(20) -> relu
              trunk -> dense(1) -> price
              trunk -> dense(classes) -> softmax -> kind
              trunk -> dense(2) -> walls
              trunk -> dense(classes) -> heating
            }
            train Valuation {
              loss: mean_squared_error(price) + cross_entropy(kind) + huber(walls) + hinge(heating)
              optimizer: adam
            }
            """;

    private static final String OF_HOUSES = """
            package test;

            import dev.nnlang.runtime.ModelFile;
            import java.util.ArrayList;
            import java.util.List;

            public final class Caller implements Runnable {
                private final Valuation valuation;
                private final Valuation.Workspace workspace;
                private final List<House> rows = new ArrayList<>();
                public double sum;

                public Caller(ModelFile model, int count) throws Exception {
                    valuation = Valuation.of(model);
                    workspace = valuation.workspace(count);
                    for (int i = 0; i < count; i++) {
                        rows.add(new House(i - 30f, 2f * i % 17, i % 3 == 0 ? Quarter.NORTH : Quarter.SOUTH));
                    }
                }

                @Override
                public void run() {
                    workspace.predict(rows);
                    for (int i = 0; i < rows.size(); i++) {
                        sum += workspace.price(i) + workspace.probability(i, workspace.kind(i)) + workspace.walls(i, 1);
                    }
                    workspace.predict(rows.get(0));
                    sum += workspace.score(0, workspace.heating(0));
                }

                public List<String> predicted() {
                    List<String> lines = new ArrayList<>();
                    for (Valuation.Prediction prediction : valuation.predict(rows)) {
                        lines.add(prediction.toString());
                    }
                    return lines;
                }

                public List<String> read() {
                    List<String> lines = new ArrayList<>();
                    workspace.predict(rows);
                    for (int i = 0; i < rows.size(); i++) {
                        Kind kind = workspace.kind(i);
                        Heating heating = workspace.heating(i);
                        lines.add("price " + workspace.price(i)
                                + ", kind " + kind + " " + workspace.probability(i, kind)
                                + ", walls [" + workspace.walls(i, 0) + ", " + workspace.walls(i, 1) + "]"
                                + ", heating " + heating + " " + workspace.score(i, heating));
                    }
                    return lines;
                }

                public void tooMany() {
                    rows.add(rows.get(0));
                    workspace.predict(rows);
                }

                public double ofNoRow() {
                    workspace.predict(rows);
                    workspace.predict(rows.get(0));
                    return workspace.price(1);
                }

                public double ofNoElement() {
                    workspace.predict(rows);
                    return workspace.walls(0, 2);
                }

                public double behindAFailure() {
                    workspace.predict(rows);
                    try {
                        workspace.predict((House) null);
                    } catch (NullPointerException e) {
                        return workspace.price(0);
                    }
                    return 0;
                }

                public Kind ofNothing() {
                    workspace.predict(List.of());
                    return workspace.kind(0);
                }

                public void noRoom() {
                    valuation.workspace(0);
                }
            }
            """;

    /** So much work that other threads help. */
    private static final String DIGITS = """
            package test
            data Scan {
              input  pixels: image(28x28) -> standardize
              target digit: one of 0..9
            }
            network Reader for Scan {
              pixels -> conv(20, 5x5) -> relu -> max_pool(2x2) -> conv(50, 5x5) -> tanh -> max_pool(2x2)
                -> dense(100) -> relu -> dense(classes) -> softmax -> digit
            }
            train Reader { loss: cross_entropy optimizer: adam }
            """;

    /** Convolutions that vectors compute by Winograd's filtering. */
    private static final String TEXTURES = """
            package test
            data Scan {
              input  pixels: image(28x28) -> standardize
              target digit: one of 0..9
            }
            network Reader for Scan {
              pixels -> conv(16, 3x3, padding: 1) -> relu -> conv(40, 3x3, padding: 1) -> relu -> max_pool(2x2)
                -> conv(24, 3x3) -> tanh -> dense(classes) -> softmax -> digit
            }
            train Reader { loss: cross_entropy optimizer: adam }
            """;

    private static final String OF_DIGITS = """
            package test;

            import dev.nnlang.runtime.ModelFile;
            import java.util.ArrayList;
            import java.util.List;

            public final class Caller implements Runnable {
                private final Reader.Workspace workspace;
                private final List<Scan> rows = new ArrayList<>();
                public double sum;

                public Caller(ModelFile model, int count) throws Exception {
                    workspace = Reader.of(model).workspace(count);
                    for (int i = 0; i < count; i++) {
                        byte[] pixels = new byte[28 * 28];
                        pixels[300 + i] = 100;
                        rows.add(new Scan(pixels));
                    }
                }

                @Override
                public void run() {
                    workspace.predict(rows);
                    for (int i = 0; i < rows.size(); i++) {
                        sum += workspace.probability(i, workspace.digit(i));
                    }
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysWhatPredictionsSay(boolean vectors) throws Throwable {
        Caller caller = houses(vectors, MANY);

        assertThat(caller.call("read")).isEqualTo(caller.call("predicted"));
    }

    @Test
    void saysNothingOfOtherRowsThanTheLast() {
        Caller caller = houses(false, 3);

        assertThrows(IndexOutOfBoundsException.class, () -> caller.call("ofNoRow"));
        assertThrows(IndexOutOfBoundsException.class, () -> caller.call("ofNoElement"));
        assertThrows(IndexOutOfBoundsException.class, () -> caller.call("behindAFailure"));
        assertThrows(IndexOutOfBoundsException.class, () -> caller.call("ofNothing"));
    }

    @Test
    void hasRoomForSoManyRows() {
        Caller caller = houses(false, 3);

        assertThat(assertThrows(IllegalArgumentException.class, () -> caller.call("tooMany")))
                .hasMessageThat()
                .isEqualTo("there is room for 3 rows, not 4");
        assertThat(assertThrows(IllegalArgumentException.class, () -> caller.call("noRoom")))
                .hasMessageThat()
                .isEqualTo("a workspace has room for at least 1 row, not 0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocatesNothing(boolean vectors) {
        assertThat(Allocation.afterWarmUp(houses(vectors, MANY).runnable())).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocatesNothingInAnyThread(boolean vectors) {
        assertThat(Allocation.afterWarmUp(digits(vectors, 16).runnable())).isEqualTo(0);
    }

    @Test
    void allocatesNothingForTransformedPatches() {
        assertThat(Allocation.afterWarmUp(
                        Caller.of(TEXTURES, OF_DIGITS, true, 16).runnable()))
                .isEqualTo(0);
    }

    private static Caller houses(boolean vectors, int rows) {
        return Caller.of(HOUSES, OF_HOUSES, vectors, rows);
    }

    private static Caller digits(boolean vectors, int rows) {
        return Caller.of(DIGITS, OF_DIGITS, vectors, rows);
    }
}

package dev.nnlang.training.metrics;

import static com.google.common.truth.Truth.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. scikit-learn 1.2 gives the same, but for top k, where the last of equals comes first. */
class MetricsTest {
    private static final double EXACT = 1e-12;

    private static double value(Metrics metrics, String name) {
        return metrics.value(name).orElseThrow();
    }

    /** Class c is never predicted, class d is never there, class e neither. */
    private static Metrics classification() {
        Classification scorer = new Classification(List.of("a", "b", "c", "d", "e"));
        float[] probabilities = {
            .6f, .2f, .1f, .1f, 0, // a, right
            .6f, .3f, .1f, 0, 0, // b, taken for a
            .1f, .6f, .2f, .1f, 0, // b, right
            .4f, .1f, .4f, .1f, 0, // c, taken for a, which comes first of two equal
            .1f, .1f, .1f, .7f, 0, // a, taken for d
        };
        scorer.add(2, probabilities, new Answers(new int[] {0, 1, 1, 2}, new double[0]), 4);
        float[] last = {.1f, .1f, .1f, .7f, 0};
        scorer.add(7, last, new Answers(new int[] {0}, new double[0]), 1);
        return scorer.metrics();
    }

    @Test
    void countsWhatIsRecognised() {
        Metrics metrics = classification();
        assertThat(metrics.rows()).isEqualTo(5);
        assertThat(metrics.loss()).isEqualTo(3.0);
        assertThat(value(metrics, "accuracy")).isEqualTo(0.4);
        assertThat(value(metrics, "top_k(1)")).isEqualTo(0.4);
        assertThat(value(metrics, "top_k(2)")).isEqualTo(1.0);
        assertThat(value(metrics, "precision(a)")).isWithin(EXACT).of(1 / 3.0);
        assertThat(value(metrics, "recall(a)")).isEqualTo(0.5);
        assertThat(value(metrics, "f1(a)")).isWithin(EXACT).of(0.4);
        assertThat(value(metrics, "f1(b)")).isWithin(EXACT).of(2 / 3.0);
    }

    @Test
    void countsClassesThatAreNeverPredictedButNotThoseThatAreNowhere() {
        Metrics metrics = classification();
        assertThat(value(metrics, "precision(c)")).isEqualTo(0.0);
        assertThat(value(metrics, "recall(d)")).isEqualTo(0.0);
        assertThat(value(metrics, "f1(e)")).isEqualTo(0.0);
        assertThat(value(metrics, "precision")).isWithin(EXACT).of((1 / 3.0 + 1) / 4);
        assertThat(value(metrics, "recall")).isWithin(EXACT).of((0.5 + 0.5) / 4);
        assertThat(value(metrics, "f1")).isWithin(EXACT).of((0.4 + 2 / 3.0) / 4);
        assertThat(metrics.classes().orElseThrow().confusion().report())
                .isEqualTo("""
                        class  precision     recall         f1       rows
                        a         0.3333     0.5000     0.4000          2
                        b         1.0000     0.5000     0.6667          2
                        c         0.0000     0.0000     0.0000          1
                        d         0.0000     0.0000     0.0000          0
                        e         0.0000     0.0000     0.0000          0
                        mean      0.3333     0.2500     0.2667          5""".indent(0).stripTrailing());
    }

    /** Of the 2 x 3 pairs of a positive and a negative row, 4 are in the right order and one is equal. */
    @Test
    void ranksTwoClasses() {
        Classification scorer = new Classification(List.of("no", "yes"));
        float[] yes = {.9f, .4f, .8f, .4f, .1f};
        float[] output = new float[10];
        for (int i = 0; i < yes.length; i++) {
            output[2 * i] = 1 - yes[i];
            output[2 * i + 1] = yes[i];
        }
        scorer.add(0, output, new Answers(new int[] {1, 1, 0, 0, 0}, new double[0]), 5);
        assertThat(value(scorer.metrics(), "roc_auc")).isWithin(EXACT).of(4.5 / 6);

        Classification single = new Classification(List.of("no", "yes"));
        single.add(0, output, new Answers(new int[] {1, 1}, new double[0]), 2);
        assertThat(single.metrics().value("roc_auc")).isEqualTo(OptionalDouble.empty());
    }

    /** Probabilities this small are nothing beside 1 in a float. */
    @Test
    void ranksConfidentAnswersByTheirOdds() {
        Classification scorer = new Classification(List.of("no", "yes"));
        float[] output = new float[8];
        for (int i = 0; i < 4; i++) {
            output[2 * i] = 1;
            output[2 * i + 1] = (float) Math.exp(-20 - 5 * i);
        }
        scorer.add(0, output, new Answers(new int[] {1, 1, 0, 0}, new double[0]), 4);
        assertThat(value(scorer.metrics(), "roc_auc")).isEqualTo(1);
    }

    @Test
    void measuresDistancesInTheUnitsOfTheData() {
        Regression scorer = new Regression(2, (output, element) -> output * 10);
        scorer.add(1, new float[] {.1f, .5f, .4f, .5f}, new Answers(new int[0], new double[] {2, 5, 4, 5}), 2);
        scorer.add(4, new float[] {.3f, .5f}, new Answers(new int[0], new double[] {6, 5}), 1);
        Metrics metrics = scorer.metrics();
        assertThat(metrics.loss()).isEqualTo(2.0);
        assertThat(value(metrics, "mean_absolute_error")).isWithin(1e-6).of((1 + 3) / 6.0);
        assertThat(value(metrics, "mean_squared_error")).isWithin(1e-6).of((1 + 9) / 6.0);
        // The first element: 1 - 10 / 8; the second never varies, and is met.
        assertThat(value(metrics, "r2")).isWithin(1e-6).of((1 - 10 / 8.0 + 1) / 2);
        assertThat(metrics.value("accuracy")).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void tellsTheTargetsOfANetworkApart() {
        Map<String, Metrics> targets = new LinkedHashMap<>();
        targets.put("kind", classification());
        targets.put("size", new Metrics(5, 2, Optional.empty(), Optional.of(new DistanceScores(1, 4, .5))));
        Metrics metrics = Metrics.of(5, 9, targets);

        assertThat(value(metrics, "loss")).isEqualTo(9);
        assertThat(value(metrics, "kind.loss")).isEqualTo(3);
        assertThat(value(metrics, "kind.recall(b)")).isEqualTo(.5);
        assertThat(value(metrics, "size.r2")).isEqualTo(.5);
        assertThat(metrics.value("accuracy")).isEqualTo(OptionalDouble.empty());
        assertThat(metrics.value("size.accuracy")).isEqualTo(OptionalDouble.empty());
        assertThat(metrics.value("weight.loss")).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void fitsTheTargetsOfANetwork() {
        Map<String, List<String>> targets = Map.of("kind", List.of("a", "b"), "size", List.of());

        assertThat(fitting(targets, "loss", "kind.f1(a)", "kind.roc_auc", "size.r2", "size.loss"))
                .isTrue();
        for (String wrong : List.of("accuracy", "kind.r2", "size.f1", "kind.f1(c)", "weight.loss")) {
            assertThat(fitting(targets, wrong)).isFalse();
        }
        assertThat(MetricName.all(targets)).containsAtLeast("loss", "kind.accuracy", "size.mean_squared_error");
        assertThat(MetricName.all(Map.of("", List.of()))).containsNoDuplicates();
        assertThat(MetricName.parse("Kind.recall(a.b)").orElseThrow().toString())
                .isEqualTo("Kind.recall(a.b)");
    }

    private static boolean fitting(Map<String, List<String>> targets, String... written) {
        return Stream.of(written)
                .allMatch(name -> MetricName.parse(name).orElseThrow().fits(targets));
    }

    @Test
    void knowsWhichWayIsUp() {
        assertThat(Metrics.ascends("kind.accuracy")).isTrue();
        assertThat(Metrics.ascends("size.loss")).isFalse();
        assertThat(Metrics.ascends("recall(a)")).isTrue();
        assertThat(Metrics.ascends("r2")).isTrue();
        assertThat(Metrics.ascends("mean_absolute_error")).isFalse();
        assertThat(Metrics.ascends("loss")).isFalse();
        assertThat(MetricName.parse("top_k")).isEmpty();
        assertThat(MetricName.parse("accuracy(a)")).isEmpty();
    }
}

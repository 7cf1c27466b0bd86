package dev.nnlang.training.gradcheck;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

    @Test
    void agreesWithRightGradients() {
        GradientReport report = GradientCheck.run(new Line<>(Line.DOUBLES, 4, 1), 7, 4);
        assertThat(report.agrees()).isTrue();
        assertThat(report.worst()).isLessThan(1e-9);
    }

    @Test
    void catchesGradientsThatAreSlightlyWrong() {
        for (double mistake : new double[] {1.00001, 0, -1, Double.NaN}) {
            GradientReport report = GradientCheck.run(new Line<>(Line.DOUBLES, 4, mistake), 7, 4);
            assertThat(report.agrees()).isFalse();
            assertThat(report.toString())
                    .endsWith("\ngradients differ from finite differences by more than 1e-6: dense1.weight");
        }
    }

    @Test
    void tellsHowManyWereCheckedAndSkipped() {
        List<Integer> shape = List.of(40, 10);
        assertThat(new GradientReport(
                                1, List.of(new GradientReport.Line("w", "a.nn:1 dense(10)", shape, 198, 2, 400, 0)))
                        .toString())
                .endsWith(
                        "\n198 of 400 gradients checked, all agree with finite differences to 1e-6; 2 skipped at a kink of"
                                + " the loss");
        assertThat(new GradientReport(Double.NaN, List.of()).toString())
                .isEqualTo("the loss is NaN on random rows: a formula is not defined for all numbers");
    }

    @Test
    void rendersATable() {
        GradientReport report = new GradientReport(
                1,
                List.of(
                        new GradientReport.Line(
                                "dense1.weight", "iris.nn:14 dense(16)", List.of(4, 16), 64, 0, 64, 3.1e-10),
                        new GradientReport.Line(
                                "dense2.bias", "iris.nn:14 dense(classes)", List.of(3), 3, 0, 3, 9e-11)));
        assertThat(report.toString()).isEqualTo("""
                        iris.nn:14  dense(16)        weight [4][16]   64 of 64   worst 3.1e-10
                        iris.nn:14  dense(classes)   bias   [3]        3 of 3    worst 9.0e-11
                        all 67 gradients agree with finite differences to 1e-6""");
    }
}

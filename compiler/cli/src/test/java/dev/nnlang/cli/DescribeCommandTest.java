package dev.nnlang.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.nnlang.compiler.Reference;
import org.junit.jupiter.api.Test;

final class DescribeCommandTest {

    @Test
    void tellsWhatALayerTakesAndShowsItAtWork() {
        CommandRun run = CommandRun.of("describe", "conv");
        assertThat(run.exitCode()).isEqualTo(0);
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines().get(0)).startsWith("conv(filters, size, stride: 1, padding: 0,");
        assertThat(run.out()).containsMatch("(?m)^  stride: 1 +how far the window moves; a whole number of at least 1");
        assertThat(run.out()).containsMatch("(?m)^  image -> conv\\(");
    }

    @Test
    void tellsWhatTheCompilerFindsInAFormula() {
        CommandRun run = CommandRun.of("describe", "tanh");
        assertThat(run.out()).containsMatch("(?m)^  derivative +1 - tanh\\(x\\)\\^2$");
        assertThat(run.out()).containsMatch("(?m)^  properties +in \\(-1, 1\\), zero-centred, saturates beyond");
    }

    @Test
    void aNameMayStandForSeveralThings() {
        CommandRun run = CommandRun.of("describe", "constant", "zeros");
        assertThat(run.out()).contains("initialiser: all the same");
        assertThat(run.out()).contains("schedule: always the same rate");
        assertThat(run.out()).contains("initialiser: all 0");
    }

    @Test
    void withoutANameItListsAll() {
        CommandRun run = CommandRun.of("describe");
        assertThat(run.exitCode()).isEqualTo(0);
        for (String name : Reference.load().names()) {
            assertWithMessage(name).that(run.out()).contains("\n  " + name + " ");
        }
    }

    @Test
    void noLineIsWiderThanTheScreen() {
        CommandRun all = CommandRun.of("describe");
        CommandRun each = CommandRun.of(
                (Object[]) ("describe," + String.join(",", Reference.load().names())).split(","));
        assertThat(each.exitCode()).isEqualTo(0);
        assertThat((all.out() + each.out()).lines().filter(line -> line.length() > 100))
                .isEmpty();
    }

    @Test
    void whatIsMisspeltIsCorrected() {
        CommandRun run = CommandRun.of("describe", "cnov");
        assertThat(run).isEqualTo(new CommandRun(1, "", "error: nothing is called `cnov`: did you mean `conv`?\n"));
    }

    @Test
    void whatIsUnknownLeadsToTheList() {
        CommandRun run = CommandRun.of("describe", "transformer");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("`nn describe` lists all");
    }

    @Test
    void shellsCompleteTheNames() {
        assertThat(CommandRun.of("generate-completion").out()).contains("\"global_average_pool\"");
    }
}

package samples.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import dev.nnlang.training.network.Port;
import dev.nnlang.training.network.Trainable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That what is measured is what the workload says, and works; not how fast it is. */
final class NnlangTest {
    private static final int STEPS = 3;

    @ParameterizedTest
    @EnumSource(Workload.class)
    void theFileSaysWhatTheWorkloadSays(Workload workload) throws Exception {
        Trainable<float[]> trainer = Network.of(workload).trainer();
        long expected = 0;
        Shape shape = workload.input();
        for (Layer layer : workload.layers()) {
            expected += parameters(layer, shape);
            shape = layer.output(shape);
        }
        assertThat(trainer.batch()).isEqualTo(workload.batch());
        assertThat(((Port.Reals<float[]>) trainer.inputs().get(0)).width())
                .isEqualTo(workload.input().size());
        assertThat(trainer.parameters().stream()
                        .mapToLong(parameter -> parameter.values().length)
                        .sum())
                .isEqualTo(expected);
    }

    private static long parameters(Layer layer, Shape input) {
        if (layer instanceof Layer.Dense dense) {
            return (input.size() + 1L) * dense.units();
        } else if (layer instanceof Layer.Conv conv) {
            return (input.channels() * conv.size() * conv.size() + 1L) * conv.filters();
        } else if (layer instanceof Layer.BatchNorm) {
            return 2L * input.channels();
        }
        return 0;
    }

    /** Only the small ones: a step of the others takes seconds where there are no vectors. */
    @ParameterizedTest
    @EnumSource(names = {"IRIS", "MLP"})
    void stepsOnTheSameBatchLearnIt(Workload workload) throws Exception {
        Trainable<float[]> trainer = Network.of(workload).trainer();
        double before = trainer.evaluate(workload.batch());
        for (int i = 0; i < STEPS; i++) {
            trainer.step(workload.batch(), Workload.RATE);
        }
        assertThat(trainer.evaluate(workload.batch())).isLessThan(before);
    }

    @Test
    void everyPeerRunsAStepOfEachKind() throws Exception {
        for (Peer peer : Peer.all()) {
            Peer.Subject subject = peer.prepare(Workload.IRIS, 1).orElseThrow();
            subject.training().ifPresent(Runnable::run);
            subject.inference(1).orElseThrow().run();
            subject.inference(Workload.IRIS.batch()).orElseThrow().run();
        }
        assertThat(Peer.all().stream().map(Peer::name).toList())
                .containsAtLeast("nnlang", "nnlang-predict", "nnlang-workspace");
    }

    @Test
    void aSavedModelPredictsInAJvmOfItsOwn() throws Exception {
        assertThat(Start.measure(Path.of(System.getProperty("java.home")), Start.Dialect.VECTORS, 1))
                .hasLength(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"IRIS", "MLP"})
    void thePassPredictsWhatTheTrainerSays(Workload workload) throws Exception {
        Network network = Network.of(workload);
        int rows = workload.batch();
        network.trainer().evaluate(rows);
        Predictor.Forward forward = network.predictor().forward(rows);
        System.arraycopy(workload.rows(rows), 0, forward.input(), 0, forward.input().length);
        forward.pass().accept(rows);
        assertThat(forward.output())
                .usingTolerance(1e-5)
                .containsExactly(network.trainer().outputs().get(0))
                .inOrder();
    }
}

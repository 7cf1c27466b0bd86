package samples.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import samples.benchmarks.Peer;
import samples.benchmarks.Workload;

/** Predictions only. */
public final class OnnxRuntime implements Peer {

    @Override
    public String name() {
        return "onnxruntime";
    }

    @Override
    public Optional<Subject> prepare(Workload workload, int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession session = environment.createSession(OnnxModel.of(workload), options);
        return Optional.of(new Subject() {
            @Override
            public Optional<Runnable> training() {
                return Optional.empty();
            }

            @Override
            public Optional<Runnable> inference(int rows) throws OrtException {
                FloatBuffer values = FloatBuffer.wrap(workload.rows(rows));
                OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, values, workload.input().batch(rows));
                return Optional.of(() -> run(session, Map.of(OnnxModel.INPUT, tensor)));
            }
        });
    }

    private static void run(OrtSession session, Map<String, OnnxTensor> input) {
        try (OrtSession.Result result = session.run(input)) {
            if (result.size() != 1) {
                throw new IllegalStateException("one output was expected, but there are " + result.size());
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}

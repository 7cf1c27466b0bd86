package samples.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A library that can compute the workloads; found as a service. */
public interface Peer {

    /** As its lines begin. */
    String name();

    /** The workload, ready to run on so many threads; empty if this library cannot do it. */
    Optional<Subject> prepare(Workload workload, int threads) throws Exception;

    /** A workload in the hands of a peer. */
    interface Subject {

        /** One step on a batch that was filled before: forward, loss, backward, update. */
        Optional<Runnable> training();

        /** The outputs of so many rows that were written before. */
        Optional<Runnable> inference(int rows) throws Exception;
    }

    /** All that are on the class path. */
    static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}

package dev.nnlang.training.batches;

import dev.nnlang.training.data.DataException;
import dev.nnlang.training.metrics.Answers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A pass whose next batch is read by a thread of its own, which ends with the pass. */
final class PrefetchedBatches implements Batches {
    private final Batches pass;
    private final Batch read;
    private final Batch network;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(PrefetchedBatches::thread);
    private CompletableFuture<Integer> next;

    /** @param pass writes into {@code read} */
    PrefetchedBatches(Batches pass, Batch read, Batch network) {
        this.pass = pass;
        this.read = read;
        this.network = network;
        this.next = readNext();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "nnlang-reader");
        thread.setDaemon(true);
        return thread;
    }

    private CompletableFuture<Integer> readNext() {
        return CompletableFuture.supplyAsync(this::readBatch, reader);
    }

    private int readBatch() {
        try {
            return pass.next();
        } catch (DataException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public int next() throws DataException {
        int rows = awaitNext();
        if (rows > 0) {
            read.copyTo(network, rows);
            next = readNext();
        }
        return rows;
    }

    private int awaitNext() throws DataException {
        try {
            return next.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof DataException data) {
                throw data;
            }
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    @Override
    public List<Answers> answers() {
        return network.answers();
    }

    /** A batch that is being read is read to its end, then thrown away. */
    @Override
    public void close() throws DataException {
        reader.shutdown();
        boolean interrupted = false;
        while (!reader.isTerminated()) {
            try {
                reader.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        pass.close();
    }
}

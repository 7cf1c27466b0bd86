package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class TeamTest {

    /**
     * In each round a member adds to its own places what its neighbours' places held in the round before, plainly and
     * without locks: one early reader or one late writer changes the result.
     */
    private static final class Ripple implements Team.Work {
        private final int rounds;
        private final long[][] values;

        Ripple(int items, int rounds) {
            this.rounds = rounds;
            this.values = new long[2][items];
            Arrays.setAll(values[0], i -> i);
        }

        @Override
        public void run(Member member) {
            int items = values[0].length;
            for (int round = 0; round < rounds; round++) {
                long[] old = values[round % 2];
                long[] fresh = values[(round + 1) % 2];
                for (int i = member.from(items); i < member.to(items); i++) {
                    fresh[i] = 31 * old[(i + 1) % items] + old[(i + items - 1) % items];
                }
                member.await();
            }
        }

        long[] result() {
            return values[rounds % 2];
        }
    }

    private static long[] rippled(Team team, int rounds) {
        Ripple ripple = new Ripple(13, rounds);
        team.run(ripple);
        return ripple.result();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 16})
    void nobodyPassesTheBarrierEarly(int size) {
        Team team = Team.of(size);
        for (int rounds = 0; rounds < 20; rounds++) {
            assertThat(rippled(team, rounds)).isEqualTo(rippled(Team.of(1), rounds));
        }
        assertThat(rippled(team, 2_000)).isEqualTo(rippled(Team.of(1), 2_000));
    }

    @Test
    void everyMemberWorksOnce() {
        Team team = Team.of(5);
        for (int run = 0; run < 1000; run++) {
            AtomicInteger[] visits = new AtomicInteger[5];
            Arrays.setAll(visits, i -> new AtomicInteger());
            Thread caller = Thread.currentThread();
            team.run(member -> {
                visits[member.number()].incrementAndGet();
                assertThat(member.size()).isEqualTo(5);
                assertThat(Thread.currentThread() == caller).isEqualTo(member.number() == 0);
            });
            assertThat(Arrays.stream(visits).map(AtomicInteger::get)).containsExactly(1, 1, 1, 1, 1);
        }
    }

    @Test
    void workersSleepBetweenRunsAndAtLongWaits() throws InterruptedException {
        Team team = Team.of(3);
        for (int run = 0; run < 5; run++) {
            Thread.sleep(5);
            assertThat(rippled(team, 10)).isEqualTo(rippled(Team.of(1), 10));
            team.run(member -> {
                if (member.number() == member.size() - 1) {
                    sleep(5);
                }
                member.await();
            });
        }
        while (workers().stream().anyMatch(worker -> worker.getState() != Thread.State.WAITING)) {
            Thread.sleep(1);
        }
        assertThat(workers().stream().allMatch(Thread::isDaemon)).isTrue();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Worker.class::isInstance)
                .toList();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aFailureOfAnyMemberEndsTheRunAndReachesTheCaller(int failing) {
        Team team = Team.of(4);
        for (int run = 0; run < 100; run++) {
            int round = run % 10;
            IllegalStateException thrown = assertThrows(
                    IllegalStateException.class,
                    () -> team.run(member -> {
                        for (int i = 0; i < 10; i++) {
                            member.await();
                            if (member.number() == failing && i == round) {
                                throw new IllegalStateException("member " + failing);
                            }
                        }
                    }));
            assertThat(thrown).hasMessageThat().isEqualTo("member " + failing);
            assertThat(rippled(team, 10)).isEqualTo(rippled(Team.of(1), 10));
        }
    }

    @Test
    void oneOfManyFailuresIsThrown() {
        Team team = Team.of(3);
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> team.run(member -> {
                    throw new AssertionError("all of us");
                }));
        assertThat(error).hasMessageThat().isEqualTo("all of us");
        IOException checked = assertThrows(IOException.class, () -> team.run(member -> sneak(new IOException("disk"))));
        assertThat(checked).hasMessageThat().isEqualTo("disk");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception exception) throws E {
        throw (E) exception;
    }

    @Test
    void callersWhoFindThePoolTakenWorkAlone() throws Exception {
        Team team = Team.of(2);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = new Thread(() -> team.run(member -> {
            taken.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        holder.start();
        taken.await();
        List<Integer> sizes = new ArrayList<>();
        team.run(member -> {
            member.await();
            sizes.add(member.size());
        });
        done.countDown();
        holder.join();
        team.run(member -> {
            if (member.number() == 0) {
                sizes.add(member.size());
            }
        });
        assertThat(sizes).containsExactly(1, 2).inOrder();
    }

    @Test
    void aRunWithinARunWorksAlone() {
        Team team = Team.of(3);
        long[] expected = rippled(Team.of(1), 50);
        AtomicInteger right = new AtomicInteger();
        team.run(member -> {
            if (Arrays.equals(rippled(team, 50), expected)) {
                right.incrementAndGet();
            }
            member.await();
        });
        assertThat(right.get()).isEqualTo(3);
    }

    @Test
    void manyCallersShareThePool() throws Exception {
        long[] expected = rippled(Team.of(1), 10);
        List<Team> teams = List.of(Team.of(2), Team.of(3), Team.of(4));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> results = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            Team team = teams.get(caller % teams.size());
            results.add(callers.submit(() -> {
                int right = 0;
                for (int run = 0; run < 200; run++) {
                    right += Arrays.equals(rippled(team, 10), expected) ? 1 : 0;
                }
                return right;
            }));
        }
        for (Future<Integer> result : results) {
            assertThat(result.get(240, SECONDS)).isEqualTo(200);
        }
        callers.shutdown();
    }

    @Test
    void aRunAllocatesNothing() {
        Team team = Team.of(2);
        long[] workerBytes = new long[2];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Ripple ripple = new Ripple(8, 20);
        Team.Work measure = member -> workerBytes[member.number()] =
                threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 2000; i++) {
            team.run(ripple);
            team.run(measure);
        }
        long[] before = workerBytes.clone();
        for (int i = 0; i < 1000; i++) {
            team.run(ripple);
        }
        team.run(measure);
        for (int number = 0; number < 2; number++) {
            assertWithMessage("bytes a thousand runs of member %s", number)
                    .that(workerBytes[number] - before[number])
                    .isLessThan(1000);
        }
    }

    @Test
    void sharesAreFairAndWhole() {
        for (int size = 1; size <= 7; size++) {
            for (int items : new int[] {0, 1, 2, 6, 7, 8, 50, 1001, Integer.MAX_VALUE}) {
                int end = 0;
                for (int number = 0; number < size; number++) {
                    Member member = new Member(number, size, null);
                    assertThat(member.from(items)).isEqualTo(end);
                    end = member.to(items);
                    assertThat(end - member.from(items)).isAtMost((int) (((long) items + size - 1) / size));
                }
                assertThat(end).isEqualTo(items);
            }
        }
    }

    @Test
    void sharesBeginAtMultiples() {
        for (int size = 1; size <= 7; size++) {
            for (int items : new int[] {0, 1, 7, 8, 9, 50, 1001, Integer.MAX_VALUE}) {
                int end = 0;
                for (int number = 0; number < size; number++) {
                    Member member = new Member(number, size, null);
                    assertThat(member.from(items, 8)).isEqualTo(end);
                    assertThat(end == items || end % 8 == 0).isTrue();
                    end = member.to(items, 8);
                }
                assertThat(end).isEqualTo(items);
            }
        }
        assertThat(new Member(1, 2, null).from(50, 8)).isEqualTo(24);
    }

    @Test
    void takesItsSizeFromTheProperty() {
        assertThat(Team.threads("3")).isEqualTo(3);
        assertThat(Team.threads(null)).isEqualTo(Runtime.getRuntime().availableProcessors());
        for (String wrong : new String[] {"", "0", "-2", "two", "99999999999"}) {
            assertThat(assertThrows(IllegalArgumentException.class, () -> Team.threads(wrong)))
                    .hasMessageThat()
                    .isEqualTo("nnlang.threads must be a whole number above 0, but is `" + wrong + "`");
        }
        assertThat(assertThrows(IllegalArgumentException.class, () -> Team.of(0)))
                .hasMessageThat()
                .isEqualTo("a team has at least one member, not 0");
    }
}

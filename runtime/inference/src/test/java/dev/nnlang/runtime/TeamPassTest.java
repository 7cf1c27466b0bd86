package dev.nnlang.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class TeamPassTest {

    private static final long PAUSE_MILLIS = 1;
    private static final int MANY = 100;
    private static final int MOST_TRIES = 1_000_000;

    /** Remembers how many shared the last run. */
    private static final class Counting extends TeamPass {
        private int size;

        Counting(long flop) {
            super(flop);
        }

        @Override
        protected void run(int rows, Member member) {
            if (member.number() == 0) {
                size = member.size();
            }
        }

        int sizeOfRun(int rows) {
            run(rows);
            return size;
        }
    }

    @Test
    void littleWorkIsDoneAlone() {
        Counting pass = new Counting(1000);
        for (int i = 0; i < MANY; i++) {
            assertThat(pass.sizeOfRun(100)).isEqualTo(1);
        }
    }

    @Test
    void muchWorkIsShared() {
        assertThat(new Counting(1_000_000).sizeOfRun(1)).isEqualTo(Team.shared().size());
    }

    @Test
    void runsFarApartAreDoneAlone() throws InterruptedException {
        Counting pass = new Counting(500_000);
        for (int i = 0; i < MANY; i++) {
            assertThat(pass.sizeOfRun(1)).isEqualTo(1);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Test
    void runsCloseTogetherAreSharedUntilThePause() throws InterruptedException {
        assumeTrue(Team.shared().size() > 1);
        Counting pass = new Counting(500_000);
        int tries = 0;
        // Another process may have the core in between.
        while (pass.sizeOfRun(1) == 1) {
            tries++;
            assertThat(tries).isLessThan(MOST_TRIES);
        }
        assertThat(tries).isAtLeast(10);

        Thread.sleep(PAUSE_MILLIS);
        assertThat(pass.sizeOfRun(1)).isEqualTo(1);
    }
}

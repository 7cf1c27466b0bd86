package dev.nnlang.runtime;

/** One of the threads that share the work of a {@link Team}: which share is its, and where it waits for the others. */
public final class Member {
    /** How many floats a cache line of 64 bytes holds: threads whose shares begin at its multiples do not write the same line. */
    public static final int LINE = 16;

    /** Works alone; holds nothing that changes, so all threads may use it. */
    public static final Member SOLO = new Member(0, 1, null);

    private final int number;
    private final int size;
    private final Team team;

    /** Arrivals at the barrier that let this member pass it; only its own thread looks at this. */
    private long passed;

    Member(int number, int size, Team team) {
        this.number = number;
        this.size = size;
        this.team = team;
    }

    /** From 0, which is the caller of {@link Team#run}, up to, not including, {@link #size}. */
    public int number() {
        return number;
    }

    /** How many share the work; 1 if the others were busy elsewhere. */
    public int size() {
        return size;
    }

    /** Where this member's share of so many items begins. All shares together are all items, in order; none is longer than another by more than one. */
    public int from(int items) {
        return bound(number, items);
    }

    /** Where this member's share of so many items ends: its last item is the one before. */
    public int to(int items) {
        return bound(number + 1, items);
    }

    /** As {@link #from(int)}, but every share begins at a multiple: of a vector's length, of a tile's rows. */
    public int from(int items, int multiple) {
        return bound(number, items, multiple);
    }

    /** As {@link #to(int)}, for shares that begin at multiples. */
    public int to(int items, int multiple) {
        return bound(number + 1, items, multiple);
    }

    private int bound(int member, int items) {
        return (int) ((long) items * member / size);
    }

    private int bound(int member, int items, int multiple) {
        int blocks = (int) (((long) items + multiple - 1) / multiple);
        return (int) Math.min(items, (long) bound(member, blocks) * multiple);
    }

    /**
     * Waits until all members have come here as often as this one. What any of them did before happens before what this one
     * does next.
     */
    public void await() {
        if (size > 1) {
            passed += size;
            team.await(passed, number);
        }
    }

    void begin() {
        passed = 0;
    }
}

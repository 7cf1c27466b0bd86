package it;

/** Tells how this JVM computes. */
final class Kernels {
    public static void main(String[] arguments) {
        System.out.println(IrisTrainer.task().trainer().apply(16).kernels());
    }
}

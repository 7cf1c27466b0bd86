package dev.nnlang.compiler.model;

import java.util.Locale;
import java.util.Set;

/** What things of a model are called in Java. */
public final class JavaNames {

    /** Java Language Specification 3.9: keywords, literals, and the contextual keywords that cannot name a class. */
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " final finally float for goto if implements import instanceof int interface long native new"
                            + " package private protected public return short static strictfp super switch synchronized"
                            + " this throw throws transient try void volatile while _ true false null"
                            + " var yield record sealed permits")
                    .split(" "));

    /** Methods that a record component may not be called after, JLS 8.10.1. */
    private static final Set<String> OBJECT_METHODS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Classes that generated code names, which one of ours would hide; and constants of a predictor, which would hide one of ours. */
    private static final Set<String> TAKEN = Set.of(
            ("Boolean Byte CHUNK Character Class Comparable Deprecated Double Enum Error Exception FINGERPRINT Float"
                            + " IllegalArgumentException IllegalStateException Integer Iterable Long Math Number Object"
                            + " Override Pass Prediction Record Runnable RuntimeException Short String StringBuilder"
                            + " SuppressWarnings System Thread Throwable Void Workspace")
                    .split(" "));

    private JavaNames() {}

    /** The enum of a column's values: {@code Species} for {@code species}, {@code IrisSpecies} for {@code iris_species}. */
    public static String enumOf(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_")) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return name.toString();
    }

    /** The constant of a label: {@code ICE_CREAM} for {@code iceCream} and {@code ice_cream}, {@code DIGIT_0} for {@code digit_0}. */
    public static String constantOf(String label) {
        return label.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    /** The class that trains a network. */
    public static String trainerOf(String network) {
        return network + "Trainer";
    }

    /** The class that does with vectors what another does. */
    public static String simdOf(String className) {
        return className + "Simd";
    }

    /** The class with the innermost loops of a network's products, with vectors. */
    public static String tilesOf(String network) {
        return network + "Tiles";
    }

    /** The class that reads rows. */
    public static String readerOf(String data) {
        return data + "Data";
    }

    /** Whether Java loads no class of ours in packages that start with this name. */
    public static boolean isPackageOfJava(String first) {
        return first.equals("java") || first.equals("javax") || first.equals("jdk") || first.equals("sun");
    }

    public static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    /** Whether a record could have no component of this name, because every object has such a method. */
    public static boolean isMethodOfEveryObject(String name) {
        return OBJECT_METHODS.contains(name);
    }

    /** Whether generated code needs this name for a class of Java's or of its own. */
    public static boolean isTaken(String className) {
        return TAKEN.contains(className);
    }
}

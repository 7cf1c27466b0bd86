package dev.nnlang.compiler.tests.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of this repository, as the tests of this module find them. */
final class Repository {

    static final Path ROOT = Path.of("..", "..");
    static final Path README = ROOT.resolve("README.md");
    static final Path IRIS = ROOT.resolve("samples/iris/src/main/nn/iris.nn");

    private Repository() {}

    /** Whether texts that follow from others are to be written anew instead of compared. */
    static boolean updates() {
        return Boolean.getBoolean("golden.update");
    }

    /** Every README.md that somebody wrote. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean written = !folder.endsWith("target") && !folder.endsWith(".git");
                return written ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith("README.md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return pages;
    }
}

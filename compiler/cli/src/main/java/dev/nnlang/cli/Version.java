package dev.nnlang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code nn --version} prints: our version and the Java that runs it, since both matter in a bug report. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"nn " + number() + " (Java " + Runtime.version() + ")"};
    }

    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}

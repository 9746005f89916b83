package org.rapport.local.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that delivers nothing: whatever it takes becomes a file, to be opened with any mail program. It refuses for
 * good whoever is at {@value #NOBODY}, so that it can be seen what becomes of addresses that are none.
 */
public final class EmbeddedMailbox implements AutoCloseable {

    /** Where nobody has an address. */
    public static final String NOBODY = "nobody.example.org";

    private static final int NO_SUCH_MAILBOX = 550;
    private static final DateTimeFormatter ARRIVED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final SMTPServer server;

    private EmbeddedMailbox(SMTPServer server) {
        this.server = server;
    }

    /** Takes mail on this port of this machine into the folder. */
    public static EmbeddedMailbox start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new IntoFile(folder))
                .build();
        server.start();
        return new EmbeddedMailbox(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    private record IntoFile(Path folder) implements MessageHandler {

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.endsWith("@" + NOBODY)) {
                throw new RejectException(NO_SUCH_MAILBOX, "No such mailbox");
            }
        }

        /** Under its name only when it is whole. */
        @Override
        public String data(InputStream message) {
            String name = ARRIVED.format(Instant.now()) + "-" + UUID.randomUUID();
            try {
                Path part = folder.resolve(name + ".part");
                Files.copy(message, part);
                Files.move(part, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("The mail cannot be kept", e);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}

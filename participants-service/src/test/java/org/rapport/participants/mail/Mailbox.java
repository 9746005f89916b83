package org.rapport.participants.mail;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.rapport.kit.testing.TestStack;

/** What has arrived at the mail server. */
final class Mailbox {

    private Mailbox() {}

    /** What has arrived for an address, once it is so much. */
    static List<MimeMessage> await(String address, int count) {
        List<MimeMessage> arrived = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            arrived.clear();
            arrived.addAll(all(address));
            assertThat(arrived, hasSize(count));
        });
        return arrived;
    }

    static List<MimeMessage> all(String address) throws IOException, MessagingException {
        List<MimeMessage> messages = new ArrayList<>();
        try (Stream<Path> files = Files.list(TestStack.get().mailFolder())) {
            for (Path file : files.filter(name -> name.toString().endsWith(".eml"))
                    .sorted()
                    .toList()) {
                MimeMessage message = new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(Files.readAllBytes(file)));
                if (message.getAllRecipients()[0].toString().equals(address)) {
                    messages.add(message);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return messages;
    }

    /** Its plain text and its HTML. */
    static List<String> parts(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return List.of((String) parts.getBodyPart(0).getContent(), (String)
                    parts.getBodyPart(1).getContent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

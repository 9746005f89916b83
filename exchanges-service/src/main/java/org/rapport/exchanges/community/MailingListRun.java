package org.rapport.exchanges.community;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Outcome;

/** One archive on its way into the database, a chunk at a time. */
final class MailingListRun {

    private static final int CHUNK = 500;
    private static final int MAX_ERRORS = 1_000;

    private final UUID eventId;
    private final CommunityActivityWriter writer;
    private final EntityManager entityManager;
    private final Senders senders;

    private long total;
    private long created;
    private long updated;
    private long unchanged;
    private long unknownSenders;
    private long rejected;
    private final List<ImportSummary.RowError> errors = new ArrayList<>();

    MailingListRun(UUID eventId, CommunityActivityWriter writer, EntityManager entityManager, Senders senders) {
        this.eventId = eventId;
        this.writer = writer;
        this.entityManager = entityManager;
        this.senders = senders;
    }

    private record Post(ArchivedMessage message, UUID participant) {}

    /** Reads the archive to its end; each chunk in the transaction that there is, or in one of its own. */
    ArchiveSummary toEnd(MboxReader archive) throws IOException {
        for (List<ArchivedMessage> chunk = chunk(archive); !chunk.isEmpty(); chunk = chunk(archive)) {
            List<Post> posts = posts(chunk);
            if (!posts.isEmpty()) {
                QuarkusTransaction.joiningExisting().run(() -> write(posts));
            }
        }
        return new ArchiveSummary(total, created, updated, unchanged, unknownSenders, rejected, errors);
    }

    private static List<ArchivedMessage> chunk(MboxReader archive) throws IOException {
        List<ArchivedMessage> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK) {
            MboxReader.Message message = archive.read();
            if (message == null) {
                break;
            }
            chunk.add(ArchivedMessage.of(message));
        }
        return chunk;
    }

    private List<Post> posts(List<ArchivedMessage> chunk) {
        Map<String, UUID> participants =
                senders.of(chunk.stream().map(ArchivedMessage::sender).toList());
        List<Post> posts = new ArrayList<>();
        for (ArchivedMessage message : chunk) {
            total++;
            if (message.sender() == null) {
                reject(message, "SENDER_UNREADABLE", "Its header does not say who sent it");
            } else if (message.at() == null) {
                reject(message, "DATE_UNREADABLE", "Its header does not say when it was sent");
            } else if (!participants.containsKey(message.sender())) {
                unknownSenders++;
            } else {
                posts.add(new Post(message, participants.get(message.sender())));
            }
        }
        return posts;
    }

    private void write(List<Post> posts) {
        Map<UUID, UUID> threads = threads(posts);
        Set<UUID> seen = new HashSet<>(threads.keySet());
        List<Post> news = new ArrayList<>();
        List<Draft<CommunityActivityRequest>> drafts = new ArrayList<>();
        for (Post post : posts) {
            ArchivedMessage message = post.message();
            if (message.message() != null && !seen.add(message.message())) {
                unchanged++;
            } else {
                news.add(post);
                drafts.add(new Draft<>(
                        Uuids.next(),
                        new CommunityActivityRequest(
                                eventId,
                                post.participant(),
                                Channel.POST,
                                message.at(),
                                thread(message, threads),
                                message.message()),
                        new Errors()));
            }
        }
        count(news, drafts, writer.writeAll(drafts));
        entityManager.flush();
        entityManager.clear();
    }

    /** Of those messages that are here already, or are answered by what is sent, the threads that they belong to. */
    private Map<UUID, UUID> threads(List<Post> posts) {
        Set<UUID> messages = posts.stream()
                .map(Post::message)
                .flatMap(message -> Stream.of(message.message(), message.parent()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, UUID> threads = new HashMap<>();
        if (!messages.isEmpty()) {
            entityManager
                    .createQuery(
                            "select e.messageId, e.threadId from CommunityActivity e where e.eventId = :event and e.messageId in :messages",
                            Object[].class)
                    .setParameter("event", eventId)
                    .setParameter("messages", messages)
                    .getResultList()
                    .forEach(row -> threads.put((UUID) row[0], (UUID) row[1]));
        }
        return threads;
    }

    /** The thread goes by its first message, as far as that is known. */
    private static UUID thread(ArchivedMessage message, Map<UUID, UUID> threads) {
        UUID thread = message.root() != null
                ? message.root()
                : message.parent() != null
                        ? Objects.requireNonNullElse(threads.get(message.parent()), message.parent())
                        : message.message();
        if (message.message() != null) {
            threads.put(message.message(), thread);
        }
        return thread;
    }

    private void count(List<Post> posts, List<Draft<CommunityActivityRequest>> drafts, List<Outcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case CREATED -> created++;
                case UPDATED -> updated++;
                case UNCHANGED -> unchanged++;
                case REJECTED -> {
                    String code = drafts.get(i).errors().list().get(0).code();
                    String detail = drafts.get(i).errors().list().get(0).detail();
                    reject(posts.get(i).message(), code, detail);
                }
            }
        }
    }

    private void reject(ArchivedMessage message, String code, String detail) {
        rejected++;
        if (errors.size() < MAX_ERRORS) {
            errors.add(new ImportSummary.RowError(message.line(), null, code, detail));
        }
    }
}

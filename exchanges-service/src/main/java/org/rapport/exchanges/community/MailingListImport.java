package org.rapport.exchanges.community;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.replica.References;
import org.rapport.kit.rest.LongSilence;

/** Answers an import of the archive of a mailing list. */
@ApplicationScoped
class MailingListImport {

    static final String MBOX = "application/mbox";

    private static final MediaType TYPE = MediaType.valueOf(MBOX);
    private static final int WHOLE_FILE_TIMEOUT_SECONDS = 3_600;

    private final CommunityActivityWriter writer;
    private final EntityManager entityManager;
    private final References references;
    private final ServiceClient services;
    private final HttpHeaders headers;
    private final LongSilence silence;

    MailingListImport(
            CommunityActivityWriter writer,
            EntityManager entityManager,
            References references,
            ServiceClient services,
            HttpHeaders headers,
            LongSilence silence) {
        this.writer = writer;
        this.entityManager = entityManager;
        this.references = references;
        this.services = services;
        this.headers = headers;
        this.silence = silence;
    }

    /** Whether the present request sends one. */
    boolean isSent() {
        return TYPE.isCompatible(headers.getMediaType());
    }

    Response run(UUID eventId, ImportParams params, InputStream file) {
        if (eventId == null) {
            throw Problems.invalidParameter("eventId", "Name the event whose community it is");
        }
        if (params.isAtomic()) {
            throw Problems.invalidParameter("atomic", "Of an archive, all messages that can be read are kept");
        }
        silence.allow();
        boolean isUnknown = QuarkusTransaction.requiringNew()
                .call(() -> !references.missing("event", Set.of(eventId)).isEmpty());
        if (isUnknown) {
            throw Problems.invalid("/eventId", "EVENT_UNKNOWN", "There is no such event");
        }
        MailingListRun run = new MailingListRun(eventId, writer, entityManager, new Senders(services));
        try {
            MboxReader archive = new MboxReader(file);
            if (!archive.isAtSeparator()) {
                throw Problems.invalid(
                        "",
                        "MBOX_INVALID",
                        "Not an archive in the form of an mbox: it must begin with a line 'From ...'");
            }
            return Response.ok(
                            params.isDryRun() ? tried(run, archive) : run.toEnd(archive),
                            MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
    }

    private static ArchiveSummary tried(MailingListRun run, MboxReader archive) throws IOException {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(WHOLE_FILE_TIMEOUT_SECONDS));
        try {
            return run.toEnd(archive);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}

package org.rapport.participants.attendeelist;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.calling.UnreachableException;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;

/** events-service, asked in the name of the caller, so that it is the caller's rights that count there. */
@Singleton
class EventsService {

    private static final String NAME = "events";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration LIMIT_OF_IMPORT = Duration.ofMinutes(2);
    private static final int RETRY_AFTER_SECONDS = 10;

    private final ServiceClient client;
    private final Caller caller;

    EventsService(ServiceClient client, Caller caller) {
        this.client = client;
        this.caller = caller;
    }

    private record ListedEvent(String timeZone) {}

    /** The time zone of an event, UTC if it has none; throws a 422 if there is no such event. */
    ZoneId zone(UUID eventId) {
        try {
            ListedEvent event = client.find(caller.token(), NAME, "/v1/events/" + eventId, ListedEvent.class, LIMIT)
                    .orElseThrow(() -> Problems.invalid("/eventId", "EVENT_UNKNOWN", "There is no such event"));
            return event.timeZone() == null ? ZoneOffset.UTC : ZoneId.of(event.timeZone());
        } catch (UnreachableException e) {
            throw Problems.unavailable(
                    "The event cannot be looked up now: events-service cannot be asked", RETRY_AFTER_SECONDS);
        }
    }

    /** Hands on a file of ids and codes. */
    ImportSummary importFile(String collection, String source, boolean dryRun, String csv) {
        String path = "/v1/" + collection + "/imports?source=" + source + "&dryRun=" + dryRun;
        try {
            return client.postCsv(caller.token(), NAME, path, csv, ImportSummary.class, LIMIT_OF_IMPORT);
        } catch (UnreachableException e) {
            throw Problems.unavailable(
                    "The " + collection
                            + " could not be handed on to events-service: send the list again, which goes on"
                            + " where this ended",
                    RETRY_AFTER_SECONDS);
        }
    }
}

package org.rapport.participants.rights;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.rapport.kit.calling.ServiceClient;
import org.rapport.kit.calling.UnreachableException;

/** The services that hold what participants did. */
@Singleton
class OtherServices {

    static final String OURS = "participants";

    private static final List<String> NAMES = List.of("events", "exchanges", "reporting");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ServiceClient client;

    OtherServices(ServiceClient client) {
        this.client = client;
    }

    /** What one of them said, or why it said nothing. */
    record Answer<T>(String service, T said, String failure) {}

    /** Asks each for the same. */
    <T> List<Answer<T>> ask(String path, Class<T> type) {
        return NAMES.stream().map(service -> ask(service, path, type)).toList();
    }

    private <T> Answer<T> ask(String service, String path, Class<T> type) {
        try {
            return new Answer<>(service, client.get(service, path, type, LIMIT), null);
        } catch (UnreachableException e) {
            return new Answer<>(service, null, e.getMessage());
        }
    }
}

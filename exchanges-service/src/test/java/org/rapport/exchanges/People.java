package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.TestStack;

/** Participants of whom this service knows more than that they exist. */
final class People {

    private People() {}

    /** Somebody who lets others see their profile. */
    static UUID sharing() {
        return known("profile_sharing", "participant_id", Elsewhere.participantWhoShares());
    }

    static UUID needOf(UUID participant) {
        return known("holder", "id", Elsewhere.needOf(participant));
    }

    static UUID offerOf(UUID participant) {
        return known("holder", "id", Elsewhere.offerOf(participant));
    }

    /** As before everything that others tell is noted anew. */
    static void forgetSharing(UUID participant) throws SQLException {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement =
                        connection.prepareStatement("delete from profile_sharing where participant_id = ?")) {
            statement.setObject(1, participant);
            statement.executeUpdate();
        }
    }

    private static UUID known(String table, String column, UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(isKnown(table, column, id), is(true)));
        return id;
    }

    private static boolean isKnown(String table, String column, UUID id) throws SQLException {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from " + table + " where " + column + " = ?")) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}

package org.rapport.reporting.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.rapport.kit.problem.DatabaseProblems;
import org.rapport.reporting.projection.ReadModelState;

/**
 * Answers given lately, as far as memory allows. One depends on nothing but the question and the read model; and, where
 * no moment is asked for, on the present one, so that it is not kept for long. It says itself as of when it is.
 */
@Singleton
class GivenAnswers {

    private static final int MAX_ANSWERS = 500;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final DataSource dataSource;
    private final Cache<Asked, Given> given = Caffeine.newBuilder()
            .maximumSize(MAX_ANSWERS)
            .softValues()
            .expireAfterWrite(KEPT)
            .build();

    GivenAnswers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A question, and what whoever asks may be shown. */
    record Asked(Method report, Map<String, List<String>> parameters, Disclosure disclosure) {}

    private record Given(UUID state, Object answer) {}

    /** The state of the read model; null if it isn't known. */
    UUID state() {
        try (Connection connection = dataSource.getConnection()) {
            return ReadModelState.current(connection);
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    /** Null if there is none of this state. */
    Object get(Asked asked, UUID state) {
        Given held = given.getIfPresent(asked);
        return held == null || !held.state().equals(state) ? null : held.answer();
    }

    void keep(Asked asked, UUID state, Object answer) {
        if (state != null) {
            given.put(asked, new Given(state, answer));
        }
    }
}

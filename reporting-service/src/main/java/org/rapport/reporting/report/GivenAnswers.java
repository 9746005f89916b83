package org.rapport.reporting.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers given lately, as far as memory allows. One depends on nothing but the question and the read model; and, where
 * no moment is asked for, on the present one, so that it is not kept for long. It says itself as of when it is.
 *
 * <p>While news come in, no answer stays the newest. Whoever asks waits for the newest a little; if it takes longer, they get
 * the one before, and the newest is there for whoever asks next. However many ask, a question is worked on only once.
 */
@Singleton
class GivenAnswers {

    private static final int MAX_ANSWERS = 500;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final ReportsConfig config;
    private final Cache<Asked, Given> given = Caffeine.newBuilder()
            .maximumSize(MAX_ANSWERS)
            .softValues()
            .expireAfterWrite(KEPT)
            .build();
    private final ConcurrentMap<Asked, Work> underWay = new ConcurrentHashMap<>();
    private final ExecutorService working = Executors.newCachedThreadPool(work -> new Thread(work, "report"));

    GivenAnswers(ReportsConfig config) {
        this.config = config;
    }

    /** A question, and what whoever asks may be shown. */
    record Asked(Method report, Map<String, List<String>> parameters, Disclosure disclosure) {}

    /**
     * An answer that was made.
     *
     * @param moment of the read model that it is of; null for the present one
     */
    record Made(Object answer, Moment moment) {}

    /**
     * An answer.
     *
     * @param state of the read model when, or before, it was made
     * @param nanos when that was the present one
     */
    private record Given(UUID state, Made made, long nanos) {

        /** Whether it would be made again as it is. */
        boolean isNewest(UUID present) {
            return state.equals(present)
                    || made.moment() != null && made.moment().stands();
        }
    }

    private record Work(UUID state, FutureTask<Object> answer) {}

    /**
     * The newest answer, or one hardly older if that is not to be had at once.
     *
     * @param readModel tells its state; null if that isn't known
     * @param report makes the answer, in another thread and perhaps for others too
     */
    Object answer(Asked asked, Supplier<UUID> readModel, Callable<Made> report) throws Exception {
        long asking = System.nanoTime();
        while (true) {
            UUID state = readModel.get();
            Given held = given.getIfPresent(asked);
            if (held != null && held.isNewest(state)) {
                return held.made().answer();
            }
            if (state == null) {
                return report.call().answer();
            }
            Work work = underWay.computeIfAbsent(asked, key -> start(key, state, report));
            try {
                Object answer = held != null && isYoung(held)
                        ? work.answer()
                                .get(config.patience().toNanos() - (System.nanoTime() - asking), TimeUnit.NANOSECONDS)
                        : work.answer().get();
                if (work.state().equals(state)) {
                    return answer;
                }
            } catch (TimeoutException e) {
                return held.made().answer();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private boolean isYoung(Given held) {
        return System.nanoTime() - held.nanos() < config.behind().toNanos();
    }

    private Work start(Asked asked, UUID state, Callable<Made> report) {
        long now = System.nanoTime();
        FutureTask<Object> answer = new FutureTask<>(() -> {
            try {
                Made made = report.call();
                Moment moment = made.moment();
                given.put(
                        asked,
                        moment == null ? new Given(state, made, now) : new Given(moment.state(), made, moment.nanos()));
                return made.answer();
            } finally {
                underWay.remove(asked);
            }
        });
        working.execute(answer);
        return new Work(state, answer);
    }

    void stop(@Observes ShutdownEvent event) {
        working.shutdownNow();
    }
}

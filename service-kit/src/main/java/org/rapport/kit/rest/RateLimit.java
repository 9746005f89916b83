package org.rapport.kit.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;

/** Lets no single client take all of the service: beyond its share it gets a 429 that says when to come again. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class RateLimit implements ContainerRequestFilter {

    private static final int MAX_CLIENTS = 100_000;

    /** Looked up with each use: filters are made before the configuration of the run is known. */
    private final Instance<RateLimitConfig> config;

    private final Instance<Caller> caller;
    private final CurrentVertxRequest connection;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    @Inject
    public RateLimit(Instance<RateLimitConfig> config, Instance<Caller> caller, CurrentVertxRequest connection) {
        this.config = config;
        this.caller = caller;
        this.connection = connection;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean anonymous = caller.get().isAnonymous();
        String client = anonymous
                ? "at " + connection.getCurrent().request().remoteAddress().hostAddress()
                : caller.get().subject();
        ConsumptionProbe probe =
                buckets.get(client, unseen -> bucket(anonymous)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problems.tooManyRequests(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(boolean anonymous) {
        RateLimitConfig allowed = config.get();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(anonymous ? allowed.anonymousBurst() : allowed.burst())
                        .refillGreedy(
                                anonymous ? allowed.anonymousPerSecond() : allowed.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}

package org.rapport.kit.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
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
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    @Inject
    public RateLimit(Instance<RateLimitConfig> config, Instance<Caller> caller) {
        this.config = config;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ConsumptionProbe probe =
                buckets.get(caller.get().subject(), client -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problems.tooManyRequests(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket() {
        RateLimitConfig allowed = config.get();
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(allowed.burst()).refillGreedy(allowed.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}

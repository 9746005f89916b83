package org.rapport.kit.rest;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets an answer take longer than a connection may be silent otherwise, when work begins only after the request has been
 * read to its end. The server has one such limit for all, and no way to make an exception but this. The connection, which
 * nothing watches any more, closes after the answer.
 */
@ApplicationScoped
public class LongSilence {

    private final CurrentVertxRequest current;

    public LongSilence(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Allows it to the request that is being answered. */
    public void allow() {
        RoutingContext request = current.getCurrent();
        if (request.request().version() != HttpVersion.HTTP_2
                && request.request().connection() instanceof ConnectionBase connection) {
            ChannelPipeline pipeline = connection.channel().pipeline();
            if (pipeline.get(IdleStateHandler.class) != null) {
                pipeline.remove(IdleStateHandler.class);
            }
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            request.addEndHandler(ended -> connection.close());
        }
    }
}

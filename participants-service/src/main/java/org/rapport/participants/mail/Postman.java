package org.rapport.participants.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/** Sends what is in the queue, one instance of the service at a time, for as long as it runs. */
@Singleton
class Postman {

    private final Worker worker;

    Postman(
            DedicatedConnections connections,
            Queue queue,
            Letters letters,
            ReactiveMailer mailer,
            Vertx vertx,
            MailConfig config) {
        worker = new Worker(connections, queue, letters, mailer, eventLoop(vertx), config);
    }

    /**
     * Where the mail client has to be called. From elsewhere it may begin to listen to a connection only after the server,
     * which speaks first, has spoken: the greeting is lost then, and the client waits for it for ever.
     */
    private static Executor eventLoop(Vertx vertx) {
        Context loop = vertx.getOrCreateContext();
        return task -> loop.runOnContext(ignored -> task.run());
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private static final class Worker extends ExclusiveWorker {

        private static final Logger LOG = Logger.getLogger(Postman.class);
        private static final Duration REST = Duration.ofMillis(500);

        private final Queue queue;
        private final Letters letters;
        private final ReactiveMailer mailer;
        private final Executor eventLoop;
        private final MailConfig config;
        private boolean unreachable;

        Worker(
                DedicatedConnections connections,
                Queue queue,
                Letters letters,
                ReactiveMailer mailer,
                Executor eventLoop,
                MailConfig config) {
            super("postman", connections);
            this.queue = queue;
            this.letters = letters;
            this.mailer = mailer;
            this.eventLoop = eventLoop;
            this.config = config;
        }

        @Override
        protected void work(Connection connection) throws InterruptedException {
            while (!isStopped()) {
                UUID next = queue.claim();
                succeeded();
                if (next == null) {
                    pause(REST);
                } else {
                    deliver(next);
                }
            }
        }

        private void deliver(UUID id) throws InterruptedException {
            Queue.Letter letter = queue.letter(id);
            if (letter == null) {
                return;
            }
            Mail written = letters.write(letter);
            try {
                mailer.send(written).runSubscriptionOn(eventLoop).await().atMost(config.patience());
            } catch (RuntimeException e) {
                if (e.getCause() instanceof InterruptedException) {
                    // at the end of the service nobody knows whether the server took it: as after a crash
                    throw (InterruptedException) e.getCause();
                }
                failed(id, e);
                return;
            }
            unreachable = false;
            queue.sent(id);
        }

        /** Of what a server answers, only the number is logged: it likes to repeat the address. */
        private void failed(UUID id, RuntimeException failure) throws InterruptedException {
            SMTPException answer = answer(failure);
            if (answer == null) {
                queue.unclaim(id);
                if (!unreachable) {
                    LOG.warnf("The mail server cannot be reached, and is tried again every moment: %s", failure);
                }
                unreachable = true;
                pause(config.retryAfter());
            } else if (answer.isPermanent() && isOfTheRecipient(answer)) {
                queue.bounced(id);
            } else {
                LOG.warnf("The mail server answers %d to a mail, which is tried again later", answer.getReplyCode());
            }
        }

        private static SMTPException answer(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SMTPException answer) {
                    return answer;
                }
            }
            return null;
        }

        /** What else a server refuses, such as the sender or a password, is not the fault of the address. */
        private static boolean isOfTheRecipient(SMTPException answer) {
            return answer.getMessage() != null && answer.getMessage().contains("recipient address");
        }
    }
}

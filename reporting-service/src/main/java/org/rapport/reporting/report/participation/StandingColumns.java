package org.rapport.reporting.report.participation;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.rapport.reporting.report.Moment;
import org.rapport.reporting.report.ReportsConfig;

/**
 * Keeps the columns of everybody from growing old while anybody asks for them: news wouldn't let them be the newest for long,
 * and to read them takes seconds. Whoever asks about few people is answered from the present.
 */
@Singleton
class StandingColumns {

    private static final Logger LOG = Logger.getLogger(StandingColumns.class);
    static final Duration WANTED = Duration.ofHours(1);

    private final DataSource dataSource;
    private final ReportsConfig config;
    private final UnresolvedReferences references;
    private Moment moment;

    StandingColumns(DataSource dataSource, ReportsConfig config, UnresolvedReferences references) {
        this.dataSource = dataSource;
        this.config = config;
        this.references = references;
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void renew() {
        Columns columns = Columns.standing(WANTED);
        Moment before = moment;
        try {
            moment = null;
            if (columns != null) {
                Moment present = new Moment(dataSource.getConnection(), config.behind());
                moment = present;
                references.moveTo(present);
                columns.moveTo(present);
            }
        } catch (SQLException e) {
            LOG.warnf("Columns could not be read anew: %s", e.getMessage());
        } finally {
            close(before);
        }
    }

    @PreDestroy
    synchronized void end() {
        close(moment);
        moment = null;
    }

    private static void close(Moment moment) {
        if (moment != null) {
            try {
                moment.close();
            } catch (SQLException e) {
                LOG.debug("A moment could not be closed", e);
            }
        }
    }
}

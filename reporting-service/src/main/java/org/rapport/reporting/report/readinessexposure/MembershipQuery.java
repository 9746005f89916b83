package org.rapport.reporting.report.readinessexposure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.rapport.reporting.report.participation.Needs;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Offers;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;
import org.rapport.reporting.report.participation.Sessions;

/**
 * Reads who was to be at which event and whether they came, with the topics they needed and offered. Needs that nobody
 * there offers, and offers that nobody there needs, match nothing, and leaving them out makes people alike.
 */
final class MembershipQuery {

    private final NumberedEvents events;
    private final Records records;
    private final Needs needs;
    private final Offers offers;
    private final Memberships memberships;

    private MembershipQuery(Connection connection, NumberedEvents events, Records records) throws SQLException {
        this.events = events;
        this.records = records;
        this.needs = new Needs(connection, records, events);
        this.offers = new Offers(connection, records, events);
        this.memberships = new Memberships(records, events);
    }

    /** @param scope the events to ask for; null if it is all */
    static Memberships read(
            Connection connection, ExposureQuestion question, NumberedEvents events, Collection<UUID> scope)
            throws SQLException {
        Records records = new RecordsQuery(connection, events, question.asOf()).read(scope);
        MembershipQuery query = new MembershipQuery(connection, events, records);
        query.follow(question);
        query.memberships.topics(query.shared(Parts.of(records.people(), (from, to) -> query.new Topics(from, to))));
        query.memberships.sessions(
                query.lists(Sessions.attended(connection, records, scope)),
                query.lists(Sessions.randomised(connection, records, scope)));
        return query.memberships;
    }

    private void follow(ExposureQuestion question) {
        long asOf = ChronoUnit.MICROS.between(Instant.EPOCH, question.asOf());
        long window = question.windowDays() * NumberedEvents.DAY;
        for (int person = 0; person < records.people(); person++) {
            memberships.add(person, Math.min(asOf, records.leftAt(person)) - window);
        }
    }

    /** All that some of those who could be followed needed and offered, written as in {@link Memberships#topics}. */
    private final class Topics {

        private final IntLists lists;
        private final BitSet[] ofEvents = new BitSet[events.size()];

        private Topics(int from, int to) {
            lists = new IntLists(from == to ? 0 : records.end(to - 1) - records.first(from));
            IntConsumer need = topic -> lists.add(topic << 1);
            IntConsumer offer = topic -> lists.add(topic << 1 | 1);
            int list = 0;
            for (int person = from; person < to; person++) {
                for (int at = records.first(person); at < records.end(person); at++) {
                    if (memberships.followed(at)) {
                        int event = records.event(at);
                        needs.forEachTopic(person, event, need);
                        offers.forEachTopic(person, event, offer);
                    }
                    lists.close();
                    for (int i = lists.from(list); i < lists.to(list); i++) {
                        ofEvent(records.event(at)).set(lists.at(i));
                    }
                    list++;
                }
            }
        }

        private BitSet ofEvent(int event) {
            if (ofEvents[event] == null) {
                ofEvents[event] = new BitSet();
            }
            return ofEvents[event];
        }
    }

    /** Of what is needed what is offered as well, and the other way round. */
    private IntLists shared(List<Topics> parts) {
        BitSet[] ofEvents = new BitSet[events.size()];
        for (int event = 0; event < ofEvents.length; event++) {
            ofEvents[event] = new BitSet();
            for (Topics part : parts) {
                if (part.ofEvents[event] != null) {
                    ofEvents[event].or(part.ofEvents[event]);
                }
            }
        }
        IntLists shared = new IntLists(records.size());
        int at = 0;
        for (Topics part : parts) {
            for (int list = 0; list < part.lists.size(); list++) {
                BitSet ofEvent = ofEvents[records.event(at++)];
                for (int i = part.lists.from(list); i < part.lists.to(list); i++) {
                    if (ofEvent.get(part.lists.at(i) ^ 1)) {
                        shared.add(part.lists.at(i));
                    }
                }
                shared.close();
            }
        }
        return shared;
    }

    private IntLists lists(Sessions sessions) {
        IntLists lists = new IntLists(records.size());
        IntConsumer session = lists::add;
        for (int person = 0; person < records.people(); person++) {
            sessions.turnTo(person);
            for (int at = records.first(person); at < records.end(person); at++) {
                sessions.forEach(records.event(at), session);
                lists.close();
            }
        }
        return lists;
    }
}

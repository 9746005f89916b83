package org.rapport.events.attendance;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.rapport.events.event.Events;
import org.rapport.events.session.Sessions;
import org.rapport.kit.json.Times;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.FollowingWriter;
import org.rapport.kit.writing.Writing;

/** Writes attendances. */
@Singleton
public class AttendanceWriter extends FollowingWriter<AttendanceRequest, Attendance> {

    private static final String RECORDED = "org.rapport.attendance.recorded.v1";

    private final Events events;
    private final References references;
    private final Sessions sessions;

    AttendanceWriter(Writing writing, Events events, References references, Sessions sessions) {
        super(
                writing,
                ids -> references.successors("participant", ids),
                Attendance.class,
                "attendances",
                RECORDED,
                "org.rapport.attendance.changed.v1");
        this.events = events;
        this.references = references;
        this.sessions = sessions;
    }

    @Override
    protected Attendance create(UUID id, AttendanceRequest request) {
        return new Attendance(id, request);
    }

    @Override
    protected void change(Attendance attendance, AttendanceRequest request) {
        attendance.describe(request);
    }

    @Override
    protected AttendanceRequest request(Attendance attendance) {
        return AttendanceRequest.from(attendance);
    }

    @Override
    protected Map<String, List<String>> naming() {
        return Map.of("participant", List.of("participantId"));
    }

    @Override
    protected AttendanceRequest named(AttendanceRequest request, UnaryOperator<UUID> names) {
        UUID participant = names.apply(request.participantId());
        return participant == null
                ? null
                : new AttendanceRequest(
                        request.eventId(),
                        request.sessionId(),
                        participant,
                        request.status(),
                        request.method(),
                        request.checkedInAt(),
                        request.checkedOutAt());
    }

    /** There by the word of either, from when they came first to when they left last. */
    @Override
    protected AttendanceRequest together(AttendanceRequest kept, AttendanceRequest other) {
        AttendanceRequest stronger = kept.status().compareTo(other.status()) <= 0 ? kept : other;
        return new AttendanceRequest(
                kept.eventId(),
                kept.sessionId(),
                kept.participantId(),
                stronger.status(),
                stronger.method(),
                Times.earlier(kept.checkedInAt(), other.checkedInAt()),
                Times.later(kept.checkedOutAt(), other.checkedOutAt()));
    }

    @Override
    protected AttendanceResponse response(Attendance attendance) {
        return AttendanceResponse.from(attendance);
    }

    @Override
    protected void check(List<Draft<AttendanceRequest>> drafts) {
        Set<UUID> unknownEvents = events.missing(
                drafts.stream().map(draft -> draft.request().eventId()).toList());
        Set<UUID> unknownParticipants = references.missing(
                "participant",
                drafts.stream().map(draft -> draft.request().participantId()).toList());
        Map<UUID, UUID> eventOfSession = sessions.events(drafts.stream()
                .map(draft -> draft.request().sessionId())
                .filter(Objects::nonNull)
                .toList());
        for (Draft<AttendanceRequest> draft : drafts) {
            AttendanceRequest request = draft.request();
            if (unknownEvents.contains(request.eventId())) {
                draft.errors().add("/eventId", "EVENT_UNKNOWN", "There is no such event");
            }
            if (unknownParticipants.contains(request.participantId())) {
                draft.errors().add("/participantId", "PARTICIPANT_UNKNOWN", "There is no such participant");
            }
            if (request.sessionId() != null && !request.eventId().equals(eventOfSession.get(request.sessionId()))) {
                draft.errors().add("/sessionId", "SESSION_UNKNOWN", "The event has no such session");
            }
            if (request.checkedInAt() != null
                    && request.checkedOutAt() != null
                    && request.checkedOutAt().isBefore(request.checkedInAt())) {
                draft.errors().add("/checkedOutAt", "ENDS_BEFORE_START", "Must not be before checkedInAt");
            }
        }
    }

    /** What makes an attendance the same one when it comes again. */
    private record Key(UUID eventId, UUID sessionId, UUID participantId) {}

    @Override
    protected Object key(Draft<AttendanceRequest> draft) {
        return key(draft.request());
    }

    private static Key key(AttendanceRequest request) {
        return new Key(request.eventId(), request.sessionId(), request.participantId());
    }

    @Override
    protected Object key(Attendance attendance) {
        return new Key(attendance.eventId(), attendance.sessionId(), attendance.participantId());
    }

    @Override
    protected Collection<Attendance> stored(List<Draft<AttendanceRequest>> drafts) {
        return query(drafts.stream().map(Draft::request).toList()).getResultList();
    }

    private TypedQuery<Attendance> query(List<AttendanceRequest> requests) {
        return entityManager()
                .createQuery(
                        "select e from Attendance e where e.eventId in :events and e.participantId in :participants",
                        Attendance.class)
                .setParameter(
                        "events",
                        requests.stream().map(AttendanceRequest::eventId).toList())
                .setParameter(
                        "participants",
                        requests.stream().map(AttendanceRequest::participantId).toList());
    }

    /**
     * Adds to what is recorded that these were seen: from the earliest time to the latest, and there whatever had been
     * thought. The caller has made sure that what they name exists, and lets nobody else do the same for them meanwhile.
     */
    public void seen(List<AttendanceRequest> sightings) {
        if (sightings.isEmpty()) {
            return;
        }
        Map<Object, Attendance> known = new HashMap<>();
        query(sightings)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(attendance -> known.put(key(attendance), attendance));
        Map<Attendance, AttendanceRequest> changed = new LinkedHashMap<>();
        List<AttendanceRequest> first = new ArrayList<>();
        for (AttendanceRequest sighting : sightings) {
            Attendance attendance = known.get(key(sighting));
            if (attendance == null) {
                first.add(sighting);
                continue;
            }
            AttendanceRequest before = request(attendance);
            attendance.describe(before.seen(sighting));
            if (!request(attendance).equals(before)) {
                changed.put(attendance, before);
            }
        }
        recordFirst(first);
        publishChanges(changed);
    }

    /** Records attendances that there are none of yet. */
    void recordFirst(List<AttendanceRequest> requests) {
        List<Attendance> created = requests.stream()
                .map(request -> new Attendance(Uuids.next(), request))
                .toList();
        created.forEach(entityManager()::persist);
        publish(RECORDED, created);
    }
}

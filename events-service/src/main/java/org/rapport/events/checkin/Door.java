package org.rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.events.attendance.AttendanceMethod;
import org.rapport.events.attendance.AttendanceRequest;
import org.rapport.events.attendance.AttendanceStatus;
import org.rapport.events.attendance.AttendanceWriter;
import org.rapport.events.session.Sessions;
import org.rapport.kit.replica.References;

/** Answers scans, one or many of them, and records who is there. */
@ApplicationScoped
class Door {

    private static final String PARTICIPANT = "participant";

    private final Tickets tickets;
    private final CheckIns checkIns;
    private final Sessions sessions;
    private final AttendanceWriter attendances;
    private final References references;
    private final CheckInConfig config;

    Door(
            Tickets tickets,
            CheckIns checkIns,
            Sessions sessions,
            AttendanceWriter attendances,
            References references,
            CheckInConfig config) {
        this.tickets = tickets;
        this.checkIns = checkIns;
        this.sessions = sessions;
        this.attendances = attendances;
        this.references = references;
        this.config = config;
    }

    /** Where somebody can be: in a session, or, where that is null, at an event. */
    private record Place(UUID eventId, UUID sessionId, UUID participantId) {}

    /** A scan of a genuine code at the right door, with what is registered. */
    private record Claim(Scan scan, Ticket ticket, Admission admission, Instant happenedAt) {

        CheckIns.Elsewhere inSession() {
            return new CheckIns.Elsewhere(scan.sessionId(), admission.participantId());
        }
    }

    /**
     * Answers scans in their order; must run in a transaction.
     *
     * @param deviceTime what the clock of their device says now, or null
     */
    List<CheckInResponse> answer(List<Scan> scans, Instant deviceTime) {
        DeviceClock clock = new DeviceClock(deviceTime, Instant.now().truncatedTo(ChronoUnit.MICROS));
        Map<Scan.Nonce, CheckIn> kept = checkIns.kept(scans);
        Map<Scan, CheckInResponse> plain = new HashMap<>();
        List<Scan> fresh =
                scans.stream().filter(scan -> !kept.containsKey(scan.key())).toList();
        decide(claims(fresh, clock, plain), clock, kept);
        return scans.stream()
                .map(scan -> plain.containsKey(scan)
                        ? plain.get(scan)
                        : answer(scan, kept.get(scan.key()), clock.receivedAt()))
                .toList();
    }

    private static CheckInResponse answer(Scan scan, CheckIn kept, Instant receivedAt) {
        if (kept == null) {
            return CheckInResponse.rejected(scan, Rejection.CANCELLED, receivedAt);
        }
        return kept.answers(scan)
                ? CheckInResponse.from(kept)
                : CheckInResponse.rejected(scan, Rejection.NONCE_REUSED, receivedAt);
    }

    /** What is to be decided, in the order of time; from here on nobody else decides about the same people. */
    private List<Claim> claims(List<Scan> scans, DeviceClock clock, Map<Scan, CheckInResponse> plain) {
        Map<Scan, Ticket> genuine = genuine(scans, clock.receivedAt(), plain);
        if (genuine.isEmpty()) {
            return List.of();
        }
        Set<UUID> named = new HashSet<>();
        genuine.values().forEach(ticket -> named.add(ticket.participantId()));
        Map<UUID, UUID> merged = references.successors(PARTICIPANT, named);
        genuine.replaceAll(
                (scan, ticket) -> ticket.of(merged.getOrDefault(ticket.participantId(), ticket.participantId())));
        Set<UUID> gone = references.missing(
                PARTICIPANT,
                genuine.values().stream().map(Ticket::participantId).toList());
        genuine.values().removeIf(ticket -> gone.contains(ticket.participantId()));
        Map<Place, Admission> admissions = new HashMap<>();
        checkIns.admissions(genuine.values())
                .forEach(admission ->
                        admissions.put(new Place(admission.eventId(), null, admission.participantId()), admission));
        List<Claim> claims = new ArrayList<>();
        genuine.forEach((scan, ticket) -> {
            Admission admission = admissions.get(new Place(ticket.eventId(), null, ticket.participantId()));
            if (admission != null) {
                Instant happened = clock.happened(scan.scannedAt(), admission.startsAt(), admission.endsAt());
                claims.add(new Claim(scan, ticket, admission, happened));
            }
        });
        claims.sort(Comparator.comparing(Claim::happenedAt));
        return claims;
    }

    /** The tickets that were signed here for the event and a session of it; the others are answered. */
    private Map<Scan, Ticket> genuine(List<Scan> scans, Instant receivedAt, Map<Scan, CheckInResponse> plain) {
        Map<UUID, UUID> eventOfSession = sessions.events(
                scans.stream().map(Scan::sessionId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<Scan, Ticket> genuine = new LinkedHashMap<>();
        for (Scan scan : scans) {
            Ticket ticket = tickets.read(scan.token()).orElse(null);
            Rejection plainly = null;
            if (ticket == null) {
                plainly = Rejection.FORGED;
            } else if (!ticket.eventId().equals(scan.eventId())) {
                plainly = Rejection.WRONG_EVENT;
            } else if (scan.sessionId() != null && !scan.eventId().equals(eventOfSession.get(scan.sessionId()))) {
                plainly = Rejection.WRONG_SESSION;
            }
            if (plainly == null) {
                genuine.put(scan, ticket);
            } else {
                plain.put(scan, CheckInResponse.rejected(scan, plainly, receivedAt));
            }
        }
        return genuine;
    }

    private void decide(List<Claim> claims, DeviceClock clock, Map<Scan.Nonce, CheckIn> kept) {
        if (claims.isEmpty()) {
            return;
        }
        Map<Place, Whereabouts> whereabouts = new HashMap<>();
        for (CheckIn before : checkIns.of(claims.stream().map(Claim::admission).toList())) {
            kept.put(before.key(), before);
            if (before.reason() == null) {
                whereabouts
                        .computeIfAbsent(place(before), place -> new Whereabouts())
                        .add(before.direction(), before.happenedAt());
            }
        }
        Set<CheckIns.Elsewhere> elsewhere = checkIns.elsewhere(
                claims.stream()
                        .map(claim -> claim.scan().sessionId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                claims.stream().map(claim -> claim.admission().participantId()).collect(Collectors.toSet()));
        Set<Place> changed = new HashSet<>();
        for (Claim claim : claims) {
            if (kept.containsKey(claim.scan().key())) {
                continue;
            }
            CheckIn checkIn = new CheckIn(
                    claim.scan(),
                    claim.admission().participantId(),
                    claim.happenedAt(),
                    clock.receivedAt(),
                    obstacle(claim, whereabouts, elsewhere));
            if (checkIn.reason() == null) {
                whereabouts
                        .computeIfAbsent(place(checkIn), place -> new Whereabouts())
                        .add(checkIn.direction(), checkIn.happenedAt());
                changed.add(place(checkIn));
            }
            kept.put(checkIn.key(), checkIn);
            checkIns.keep(checkIn);
        }
        attendances.seen(changed.stream()
                .map(place -> attendance(place, whereabouts.get(place)))
                .toList());
    }

    private Rejection obstacle(Claim claim, Map<Place, Whereabouts> whereabouts, Set<CheckIns.Elsewhere> elsewhere) {
        Rejection obstacle = claim.admission().obstacle();
        if (obstacle != null) {
            return obstacle;
        }
        if (elsewhere.contains(claim.inSession())) {
            return Rejection.WRONG_SESSION;
        }
        // codes that were printed before an event was put off stay good
        Instant end = claim.admission().endsAt().plus(config.goodAfterEvent());
        if (claim.happenedAt().isAfter(claim.ticket().expiresAt())
                && claim.happenedAt().isAfter(end)) {
            return Rejection.EXPIRED;
        }
        Scan scan = claim.scan();
        Place place =
                new Place(scan.eventId(), scan.sessionId(), claim.admission().participantId());
        boolean admitted =
                whereabouts.getOrDefault(place, new Whereabouts()).admits(scan.direction(), claim.happenedAt());
        return admitted ? null : Rejection.ALREADY_CHECKED_IN;
    }

    private static Place place(CheckIn checkIn) {
        return new Place(checkIn.eventId(), checkIn.sessionId(), checkIn.participantId());
    }

    private static AttendanceRequest attendance(Place place, Whereabouts whereabouts) {
        return new AttendanceRequest(
                place.eventId(),
                place.sessionId(),
                place.participantId(),
                AttendanceStatus.PRESENT,
                AttendanceMethod.QR,
                whereabouts.cameAt(),
                whereabouts.leftAt());
    }
}

package org.rapport.participants.attendeelist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Outcome;
import org.rapport.participants.participant.KnownPerson;
import org.rapport.participants.participant.ParticipantRequest;
import org.rapport.participants.participant.ParticipantStatus;
import org.rapport.participants.participant.ParticipantWriter;
import org.rapport.participants.participant.Participants;

/**
 * Finds out who the people on one list are, by their ticket or their e-mail address, and registers those whom nobody
 * knows. Whoever is known stays as they are.
 */
final class ListedPeople {

    private final Participants participants;
    private final ParticipantWriter writer;
    private final String source;
    private final UUID eventId;

    /** Whose an address is: that of the first on the list who has it. Buyers give theirs for everybody whom they bring. */
    private final Map<String, Owner> owners = new HashMap<>();

    ListedPeople(Participants participants, ParticipantWriter writer, String source, UUID eventId) {
        this.participants = participants;
        this.writer = writer;
        this.source = source;
        this.eventId = eventId;
    }

    private record Owner(UUID id, ListedName name) {}

    /** What became of a row; without an id if it was rejected, and then its errors say why. */
    record Found(UUID id, Outcome outcome) {}

    /** Looks at rows without errors, in a transaction. */
    List<Found> find(List<ListedAttendee> attendees) {
        Chunk chunk = new Chunk(attendees);
        List<UUID> ids = attendees.stream().map(chunk::identify).toList();
        Map<UUID, Outcome> outcomes = chunk.register();
        List<Found> found = new ArrayList<>(ids.size());
        for (UUID id : ids) {
            // whoever is there twice is registered once
            Outcome outcome = id == null ? Outcome.REJECTED : outcomes.remove(id);
            found.add(
                    new Found(outcome == Outcome.REJECTED ? null : id, outcome == null ? Outcome.UNCHANGED : outcome));
        }
        return found;
    }

    /** Some rows of the list, and whom they lead to. */
    private final class Chunk {

        private final Map<UUID, KnownPerson> byId = new HashMap<>();
        private final Map<String, UUID> byEmail = new HashMap<>();
        private final List<Draft<ParticipantRequest>> drafts = new ArrayList<>();

        Chunk(Collection<ListedAttendee> attendees) {
            List<UUID> tickets = attendees.stream()
                    .map(this::ticketId)
                    .filter(Objects::nonNull)
                    .toList();
            List<String> emails = attendees.stream()
                    .map(attendee -> request(attendee, attendee.email()).email())
                    .filter(Objects::nonNull)
                    .toList();
            for (KnownPerson person : participants.known(tickets, emails)) {
                byId.put(person.id(), person);
                if (person.email() != null) {
                    byEmail.put(person.email(), person.presentId());
                }
            }
        }

        private UUID ticketId(ListedAttendee attendee) {
            return attendee.ticket() == null
                    ? null
                    : Uuids.imported(source, "participants", eventId + "/" + attendee.ticket());
        }

        /** Who that is: somebody known, or somebody to be registered; null if nobody can be meant. */
        UUID identify(ListedAttendee attendee) {
            String email = request(attendee, attendee.email()).email();
            Owner owner = owners.get(email);
            if (owner != null && owner.name().mayBe(attendee.name())) {
                return owner.id();
            }
            UUID id = identify(attendee, owner == null ? email : null);
            if (id != null && email != null) {
                owners.putIfAbsent(email, new Owner(id, attendee.name()));
            }
            return id;
        }

        private UUID identify(ListedAttendee attendee, String email) {
            UUID ticketId = ticketId(attendee);
            KnownPerson holder = byId.get(ticketId);
            if (holder != null && holder.isErased()) {
                attendee.errors().add("", "PARTICIPANT_ERASED", "Whoever had this ticket was erased");
                return null;
            }
            if (holder != null && isSame(holder, attendee.name(), email)) {
                return holder.presentId();
            }
            if (byEmail.containsKey(email)) {
                return byEmail.get(email);
            }
            if (ticketId == null && email == null) {
                attendee.errors()
                        .add(
                                "/email",
                                "EMAIL_REQUIRED",
                                "Without an address of their own they need the number of a ticket");
                return null;
            }
            return draft(holder == null && ticketId != null ? ticketId : Uuids.next(), attendee, email);
        }

        /** A ticket may have been handed on: then neither the name nor the address is that of whom it was first for. */
        private boolean isSame(KnownPerson holder, ListedName name, String email) {
            return email == null
                    || holder.email() == null
                    || holder.email().equals(email)
                    || name.mayBe(new ListedName(holder.givenName(), holder.familyName()));
        }

        private UUID draft(UUID id, ListedAttendee attendee, String email) {
            ParticipantRequest request = request(attendee, email);
            Draft<ParticipantRequest> draft = new Draft<>(id, request, attendee.errors());
            writer.validate(draft);
            if (!draft.errors().isEmpty()) {
                return null;
            }
            drafts.add(draft);
            byId.put(
                    id,
                    new KnownPerson(
                            id,
                            null,
                            ParticipantStatus.ACTIVE,
                            request.givenName(),
                            request.familyName(),
                            request.email()));
            return id;
        }

        private static ParticipantRequest request(ListedAttendee attendee, String email) {
            return new ParticipantRequest(
                    attendee.name().given(), attendee.name().family(), email, null, null, null, null, null, null);
        }

        Map<UUID, Outcome> register() {
            Map<UUID, Outcome> outcomes = new HashMap<>();
            List<Outcome> written = drafts.isEmpty() ? List.of() : writer.writeAll(drafts);
            for (int i = 0; i < written.size(); i++) {
                outcomes.put(drafts.get(i).id(), written.get(i));
            }
            return outcomes;
        }
    }
}

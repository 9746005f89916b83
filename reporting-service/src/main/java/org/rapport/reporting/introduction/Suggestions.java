package org.rapport.reporting.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.paging.Cursor;
import org.rapport.kit.paging.Page;
import org.rapport.kit.problem.Problems;
import org.rapport.reporting.introduction.FairChoice.Chosen;
import org.rapport.reporting.report.Snapshot;

/**
 * Suggests introductions, anew whenever it is asked: so registrations, needs, consents and ties count as they are. What is
 * chosen depends on everybody who is registered, whoever asks; a partner is then shown a part of it.
 */
@ApplicationScoped
class Suggestions {

    private final Snapshot snapshot;

    Suggestions(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** @param organisation of which one of each pair must be a member, if any */
    Page<Suggestion> page(UUID event, int perPerson, int limit, String cursor, Optional<UUID> organisation) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Registered registered = snapshot.read(connection -> SuggestionQuery.registered(connection, event, now))
                .orElseThrow(Problems::notFound);
        String list = "suggested-introductions|" + event + "|" + perPerson + "|" + organisation;
        Position after = cursor == null ? null : Position.of(Cursor.decode(cursor, list));
        List<Chosen> chosen = FairChoice.from(Candidates.of(registered), perPerson).stream()
                .filter(pair -> organisation
                        .map(own -> isMember(registered, pair.candidate().pair(), own))
                        .orElse(true))
                .filter(pair -> after == null || after.isBefore(pair))
                .limit(limit + 1L)
                .toList();
        String next = chosen.size() > limit ? Position.of(chosen.get(limit - 1)).encode(list) : null;
        return new Page<>(
                chosen.stream()
                        .limit(limit)
                        .map(pair -> Suggestion.from(event, pair))
                        .toList(),
                next,
                null);
    }

    private static boolean isMember(Registered registered, Pair pair, UUID organisation) {
        return registered.organisations().getOrDefault(pair.a(), Set.of()).contains(organisation)
                || registered.organisations().getOrDefault(pair.b(), Set.of()).contains(organisation);
    }

    /** Where a pair stands; also if it is suggested no more. */
    private record Position(int round, int score, Pair pair) {

        static Position of(Chosen chosen) {
            return new Position(
                    chosen.round(),
                    chosen.candidate().score(),
                    chosen.candidate().pair());
        }

        static Position of(Cursor cursor) {
            String[] parts = cursor.sortValue().split("\\|");
            return new Position(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    new Pair(UUID.fromString(parts[2]), cursor.id()));
        }

        String encode(String list) {
            return new Cursor(round + "|" + score + "|" + pair.a(), pair.b()).encode(list);
        }

        boolean isBefore(Chosen chosen) {
            Chosen here = new Chosen(new Candidate(pair, score, List.of(), false), round);
            return Chosen.IN_ORDER.compare(here, chosen) < 0;
        }
    }
}

package org.rapport.kit.writing;

import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.validation.Errors;

/**
 * Writes aggregates that name things which may end: be erased, or be merged into another of their kind. What is written
 * about something that was merged is about what took its place, and what had been written before follows.
 *
 * @param <R> the request: everything that a client may write, with equality by value
 * @param <E> the aggregate
 */
public abstract class FollowingWriter<R, E extends Aggregate> extends Writer<R, E> implements Following {

    private static final int PAGE = 500;

    private final Superseded superseded;
    private final String collection;
    private final Function<Collection<UUID>, Map<UUID, UUID>> successors;

    /**
     * A writer.
     *
     * @param collection as in the address
     * @param successors for those of some ids that were merged, what took their place
     */
    protected FollowingWriter(
            Writing writing,
            Function<Collection<UUID>, Map<UUID, UUID>> successors,
            Class<E> type,
            String collection,
            String createdEvent,
            String changedEvent) {
        super(writing, type, createdEvent, changedEvent);
        this.superseded = writing.superseded;
        this.collection = collection;
        this.successors = successors;
    }

    /** By kind of thing that may end, the fields of the aggregate that name one. */
    protected abstract Map<String, List<String>> naming();

    /**
     * The request with other names in the fields of {@link #naming}, or null if it says nothing any more: if a name that
     * it cannot do without became null, or a pair one and the same. Fields that are null stay so.
     */
    protected abstract R named(R request, UnaryOperator<UUID> names);

    /** What remains of two records of one thing; the second is not kept. */
    protected R together(R kept, R other) {
        return kept;
    }

    /** Lets the aggregate have other names, and nothing else. */
    protected void rename(E aggregate, R request) {
        change(aggregate, request);
    }

    /** What else has to be done now that these are gone; in the transaction in which they went. */
    protected void left(Collection<E> gone) {}

    /** The aggregate as clients see it. */
    protected abstract Object response(E aggregate);

    @Override
    public final String collection() {
        return collection;
    }

    @Override
    public final List<Object> naming(String kind, UUID id) {
        return query(kind, id, Integer.MAX_VALUE, LockModeType.NONE).stream()
                .map(this::response)
                .collect(Collectors.toList());
    }

    @Override
    public final int follow(String kind, UUID ended, UUID successor) {
        superseded.follow(ended, successor);
        followBeside(kind, ended, successor);
        int erased = 0;
        List<E> page = query(kind, ended, PAGE, LockModeType.PESSIMISTIC_WRITE);
        while (!page.isEmpty()) {
            erased += follow(page, ended, successor);
            page = query(kind, ended, PAGE, LockModeType.PESSIMISTIC_WRITE);
        }
        return erased;
    }

    /** Lets what the subclass keeps beside its aggregates follow, too. */
    protected void followBeside(String kind, UUID ended, UUID successor) {}

    private List<E> query(String kind, UUID id, int limit, LockModeType lock) {
        List<String> fields = naming().getOrDefault(kind, List.of());
        if (fields.isEmpty()) {
            return List.of();
        }
        String condition = fields.stream().map(field -> "e." + field + " = :id").collect(Collectors.joining(" or "));
        return entityManager()
                .createQuery(
                        "select e from " + type().getSimpleName() + " e where " + condition + " order by e.id", type())
                .setParameter("id", id)
                .setMaxResults(limit)
                .setLockMode(lock)
                .getResultList();
    }

    private int follow(List<E> affected, UUID ended, UUID successor) {
        List<E> gone = new ArrayList<>();
        Map<E, Draft<R>> renamed = new LinkedHashMap<>();
        for (E aggregate : affected) {
            R request = named(request(aggregate), orNull(name -> name.equals(ended) ? successor : name));
            if (request == null) {
                gone.add(aggregate);
            } else {
                renamed.put(aggregate, new Draft<>(aggregate.id(), request, new Errors()));
            }
        }
        Map<E, R> changed = new LinkedHashMap<>();
        Map<Object, E> present = present(renamed.values());
        renamed.forEach((aggregate, draft) -> {
            E twin = present.putIfAbsent(key(draft), aggregate);
            if (twin == null || twin.equals(aggregate)) {
                changed.putIfAbsent(aggregate, request(aggregate));
                rename(aggregate, draft.request());
            } else {
                superseded.note(collection, List.of(request(twin), request(aggregate)), ended, successor);
                R both = together(request(twin), draft.request());
                if (!both.equals(request(twin))) {
                    changed.putIfAbsent(twin, request(twin));
                    change(twin, both);
                }
                gone.add(aggregate);
            }
        });
        gone.forEach(entityManager()::remove);
        publishChanges(changed);
        publishErased(
                ended, gone.stream().collect(Collectors.toMap(Aggregate::id, aggregate -> aggregate.version() + 1)));
        left(gone);
        return gone.size();
    }

    private Map<Object, E> present(Collection<Draft<R>> drafts) {
        Map<Object, E> present = new HashMap<>();
        if (!drafts.isEmpty()) {
            stored(List.copyOf(drafts)).forEach(aggregate -> present.put(key(aggregate), aggregate));
        }
        return present;
    }

    /**
     * A draft about something that was merged is one about what took its place. Where that has a record of its own of the
     * same thing, the draft adds to it, but cannot undo what the record says.
     */
    @Override
    protected List<Draft<R>> resolve(List<Draft<R>> drafts) {
        Set<UUID> names = new HashSet<>();
        drafts.forEach(draft -> named(draft.request(), orNull(name -> {
            names.add(name);
            return name;
        })));
        Map<UUID, UUID> merged = successors.apply(names);
        if (merged.isEmpty()) {
            return drafts;
        }
        List<Draft<R>> answer = new ArrayList<>(drafts);
        List<Draft<R>> renamed = new ArrayList<>();
        answer.replaceAll(draft -> {
            Draft<R> present = renamed(draft, orNull(name -> merged.getOrDefault(name, name)));
            if (!present.equals(draft)) {
                renamed.add(present);
            }
            return present;
        });
        Map<Object, E> records = present(renamed);
        answer.replaceAll(draft -> renamed.contains(draft) ? added(draft, records.get(key(draft))) : draft);
        return answer;
    }

    /** What files said before a merge, and say again, is what the record that remained answers for. */
    @Override
    public List<Outcome> writeAll(List<Draft<R>> drafts) {
        List<R> requests = drafts.stream()
                .filter(draft -> draft.errors().isEmpty())
                .map(Draft::request)
                .toList();
        Set<R> said = superseded.among(collection, requests);
        return super.writeAll(said.isEmpty() ? drafts : answered(drafts, said));
    }

    private List<Draft<R>> answered(List<Draft<R>> drafts, Set<R> said) {
        List<Draft<R>> again = resolve(
                drafts.stream().filter(draft -> said.contains(draft.request())).toList());
        Map<Object, E> records = present(again);
        Iterator<Draft<R>> present = again.iterator();
        List<Draft<R>> answer = new ArrayList<>();
        for (Draft<R> draft : drafts) {
            E record = said.contains(draft.request()) ? records.get(key(present.next())) : null;
            answer.add(record == null ? draft : new Draft<>(draft.id(), request(record), draft.errors()));
        }
        return answer;
    }

    private Draft<R> renamed(Draft<R> draft, UnaryOperator<UUID> names) {
        if (named(draft.request(), UnaryOperator.identity()) == null) {
            return draft;
        }
        R request = named(draft.request(), names);
        if (request == null) {
            draft.errors().add("", "SAME_PARTICIPANT", "Those named here are one since they were merged");
            return draft;
        }
        return request.equals(draft.request()) ? draft : new Draft<>(draft.id(), request, draft.errors());
    }

    private Draft<R> added(Draft<R> draft, E record) {
        return record == null || record.id().equals(draft.id())
                ? draft
                : new Draft<>(draft.id(), together(request(record), draft.request()), draft.errors());
    }

    private static UnaryOperator<UUID> orNull(UnaryOperator<UUID> names) {
        return name -> name == null ? null : names.apply(name);
    }
}

package org.rapport.kit.writing;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.OrderingMode;
import org.hibernate.Session;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.Errors;

/**
 * Writes the aggregates of one collection. A subclass says what is particular: how a request is checked beyond Bean
 * Validation, and how it becomes state. Its methods must run in a transaction.
 *
 * @param <R> the request: everything that a client may write, with equality by value
 * @param <E> the aggregate
 */
public abstract class Writer<R, E extends Aggregate> {

    private final Writing writing;
    private final Class<E> type;
    private final String createdEvent;
    private final String changedEvent;

    protected Writer(Writing writing, Class<E> type, String createdEvent, String changedEvent) {
        this.writing = writing;
        this.type = type;
        this.createdEvent = createdEvent;
        this.changedEvent = changedEvent;
    }

    /**
     * Adds what is wrong with the drafts, all in one go so that references of a thousand rows cost one query. Drafts
     * come in the order in which they will be applied.
     */
    protected void check(List<Draft<R>> drafts) {}

    /**
     * The drafts, in their order, as they must be understood now that some of what they name was merged into something
     * else or has another name; those for which that is impossible get an error.
     */
    protected List<Draft<R>> resolve(List<Draft<R>> drafts) {
        return drafts;
    }

    /**
     * What a client asks for who writes one thing, in view of what is there; rows of files mean what they say. The request
     * may lack anything.
     *
     * @param aggregate what is to be changed, or null if one is to be created
     */
    protected R meant(E aggregate, R request) {
        return request;
    }

    /** A new aggregate in the state that the request describes. */
    protected abstract E create(UUID id, R request);

    /**
     * Brings the aggregate into the state that the request describes, and touches nothing if it is there already; throws
     * a problem, before any change, if it may not go there.
     */
    protected abstract void change(E aggregate, R request);

    /** The request that would describe the aggregate as it is: the inverse of {@link #change}. */
    protected abstract R request(E aggregate);

    /**
     * What a row of a file asks of an aggregate that is there. Requests can say more than rows: where they do, a subclass
     * keeps what the row is silent about.
     */
    protected R onto(R held, R row) {
        return row;
    }

    /** The event that tells of a change. A subclass that has several kinds of change tells them apart. */
    protected String changedEvent(R before, R after) {
        return changedEvent;
    }

    /** What tells two drafts of the same thing: its id, unless the collection has a natural key. */
    protected Object key(Draft<R> draft) {
        return draft.id();
    }

    /** The key of a stored aggregate, equal to that of its drafts. */
    protected Object key(E aggregate) {
        return aggregate.id();
    }

    /** The stored aggregates that the drafts may be about; more than those do no harm. */
    protected Collection<E> stored(List<Draft<R>> drafts) {
        return entityManager()
                .unwrap(Session.class)
                .findMultiple(type, drafts.stream().map(Draft::id).toList(), OrderingMode.UNORDERED);
    }

    protected final Class<E> type() {
        return type;
    }

    protected final String changedEvent() {
        return changedEvent;
    }

    protected final EntityManager entityManager() {
        return writing.entityManager;
    }

    /** What Bean Validation finds wrong with a request of the subclass's own, such as one for a part of the aggregate. */
    protected final Errors check(Object part) {
        return writing.checks.of(part);
    }

    /** Publishes a change that the subclass made by itself. */
    protected final void publish(String event, E aggregate) {
        publish(event, List.of(aggregate));
    }

    /** Publishes the same change of many. */
    protected final void publish(String event, Collection<? extends E> aggregates) {
        writing.outbox.publish(event, aggregates);
    }

    /**
     * Publishes that aggregates are gone.
     *
     * @param becauseOf what was erased or merged, so that these had to go
     * @param versions of each aggregate, greater than any that was published
     */
    protected final void publishErased(UUID becauseOf, Map<UUID, Long> versions) {
        writing.outbox.publishErased(Event.kind(changedEvent), becauseOf, versions);
    }

    /** Publishes the present state, which nobody has changed, once more. */
    protected void republish(Collection<? extends E> aggregates) {
        publishAgain(changedEvent, aggregates);
    }

    protected final void publishAgain(String event, Collection<? extends E> aggregates) {
        writing.outbox.publishAgain(event, aggregates);
    }

    /** As {@link #publishErased}, of one that is gone already. */
    protected final void publishErasedAgain(E aggregate) {
        writing.outbox.publishErasedAgain(
                Event.kind(changedEvent), aggregate.id(), Map.of(aggregate.id(), aggregate.version()));
    }

    /** Creates one from a POST, or throws a 422 with all that is wrong; a natural key that is taken is a conflict. */
    public E create(R request) {
        return created(draft(Uuids.next(), meant(null, request)));
    }

    /** Creates one from a draft that is sound. */
    protected final E created(Draft<R> draft) {
        E aggregate = create(draft.id(), draft.request());
        entityManager().persist(aggregate);
        writing.outbox.publish(createdEvent, aggregate);
        return aggregate;
    }

    /** Applies a merge patch if the client has seen the present version. A patch that changes nothing publishes nothing. */
    public E patch(E aggregate, JsonNode patch) {
        writing.conditional.requireMatch(aggregate);
        R before = request(aggregate);
        Draft<R> draft = draft(aggregate.id(), meant(aggregate, writing.mergePatch.apply(before, patch)));
        change(aggregate, draft.request());
        if (!request(aggregate).equals(before)) {
            publishChanges(Map.of(aggregate, before));
        }
        return aggregate;
    }

    /** Publishes aggregates that have changed, each from what is given with it. */
    protected final void publishChanges(Map<E, R> changed) {
        Map<String, Set<E>> byEvent = new LinkedHashMap<>();
        changed.forEach((aggregate, before) -> byEvent.computeIfAbsent(
                        changedEvent(before, request(aggregate)), event -> new LinkedHashSet<>())
                .add(aggregate));
        byEvent.forEach((event, aggregates) -> writing.outbox.publish(
                event, aggregates, aggregate -> writing.changes.between(changed.get(aggregate), request(aggregate))));
    }

    /** The request as it must be understood, if it is sound; else throws a 422 with all that is wrong. */
    protected final Draft<R> draft(UUID id, R request) {
        Draft<R> draft = new Draft<>(id, request, writing.checks.of(request));
        if (draft.errors().isEmpty()) {
            draft = resolve(List.of(draft)).get(0);
        }
        if (draft.errors().isEmpty()) {
            check(List.of(draft));
        }
        draft.errors().throwIfAny();
        return draft;
    }

    /** Adds what Bean Validation finds wrong with a draft that has no errors yet; needs no transaction. */
    public void validate(Draft<R> draft) {
        if (draft.errors().isEmpty()) {
            writing.checks.of(draft.request()).list().forEach(draft.errors()::add);
        }
    }

    /**
     * Creates or changes many that are valid, in their order; those with errors are left alone. The answer has their order
     * too.
     */
    public List<Outcome> writeAll(List<Draft<R>> given) {
        List<Draft<R>> drafts = resolved(given);
        List<Draft<R>> sound = sound(drafts);
        if (!sound.isEmpty()) {
            check(sound);
            sound = sound(sound);
        }
        Map<Object, E> known = new HashMap<>();
        if (!sound.isEmpty()) {
            stored(sound).forEach(aggregate -> known.put(key(aggregate), aggregate));
        }
        Set<E> created = new LinkedHashSet<>();
        Map<E, R> changed = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>(drafts.size());
        for (Draft<R> draft : drafts) {
            outcomes.add(draft.errors().isEmpty() ? write(draft, known, created, changed) : Outcome.REJECTED);
        }
        changed.keySet().removeAll(created);
        added(created);
        writing.outbox.publish(createdEvent, created);
        publishChanges(changed);
        return outcomes;
    }

    /** Adds one of many. A subclass may put it off until all are {@link #added}. */
    protected void add(E aggregate) {
        entityManager().persist(aggregate);
    }

    /** Told when all of many were added, in the state that the last of them left them in, before they are published. */
    protected void added(Collection<E> created) {}

    private Outcome write(Draft<R> draft, Map<Object, E> known, Set<E> created, Map<E, R> changed) {
        E aggregate = known.get(key(draft));
        if (aggregate == null) {
            aggregate = create(draft.id(), draft.request());
            add(aggregate);
            known.put(key(draft), aggregate);
            created.add(aggregate);
            return Outcome.CREATED;
        }
        R before = request(aggregate);
        try {
            change(aggregate, onto(before, draft.request()));
        } catch (HttpProblem refused) {
            Problems.errorsOf(refused).forEach(draft.errors()::add);
            return Outcome.REJECTED;
        }
        if (request(aggregate).equals(before)) {
            return Outcome.UNCHANGED;
        }
        changed.putIfAbsent(aggregate, before);
        return Outcome.UPDATED;
    }

    private List<Draft<R>> resolved(List<Draft<R>> drafts) {
        List<Draft<R>> sound = sound(drafts);
        Map<Draft<R>, Draft<R>> resolved = new IdentityHashMap<>();
        List<Draft<R>> answers = sound.isEmpty() ? sound : resolve(sound);
        for (int i = 0; i < answers.size(); i++) {
            resolved.put(sound.get(i), answers.get(i));
        }
        return drafts.stream().map(draft -> resolved.getOrDefault(draft, draft)).toList();
    }

    private List<Draft<R>> sound(List<Draft<R>> drafts) {
        return drafts.stream().filter(draft -> draft.errors().isEmpty()).collect(Collectors.toList());
    }
}

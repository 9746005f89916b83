package org.rapport.kit.replica;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.TestStack;
import org.rapport.kit.tracing.Traces;

/** Whether a thing of another service exists: the replica knows, or the owner, or nobody can say now. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@QuarkusTestResource(OwnerAddress.class)
class ReferencesTest {

    private static final String TOPIC = "rapport.participants.v1";

    @Inject
    References references;

    @Inject
    EntityManager entityManager;

    @BeforeAll
    static void makeTheOwnersTopic() {
        TestStack.get().createTopic(TOPIC);
    }

    @Test
    void areKnownFromTheReplicaWithoutAskingTheOwner() throws Exception {
        UUID active = Uuids.next();
        UUID erased = Uuids.next();
        tell(active, "{\"id\":\"" + active + "\",\"status\":\"ACTIVE\"}", "registered");
        tell(erased, "{\"id\":\"" + erased + "\",\"status\":\"ERASED\"}", "erased");
        awaitReplicated(active, erased);
        try (Owner owner = Owner.thatKnows(active, erased)) {

            Set<UUID> missing = missing(active, erased);

            assertThat(missing, contains(erased));
            assertThat(owner.questions(), empty());
        }
    }

    @Test
    void areAskedOfTheOwnerOnceForAllThatTheReplicaDoesNotKnowYet() throws Exception {
        UUID fresh = Uuids.next();
        UUID alsoFresh = Uuids.next();
        UUID nobodys = Uuids.next();
        try (Owner owner = Owner.thatKnows(fresh, alsoFresh)) {

            Set<UUID> missing = missing(fresh, alsoFresh, nobodys, fresh, null);

            assertThat(missing, contains(nobodys));
            assertThat(owner.questions(), contains(Set.of(fresh, alsoFresh, nobodys)));

            assertThat(missing(fresh, alsoFresh), empty());
            assertThat(owner.questions(), hasSize(1));
        }
    }

    @Test
    void areHeldUntilTheTransactionThatRefersToThemEnds() throws Exception {
        UUID fresh = Uuids.next();
        try (Owner owner = Owner.thatKnows(fresh)) {
            QuarkusTransaction.requiringNew().run(() -> {
                references.missing("participant", List.of(fresh));

                assertThat(owner.questions(), hasSize(1));
                assertThat(canBeFollowed(fresh), equalTo(false));
            });
            assertThat(canBeFollowed(fresh), equalTo(true));
        }
    }

    private boolean canBeFollowed(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                                .createNativeQuery(
                                        "select id from reference_replica where id = :id for update skip locked")
                                .setParameter("id", id)
                                .getResultList()
                                .size()
                        == 1);
    }

    @Test
    void areAskedOfTheOwnerAsPartOfTheSameTrace() throws Exception {
        String traceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        try (Owner owner = Owner.thatKnows()) {
            Traces.within(traceParent, () -> missing(Uuids.next()));

            assertThat(owner.traceParents(), contains(traceParent));
        }
    }

    @Test
    void areAskedOfTheOwnerByTheServiceAndNotByTheCaller() throws Exception {
        try (Owner owner = Owner.thatKnows()) {
            missing(Uuids.next());

            String claims = new String(
                    Base64.getUrlDecoder().decode(owner.tokens().get(0).split("\\.")[1]), StandardCharsets.UTF_8);
            assertThat(claims, containsString("\"groups\":[\"service\"]"));
            assertThat(claims, containsString("\"sub\":\"things-service\""));
        }
    }

    @Test
    void areAskedOfTheOwnerInPortionsWhenTheyAreMany() throws Exception {
        UUID[] many = Stream.generate(Uuids::next)
                .limit(2L * ReferenceResource.MAX_IDS + 1)
                .toArray(UUID[]::new);
        try (Owner owner = Owner.thatKnows(many)) {

            assertThat(missing(many), empty());

            assertThat(owner.questions(), hasSize(3));
            Set<UUID> asked = new HashSet<>();
            owner.questions().forEach(asked::addAll);
            assertThat(asked, equalTo(Set.of(many)));
        }
    }

    @Test
    void cannotBeToldWhenTheOwnerIsDown() {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> missing(Uuids.next()));

        assertThat(problem.getStatusCode(), equalTo(503));
        assertThat(problem.getHeaders().get("Retry-After"), equalTo(5));
    }

    @Test
    void cannotBeToldWhenTheOwnerHangs() throws Exception {
        try (Owner owner = Owner.thatNeverAnswers()) {
            long begun = System.nanoTime();

            HttpProblem problem = assertThrows(HttpProblem.class, () -> missing(Uuids.next()));

            assertThat(problem.getStatusCode(), equalTo(503));
            assertThat(owner.questions(), empty());
            assertThat(Duration.ofNanos(System.nanoTime() - begun), lessThan(Duration.ofSeconds(4)));
        }
    }

    @Test
    void cannotBeToldWhenTheOwnerFails() throws Exception {
        for (String answer : List.of("{}", "<html>", "{\"known\":[\"42\"]}")) {
            try (Owner owner = Owner.thatAnswers(answer.equals("{}") ? 500 : 200, answer)) {
                assertThat(
                        assertThrows(HttpProblem.class, () -> missing(Uuids.next()))
                                .getStatusCode(),
                        equalTo(503));
                assertThat(owner.questions(), empty());
            }
        }
    }

    @Test
    void countAsMembersOfAnOrganisationUpToTheirLastDay() {
        UUID organisation = Uuids.next();
        UUID open = Uuids.next();
        UUID today = Uuids.next();
        UUID past = Uuids.next();
        QuarkusTransaction.requiringNew().run(() -> {
            member(open, organisation, "null");
            member(today, organisation, "current_date");
            member(past, organisation, "current_date - 1");
        });

        List<UUID> members = entityManager
                .createQuery(
                        "select m.memberId from ReplicatedMembership m where m.memberId in "
                                + ReplicatedReference.MEMBERS,
                        UUID.class)
                .setParameter("callerOrganisation", organisation)
                .getResultList();

        assertThat(Set.copyOf(members), equalTo(Set.of(open, today)));
    }

    private void member(UUID participant, UUID organisation, String lastDay) {
        entityManager
                .createNativeQuery("insert into reference_membership values (?1, 0, ?2, " + lastDay + ")")
                .setParameter(1, participant)
                .setParameter(2, organisation)
                .executeUpdate();
    }

    private Set<UUID> missing(UUID... ids) {
        Collection<UUID> asked = Arrays.asList(ids);
        return QuarkusTransaction.requiringNew().call(() -> references.missing("participant", asked));
    }

    private void awaitReplicated(UUID... ids) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> QuarkusTransaction.requiringNew().call(() -> entityManager
                                .createQuery(
                                        "select count(r) from ReplicatedReference r where r.id in :ids", Long.class)
                                .setParameter("ids", List.of(ids))
                                .getSingleResult()),
                        equalTo((long) ids.length));
    }

    private static void tell(UUID participant, String state, String what) throws Exception {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(TOPIC, bytes(participant.toString()), bytes(state));
        event.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(UUID.randomUUID().toString()))
                .add("ce_source", bytes("/participants-service"))
                .add("ce_type", bytes("org.rapport.participant." + what + ".v1"))
                .add("ce_subject", bytes(participant.toString()))
                .add("ce_version", bytes("0"));
        TestStack.get().send(event);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

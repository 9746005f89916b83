package org.rapport.kit.consuming;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.TestStack;

/** How a consumer goes through its topics when nothing disturbs it. */
class EventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void appliesEveryEventOnceAndTellsWhereItIs() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_plain")) {
            topic.send(3_000);

            EventConsumer consumer = topic.start(new Tally(topic.topic()));

            topic.awaitTallied(3_000);
            assertThat(topic.eachOnce(3_000), is(true));
            await().atMost(PATIENCE).until(() -> consumer.state().partitions().size() == 3);
            await().atMost(PATIENCE).until(() -> consumer.state().lag() == 0);
            ConsumerState state = consumer.state();
            assertThat(state.leading(), is(true));
            assertThat(state.lastError(), nullValue());
            assertThat(
                    state.partitions().stream()
                            .mapToLong(ConsumerState.PartitionState::nextOffset)
                            .sum(),
                    equalTo(3_000L));
            assertThat(topic.meters().get("rapport.consumer.applied").counter().count(), equalTo(3_000.0));
            assertThat(topic.meters().get("rapport.consumer.lag").gauge().value(), equalTo(0.0));
        }
    }

    @Test
    void goesOnWhereAnEarlierOneStopped() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_resume")) {
            topic.send(100);
            EventConsumer first = topic.start(new Tally(topic.topic()));
            topic.awaitTallied(100);
            first.stop();
            topic.send(50);

            topic.start(new Tally(topic.topic()));

            topic.awaitTallied(150);
            assertThat(topic.eachOnce(150), is(true));
        }
    }

    @Test
    void findsATopicThatIsMadeLater() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_later")) {
            String later = topic.topic() + ".later";
            topic.send(10);
            topic.start(new Tally(topic.topic(), later));
            topic.awaitTallied(10);

            topic.createTopic(later);
            topic.send(List.of(ConsumedTopic.event(later, UUID.randomUUID(), 0, "none")));

            topic.awaitTallied(11);
        }
    }

    @Test
    void readsNothingOfAPublisherThatDidNotFinish() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_committed");
                var unfinished = UnfinishedTransaction.begin(topic.topic())) {
            unfinished.send(ConsumedTopic.event(topic.topic(), UUID.randomUUID(), 0, "none"));
            topic.start(new Tally(topic.topic()));

            unfinished.abort();
            topic.send(5);

            topic.awaitTallied(5);
        }
    }

    @Test
    void startsAnewWhenItsPositionIsBeyondTheTopic() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_beyond")) {
            topic.database()
                    .execute("insert into consumer_position select 'tally', '" + topic.topic()
                            + "', p, 1000000 from generate_series(0, 2) p");
            topic.send(20);

            topic.start(new Tally(topic.topic()));

            topic.awaitTallied(20);
        }
    }

    @Test
    void rebuildsToTheSameResultWhicheverInstanceIsAsked() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_rebuild")) {
            topic.send(500);
            EventConsumer leader = topic.start(new Tally(topic.topic()));
            topic.awaitTallied(500);
            EventConsumer other = topic.start(new Tally(topic.topic()));
            for (EventConsumer asked : List.of(leader, other)) {
                topic.database().execute("update tally set times = 7");

                asked.rebuild();

                topic.awaitTallied(500);
                assertThat(topic.eachOnce(500), is(true));
            }
            assertThat(leader.isLeading(), is(true));
            assertThat(other.state().partitions(), hasSize(0));
        }
    }

    @Test
    void rebuildsWhileEventsComeIn() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_rebuild_busy")) {
            EventConsumer consumer = topic.start(new Tally(topic.topic()));
            for (int i = 0; i < 5; i++) {
                topic.send(2_000);
                consumer.rebuild();
            }

            topic.awaitTallied(10_000);
            assertThat(topic.eachOnce(10_000), is(true));
        }
    }

    @Test
    void leavesTheWorkToOneInstanceUntilThatStops() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_takeover")) {
            EventConsumer first = topic.start(new Tally(topic.topic()));
            await().atMost(PATIENCE).until(first::isLeading);
            EventConsumer second = topic.start(new Tally(topic.topic()));
            topic.send(100);
            topic.awaitTallied(100);
            assertThat(second.isLeading(), is(false));

            first.stop();
            topic.send(100);

            topic.awaitTallied(200);
            assertThat(topic.eachOnce(200), is(true));
            assertThat(second.isLeading(), is(true));
        }
    }

    @Test
    void isPromptEvenAfterAQuietWhile() throws Exception {
        try (ConsumedTopic topic = ConsumedTopic.create("consumer_prompt")) {
            topic.start(new Tally(topic.topic()));
            topic.send(1);
            topic.awaitTallied(1);
            long begun = System.nanoTime();

            for (int i = 2; i <= 20; i++) {
                long expected = i;
                topic.send(1);
                await().pollInterval(Duration.ofMillis(2))
                        .until(() -> topic.database().number("select count(*) from tally") == expected);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 8, is(true));
            assertThat(TestStack.get().records(topic.topic()), hasSize(20));
        }
    }
}

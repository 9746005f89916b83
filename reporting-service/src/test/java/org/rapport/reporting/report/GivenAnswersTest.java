package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.report.GivenAnswers.Asked;
import org.rapport.reporting.report.GivenAnswers.Made;

class GivenAnswersTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration NONE = Duration.ZERO;

    private final Asked asked = new Asked(null, Map.of("window", List.of("P90D")), Disclosure.FULL);
    private volatile UUID state = UUID.randomUUID();

    private static GivenAnswers answers(Duration patience, Duration behind) {
        return new GivenAnswers(new ReportsConfig() {
            @Override
            public int suppressBelow() {
                return 5;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public Duration behind() {
                return behind;
            }

            @Override
            public int maxRegressionRows() {
                return 100_000;
            }
        });
    }

    private Object ask(GivenAnswers answers, Object made) throws Exception {
        return answers.answer(asked, () -> state, () -> made(made));
    }

    private static Made made(Object answer) {
        return new Made(answer, null);
    }

    private static CompletableFuture<Object> inAnotherThread(Callable<Object> asking) {
        CompletableFuture<Object> given = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        given.complete(asking.call());
                    } catch (Exception e) {
                        given.completeExceptionally(e);
                    }
                })
                .start();
        return given;
    }

    @Test
    void theSameAnswerIsGivenAgainUntilSomethingChanges() throws Exception {
        GivenAnswers answers = answers(LONG, LONG);
        assertThat(ask(answers, "first"), is("first"));
        assertThat(ask(answers, "second"), is("first"));
        state = UUID.randomUUID();
        assertThat(ask(answers, "third"), is("third"));
    }

    @Test
    void whoeverAsksWhileTheNewestAnswerTakesLongGetsTheOneBefore() throws Exception {
        GivenAnswers answers = answers(NONE, LONG);
        ask(answers, "before");
        state = UUID.randomUUID();
        CountDownLatch made = new CountDownLatch(1);
        Object meanwhile = answers.answer(asked, () -> state, () -> {
            made.await();
            return made("newest");
        });
        assertThat(meanwhile, is("before"));
        made.countDown();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ask(answers, "not made"), is("newest"));
    }

    @Test
    void anAnswerThatIsTooOldIsGivenToNobody() throws Exception {
        GivenAnswers answers = answers(NONE, NONE);
        ask(answers, "before");
        state = UUID.randomUUID();
        assertThat(ask(answers, "newest"), is("newest"));
    }

    @Test
    void howeverManyAskAQuestionIsWorkedOnOnce() throws Exception {
        GivenAnswers answers = answers(LONG, LONG);
        AtomicInteger times = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(10);
        List<CompletableFuture<Object>> given = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            given.add(inAnotherThread(() -> {
                all.countDown();
                return answers.answer(asked, () -> state, () -> {
                    all.await();
                    return made(times.incrementAndGet());
                });
            }));
        }
        for (CompletableFuture<Object> one : given) {
            assertThat(one.get(10, TimeUnit.SECONDS), is(1));
        }
    }

    @Test
    void anAnswerToWhatWasAskedBeforeTheNewsIsNotTakenForTheNewest() throws Exception {
        GivenAnswers answers = answers(LONG, LONG);
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CompletableFuture<Object> early = inAnotherThread(() -> answers.answer(asked, () -> state, () -> {
            working.countDown();
            told.await();
            return made("early");
        }));
        working.await();
        state = UUID.randomUUID();
        CompletableFuture<Object> late = inAnotherThread(() -> ask(answers, "late"));
        told.countDown();
        assertThat(late.get(10, TimeUnit.SECONDS), is("late"));
        assertThat(early.get(10, TimeUnit.SECONDS), is("early"));
    }

    @Test
    void whatGoesWrongIsToldAndTriedAnew() throws Exception {
        GivenAnswers answers = answers(LONG, LONG);
        assertThrows(
                ArithmeticException.class,
                () -> answers.answer(asked, () -> state, () -> {
                    throw new ArithmeticException();
                }));
        assertThat(ask(answers, "now"), is("now"));
    }
}

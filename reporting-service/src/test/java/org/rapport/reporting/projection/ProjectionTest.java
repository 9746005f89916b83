package org.rapport.reporting.projection;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.DomainEvent;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ProjectionTest {

    private final List<DomainEvent> world = ImportedEvents.of("world");

    @Test
    void anyOrderAndDuplicatesComeToTheSame() {
        Facts.areOnly(world);
        String inOrder = Contents.ofReadModel();

        Facts.areOnly(Facts.shuffled(world, 1));

        assertThat(Contents.ofReadModel(), equalTo(inOrder));
    }
}

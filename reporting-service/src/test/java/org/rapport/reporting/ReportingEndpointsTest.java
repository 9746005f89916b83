package org.rapport.reporting;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.rapport.kit.testing.EveryEndpoint;
import org.rapport.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReportingEndpointsTest extends EveryEndpoint {}

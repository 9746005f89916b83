package org.rapport.kit.replica;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.rapport.local.embedded.Ports;

/** Tells the service under test where the owner of participants would be. */
public class OwnerAddress implements QuarkusTestResourceLifecycleManager {

    static final String PROPERTY = "rapport.owners.participants";

    @Override
    public Map<String, String> start() {
        return Map.of(PROPERTY, "http://127.0.0.1:" + Ports.free());
    }

    @Override
    public void stop() {}
}

package org.rapport.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Lets a service under test use the {@link TestStack}. Arguments are further configuration of the service. */
public class StackTestResource implements QuarkusTestResourceLifecycleManager {

    private final Map<String, String> further = new HashMap<>();

    @Override
    public void init(Map<String, String> initArgs) {
        further.putAll(initArgs);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(TestStack.get().config());
        config.putAll(further);
        return config;
    }

    /** The stack outlives the service: other tests of the module use it too. */
    @Override
    public void stop() {}
}

package org.rapport.reporting.network;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator can set of networks. */
@ConfigMapping(prefix = "rapport.network")
interface NetworkConfig {

    /** Whoever knows this key and an id can tell the pseudonym of the id; another key gives other pseudonyms. */
    String pseudonymKey();

    /** A network with more ties is not answered: it has to be narrowed down. So many fit into a heap of 128 MB. */
    @WithDefault("100000")
    int maxTies();
}

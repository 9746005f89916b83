package org.rapport.kit.exclusive;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens connections to the service's database outside its pool: they are held for as long as the work goes on, and carry
 * session locks that must not come back into a pool.
 */
@Singleton
public class DedicatedConnections {

    /** Lets the server notice within a minute that a machine has vanished, and give its lock to another. */
    private static final String SERVER_SIDE_KEEPALIVE =
            "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    /**
     * Whoever works on these connections does the last moments again after a crash: events are delivered and applied at
     * least once, and a position commits with its effect. So nobody has to wait for the disk.
     */
    private static final String REPEATABLE = " -c synchronous_commit=off";

    private final String url;
    private final Properties properties = new Properties();

    public DedicatedConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        // a server that hangs is as good as one that is down
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("options", SERVER_SIDE_KEEPALIVE + REPEATABLE);
    }

    Connection open(String applicationName) throws SQLException {
        Properties own = new Properties();
        own.putAll(properties);
        own.setProperty("ApplicationName", applicationName);
        return DriverManager.getConnection(url, own);
    }
}
